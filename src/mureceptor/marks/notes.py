"""The words on a chart that stay where they are: line labels, axis titles, standing notes."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from mureceptor.marks.forms import Form, Spec


def label(
    name: str,
    note: str,
    colour: str,
    form: Form,
    *,
    at: tuple[float, float] | None = None,
    end: float | None = None,
    anchor: str = "left",
    axis: str = "",
) -> Spec:
    """Return a line's label: its name in semibold, a note below.

    `end` puts it right of a line that ends at this y. `at` puts it inside the plot: a share of
    the plot's width, and a y.
    """
    if end is not None:
        place: Spec = {"x": 1, "y": end, "xanchor": "left", "xshift": 12}
    else:
        x, y = at or (0, 0)
        place = {"x": x, "y": y, "xanchor": anchor}
    return {
        **place,
        "xref": f"x{axis} domain",
        "yref": f"y{axis}",
        "yanchor": "middle",
        "text": f"<b>{name}</b>" + (f"<br>{note}" if note else ""),
        "showarrow": False,
        "align": anchor,
        "font": {"size": form.label, "color": colour},
        "bgcolor": "@bg",
        "borderpad": 2,
    }


def lead(start: tuple[float, float], to: tuple[float, float], colour: str) -> Spec:
    """Return a hairline from a label to its line, in data coordinates."""
    return {
        "type": "line",
        "x0": start[0],
        "y0": start[1],
        "x1": to[0],
        "y1": to[1],
        "line": {"color": colour, "width": 1},
    }


def spread(ends: Sequence[float], form: Form, *, rows: float = 2) -> list[float]:
    """Move labels at the ends of lines apart until each has `rows` lines to itself.

    `ends` are percent of an axis from 0 to 100, in any order; the order is kept. The middle of a
    group that has to move stays where it was, unless that leads off the axis: what is placed off
    it, Plotly does not show.
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
    room = 100.0
    for i in reversed(order):
        result[i] = min(result[i], room)
        room = result[i] - gap
    return result


def title(text: str, form: Form, *, axis: str = "", left: bool = True) -> Spec:
    """Return the y title: horizontal, above the axis, at the panel's left edge."""
    return {
        "text": text,
        "x": 0,
        "y": 1,
        "xref": f"x{axis} domain",
        "yref": f"y{axis} domain",
        "xanchor": "left",
        "yanchor": "bottom",
        "xshift": -form.left if left else 0,
        "yshift": form.top - 1.3 * form.tick - 2,
        "showarrow": False,
        "font": {"size": form.tick, "color": "@muted"},
    }


def _at_the_foot(text: str, form: Form, ground: str, *, axis: str = "") -> Spec:
    """Return words in the plot, bottom right."""
    return {
        **title(text, form, axis=axis, left=False),
        "x": 1,
        "y": 0,
        "xref": "x domain",
        "xanchor": "right",
        "yshift": 2,
        "bgcolor": ground,
        "borderpad": 0,
    }


def illustrative(form: Form, *, axis: str = "") -> Spec:
    """Return the words that every model output over time carries."""
    return _at_the_foot("Illustrative, not a prediction", form, "@bg/0.8", axis=axis)


def x_title(text: str, form: Form) -> Spec:
    """Return the name of an x axis that no control stands under."""
    return _at_the_foot(f"{text} \u2192", form, "@bg/0")
