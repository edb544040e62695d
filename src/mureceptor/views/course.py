"""Eight weeks with a drug and without it, which two views show.

Two textbook drugs under the same exposure, so that only push differs. Illustrative throughout:
how regularly, how long, and every time scale are settings, not measurements of kratom.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np

from mureceptor.model.activation import curve_shift, maximal_effect
from mureceptor.model.adaptation import adaptation_course, precipitated_withdrawal
from mureceptor.model.checks import Float
from mureceptor.model.exposure import (
    HOURS_PER_DAY,
    effect_driving_exposure,
    exposure_peaks,
    regular_intakes,
    step_times,
)
from mureceptor.views.textbook import FULL_EFFICACY, PARTIAL_EFFICACY

NAMES: Final = ("Low push", "High push")  # of the two drugs, in the order of each first axis
EFFICACIES: Final = np.array([PARTIAL_EFFICACY, FULL_EFFICACY])  # [1]
DAYS: Final = 56  # shown; the stop can come on any of them, and before the first
EXPECTED_SHARE: Final = 0.8  # [1] of the expected effect must be met
# [C/K], [1] push; the blocker leaves less than a hundred-thousandth of the receptors to others.
GIVEN: Final = {"blocker": (1e6, 0.0), "low": (30.0, PARTIAL_EFFICACY)}
A_DAY: Final = 3  # points shown
_SHOWN: Final = HOURS_PER_DAY / A_DAY * np.arange(A_DAY * DAYS + 1)  # [h]
DAY: Final = _SHOWN / HOURS_PER_DAY  # [day] times shown
_PER_DAY: Final = {"seldom": 1 / 3, "daily": 1.0, "often": 3.0}  # [1/day]
_AFTER: Final = 5  # [day] followed beyond the last shown: withdrawal peaks within two


@dataclass(frozen=True, kw_only=True)
class Course:
    """Eight weeks with one day of the stop; axes: drug, time shown.

    Until the stop, `exposure` [C/K], `effect` and `withdrawal` [1] hold the highest of the last 24
    hours; after it they hold what is there. `signalling_left` and `expected`, the effect below
    which withdrawal begins [1], always do. `left` is the signalling left at the stop, `first` and
    `last` the highest effect on the first day and on the last with an intake. `peak` is the highest
    withdrawal since the last intake, `peak_day` when it comes and `last_day` when that intake was
    [day]. `sudden` is the withdrawal in the moment when something is given on top of the last
    intake, `sudden_day` that moment: the peak of the intake's effect.
    """

    exposure: Float
    effect: Float
    signalling_left: Float
    expected: Float
    withdrawal: Float
    left: Float
    first: Float
    last: Float
    last_day: Float
    peak: Float
    peak_day: Float
    sudden: dict[str, Float]
    sudden_day: Float

    @property
    def shift(self) -> Float:
        """How many times the amount it takes for half of the drug's own top, at the stop [1]."""
        return curve_shift(EFFICACIES, self.left)

    @property
    def top(self) -> Float:
        """The drug's own top at the stop [1]."""
        return maximal_effect(self.left * EFFICACIES)


# A pass takes 0.2 s however many stops it follows; two are kept, a megabyte each.
@lru_cache(maxsize=2)
def every_stop(regularity: str, driver: str) -> tuple[Course, ...]:
    """Follow both drugs for every day of the stop, in one pass: a course for each of them.

    `regularity` is a key of the days between intakes, `driver` what drives the loss: "effect", or
    "taken" for the occupancy.
    """
    intakes = regular_intakes(_PER_DAY[regularity], DAYS)
    until = HOURS_PER_DAY * (DAYS + _AFTER)
    # With the peaks: the highest effect is read where it is.
    time = np.unique(np.hstack([step_times(intakes, until), exposure_peaks(intakes), _SHOWN]))
    stops = HOURS_PER_DAY * np.arange(DAYS + 1)
    course = adaptation_course(
        time,
        lambda t: effect_driving_exposure(t, intakes, stop=stops[:, None, None]),
        EFFICACIES,
        expected_share=EXPECTED_SHARE,
        loss_driver="effect" if driver == "effect" else "occupancy",
    )
    at = np.searchsorted(time, _SHOWN)
    before = stops[:, None, None] >= _SHOWN

    def curve(values: Float) -> Float:
        return np.where(before, _highest_of_a_day(values, at), values[..., at])

    last = np.append(0.0, intakes)[np.searchsorted(intakes, stops)]
    since = time >= last[:, None, None]
    row, drug = np.arange(stops.size)[:, None], np.arange(EFFICACIES.size)
    worst = np.where(since, course.withdrawal, 0.0).argmax(axis=-1)
    best = (row, drug, np.where(since, course.effect, 0.0).argmax(axis=-1))
    tables = {
        "exposure": curve(course.exposure)[:, 0],
        "effect": curve(course.effect),
        "signalling_left": course.signalling_left[..., at],
        "expected": EXPECTED_SHARE * course.expectation[..., at],
        "withdrawal": curve(course.withdrawal),
        "left": course.signalling_left[row, drug, np.searchsorted(time, stops)[:, None]],
        "first": course.effect[..., time <= HOURS_PER_DAY].max(axis=-1),
        "last": course.effect[best],
        "last_day": last / HOURS_PER_DAY,
        "peak": course.withdrawal[row, drug, worst],
        "peak_day": time[worst] / HOURS_PER_DAY,
        "sudden_day": time[best[2]] / HOURS_PER_DAY,
    }
    sudden = {
        given: precipitated_withdrawal(
            course.expectation[best],
            course.signalling_left[best],
            np.stack(np.broadcast_arrays(course.exposure[best], amount), axis=-1),
            np.stack(np.broadcast_arrays(EFFICACIES, push), axis=-1),
            expected_share=EXPECTED_SHARE,
        )
        for given, (amount, push) in GIVEN.items()
    }
    return tuple(
        Course(
            **{name: np.array(table[i]) for name, table in tables.items()},
            sudden={given: values[i] for given, values in sudden.items()},
        )
        for i in range(stops.size)
    )


def _highest_of_a_day(values: Float, at: np.ndarray) -> Float:
    """Return the highest in the 24 hours up to each of the steps `at`, evenly spaced over days."""
    pieces = np.maximum.reduceat(values, at, axis=-1)  # each from one step to before the next
    ends = values[..., at]
    for back in range(1, A_DAY + 1):
        np.maximum(ends[..., back:], pieces[..., :-back], out=ends[..., back:])
    return ends
