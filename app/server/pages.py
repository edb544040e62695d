"""Which address gets which answer: a page, a file of Streamlit's, another address, or none."""

import gzip
import hashlib
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final
from urllib.parse import parse_qsl, urlencode

from markupsafe import escape
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from contents import CHAPTERS, DESCRIPTION, TALK, TITLE
from mureceptor.live.answers import Answers, BusyError
from mureceptor.live.routes import assets, grounds, packed, prefix, style
from mureceptor.views import VIEWS
from page.asked import Asked
from page.asked import asked as wanted
from page.embed import embed
from page.html import render
from page.parts import Chapter
from page.plain import plain
from page.preview import HEIGHT, WIDTH, preview
from server.headers import FIGURES, TOO_OLD
from server.links import at_home, closest, meant
from server.workarounds import early_font, font, font_file, page_around, streamlit_file

FOOT: Final = render("foot.html")
_FOLDER: Final = Path(__file__).parents[1] / "page"
_STYLES: Final = ("page.css", "plain.css")
# Of the page, beside Streamlit's own scripts (`live/browser/`).
_SCRIPTS: Final = ("stopped", "arrive", "said", "kiosk", "small", "handover", "paper")
# What else of Streamlit's is answered; its uploads, logins, metrics, agents are not for a visitor.
_PASSED: Final = {"/_stcore/health", "/_stcore/host-config"}
_PREVIEW: Final = re.compile(r"/preview/(\w+)\.png")
_ROUTED: Final = re.compile(r"/live/|/room(/|$)")  # answered by the routes of `start.py`


class Pages:
    """Answer for pages and files with bytes that were packed once; refuse what is not ours."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.pages = Answers(_page)
        self.embeds = Answers(_embed)
        self.previews = Answers(preview)

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
                query = scope["query_string"].decode("latin-1")
                answer = await self._answer(below, query, Headers(scope=scope), scope["scheme"])
        await answer(scope, receive, send)

    async def _answer(self, path: str, query: str, asked: Headers, scheme: str) -> Response:
        # In a thread each file would take three times as long; packing is done but once.
        if file := streamlit_file(path):
            content, media_type = file
            return packed(content, media_type, asked)
        # Scheme and host as a proxy tells them, if uvicorn trusts it (`--forwarded-allow-ips`).
        home = f"{scheme}://{asked.get('host', 'localhost')}{prefix()}"
        if path == "/robots.txt":
            return PlainTextResponse(f"User-agent: *\nAllow: /\nSitemap: {home}/sitemap.xml\n")
        if path == "/sitemap.xml":
            pages = render("sitemap.xml", addresses=[f"{home}/{c.path}" for c in CHAPTERS])
            return Response(pages, media_type="application/xml")
        if picture := _PREVIEW.fullmatch(path):
            return await self._preview(picture[1], query, asked)
        link = meant(path, query)
        if link is None:
            return _missing(path, asked)
        link = at_home(link)
        if link != (f"{path}?{query}" if query else path):
            return RedirectResponse(prefix() + link, 302, {"Cache-Control": "no-store"})
        name = path.removeprefix(FIGURES) if path.startswith(FIGURES) else ""
        chapter = _chapter_of(name) if name else _chapter_at(path)
        wish = wanted(chapter, _read(query)) if chapter else None
        try:
            if name:
                content = await self.embeds.get(wish, home, name)
            else:
                content = await self.pages.get(wish, home)
        except BusyError:
            return _refusal(503)
        return _tagged(packed(content, "text/html", asked, "no-cache"), content, asked)

    async def _preview(self, key: str, query: str, asked: Headers) -> Response:
        chapter = next((chapter for chapter in CHAPTERS if chapter.key == key), None)
        if chapter is None:
            return _refusal(404)
        states = wanted(chapter, _read(query)).states[:1]
        try:
            content = await self.previews.get(chapter, states, font_file())
        except BusyError:
            return _refusal(503)
        response = Response(content, 200, {"Cache-Control": "no-cache"}, "image/png")
        return _tagged(response, content, asked)


def _read(query: str) -> dict[str, str]:
    return dict(parse_qsl(query, keep_blank_values=True))


def _chapter_at(path: str) -> Chapter | None:
    return next((c for c in CHAPTERS if c.path == path.removeprefix("/")), None)


def _chapter_of(view: str) -> Chapter:
    return next(c for c in CHAPTERS if view in c.views)


def _tagged(response: Response, content: bytes, asked: Headers) -> Response:
    """Name the version of an answer, and do not send what the visitor still has."""
    tag = f'"{hashlib.sha256(content).hexdigest()[:20]}"'
    if tag in asked.get("if-none-match", ""):  # a proxy may have made it a weak one
        kept = {k: v for k, v in response.headers.items() if k in {"cache-control", "vary"}}
        response = Response(status_code=304, headers=kept)
    response.headers["ETag"] = tag
    return response


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
    return style() + "".join((_FOLDER / name).read_text("utf-8") for name in _STYLES)


def _embed(wish: Asked, home: str, name: str) -> bytes:
    """Return the view `name` by itself; `home` is as for a page."""
    page = embed(
        wish,
        name,
        _link,
        canonical=f"{home}/{_chapter_of(name).path}",
        style=early_font(f"{prefix()}/")
        + page_style()
        + (_FOLDER / "embed.css").read_text("utf-8"),
        font=prefix() + font(),
        icon=f"{prefix()}/favicon.png",
    )
    return gzip.compress(page.encode(), 9, mtime=0)


def _page(wish: Asked | None, home: str) -> bytes:
    """Return a first answer: all that can be read, and what makes it live; None is the talk.

    `home` is the address of the first page, as the visitor's browser knows it.
    """
    chapter = next((c for c in CHAPTERS if wish and c.key == wish.chapter), None)
    name = chapter.name if chapter else "The talk"
    plotly, *modules = assets(talk=chapter is None)
    home_path = f"{prefix()}/"
    page = page_around(
        title=escape(f"{name} \u00b7 {TITLE}"),
        head=render(
            "head.html",
            site=TITLE,
            title=f"{name} \u00b7 {TITLE}",
            description=f"{chapter.headline} {chapter.lead}" if chapter else DESCRIPTION,
            address=f"{home}/{chapter.path if chapter else TALK}",
            picture=home + _previewed(chapter or CHAPTERS[0], wish),
            picture_size=(WIDTH, HEIGHT),
            picture_words=(chapter or CHAPTERS[0]).headline,
            grounds=grounds(),
            style=early_font(home_path) + page_style(),
            script=TOO_OLD,
        ),
        body=(
            plain(wish, _link) if wish else "",
            ("" if wish else render("kept.html", title=TITLE, lead=DESCRIPTION)) + FOOT,
        ),
        late=render(
            "late.html",
            plotly=plotly,
            modules=modules,
            scripts=[module for module in modules if Path(module).stem in _SCRIPTS],
        ),
        home=home_path,
    )
    return gzip.compress(page.encode(), 9, mtime=0)


def _previewed(chapter: Chapter, wish: Asked | None) -> str:
    """Return the path of a chapter's picture, its first figure as it is asked for."""
    query = ""
    for name, state in zip(chapter.views[:1], wish.states[:1] if wish else (), strict=False):
        if state != VIEWS[name].state():
            texts = {f"{name}.{field}": text for field, text in state.texts().items()}
            query = f"?{urlencode(texts)}"
    return f"/preview/{chapter.key}.png{query}"


def _link(path: str, query: Mapping[str, str]) -> str:
    return f"{prefix()}/{path}" + (f"?{urlencode(query)}" if query else "")
