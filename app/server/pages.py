"""Which address gets which answer: a page, a file of Streamlit's, another address, or none."""

import gzip
import re
from functools import cache
from pathlib import Path
from typing import Final

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from contents import CHAPTERS, DESCRIPTION, TALK, TITLE
from mureceptor.live.routes import assets, packed, prefix, style
from page.html import render
from page.parts import Chapter
from server.headers import TOO_OLD
from server.links import closest, meant
from server.workarounds import page_around, streamlit_file

FOOT: Final = render("foot.html")
_STYLE: Final = Path(__file__).parents[1] / "page" / "page.css"
# Of the page, beside Streamlit's own scripts (`live/browser/`).
_SCRIPTS: Final = ("place", "arrive", "said", "kiosk", "room")
# What else of Streamlit's is answered; its uploads, logins, metrics, agents are not for a visitor.
_PASSED: Final = {"/_stcore/health", "/_stcore/host-config"}
_ROUTED: Final = re.compile(r"/live/|/room(/|$)")  # answered by the routes of `start.py`


class Pages:
    """Answer for pages and files with bytes that were packed once; refuse what is not ours."""

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
            elif below not in _PASSED and not _ROUTED.match(below):
                # In a thread each would take three times as long; packing is done but once.
                answer = _answer(
                    below, scope["query_string"].decode("latin-1"), Headers(scope=scope)
                )
        await answer(scope, receive, send)


def _answer(path: str, query: str, asked: Headers) -> Response:
    if file := streamlit_file(path):
        content, media_type = file
        return packed(content, media_type, asked)
    link = meant(path, query)
    if link is None:
        return _missing(path, asked)
    asked_for = f"{path}?{query}" if query else path
    if link != asked_for:
        return RedirectResponse(prefix() + link, 302, {"Cache-Control": "no-store"})
    return packed(_page(path.removeprefix("/")), "text/html", asked, "no-cache")


def _missing(path: str, asked: Headers) -> Response:
    """Say to a reader, in a page, that there is none; to a program, in two words."""
    if "text/html" not in asked.get("accept", "") or path.startswith(("/static/", "/_stcore/")):
        return _refusal(404)
    near = closest(path)
    page = render(
        "missing.html",
        title=TITLE,
        chapters=CHAPTERS,
        likely=next((c for c in CHAPTERS if near is not None and f"/{c.path}" == near), None),
        home=f"{prefix()}/",
        style=page_style(),
    )
    response = packed(gzip.compress(page.encode()), "text/html", asked, "no-store")
    response.status_code = 404
    return response


def _refusal(status: int) -> Response:
    return PlainTextResponse("not here", status, {"Cache-Control": "no-store"})


@cache
def page_style() -> str:
    """Return the style of every page, its figures' included."""
    return style() + _STYLE.read_text("utf-8")


@cache
def _page(path: str) -> bytes:
    """Return a page's first answer: Streamlit's, with our style and words and all it will ask."""
    plotly, *modules = assets(talk=path == TALK)
    head = render("head.html", description=DESCRIPTION, style=page_style(), script=TOO_OLD)
    early = render(
        "early.html",
        plotly=plotly,
        modules=modules,
        scripts=[module for module in modules if Path(module).stem in _SCRIPTS],
    )
    chapter = next((chapter for chapter in CHAPTERS if chapter.path == path), None)
    page = page_around(TITLE, head, early, _kept(chapter) + FOOT, f"{prefix()}/")
    return gzip.compress(page.encode(), 6, mtime=0)


def _kept(chapter: Chapter | None) -> str:
    """Return what is shown where the live page cannot start; `chapter` None is the talk."""
    headline, lead = (chapter.headline, chapter.lead) if chapter else (TITLE, DESCRIPTION)
    return render("kept.html", title=TITLE, headline=headline, lead=lead)
