"""The words on a figure that stay where they are, and where they stand."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from math import floor
from typing import Any

import numpy as np

from mureceptor.marks.forms import Form
from mureceptor.marks.look import Token
from mureceptor.marks.marks import Label, Place
from mureceptor.marks.text import Text, headed, plain

# Thousands of states show the same words: then they are the same mark.
_once = lru_cache(maxsize=512)


def at_end(y: float) -> Place:
    """Return the place right of a line that ends at this y, in the margin."""
    return Place(x=1, y=y, shift=(12, 0))


@_once
def label(name: str, note: str, ink: Token, form: Form, place: Place, **more: Any) -> Label:
    """Return a line's label: its name in semibold, a note below."""
    return Label(text=headed(name, note), place=place, ink=ink, size=form.label, **more)


def above(form: Form) -> int:
    """Return how far above its plot a title stands [px]; whole, so that all ways to draw agree."""
    return floor(form.top - 1.3 * form.tick) - 2


@_once
def title(text: str | Text, form: Form, *, left: float | None = None, **more: Any) -> Label:
    """Return the y title: horizontal, above the axis, `left` px left of it (the form's margin)."""
    across = form.left if left is None else left
    return Label(
        text=plain(text) if isinstance(text, str) else text,
        place=Place(x=0, y=1, stand="bottom", up="share", shift=(-across, above(form))),
        size=form.tick,
        **{"ink": "muted", "ground": 0, "pad": 1, **more},
    )


def _at_the_foot(text: str, form: Form, ground: float) -> Label:
    place = Place(x=1, y=0, anchor="right", stand="bottom", up="share", shift=(0, 2))
    return Label(text=plain(text), place=place, ink="muted", size=form.tick, ground=ground, pad=0)


@_once
def illustrative(form: Form) -> Label:
    """Return the words that every model output over time carries."""
    return _at_the_foot("Illustrative, not a prediction", form, 0.8)


@_once
def x_title(text: str, form: Form) -> Label:
    """Return the name of an x axis that no control stands under."""
    return _at_the_foot(f"{text} \u2192", form, 0)


def spread(ends: Sequence[float], form: Form, *, rows: float = 2) -> list[float]:
    """Move labels at the ends of lines apart until each has `rows` lines to itself.

    `ends` are percent of an axis from 0 to 100, in any order; the order is kept. The middle of a
    group that has to move stays where it was, unless that leads off the axis: what is placed off
    it, Plotly does not show, and below it stand the names of its ticks.
    """
    gap = 100 * rows * 1.4 * form.label / form.plot
    order = sorted(range(len(ends)), key=lambda i: ends[i])
    placed = [ends[i] for i in order]
    groups = [[y] for y in placed]
    merged = True
    while merged:
        merged = False
        for below, above in pairwise(groups):
            mid_below, mid_above = np.mean(below), np.mean(above)
            if mid_above - mid_below < gap * (len(below) + len(above)) / 2:
                below.extend(above)
                groups.remove(above)
                merged = True
                break
    result = [0.0] * len(ends)
    position = 0
    for group in groups:
        middle = float(np.mean(group))
        for i in range(len(group)):
            result[order[position]] = middle + gap * (i - (len(group) - 1) / 2)
            position += 1
    foot = gap / 4
    for i in order:
        result[i] = max(result[i], foot)
        foot = result[i] + gap
    room = 100.0
    for i in reversed(order):
        result[i] = min(result[i], room)
        room = result[i] - gap
    return result
