"""The pieces that every figure is drawn from, as Plotly JSON."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from mureceptor.marks.forms import Form, Spec
from mureceptor.marks.look import Kind

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


def amount_axis(low: float, high: float) -> Spec:
    """Return a logarithmic x axis with plain ticks, 0.01 to 100 rather than powers.

    It is a hair longer than asked for: what lies at an end is sent with seven digits, and Plotly
    leaves out what lies outside.
    """
    decades = range(round(np.log10(low)), round(np.log10(high)) + 1)
    return {
        "type": "log",
        "range": [np.log10(low) - 1e-6, np.log10(high) + 1e-6],
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
