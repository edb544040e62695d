"""What the explainer's server does beyond Streamlit's own.

Measured on Streamlit 1.67: packing its files once instead of for each visitor takes 30 cold
arrivals from 13.9 s to 2.7 s; a frozen heap takes an interaction from 72 to 18 ms of CPU.
"""

import gc
import gzip
import logging
import os
import re
import sys
from base64 import b64encode
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from chapters import CHAPTERS, DESCRIPTION, TALK, TITLE
from mureceptor.live.routes import assets, packed, style
from mureceptor.live.routes import routes as live_routes
from presenter.talk import scenes

_STATIC: Final = Path(st.__file__).parent / "static"
_STYLE: Final = Path(__file__).with_name("page.css")
_TYPES: Final = {".js": "text/javascript", ".css": "text/css"}
_LOCAL: Final = {"localhost", "127.0.0.1"}  # what Streamlit takes for local without looking it up
_log: Final = logging.getLogger("streamlit.explainer")


def _base() -> str:
    base = str(st.get_option("server.baseUrlPath")).strip("/")
    return f"/{base}" if base else ""


def _refuse_without_settings() -> None:
    # From another directory Streamlit does not find `.streamlit/config.toml`: it would send
    # statistics, watch files and ask an outside host for this machine's address.
    if st.get_option("browser.gatherUsageStats"):
        home = Path(__file__).parents[1]
        sys.exit(
            "The explainer's settings were not found, so it does not start.\n"
            f"Start it from its own folder:  cd {home} && streamlit run app/main.py"
        )


@asynccontextmanager
async def lifespan(_app: Any) -> AsyncIterator[None]:
    """Read the talk, so that a bad file is told at once; freeze what is loaded.

    A frozen heap is not walked through again by any collection.
    """
    scenes()
    gc.collect()
    gc.freeze()
    yield


def on_script_error(error: Exception) -> bool:
    """Log one line, show the visitor one sentence, never a traceback."""
    _log.error("a page failed: %s: %s", type(error).__name__, str(error).split("\n")[0][:200])
    st.markdown("Something went wrong on this page. Reload it, or choose another chapter.")
    return True


def routes() -> list[Route]:
    """Return the addresses that the live charts fetch."""
    _refuse_without_settings()
    return live_routes()


def middleware() -> list[Middleware]:
    """Return the server's own layers, the outermost first."""
    return [Middleware(SecurityHeaders), Middleware(SameOrigin), Middleware(PackedFiles)]


class SecurityHeaders:
    """Add to every answer what a browser may do with it: nothing from, and for, other origins."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Add the headers where the answer starts."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(_security_headers())
            await send(message)

        await self.app(scope, receive, send_with_headers if scope["type"] == "http" else send)


@cache
def _security_headers() -> dict[str, str]:
    page = (_STATIC / "index.html").read_bytes()
    # Streamlit's page has one inline script; its hash comes from the installed file.
    inline = re.findall(rb"<script>(.*?)</script>", page, re.DOTALL)
    hashes = " ".join(f"'sha256-{b64encode(sha256(s).digest()).decode()}'" for s in inline)
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
        "frame-ancestors " + os.environ.get("MURECEPTOR_EMBEDDERS", "'none'"),
    )
    return {
        "Content-Security-Policy": "; ".join(policy),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
        "Cross-Origin-Opener-Policy": "same-origin",
    }


class SameOrigin:
    """Refuse websockets from foreign pages before Streamlit sees them.

    Streamlit would look up this machine's public address at an outside host to compare.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is not a websocket, or comes from a page of this host."""
        if scope["type"] == "websocket" and not self._allowed(Headers(scope=scope)):
            await receive()
            await send({"type": "websocket.close", "code": 1008})
            return
        await self.app(scope, receive, send)

    @staticmethod
    def _allowed(headers: Headers) -> bool:
        origin = headers.get("origin")
        if origin is None:
            return True
        try:
            url = urlsplit(origin)
        except ValueError:
            return False
        return url.netloc == headers.get("host") or url.hostname in _LOCAL


class PackedFiles:
    """Answer for Streamlit's files and pages with bytes that were packed once."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer GETs that ask for a file or a page; pass on the rest."""
        response = None
        if (
            scope["type"] == "http"
            and scope["method"] == "GET"
            and scope["path"].startswith(_base())
        ):
            path = scope["path"].removeprefix(_base())
            response = await run_in_threadpool(_answer, path, Headers(scope=scope))
        await (response or self.app)(scope, receive, send)


@cache
def _streamlit_files() -> dict[str, Path]:
    found = (path for path in (_STATIC / "static").rglob("*") if path.suffix in _TYPES)
    return {"/" + path.relative_to(_STATIC).as_posix(): path for path in found}


@cache
def _pages() -> frozenset[str]:
    return frozenset({"/", "", f"/{TALK}"} | {f"/{chapter.path}" for chapter in CHAPTERS})


def _answer(path: str, asked: Headers) -> Response | None:
    if path in _pages():
        return packed(_index(), "text/html", asked, "no-cache")
    if path in _streamlit_files():
        return packed(_file(path), _TYPES[Path(path).suffix], asked)
    return None


@cache
def _file(path: str) -> bytes:
    return gzip.compress(_streamlit_files()[path].read_bytes(), 6, mtime=0)


@cache
def _index() -> bytes:
    """Return Streamlit's page with our style and what every visit needs asked for at once."""
    plotly, *modules = assets()
    ours = (
        f"<style>{style()}{_STYLE.read_text('utf-8')}</style>"
        f'<meta name="description" content="{DESCRIPTION}">'
        + "".join(f'<link rel="modulepreload" href="{module}">' for module in modules)
        # Parsed while Streamlit starts, which takes longer; `plot.js` waits for it.
        + f'<script async fetchpriority="low" src="{plotly}"></script>'
    )
    page = (_STATIC / "index.html").read_text("utf-8").replace("</head>", ours + "</head>")
    page = page.replace("<title>Streamlit</title>", f"<title>{TITLE}</title>")
    # Deep links such as /ceiling need the files' whole path.
    page = re.sub(r'(href|src)="\./', rf'\1="{_base()}/', page)
    return gzip.compress(page.encode(), 6, mtime=0)
