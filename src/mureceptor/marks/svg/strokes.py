"""Where things lie on a plot, and lines and paths that lie there."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from mureceptor.marks.look import Token
from mureceptor.marks.marks import Array
from mureceptor.marks.panel import Axis, Panel, Plot

# A curve's own coordinates, whole numbers that are stretched to the plot: so it is the same text in
# each form of a figure, and packs into few bytes.
WIDE: Final = 10_000
HIGH: Final = 2000


@dataclass(frozen=True)
class Frame:
    """One plot on its panel: its axes, and where it lies from the top [px]."""

    plot: Plot
    top: float
    height: float

    @staticmethod
    def of(plot: Plot, panel: Panel) -> "Frame":
        """Return where a plot lies on its panel."""
        low, high = plot.up
        whole = panel.form.plot
        return Frame(plot, (1 - high) * whole, (high - low) * whole)

    def open(self) -> str:
        """Return the start of the element that holds the plot."""
        left, right = self.plot.across
        return (
            f'<svg x="{100 * left:g}%" width="{100 * (right - left):g}%" y="{self.top:.2f}"'
            f' height="{self.height:.2f}" overflow="visible">'
        )

    def across(self, x: float) -> float:
        """Return a place across in per cent of the plot's width."""
        return float(100 * share(np.asarray(x, float), self.plot.x))

    def down(self, y: float) -> float:
        """Return a place in px from the plot's top."""
        return float(self.height * (1 - share(np.asarray(y, float), self.plot.y)))


def share(values: Array, axis: Axis) -> Array:
    """Return how far along an axis values lie, from 0 to 1."""
    low, high = float(axis.low), float(axis.high)
    if axis.log:
        with np.errstate(divide="ignore"):
            values, (low, high) = np.log10(values), np.log10([low, high])
    return np.asarray((values - low) / (high - low))


def colour(token: Token | None) -> str:
    """Return the colour of a token, which the page's style gives."""
    return f"var(--{token})" if token else "none"


def number(value: float) -> str:
    """Write a number in as few signs as two digits after the point take."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def stroke(
    x0: float, y0: float, x1: float, y1: float, ink: Token, width: float, more: str = ""
) -> str:
    """Return a straight line, x in per cent and y in px."""
    return (
        f'<line x1="{number(x0)}%" y1="{number(y0)}" x2="{number(x1)}%" y2="{number(y1)}"'
        f' stroke="{colour(ink)}" stroke-width="{width:g}"{more}/>'
    )


CRISP: Final = ' shape-rendering="crispEdges"'


def at(x: float, y: float, inside: str) -> str:
    """Return what is drawn in px around a point, x in per cent."""
    return f'<svg x="{number(x)}%" y="{number(y)}" overflow="visible">{inside}</svg>'


def path(x: Array, y: Array, frame: Frame) -> str:
    """Return a path in stretched coordinates; it breaks where there is no number.

    Each point is told by its way from the one before: that packs into half of the bytes.
    """
    across = np.round(WIDE * share(x, frame.plot.x))
    down = np.round(HIGH * (1 - share(y, frame.plot.y)))
    path: list[str] = []
    before, pen = None, ""
    for here in zip(across.tolist(), down.tolist(), strict=True):
        if here[0] != here[0] or here[1] != here[1]:
            before = None
            continue
        if before is None:
            path.append(f"M{here[0]:.0f} {here[1]:.0f}")
            pen = "l"
        else:
            path.append(f"{pen}{here[0] - before[0]:.0f} {here[1] - before[1]:.0f}")
            pen = " "
        before = here
    return "".join(path)


def stretched(inside: str, frame: Frame, *, clipped: bool = True) -> str:
    """Return what is drawn in stretched coordinates, on its plot."""
    over = "" if clipped else ' overflow="visible"'
    return (
        f'<svg viewBox="0 0 {WIDE} {HIGH}" width="100%" height="{frame.height:g}"'
        f' preserveAspectRatio="none"{over}>{inside}</svg>'
    )


FIXED: Final = ' vector-effect="non-scaling-stroke"'
