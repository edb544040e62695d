"""What a chat shows of a link: a chapter's finding beside its first figure, as PNG."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from contents import TITLE
from mureceptor.marks.forms import NARROW
from mureceptor.marks.look import LIGHT, Token
from mureceptor.marks.raster import length, png, wrapped
from mureceptor.marks.svg import contents
from mureceptor.report import claims, records
from mureceptor.report.still import Still
from mureceptor.views import VIEWS
from mureceptor.views.state import State
from mureceptor.views.view import View
from page.html import render
from page.parts import Chapter, ClaimList, ModelPart, Section

WIDTH: Final = 1200
HEIGHT: Final = 630
# All sizes are in pixels of the picture.
_EDGE: Final = 44
_COLUMN: Final = 430  # of the words on the left; the figure has the rest
_RIGHT: Final = _COLUMN + 2 * _EDGE
_HEADLINES: Final = (68, 62, 56, 50, 44)  # the largest that leaves room for the rest is taken
_LEAD: Final = 28
_SMALL: Final = 22
_TITLE: Final = 28  # of a figure
_HELD: Final = 44  # the titles of what a chapter holds
_RULE: Final = 16  # from a caution's rule to its words
_ROW: Final = 1.25  # from one row of small words to the next


@dataclass(frozen=True)
class Words:
    """A row of words; `x`, `y` is where its baseline begins."""

    x: float
    y: float
    size: float
    weight: str
    ink: Token
    said: str


def preview(chapter: Chapter, states: tuple[State, ...], font: str) -> bytes:
    """Return the picture of a chapter, its first figure in the first state; `font` is a file."""
    view = VIEWS[chapter.views[0]] if chapter.views else None
    said = _said(chapter, view.caution if view else "", font)
    drawn = _figure(view, states[0], font) if view else _counted(chapter, font)
    drawn["words"] += said
    picture = render("preview.svg", width=WIDTH, height=HEIGHT, **drawn)
    return png(picture, drawn["scale"], LIGHT, font)


def _said(chapter: Chapter, caution: str, font: str) -> Iterable[Words]:
    """Return the headline, the lead if there is room, what must be read, and whose site it is."""
    warned = wrapped(caution, _SMALL, "600", _COLUMN - _RULE, font) if caution else []
    foot = HEIGHT - _EDGE - _ROW * _SMALL * (1 + len(warned))
    for size in _HEADLINES:
        rows = wrapped(chapter.headline, size, "bold", _COLUMN, font)
        end = _EDGE + len(rows) * 1.1 * size
        if end <= foot - _SMALL:
            break
    for i, row in enumerate(rows):
        yield Words(_EDGE, _EDGE + (0.8 + 1.1 * i) * size, size, "bold", "text", row)
    lead = wrapped(chapter.lead, _LEAD, "", _COLUMN, font)
    if end + (len(lead) + 1) * _ROW * _LEAD <= foot:
        for i, row in enumerate(lead, 1):
            yield Words(_EDGE, end + _ROW * _LEAD * (i + 0.2), _LEAD, "", "text", row)
    for i, row in enumerate(warned, 1):
        y = foot + _ROW * _SMALL * i - 16
        yield Words(_EDGE + _RULE, y, _SMALL, "600", "caution", row)
    yield Words(_EDGE, HEIGHT - _EDGE, _SMALL, "600", "muted", TITLE)


def _titled(title: str, font: str) -> list[Words]:
    rows = wrapped(title, _TITLE, "650", WIDTH - _EDGE - _RIGHT, font)
    return [
        Words(_RIGHT, _EDGE + 22 + i * _ROW * _TITLE, _TITLE, "650", "text", row)
        for i, row in enumerate(rows)
    ]


def _figure(view: View, state: State, font: str) -> dict[str, Any]:
    """Return the main panel as large as there is room, and the words around it."""
    panel = view.draw(state, view.fit(NARROW))["main"]
    form, (left, right) = panel.form, panel.margins
    note = wrapped(view.note, _SMALL, "", WIDTH - _EDGE - _RIGHT, font) if view.note else []
    titled = _titled(view.title, font)
    top = titled[-1].y + 14
    below = top + 32 + _ROW * _SMALL * len(note) + 10
    record = view.dragged[view.controls[0]]
    on_axis = record.label if view.stands(view.controls[0]) == "axis" else ""
    name = panel.x_name or on_axis
    room = HEIGHT - _EDGE - below - (30 if name else 0)
    scale = min(2, room / form.height)
    plot = _RIGHT + left * scale
    return {
        "scale": scale,
        "tag": {
            "kind": view.tag,
            "words": Words(_RIGHT + 10, top + 22, 20, "600", "text", view.tag_words),
            "width": length(view.tag_words, 20, "600", font) + 20,
            "x": _RIGHT,
            "y": top,
        },
        "panel": {
            "x": plot,
            "y": below + form.top * scale,
            "width": WIDTH - _EDGE - right * scale - plot,
            "height": form.plot * scale,
            "tick": form.tick,
            "svg": contents(panel),
        },
        "rows": [],
        "words": [
            *titled,
            *(
                Words(_RIGHT, top + 32 + _ROW * _SMALL * (i + 0.9), _SMALL, "", "muted", row)
                for i, row in enumerate(note)
            ),
            Words(plot, HEIGHT - _EDGE, _SMALL, "600", "text", name),
        ],
    }


def _counted(chapter: Chapter, font: str) -> dict[str, Any]:
    """Return a square for each thing that a chapter without a figure counts."""
    for part in chapter.parts:
        match part:
            case ClaimList():
                title = "How the claims stand"
                counts = {verdict: len(held) for verdict, held in claims.by_verdict().items()}
                break
            case ModelPart(key="left-out"):
                title = part.title
                counts = {way: len(held) for way, held in records.left_out().items()}
                break
    else:
        return _held(chapter, font)
    above = _EDGE + 90
    pitch = (HEIGHT - _EDGE - above) / len(counts)
    rows, words = [], _titled(title, font)
    for i, (name, count) in enumerate(counts.items()):
        y = above + i * pitch
        words.append(Words(_RIGHT, y, 26, "", "text", f"{name.capitalize()}: {count}"))
        rows.append({"y": y + 14, "squares": [_RIGHT + 56 * k for k in range(count)]})
    return {"scale": 1, "tag": None, "panel": None, "rows": rows, "words": words}


def _held(chapter: Chapter, font: str) -> dict[str, Any]:
    """Return the titles of what a chapter holds that neither has a figure nor counts."""
    words, y = _titled("On this page", font), _EDGE + 90.0
    for title in (part.title for part in chapter.parts if isinstance(part, Still | Section)):
        for row in wrapped(title, _HELD, "600", WIDTH - _EDGE - _RIGHT, font):
            words.append(Words(_RIGHT, y, _HELD, "600", "text", row))
            y += _ROW * _HELD
        y += 0.5 * _HELD
    return {"scale": 1, "tag": None, "panel": None, "rows": [], "words": words}
