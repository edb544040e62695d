"""Lines, markers and words are as thick and as large as the look has them; no figure invents one.

The look gives px for a page; a phone and a projector take the same shares of their own line,
marker and words. Tables by hand: a new thickness is a decision, not a slip.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
from tests.views.conftest import Picture
from tests.views.test_chart_words import each_form, each_view

from mureceptor.marks.forms import Form
from mureceptor.views import VIEWS

# Of a line of 3 px: guides, ranges, what is compared with, curves, the subject; and bars.
LINES = (0, 1.25, 1.5, 1.75, 3, 4.2)
BARS = {"reserve": 12, "staying": 9}
GROWS = ("reward",)  # its lines and cells are as large as its numbers: held in its own tests
WHISKERS = (0, 1.25, 1.5, 3)
CAPS = (0, 6, 8)  # [px] half the length of the bar at a whisker's end
HOLLOW, HALO = (2, 2.1), 3  # edges
# Of a dragged marker: counted rings, studies, kept points, what is dragged, a guess.
MARKERS = (0, 0.4, 0.5, 0.6, 0.7, 0.73, 0.75, 0.9, 1, 1.3)
WORDS = (1, 1.1, 1.2)  # of a label
BOXES = (0, 1)  # [px] hairlines


def parts(picture: Picture) -> Iterator[tuple[str, dict[str, Any]]]:
    for panel, spec in picture.panels.items():
        yield from ((panel, trace) for trace in spec["data"])


def among(values: Any, shares: tuple[float, ...], whole: float, *plain: float) -> bool:
    """Whether each value is one of these shares of the whole, or one of the plain ones."""
    allowed = np.array([*(share * whole for share in shares), *plain])
    values = np.atleast_1d(np.asarray(values, float)).ravel()
    return bool((np.abs(values[:, None] - allowed).min(axis=1) < 0.02).all())


@each_view
@each_form
def test_lines_and_markers_are_as_large_as_the_look_has_them(name: str, form: Form) -> None:
    form = VIEWS[name].fit(form)
    px = form.line / 3  # what 1 px of a page is here
    for panel, trace in parts(Picture(name, form)):
        if "width" in trace.get("line", {}) and name not in GROWS:
            assert among(trace["line"]["width"], (*LINES, BARS.get(name, 0)), px, 1), panel
        for error in (trace[axis] for axis in ("error_x", "error_y") if axis in trace):
            assert among(error.get("thickness", 0), WHISKERS, px), panel
            assert among(error.get("width", 0), (), 1, *CAPS), panel
        marker = trace.get("marker", {})
        if "size" in marker and panel == "main":  # cups and balls are counted elsewhere
            assert name in GROWS or among(marker["size"], MARKERS, form.marker, 1), panel
            edges = np.atleast_1d(marker.get("line", {}).get("width", 0.0))
            assert among(edges, (*HOLLOW, HALO), px, 0, *HOLLOW), panel


@each_view
@each_form
def test_words_are_as_large_as_the_look_has_them(name: str, form: Form) -> None:
    form = VIEWS[name].fit(form)
    picture = Picture(name, form)
    for panel, trace in parts(picture):
        if any(trace.get("text", ())):
            sizes = np.broadcast_to(trace["textfont"]["size"], len(trace["text"]))
            seen = [size for size, words in zip(sizes, trace["text"], strict=True) if words]
            assert among(seen, WORDS, form.label, form.tick), panel
    for panel, spec in picture.panels.items():
        for note in spec["layout"].get("annotations", ()):
            if note.get("visible", True):
                assert among(note["font"]["size"], (1,), form.label, form.tick), note["text"]
        for shape in spec["layout"].get("shapes", ()):
            assert shape.get("line", {}).get("width", 0) in (*BOXES, 1.25), panel
