"""What weeks with a drug do, day by day: what the drawing and the words share."""

from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np

from mureceptor.model.checks import Float
from mureceptor.views.course import A_DAY, Course, every_stop
from mureceptor.views.weeks.state import STOP_DAY, Weeks

STOP: Final = A_DAY * STOP_DAY  # index of the stop among the times shown


@dataclass(frozen=True, kw_only=True)
class Numbers:
    """Weeks of several intakes a day until the stop, looked at in one `state`.

    `acts` is how the amount of the last day acts at each time, taken then: like which share of it
    [1] in a body that is not used to the drug. Axes: drug, time shown.
    """

    state: Weeks
    course: Course
    acts: Float

    @property
    def at(self) -> int:
        """The index of the day among the times shown."""
        return A_DAY * int(self.state.day)


def numbers_of(state: Weeks) -> Numbers:
    """Return the weeks as they are looked at in `state`."""
    course, acts = _course()
    return Numbers(state=state, course=course, acts=acts)


@cache
def _course() -> tuple[Course, Float]:
    course = every_stop("often", "effect")[STOP_DAY]
    left = course.signalling_left.copy()
    # The most of a day, as all else that is shown: while it falls, that of the day's beginning.
    for back in range(1, A_DAY + 1):
        left[..., back:] = np.maximum(left[..., back:], course.signalling_left[..., :-back])
    return course, acts_like(course.exposure[STOP], left)


def acts_like(amount: Float, left: Float) -> Float:
    """Return like which share of itself [1] an amount acts with so much signalling left.

    The amount y that does as much with all signalling left: y / (1 + y) = q x / (1 + x), whatever
    the push. `amount` is x [C/K], `left` is q [1].
    """
    return left / (1 + amount * (1 - left))
