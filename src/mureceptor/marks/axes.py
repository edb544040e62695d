"""The axes that several figures have."""

from functools import cache
from typing import Any, Final

import numpy as np

from mureceptor.marks.panel import Axis
from mureceptor.marks.text import plain

EFFECT_TITLE: Final = "Effect, % of the largest possible"
PER_CENT_TICKS: Final = (0.0, 25.0, 50.0, 75.0, 100.0)


@cache
def amount_axis(low: float, high: float) -> Axis:
    """Return a logarithmic axis with plain ticks, 0.01 to 100 rather than powers."""
    decades = range(round(np.log10(low)), round(np.log10(high)) + 1)
    ticks = tuple(10.0**d for d in decades)
    return Axis(low=low, high=high, log=True, ticks=ticks, names=numbers(ticks))


@cache
def per_cent_axis(*, named: bool = True) -> Axis:
    """Return an axis from 0 to 100 per cent; a hair more, or Plotly leaves out the line at 100."""
    return Axis(low=0, high=100.6, ticks=PER_CENT_TICKS, named=named)


def numbers(ticks: tuple[float, ...]) -> tuple[tuple[Any, ...], ...]:
    """Return the ticks' numbers as words."""
    return tuple(plain(f"{tick:,g}") for tick in ticks)
