"""What comes in and what goes out: the layers between the network and Streamlit."""

import logging
import os
import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Any, Final
from urllib.parse import urlsplit

import streamlit as st
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

_FOLDER: Final = Path(__file__).parent
_PAGE: Final = Path(st.__file__).parent / "static" / "index.html"
TOO_OLD: Final = (_FOLDER / "too_old.js").read_text("utf-8")
_LOCAL: Final = {"localhost", "127.0.0.1"}
# A page of ours says no more than this. Others would clear caches, tell of the repository, or write
# files on this machine.
_SAID: Final = {"rerun_script", "stop_script", "app_heartbeat"}
_REFUSED: Final = 1008
_log: Final = logging.getLogger("streamlit.explainer")


class SecurityHeaders:
    """Add to every answer what a browser may do with it: nothing from, and for, other origins."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Add the headers where the answer starts; a refused websocket is answered too."""
        accepted = False

        async def send_with_headers(message: Message) -> None:
            nonlocal accepted
            accepted = accepted or message["type"] == "websocket.accept"
            if message["type"] == "websocket.close" and not accepted:
                headers = [(k.lower().encode(), v.encode()) for k, v in _security_headers().items()]
                start = "websocket.http.response.start"
                await send({"type": start, "status": 403, "headers": headers})
                await send({"type": "websocket.http.response.body", "body": b""})
                return
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(_security_headers())
            await send(message)

        await self.app(scope, receive, send if scope["type"] == "lifespan" else send_with_headers)


@cache
def _security_headers() -> dict[str, str]:
    # Streamlit's page has one inline script, its hash comes from the installed file; we have one.
    inline = re.findall(rb"<script>(.*?)</script>", _PAGE.read_bytes(), re.DOTALL)
    inline.append(TOO_OLD.encode())
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

    Streamlit would look up this machine's public address at an outside host to compare, even for
    an origin that `server.corsAllowedOrigins` names; so it is not told the origin at all.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is not a websocket, or comes from a page of this host."""
        if scope["type"] == "websocket":
            headers = Headers(scope=scope)
            if not self._allowed(headers):
                _log.warning(
                    "refused a page of %.80r: it is not of this host, %.80r, nor allowed by "
                    "server.corsAllowedOrigins",
                    headers["origin"],
                    headers.get("host"),
                )
                await receive()
                await send({"type": "websocket.close", "code": _REFUSED})
                return
            kept = [header for header in scope["headers"] if header[0] != b"origin"]
            scope = {**scope, "headers": kept}
        await self.app(scope, receive, send)

    @staticmethod
    def _allowed(headers: Headers) -> bool:
        origin = headers.get("origin")
        if origin is None or origin in st.get_option("server.corsAllowedOrigins"):
            return True
        try:
            url = urlsplit(origin)
        except ValueError:
            return False
        return url.netloc == headers.get("host") or url.hostname in _LOCAL


class Messages:
    """Let in what a page of ours says, and let out nothing about this machine."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Stand between Streamlit and a visitor's websocket."""
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return

        async def send_without_paths(message: Message) -> None:
            if message["type"] == "websocket.send" and message.get("bytes"):
                message = {**message, "bytes": _without_paths(message["bytes"])}
            await send(message)

        await self.app(scope, lambda: _said(receive, send), send_without_paths)


async def _said(receive: Receive, send: Send) -> Message:
    """Wait for the next message that Streamlit may see."""
    while (message := await receive())["type"] == "websocket.receive":
        try:
            kind = BackMsg.FromString(message["bytes"]).WhichOneof("type")
        except Exception:  # text, or bytes of whatever kind
            _log.warning("closed a connection: what came in is no message of a page")
            await send({"type": "websocket.close", "code": _REFUSED})
            return {"type": "websocket.disconnect", "code": _REFUSED}
        if kind in _SAID:
            break
    return message


def _without_paths(data: bytes) -> bytes:
    # With each run Streamlit tells the path of the script and a fingerprint of the machine.
    if str(_FOLDER).encode() not in data:
        return data
    message = ForwardMsg.FromString(data)
    if message.WhichOneof("type") == "new_session":
        message.new_session.main_script_path = "frame.py"
        message.new_session.initialize.user_info.Clear()
        message.new_session.initialize.user_info.SetInParent()  # empty, but there
    return bytes(message.SerializeToString())


def log_in_lines() -> None:
    """Make each log record one line: what failed and where; the stack only for debugging."""
    plain = logging.getLogRecordFactory()

    def one_line(*args: Any, **kwargs: Any) -> logging.LogRecord:
        record = plain(*args, **kwargs)
        if record.exc_info and st.get_option("logger.level") != "debug":
            words = f"{record.getMessage().strip()}: {_told(*record.exc_info)}"
            record.msg, record.args, record.exc_info = words, (), None
        return record

    logging.setLogRecordFactory(one_line)


def _told(
    kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
) -> str:
    """Return what failed, of what a visitor sent no control characters, and its last line."""
    words = "".join(c if c.isprintable() else " " for c in str(error).split("\n")[0][:200])
    while trace and trace.tb_next:
        trace = trace.tb_next
    where = (
        f" ({Path(trace.tb_frame.f_code.co_filename).name}, line {trace.tb_lineno})"
        if trace
        else ""
    )
    return f"{kind.__name__ if kind else 'error'}: {words}{where}"
