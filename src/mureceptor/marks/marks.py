"""What figures are made of: marks, in the coordinates of the plot that they stand in.

Positions are in the units of the axes unless a mark says otherwise; widths, sizes and shifts are
CSS px. A colour is a token of the look. Marks are drawn in their order. A mark equals itself only:
what does not move stays the same mark from state to state, and is then made into JSON once.
"""

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from mureceptor.marks.look import Symbol, Token
from mureceptor.marks.text import Text

Array = NDArray[np.floating[Any]]
Side = Literal[
    "top left",
    "top center",
    "top right",
    "middle left",
    "middle center",
    "middle right",
    "bottom left",
    "bottom center",
    "bottom right",
]


@dataclass(frozen=True, kw_only=True, eq=False)
class Line:
    """A curve. With a `name` it can be read out: y with `decimals` and `unit`, or else `said`."""

    x: Array
    y: Array
    ink: Token
    width: float
    dash: tuple[float, ...] = ()
    name: str = ""
    unit: str = "%"
    decimals: int = 0
    said: str = ""
    clipped: bool = True


@dataclass(frozen=True, kw_only=True, eq=False)
class Band:
    """A filled range between two curves, with 1 px edges or none."""

    x: Array
    low: Array
    high: Array
    ink: Token
    opacity: float
    edged: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Dot:
    """One marker, and the words on a side of it.

    Without fill and stroke it cannot be seen, but its size keeps words clear of the point. `up`
    and `down` are the lengths of its whisker in units of y, `left` and `right` in units of x.
    """

    x: float
    y: float
    size: float = 0
    symbol: Symbol = "circle"
    fill: Token | None = None
    stroke: Token | None = None
    stroke_width: float = 0
    text: Text = ()
    side: Side = "middle right"
    text_ink: Token = "text"
    text_size: float = 0
    up: float = 0
    down: float = 0
    left: float = 0
    right: float = 0


@dataclass(frozen=True, kw_only=True, eq=False)
class Dots:
    """Markers that move together: one trace, as a redraw takes Plotly longer with each trace.

    `whisker` is the width of their whiskers' line, `cap` half the length of the bar at its ends.
    With a `name` they can be read out: `said`.
    """

    dots: tuple[Dot, ...]
    whisker: float = 0
    cap: float = 0
    name: str = ""
    said: str = ""
    clipped: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Bar:
    """One bar from zero, and the words above it."""

    x: float
    height: float
    width: float
    ink: Token
    opacity: float = 1
    text: Text = ()
    text_ink: Token = "text"
    text_size: float = 0


@dataclass(frozen=True, eq=False)
class Bars:
    """Bars side by side."""

    bars: tuple[Bar, ...]


@dataclass(frozen=True, kw_only=True, eq=False)
class Receptors:
    """100 receptors, ten rows of ten: open cups, and a ball in each of the first that are taken.

    They fill from the bottom left. Their plot goes from 0 to 10 across and from 0 to 100 up.
    Without `cups` they are balls alone, over those of other receptors of the plot.
    """

    taken: float
    ink: Token
    size: float
    cups: bool = True


@dataclass(frozen=True, kw_only=True, eq=False)
class Box:
    """A filled rectangle behind all else."""

    x: tuple[float, float]
    y: tuple[float, float]
    ink: Token
    opacity: float


@dataclass(frozen=True, kw_only=True, eq=False)
class Leader:
    """A straight hairline, from a label to its line or at a level."""

    start: tuple[float, float]
    end: tuple[float, float]
    ink: Token


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where words stand: a point, which side of them it is, and a shift from there.

    Across, the point is a share of the plot's width or (`across="data"`) in units of x; up, it is
    in units of y or (`up="share"`) a share of the plot's height.
    """

    x: float
    y: float
    anchor: Literal["left", "center", "right"] = "left"
    stand: Literal["top", "middle", "bottom"] = "middle"
    shift: tuple[float, float] = (0, 0)  # to the right, upwards
    across: Literal["share", "data"] = "share"
    up: Literal["share", "data"] = "data"


@dataclass(frozen=True, kw_only=True, eq=False)
class Label:
    """Words that stay where they are, on a ground that keeps lines off them.

    `ground` is the opacity of that ground.
    """

    text: Text
    place: Place
    ink: Token
    size: float
    ground: float = 1
    pad: float = 2
    align: Literal["", "left", "center", "right"] = ""
    shown: bool = True


Mark = Line | Band | Dots | Bars | Receptors | Box | Leader | Label
