"""What the explainer's server does beyond Streamlit's own.

Measured on Streamlit 1.67: packing its files once instead of for each visitor takes 30 cold
arrivals from 13.9 s to 2.7 s; a frozen heap takes an interaction from 72 to 18 ms of CPU; sending
each answer's end without waiting takes a small file from 44 to 2 ms.
"""

import ctypes
import gc
import gzip
import re
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Any, Final

import streamlit as st
from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from contents import CHAPTERS, DESCRIPTION, TALK, TITLE
from guard import TOO_OLD, Messages, SameOrigin, SecurityHeaders, log_in_lines
from links import meant
from mureceptor.live.routes import assets, packed, prefix, style
from mureceptor.live.routes import routes as live_routes
from plain import FOOT, message, missing
from presenter.talk import scenes

_STATIC: Final = Path(st.__file__).parent / "static"
_STYLE: Final = Path(__file__).parent / "page" / "page.css"
_TYPES: Final = {
    ".js": "text/javascript",
    ".css": "text/css",
    ".woff2": "font/woff2",
    ".png": "image/png",
    ".gif": "image/gif",
    ".svg": "image/svg+xml",
}
_M_ARENA_MAX: Final = -8  # of glibc's malloc.h
# Of the page, beside Streamlit's own scripts (`live/browser/`).
_SCRIPTS: Final = ("place", "arrive", "said", "kiosk", "room")
# What else of Streamlit's is answered; its uploads, logins, metrics, agents are not for a visitor.
_PASSED: Final = {"/_stcore/health", "/_stcore/host-config"}


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
    _send_at_once()
    _share_memory()
    gc.collect()
    gc.freeze()
    yield


def _send_at_once() -> None:
    # Streamlit's socket waits, before it sends the second part of an answer, until the visitor's
    # machine has confirmed the first (Nagle's algorithm): 40 ms for each of 80 files. Nothing hands
    # the socket to us; connections inherit the setting from it.
    for each in gc.get_objects():
        if type(each) is socket.socket and each.family in (socket.AF_INET, socket.AF_INET6):
            each.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def _share_memory() -> None:
    # Streamlit runs each page in a thread of its own, and glibc gives threads memory of their own,
    # up to eight pieces a core, which it does not take back: in 8 minutes of visitors who come and
    # go the server grew by 6 % so, and by 0.6 % with two pieces. Other libraries have no such call.
    with suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).mallopt(_M_ARENA_MAX, 2)


def on_script_error(_error: Exception) -> bool:
    """Show the visitor one sentence, never a traceback; Streamlit has logged the error."""
    st.markdown("Something went wrong on this page. Reload it, or choose another chapter.")
    return True


def routes() -> list[Route]:
    """Return the addresses that the live charts fetch."""
    _refuse_without_settings()
    log_in_lines()
    return live_routes()


def middleware() -> list[Middleware]:
    """Return the server's own layers, the outermost first."""
    return [Middleware(each) for each in (SecurityHeaders, SameOrigin, Messages, PackedFiles)]


class PackedFiles:
    """Answer for Streamlit's files and pages with bytes that were packed once; refuse the rest."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer for files and pages; pass on the live charts, the stream and a few others."""
        answer = self.app
        if scope["type"] == "http":
            path, base = scope["path"], prefix()
            below = path.removeprefix(base) if path.startswith(base) else None
            if scope["method"] not in {"GET", "HEAD"}:
                answer = _refusal(405)
            elif below is None:
                answer = _refusal(404)
            elif below not in _PASSED and not below.startswith("/live/"):
                # In a thread each would take three times as long; packing is done but once.
                answer = _answer(
                    below, scope["query_string"].decode("latin-1"), Headers(scope=scope)
                )
        await answer(scope, receive, send)


@cache
def _streamlit_files() -> dict[str, Path]:
    found = [path for path in (_STATIC / "static").rglob("*") if path.suffix in _TYPES]
    found.append(_STATIC / "favicon.png")  # or a browser asks again at each change of the address
    return {"/" + path.relative_to(_STATIC).as_posix(): path for path in found}


def _answer(path: str, query: str, asked: Headers) -> Response:
    if path in _streamlit_files():
        return packed(_file(path), _TYPES[Path(path).suffix], asked)
    link = meant(path, query)
    if link is None:
        return _missing(path, asked)
    asked_for = f"{path}?{query}" if query else path
    if link != asked_for:
        return RedirectResponse(prefix() + link, 302, {"Cache-Control": "no-store"})
    return packed(_index(path.removeprefix("/")), "text/html", asked, "no-cache")


def _missing(path: str, asked: Headers) -> Response:
    """Say to a reader, in a page, that there is none; to a program, in two words."""
    if "text/html" not in asked.get("accept", "") or path.startswith(("/static/", "/_stcore/")):
        return _refusal(404)
    page = missing(path, f"{prefix()}/", _style())
    response = packed(gzip.compress(page.encode()), "text/html", asked, "no-store")
    response.status_code = 404
    return response


def _refusal(status: int) -> Response:
    return PlainTextResponse("not here", status, {"Cache-Control": "no-store"})


@cache
def _file(path: str) -> bytes:
    return gzip.compress(_streamlit_files()[path].read_bytes(), 6, mtime=0)


@cache
def _style() -> str:
    return style() + _STYLE.read_text("utf-8")


@cache
def _index(path: str) -> bytes:
    """Return Streamlit's page with our style and words, and all that a visit needs asked for."""
    plotly, *modules = assets(talk=path == TALK)
    ours = [module for module in modules if Path(module).stem in _SCRIPTS]
    early = (
        # The first thing painted has the visitor's own ground, before any file has come.
        '<meta name="color-scheme" content="light dark">'
        f"<style>{_style()}</style><script>{TOO_OLD}</script>"
        f'<meta name="description" content="{DESCRIPTION}">'
    )
    late = (
        "".join(
            f'<link rel="modulepreload" fetchpriority="low" href="{module}">' for module in modules
        )
        # Run once a figure is in place (`plot.js`): that keeps a browser busy for a second.
        + f'<link rel="preload" as="script" fetchpriority="low" href="{plotly}">'
        + "".join(f'<script type="module" src="{module}"></script>' for module in ours)
    )
    chapter = next((chapter for chapter in CHAPTERS if chapter.path == path), None)
    page = (_STATIC / "index.html").read_text("utf-8")
    page = page.replace("<title>Streamlit</title>", f"<title>{TITLE}</title>")
    page = re.sub(r'\s*<link rel="service-desc"[^>]*>', "", page)  # of what is refused here
    page = re.sub(r"<noscript>.*</noscript>", "", page, flags=re.DOTALL)
    # Nothing is painted while a stylesheet of the head is on its way: Streamlit's goes to the foot.
    sheets = re.findall(r'\s*<link rel="stylesheet"[^>]*>', page)
    for sheet in sheets:
        page = page.replace(sheet, "")
    page = page.replace('<meta charset="UTF-8" />', f'<meta charset="UTF-8" />{early}')
    page = page.replace("</head>", f"{late}</head>")
    body = f'<div id="root"></div>{message(chapter)}{FOOT}{"".join(sheets)}'
    page = page.replace('<div id="root"></div>', body)
    # Deep links such as /ceiling need the files' whole path.
    page = re.sub(r'(href|src)="\./', rf'\1="{prefix()}/', page)
    return gzip.compress(page.encode(), 6, mtime=0)
