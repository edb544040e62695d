"""The pieces that every figure is drawn from, as Plotly JSON."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any
from urllib.parse import quote

import numpy as np
from numpy.typing import ArrayLike

from mureceptor.figures.forms import Form
from mureceptor.look import Kind
from mureceptor.parameters import AMOUNT

Spec = dict[str, Any]

EFFECT_TITLE = "Effect, % of the largest possible"
PER_CENT_TICKS = (0, 25, 50, 75, 100)


def curve(
    x: ArrayLike,
    y: ArrayLike,
    kind: Kind,
    *,
    name: str,
    width: float,
    unit: str = "%",
    **more: Any,
) -> Spec:
    """Return a line in its kind's colour and dash; the readout shows `name` and `unit` of y."""
    return {
        "type": "scatter",
        "mode": "lines",
        "name": name,
        "x": np.asarray(x),
        "y": np.asarray(y),
        "line": {
            "color": kind.colour,
            "width": width,
            "dash": kind.dash_at(width),
            "simplify": False,
        },
        "hovertemplate": f"%{{y:.0f}} {unit}",
        **more,
    }


@dataclass(frozen=True)
class Dot:
    """One dragged marker: where it sits, and the kind of the curve it sits on."""

    x: float
    y: float
    kind: Kind
    scale: float = 1  # of the form's marker size; smaller for the same drug in other people
    hollow: bool = False  # read in somebody else's text, a "secondary source"


def dragged(dots: Sequence[Dot], form: Form, *, words: str = "") -> Spec:
    """Return all that follows the pointer: a marker on each curve and a guide down to zero.

    `words` stand beside the guide, half way between the first marker and the last. All is one
    trace, because Plotly's time for a redraw grows with the number of traces.
    """
    top = max(range(len(dots)), key=lambda i: dots[i].y)
    xs, ys = [dot.x for dot in dots], [dot.y for dot in dots]
    texts, positions = [""] * len(dots), ["middle right"] * len(dots)
    if words:
        xs.append(dots[0].x)
        ys.append((dots[0].y + dots[-1].y) / 2)
        texts.append(words)
        positions.append("middle right")
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": xs,
        "y": ys,
        "text": texts,
        "textposition": positions,
        "textfont": {"size": form.tick, "color": "@text"},
        "marker": {
            "symbol": [dot.kind.symbol for dot in dots] + ["circle"] * bool(words),
            "size": [form.marker * dot.scale for dot in dots] + [form.marker] * bool(words),
            "color": ["@bg" if dot.hollow else dot.kind.colour for dot in dots]
            + ["@bg/0"] * bool(words),
            "line": {
                "color": [dot.kind.colour if dot.hollow else "@bg" for dot in dots]
                + ["@bg/0"] * bool(words),
                "width": form.line,
            },
            "opacity": 1,
        },
        "error_y": {
            "type": "data",
            "symmetric": False,
            "array": [0] * len(xs),
            "arrayminus": [ys[i] if i == top else 0 for i in range(len(xs))],
            "color": "@text",
            "thickness": 1.25 * form.line / 3,
            "width": 0,
        },
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def words(
    x: float, y: float, text: str, side: str, form: Form, *, axis: str = "", **more: Any
) -> Spec:
    """Return words that a control changes, on the `side` of a point.

    They are a trace, because for an annotation Plotly redraws the whole plot.
    """
    return {
        "type": "scatter",
        "mode": "text",
        "x": [x],
        "y": [y],
        "yaxis": f"y{axis}",
        "text": [text],
        "textposition": [side],
        "textfont": {"size": form.tick, "color": "@text"},
        "hoverinfo": "skip",
        "cliponaxis": False,
        **more,
    }


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


def band(
    x: ArrayLike, low: ArrayLike, high: ArrayLike, kind: Kind, share: float, *, edge: bool
) -> list[Spec]:
    """Return a filled range in a kind's colour at `share` opacity, with 1 px edges or none."""
    line = {"color": f"{kind.colour}/0.8", "width": 1 if edge else 0}
    bare = {
        "type": "scatter",
        "mode": "lines",
        "x": np.asarray(x),
        "line": line,
        "hoverinfo": "skip",
    }
    fill = {"fill": "tonexty", "fillcolor": f"{kind.colour}/{share}"}
    return [{**bare, "y": np.asarray(low)}, {**bare, "y": np.asarray(high), **fill}]


def spread(ends: Sequence[float], form: Form, *, rows: float = 2) -> list[float]:
    """Move labels at the ends of lines apart until each has `rows` lines to itself.

    `ends` are percent of an axis from 0 to 100, in any order; the order is kept. The middle of a
    group that has to move stays where it was.
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


def illustrative(form: Form, *, axis: str = "") -> Spec:
    """Return the words that every model output over time carries, in the plot, bottom right."""
    return {
        **title("Illustrative, not a prediction", form, axis=axis, left=False),
        "x": 1,
        "y": 0,
        "xref": "x domain",
        "xanchor": "right",
        "yshift": 2,
        "bgcolor": "@bg/0.8",
        "borderpad": 0,
    }


def amount_axis(low: float, high: float) -> Spec:
    """Return a logarithmic x axis with plain ticks, 0.01 to 100 rather than powers."""
    decades = range(round(np.log10(low)), round(np.log10(high)) + 1)
    return {
        "type": "log",
        "range": [np.log10(low), np.log10(high)],
        "tickvals": [10.0**d for d in decades],
        "ticktext": [f"{10.0**d:g}" for d in decades],
    }


def per_cent_axis() -> Spec:
    """Return an axis from 0 to 100 per cent; a hair more, or Plotly leaves out the line at 100."""
    return {"range": [0, 100.6], "tickvals": list(PER_CENT_TICKS)}


def layout(form: Form, x: Spec, y: Spec, annotations: Sequence[Spec], **more: Any) -> Spec:
    """Return the layout of one plot: horizontal hairlines, a zero line, axes held still."""
    return {
        "height": form.height,
        "margin": {
            "l": form.left,
            "r": form.right,
            "t": form.top,
            "b": form.bottom,
            "autoexpand": False,
        },
        "paper_bgcolor": "@bg",
        "plot_bgcolor": "@bg",
        "font": {"family": "Source Sans, sans-serif", "size": form.tick, "color": "@muted"},
        "xaxis": x_axis(**x),
        "yaxis": y_axis(**y),
        "showlegend": False,
        "annotations": list(annotations),
        "hovermode": "x unified",
        "hoverlabel": {
            "bgcolor": "@bg",
            "bordercolor": "@line",
            "font": {"size": form.tick, "color": "@text"},
        },
        "uirevision": "keep",
        **more,
    }


def effect_plot(data: Sequence[Spec], labels: Sequence[Spec], form: Form, **more: Any) -> Spec:
    """Return a whole panel: effect [%] against the amount of one drug, on a log axis."""
    x = amount_axis(AMOUNT.low, AMOUNT.high)
    annotations = [title(EFFECT_TITLE, form), *labels]
    return {"data": list(data), "layout": layout(form, x, per_cent_axis(), annotations, **more)}


def x_axis(**more: Any) -> Spec:
    """Return an x axis: the zero line with ticks below it."""
    return {
        "showgrid": False,
        "zeroline": False,
        "showline": True,
        "linecolor": "@line",
        "ticks": "outside",
        "ticklen": 5,
        "tickcolor": "@line",
        **more,
    }


def y_axis(**more: Any) -> Spec:
    """Return a y axis: hairlines only."""
    return {
        "gridcolor": "@grid",
        "zeroline": False,
        "showline": False,
        "ticks": "",
        "ticklabelstandoff": 6,
        **more,
    }


# --- 100 receptors ------------------------------------------------------------------------------

_CUP = "M{0} {1}a3.3 3.1 0 0 0 6.6 0"  # the lower arc of a cup 6.6 wide, from its left rim
_CUP_HEIGHT, _BALL_HEIGHT = (
    5.2,
    5.2,
)  # of a row's 10 units: the rim, and the centre of a seated ball


def receptors(
    taken: float, colour: str, form: Form, *, axis: str = "2", symbol: str = "circle"
) -> Spec:
    """Return the balls seated in the first `taken` of 100 receptors, from the bottom left."""
    place = np.arange(100)
    return {
        "type": "scatter",
        "mode": "markers",
        "x": place % 10 + 0.5,
        "y": np.where(place < round(taken), place // 10 * 10 + _BALL_HEIGHT, np.nan),
        "xaxis": f"x{axis}",
        "yaxis": f"y{axis}",
        "marker": {"size": 0.73 * form.marker, "color": colour, "symbol": symbol},
        "hoverinfo": "skip",
    }


def count_below(text: str, form: Form, *, axis: str = "2") -> Spec:
    """Return how many receptors are taken, in words below them."""
    clear = {"mode": "markers+text", "marker": {"size": 6, "opacity": 0}}  # of the line above
    return words(0, 0, text, "bottom right", form, axis=axis, xaxis=f"x{axis}", **clear)


def cups(*, axis: str = "2") -> Spec:
    """Return the 100 receptors themselves as one image: open cups, ten rows of ten."""
    paths = "".join(
        _CUP.format(f"{10 * i + 1.7:g}", f"{10 * j + 10 - _CUP_HEIGHT:g}")
        for j in range(10)
        for i in range(10)
    )
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" preserveAspectRatio="none">'
        f'<path d="{paths}" fill="none" stroke="@line" stroke-width="1.6"'
        ' vector-effect="non-scaling-stroke"/></svg>'
    )
    return {
        "source": "data:image/svg+xml," + quote(svg, safe="@/ =:',"),
        "xref": f"x{axis}",
        "yref": f"y{axis}",
        "x": 0,
        "y": 100,
        "sizex": 10,
        "sizey": 100,
        "sizing": "stretch",
        "layer": "below",
    }
