"""The headers that tell a browser what it may do with an answer."""

import os
from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from mureceptor.live.routes import prefix
from server.workarounds import LATER, inline_scripts

FIGURES: Final = "/figure/"  # all figures by themselves lie below
TOO_OLD: Final = Path(__file__).with_name("too_old.js").read_text("utf-8")


class SecurityHeaders:
    """Add to every answer what a browser may do with it: nothing from, and for, other origins."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Add the headers where the answer starts; a refused websocket is answered too."""
        accepted = False
        told = security_headers(figure=scope.get("path", "").startswith(prefix() + FIGURES))

        async def send_with_headers(message: Message) -> None:
            nonlocal accepted
            accepted = accepted or message["type"] == "websocket.accept"
            if message["type"] == "websocket.close" and not accepted:
                headers = [(k.lower().encode(), v.encode()) for k, v in told.items()]
                start = "websocket.http.response.start"
                await send({"type": start, "status": 403, "headers": headers})
                await send({"type": "websocket.http.response.body", "body": b""})
                return
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(told)
            await send(message)

        await self.app(scope, receive, send if scope["type"] == "lifespan" else send_with_headers)


@cache
def security_headers(*, figure: bool = False) -> dict[str, str]:
    """Return the headers by name, of a page or of a figure by itself.

    MURECEPTOR_EMBEDDERS names the sites that may frame a page, MURECEPTOR_FIGURE_EMBEDDERS those
    that may frame a figure by itself.
    """
    embedders = (
        os.environ.get("MURECEPTOR_FIGURE_EMBEDDERS", "* file:")
        if figure
        else os.environ.get("MURECEPTOR_EMBEDDERS", "'none'")
    )
    scripts = (*inline_scripts(), TOO_OLD, LATER)
    hashes = " ".join(
        f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" for script in scripts
    )
    policy = (
        "default-src 'self'",
        f"script-src 'self' blob: {hashes}",  # blob: the component's loader
        "style-src 'self' 'unsafe-inline'",  # Streamlit styles its elements inline
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        f"frame-ancestors {embedders}",
    )
    return {
        "Content-Security-Policy": "; ".join(policy),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
        "Cross-Origin-Opener-Policy": "same-origin",
    }
