"""Plots stacked on one x axis: one cursor goes through them all."""

from collections.abc import Sequence
from dataclasses import dataclass

from mureceptor.marks import notes, parts
from mureceptor.marks.forms import Form, Spec


@dataclass(frozen=True)
class Row:
    """One plot of a stack: Plotly's number of its y axis, its title, and its axis.

    `height` counts against the other rows'; the axis goes from 0 to `top`. `low` says that lines
    run low on the right, so that the words there have a strip of their own, below zero.
    """

    axis: str
    title: str
    height: float
    top: float
    ticks: tuple[float, ...]
    low: bool = False


def layout(rows: Sequence[Row], form: Form, x: Spec, words: Sequence[Spec]) -> Spec:
    """Lay rows out from the top down, a title above each, and below them all the x axis.

    For model output over time, so each row says that it is no prediction.
    """
    gap = (1.3 * form.tick + 12) / form.plot
    unit = (1 - gap * (len(rows) - 1)) / sum(row.height for row in rows)
    axes, above = [], 1.0
    for row in rows:
        below = max(0.0, above - unit * row.height)
        strip = 1.6 * form.tick / form.plot / (above - below) if row.low else 0.0
        axes.append(
            {
                "domain": [below, above],
                "range": [-row.top * strip / (1 - strip), row.top],
                "tickvals": list(row.ticks),
                "anchor": "x",
                "zeroline": True,
                "zerolinecolor": "@line",
            }
        )
        above = below - gap
    titles = [
        {
            **notes.title(row.title, form, axis=row.axis),
            "xref": "x domain",
            "yshift": 3,
            "bgcolor": "@bg",
        }
        for row in rows
    ]
    caveats = [notes.illustrative(form, axis=row.axis) for row in rows]
    return parts.layout(
        form,
        {**x, "anchor": f"y{rows[-1].axis}"},
        axes[0],
        [*titles, *caveats, *words],
        **{
            f"yaxis{row.axis}": parts.y_axis(**axis)
            for row, axis in zip(rows[1:], axes[1:], strict=True)
        },
    )
