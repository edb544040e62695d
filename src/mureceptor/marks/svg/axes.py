"""Axes with their names, hairlines, and what lies behind all else."""

from collections.abc import Iterator, Sequence
from typing import Final

from mureceptor.marks.look import Token
from mureceptor.marks.marks import Box
from mureceptor.marks.svg.strokes import CRISP, Frame, colour, number, stroke
from mureceptor.marks.svg.words import text
from mureceptor.marks.text import Text

_TICK: Final = 5  # [px]


def behind(frame: Frame) -> Iterator[str]:
    """Draw hairlines, and what lies behind all else."""
    y = frame.plot.y
    for mark in frame.plot.marks:
        if isinstance(mark, Box):
            x0, x1 = map(frame.across, mark.x)
            foot, top = map(frame.down, mark.y)
            yield (
                f'<rect x="{number(x0)}%" y="{number(top)}" width="{number(x1 - x0)}%"'
                f' height="{number(foot - top)}" fill="{colour(mark.ink)}"'
                f' fill-opacity="{mark.opacity:g}"/>'
            )
    for tick in y.ticks if y.grid else ():
        if not (y.zero and tick == 0):
            yield _hairline(frame, tick, "grid")
    if y.zero and y.low <= 0:
        yield _hairline(frame, 0, "line")


def _hairline(frame: Frame, y: float, ink: Token) -> str:
    down = frame.down(y)
    return stroke(0, down, 100, down, ink, 1, CRISP)


def x_axis(frame: Frame, size: float) -> Iterator[str]:
    """Draw an x axis: the zero line with ticks below it, and their names."""
    axis, foot = frame.plot.x, frame.height
    if axis.line:
        yield stroke(0, foot + 0.5, 100, foot + 0.5, "line", 1, CRISP)
    names: Sequence[Text | str] = axis.names or [f"{tick:g}" for tick in axis.ticks]
    for tick, name in zip(axis.ticks, names, strict=True):
        x = frame.across(tick)
        if not -0.01 <= x <= 100.01:
            continue
        if axis.notched:
            yield stroke(x, foot + 1, x, foot + 1 + _TICK, "line", 1, CRISP)
        if axis.named:
            below = foot + 1 + (_TICK if axis.notched else 0) + 1.2 * size
            yield text(name, x, below, "muted", size, "center")


def y_names(frame: Frame, size: float) -> Iterator[str]:
    """Write the names of a y axis, left of the plot."""
    axis = frame.plot.y
    names: Sequence[Text | str] = axis.names or [f"{tick:g}" for tick in axis.ticks]
    for tick, name in zip(axis.ticks, names, strict=True):
        if axis.named:
            middle = frame.down(tick) + 0.35 * size
            yield text(name, 0, middle, "muted", size, "right", (-7, 0))
