"""The picture that a chat shows of a link."""

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from io import BytesIO
from typing import Any
from urllib.parse import urlencode

import httpx2
import numpy as np
import pytest
from PIL import Image, ImageColor

from contents import CHAPTERS
from mureceptor.marks.forms import NARROW
from mureceptor.marks.look import LIGHT
from mureceptor.marks.marks import Bars, Dots, Line, Receptors
from mureceptor.marks.raster import length
from mureceptor.views import VIEWS
from mureceptor.views.state import State
from page.parts import Chapter
from page.preview import _COLUMN, _EDGE, _RIGHT, HEIGHT, WIDTH, _said, preview
from server.workarounds import font_file

each_chapter = pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda chapter: chapter.key)


def states(chapter: Chapter) -> Iterator[tuple[State, ...]]:
    """The usual state of a chapter's first figure, and one that is worth a click."""
    if not chapter.views:
        yield ()
        return
    view = VIEWS[chapter.views[0]]
    yield (view.state(),)
    for _, fields in view.tries[-1:]:
        yield (view.state(**dict(fields)),)


@cache
def pixels(chapter: Chapter, state: tuple[State, ...]) -> Any:
    image = Image.open(BytesIO(preview(chapter, state, font_file())))
    assert image.format == "PNG"
    assert image.size == (WIDTH, HEIGHT) == (1200, 630)
    return np.asarray(image.convert("RGB")).astype(int)


def count(picture: Any, ink: str) -> int:
    colour = np.array(ImageColor.getrgb(getattr(LIGHT, ink)))
    return int((np.abs(picture - colour).max(axis=2) <= 2).sum())


@each_chapter
def test_it_shows_headline_and_figure_and_cuts_neither(chapter: Chapter) -> None:
    for state in states(chapter):
        picture = pixels(chapter, state)
        drawn = np.abs(picture - ImageColor.getrgb(LIGHT.bg)).max(axis=2) > 12
        words, figure = drawn[:, _EDGE : _EDGE + _COLUMN], drawn[:, _RIGHT:]
        assert words.mean() > 0.03
        assert figure.mean() > 0.02
        for margin in (drawn[:20], drawn[-20:], drawn[:, :30], drawn[:, -14:]):
            assert not margin.any()
        assert not drawn[:, _EDGE + _COLUMN + 4 : _RIGHT - 8].any(), "words run into the figure"


@each_chapter
def test_the_curves_are_there_in_their_inks(chapter: Chapter) -> None:
    for state in states(chapter):
        if not state:
            continue
        view = VIEWS[chapter.views[0]]
        marks = [
            mark
            for plot in view.draw(state[0], view.fit(NARROW))["main"].plots
            for mark in plot.marks
        ]
        inks: set[str] = {mark.ink for mark in marks if isinstance(mark, Line | Receptors)}
        inks |= {bar.ink for mark in marks if isinstance(mark, Bars) for bar in mark.bars}
        dots = [dot for mark in marks if isinstance(mark, Dots) for dot in mark.dots if dot.size]
        inks |= {str(dot.fill or dot.stroke) for dot in dots if dot.fill or dot.stroke}
        assert inks
        picture = pixels(chapter, state)[:, _RIGHT:]
        assert {ink: count(picture, ink) for ink in inks if count(picture, ink) < 40} == {}


@each_chapter
def test_it_is_read_at_a_quarter_of_its_size(chapter: Chapter) -> None:
    """A chat shows it 300 px wide; words of 11 px are read there, and a word is never broken."""
    said = [w for w in _said(chapter, "", font_file()) if w.weight == "bold"]
    assert " ".join(w.said for w in said) == chapter.headline
    assert min(w.size for w in said) / 4 >= 11
    assert all(length(w.said, w.size, "bold", font_file()) <= _COLUMN for w in said)


# --- As the server answers it ---------------------------------------------------------------------


@pytest.fixture(scope="module")
def client(app: Any) -> Iterator[httpx2.Client]:
    with httpx2.Client(base_url=app.url) as client:
        yield client


def named(page: str, key: str) -> str:
    (content,) = re.findall(rf'<meta (?:property|name)="{key}" content="([^"]*)">', page)
    return unescape(content)


@each_chapter
def test_each_chapter_names_its_picture_and_a_program_gets_it(
    chapter: Chapter, client: httpx2.Client, app: Any
) -> None:
    for state in states(chapter):
        query = ""
        if state and state[0] != VIEWS[chapter.views[0]].state():
            texts = state[0].texts().items()
            query = "?" + urlencode({f"{chapter.views[0]}.{key}": text for key, text in texts})
        page = client.get(f"/{chapter.path}{query}").text
        address = named(page, "og:image")
        assert address == f"{app.url}/preview/{chapter.key}.png{query}"
        assert named(page, "twitter:image") == address
        assert named(page, "twitter:card") == "summary_large_image"
        assert [named(page, f"og:image:{side}") for side in ("width", "height")] == ["1200", "630"]
        client.cookies.clear()
        answer = client.get(address, headers={"user-agent": "a-program/1.0", "accept": "*/*"})
        assert (answer.status_code, answer.headers["content-type"]) == (200, "image/png")
        assert "set-cookie" not in answer.headers
        drawn = Image.open(BytesIO(answer.content)).convert("RGB")
        other = np.abs(np.asarray(drawn).astype(int) - pixels(chapter, state)).max(axis=2) > 0
        assert other.mean() < 0.001  # FreeType may draw a letter a hair otherwise the next time
        tag = {"if-none-match": answer.headers["etag"]}
        again = client.get(address, headers=tag)
        assert (again.status_code, again.content) == (304, b"")


def test_a_picture_of_no_chapter_is_not_here(client: httpx2.Client) -> None:
    for path in ("/preview/nothing.png", "/preview/.png", "/preview/short.svg", "/preview/"):
        assert client.get(path).status_code == 404, path


def test_the_talk_has_a_picture_too(client: httpx2.Client) -> None:
    assert client.get(named(client.get("/present").text, "og:image")).status_code == 200


def test_what_cannot_be_had_is_drawn_as_usual(client: httpx2.Client) -> None:
    bad = client.get("/preview/short.png?short.amount=%3Cscript%3E")
    assert bad.status_code == 200
    assert bad.content == client.get("/preview/short.png").content
