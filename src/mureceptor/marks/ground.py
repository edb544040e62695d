"""The free ground of a plot: where words find room that lines run past and that move with a state.

Positions are in units of the plot's axes, which are linear.
"""

from copy import copy
from typing import Final, Self

import numpy as np
from numpy.typing import ArrayLike

from mureceptor.marks.forms import Form
from mureceptor.marks.panel import Axis

# Width of the main plot [px] that words are placed for; a phone's lies between a small one's and a
# large one's, where words are off by less than half of themselves.
_ROOM: Final = {"narrow": 285, "wide": 528, "scene": 1260}
_LETTER: Final = 0.52  # width of one, and
_ROW: Final = 1.25  # height of a row, in sizes of the type
_EVERY: Final = 48, 60  # places that are tried, across and up


class Ground:
    """What is taken of a plot: by lines, all over the same `x`, and by words."""

    def __init__(
        self,
        x: ArrayLike,
        lines: ArrayLike,
        form: Form,
        *,
        across: Axis,
        up: Axis,
        between: tuple[float, float],
    ) -> None:
        self.form, self.across, self.up = form, across, up
        self.between = between  # units of y: the lowest foot and the highest head of words
        self.x = np.asarray(x, float)
        self.lines = np.array(lines, float)[:, None]
        self.words: list[tuple[float, float, float, float]] = []

    def again(self) -> Self:
        """Return the same ground, for the words of one state more."""
        other = copy(self)
        other.words = [*self.words]
        return other

    def take(self, left: float, right: float, foot: float, head: float) -> None:
        """Keep words off a part of the plot."""
        self.words.append((left, right, foot, head))

    def wide(self, words: str, size: float) -> float:
        """Return about how wide words of so many px are, in units of x."""
        px = _LETTER * size * max(map(len, words.split("\n")))
        return (self.across.high - self.across.low) * px / _ROOM[self.form.name]

    def high(self, words: str, size: float) -> float:
        """Return how high words of so many px are, in units of y."""
        px = _ROW * size * len(words.split("\n"))
        return (self.up.high - self.up.low) * px / self.form.plot

    def near(self, x: float, y: float, words: str, size: float) -> tuple[float, float]:
        """Return where words find room that wish to begin at x, their middle at y; take it."""
        wide, high = self.wide(words, size), self.high(words, size)
        first, last, (bottom, top) = self.across.low, self.across.high, self.between
        steps = (last - first) / _EVERY[0], (top - bottom) / _EVERY[1]
        lefts = np.append(np.arange(first, last - wide, steps[0]), x)
        lefts = np.clip(lefts, first + steps[0] / 2, last - wide)
        feet = np.arange(bottom, top - high, steps[1])
        over = np.abs(self.x - lefts[:, None] - wide / 2) <= (wide + 0.8 * steps[0]) / 2
        over = over & np.isfinite(self.lines)
        lows = list(np.where(over, self.lines, np.inf).min(axis=-1))
        highs = list(np.where(over, self.lines, -np.inf).max(axis=-1))
        for left, right, foot, head in self.words:
            beside = (right < lefts) | (lefts + wide < left)
            lows.append(np.where(beside, np.inf, foot))
            highs.append(np.where(beside, -np.inf, head))
        above = feet > np.array(highs)[..., None] + 0.7 * steps[1]
        below = feet + high < np.array(lows)[..., None] - 0.7 * steps[1]
        free = (above | below).all(axis=0)
        far = ((lefts[:, None] - x) / (last - first)) ** 2
        far = far + ((feet + high / 2 - y) / (top - bottom)) ** 2
        i, j = np.unravel_index(np.where(free, far, far + 9).argmin(), far.shape)
        left, foot = float(lefts[i]), float(feet[j])
        self.take(left, left + wide, foot, foot + high)
        return left, foot + high / 2
