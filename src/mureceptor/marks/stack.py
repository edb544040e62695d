"""Plots stacked on one x axis: one cursor goes through them all."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from mureceptor.marks.forms import Form
from mureceptor.marks.labels import illustrative
from mureceptor.marks.marks import Label, Mark, Place
from mureceptor.marks.panel import Axis, Panel, Plot
from mureceptor.marks.text import plain


@dataclass(frozen=True, kw_only=True)
class Row:
    """One plot of a stack: its title and its y axis, from 0 to `top`.

    `height` counts against the other rows'. `low` says that lines run low on the right, so that
    the words there have a strip of their own, below zero.
    """

    title: str
    height: float
    top: float
    ticks: tuple[float, ...]
    low: bool = False


def stack(rows: Sequence[tuple[Row, Iterable[Mark]]], form: Form, x: Axis, **more: Any) -> Panel:
    """Lay rows with their marks out from the top down, and below them all the x axis.

    For model output over time, so each row says that it is no prediction.
    """
    gap = (1.3 * form.tick + 12) / form.plot
    unit = (1 - gap * (len(rows) - 1)) / sum(row.height for row, _ in rows)
    plots, above = [], 1.0
    for row, marks in rows:
        below = max(0.0, above - unit * row.height)
        strip = 1.6 * form.tick / form.plot / (above - below) if row.low else 0.0
        y = Axis(low=-row.top * strip / (1 - strip), high=row.top, ticks=row.ticks, zero=True)
        words = (_title(row, form), illustrative(form))
        plots.append(Plot(x=x, y=y, up=(below, above), marks=(*marks, *words)))
        above = below - gap
    return Panel(form=form, plots=tuple(plots), stacked=True, **more)


@lru_cache(maxsize=64)
def _title(row: Row, form: Form) -> Label:
    place = Place(x=0, y=1, stand="bottom", up="share", shift=(-form.left, 3))
    return Label(text=plain(row.title), place=place, ink="muted", size=form.tick, pad=1)
