"""What weeks with a drug do, day by day: what the drawing and the words share."""

from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np

from mureceptor.model.activation import effect
from mureceptor.model.binding import occupancy
from mureceptor.model.checks import Float
from mureceptor.views.course import A_DAY, EFFICACIES, Course, every_stop
from mureceptor.views.weeks.state import STOP_DAY, Weeks

STOP: Final = A_DAY * STOP_DAY  # index of the stop among the times shown


@dataclass(frozen=True, kw_only=True)
class Numbers:
    """Weeks of several intakes a day, looked at in one `state`; axes: drug, time shown.

    `taken` goes on to the end, `stopped` ends at the stop. `again` is the effect [1] that the
    amount of the last day would have at each time after the stop, if it were taken then.
    """

    state: Weeks
    taken: Course
    stopped: Course
    again: Float

    @property
    def at(self) -> int:
        """The index of the day among the times shown."""
        return A_DAY * int(self.state.day)

    @property
    def as_much(self) -> Float:
        """The amount that had the same effect at the stop as the same amount has on this day.

        In units of that amount [1]; infinite where no amount had so much effect.
        """
        amount = self.stopped.exposure[STOP]
        left = self.stopped.signalling_left
        share: Float = occupancy(amount, 1.0) * left[:, self.at] / left[:, STOP]
        enough: Float = np.full_like(share, np.inf)
        np.divide(share, 1 - share, out=enough, where=share < 1)
        return enough / float(amount)


def numbers_of(state: Weeks) -> Numbers:
    """Return the weeks as they are looked at in `state`."""
    taken, stopped, again = _courses()
    return Numbers(state=state, taken=taken, stopped=stopped, again=again)


@cache
def _courses() -> tuple[Course, Course, Float]:
    stops = every_stop("often", "effect")
    stopped = stops[STOP_DAY]
    pushes = stopped.signalling_left * EFFICACIES[:, None]
    again = effect(stopped.exposure[STOP], 1.0, pushes)
    return stops[-1], stopped, again
