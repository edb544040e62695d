"""Words stand in their panel and off each other, at every corner of the controls and each option.

Their rows are as long as the page's own font makes them, on a phone, a laptop and a projector.
"""

import itertools
from collections.abc import Iterator
from functools import cache
from typing import Any

import numpy as np
import pytest
from tests.marks.seen import Planned, Seen

from mureceptor.marks.forms import NARROW, SCENE, WIDE, Form
from mureceptor.marks.panel import Panel
from mureceptor.marks.plotly import figure
from mureceptor.marks.raster import length
from mureceptor.views import VIEWS
from mureceptor.views.parameter import Choice, Parameter
from mureceptor.views.state import State
from mureceptor.views.view import View
from server.workarounds import font_file

# [px] of a panel, margins included: a phone, the same turned round, a laptop, a wall; and of the
# panel beside it.
SCREENS = [(NARROW, 358, 358), (NARROW, 536, 536), (WIDE, 724, WIDE.side), (SCENE, 1696, 0)]
MOST = 7  # states of a figure in a form
# What can be dragged to anywhere, over any words.
ANYWHERE = {"made-up", "made-up drug"}


def corners(view: View) -> list[State]:
    """Every option with all controls at an end each; of many, as many from all over."""
    ends: dict[str, tuple[Any, ...]] = {}
    for field, record in view.state.parameters().items():
        if isinstance(record, Parameter):
            ends[field] = record.low, record.high
        elif isinstance(record, Choice):
            ends[field] = tuple(record.options)
    every = list(itertools.islice(itertools.product(*ends.values()), 100_000))
    chosen = [every[i] for i in np.linspace(0, len(every) - 1, min(MOST, len(every))).astype(int)]
    return [view.state(), *(view.state(**dict(zip(ends, at, strict=True))) for at in chosen)]


@cache
def long(letters: str, size: float, bold: bool) -> float:
    return length(letters, size, "bold" if bold else "", font_file())


def box(words: Seen) -> tuple[float, float, float, float]:
    """Left, right, top and foot of the letters [px]: from their tops to their baseline."""
    rows, size, anchor, _ = words.look
    x, y = words.points[0]
    wide = max(
        sum(
            long("".join(each[0] for each in run), size, bold)
            for bold, run in itertools.groupby(row, key=lambda each: each[1])
        )
        for row in rows
    )
    left = x - {"left": 0, "center": wide / 2, "right": wide}[anchor]
    return left, left + wide, y - 0.7 * size, y + 1.3 * size * (len(rows) - 1)


def said(words: Seen) -> str:
    return " / ".join("".join(each[0] for each in row) for row in words.look[0])


def drawings(
    view: View, form: Form, main: int, aside: int
) -> Iterator[tuple[State, str, Panel, list[Seen], float]]:
    for state in corners(view):
        for name, panel in view.draw(state, view.fit(form)).items():
            whole = main if name == "main" else aside
            if whole:
                wide = whole - sum(panel.margins)
                seen = list(Planned(figure(panel), panel.form, wide).seen())
                yield state, name, panel, seen, wide


@pytest.mark.parametrize(("form", "main", "aside"), SCREENS, ids=lambda v: getattr(v, "name", v))
@pytest.mark.parametrize("name", VIEWS)
def test_words_stand_in_their_panel_and_off_each_other(
    name: str, form: Form, main: int, aside: int
) -> None:
    for state, _, panel, seen, wide in drawings(VIEWS[name], form, main, aside):
        left, right = panel.margins
        texts = [each for each in seen if each.kind == "text" and any(each.look[0])]
        boxes = [(said(words), box(words)) for words in texts]
        for words, (begin, end, top, foot) in boxes:
            assert begin >= -left - 1, (words, state.texts())
            assert end <= wide + right + 1, (words, end - wide - right, state.texts())
            assert top >= -panel.form.top, (words, state.texts())
            assert foot <= panel.form.plot + panel.form.bottom, (words, state.texts())
        for (words, one), (others, two) in itertools.combinations(boxes, 2):
            if {words, others} & ANYWHERE:
                continue
            beside = min(one[1], two[1]) - max(one[0], two[0])
            over = min(one[3], two[3]) - max(one[2], two[2])
            assert beside < 2 or over < 2, (words, others, beside, over, state.texts())
        marked = [each for each in seen if each.kind == "marker" and any(each.look[1:3])]
        for (words, one), each in itertools.product(boxes, marked):
            (left, top), (right, foot) = each.points.min(axis=0), each.points.max(axis=0)
            beside = min(one[1], right) - max(one[0], left)
            over = min(one[3], foot) - max(one[2], top)
            # From afar a marker is so large that at an end it covers a bit of an axis's number.
            assert min(beside, over) < (20 if form is SCENE else 3), (words, each.look, state)
