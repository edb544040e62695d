"""Weeks with a drug, the stop, and what comes after."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import ArrayLike

from mureceptor.marks.look import FULL, PARTIAL
from mureceptor.model.activation import maximal_effect
from mureceptor.views.dependence.numbers import DAYS, EFFICACIES, Weeks, weeks
from mureceptor.views.dependence.state import Dependence
from mureceptor.views.phrases import Table, ink, per_cent

_TAKEN: Final = {"seldom": "now and then", "daily": "daily", "often": "several times a day"}
_BACK: Final = 0.95  # [1] signalling left at which nearly all tolerance is lost


def sentence(state: Dependence) -> str:
    """Say what is left of signalling, and what withdrawal there is."""
    if state.stop == 0:
        return "Nothing is taken: all signalling is left and there is no withdrawal."
    course = weeks(state)
    until = f"Taken {_TAKEN[state.regularity]} until day {state.stop:.0f}"
    low_drug, high_drug = ink(PARTIAL, "low-push drug"), ink(FULL, "high-push drug")
    if state.given != "nothing":
        low, high = (per_cent(moment) for moment in course.sudden[state.given])
        given = "A blocker" if state.given == "blocker" else "A drug of low push"
        if high == per_cent(0):
            return f"{until}. {given} on top of the last intake sets off no withdrawal yet."
        if low == per_cent(0):
            low = "none"
        return (
            f"{until}. {given} on top of the last intake sets off withdrawal at once: "
            f"{ink(FULL, high)} after the {high_drug}, {ink(PARTIAL, low)} after the {low_drug}. "
            "The model shows that moment only."
        )
    (low, high), (low_peak, high_peak) = map(per_cent, course.left), map(per_cent, course.peak)
    if course.peak_day.max() > DAYS:
        return (
            f"{until}, the {low_drug} leaves {ink(PARTIAL, low)} of signalling and the {high_drug} "
            f"{ink(FULL, high)}. Withdrawal comes after day {DAYS}, where these weeks end."
        )
    return (
        f"{until}, the {low_drug} leaves {ink(PARTIAL, low)} of signalling and withdrawal reaches "
        f"{ink(PARTIAL, low_peak)}. For the {high_drug} it is {ink(FULL, high)} and "
        f"{ink(FULL, high_peak)}.{_more(state, course)}"
    )


def _more(state: Dependence, course: Weeks) -> str:
    if state.driver == "taken":
        (low, high), (low_now, high_now) = maximal_effect(EFFICACIES), course.top
        return (
            f" The same loss takes their tops from {per_cent(low)} to "
            f"{ink(PARTIAL, per_cent(low_now))} and from {per_cent(high)} to "
            f"{ink(FULL, per_cent(high_now))}."
        )
    if min(course.signalling_left[:, -1]) > _BACK:
        return f" By day {DAYS} nearly all of the model\u2019s tolerance is lost."
    return ""


def table(state: Dependence) -> Table:
    """Tabulate both drugs, before the stop and after it."""
    course = weeks(state)
    day = f"{state.stop:.0f}"
    rows = (
        ("Highest effect on the first day, %", _shares(course.first)),
        ("Highest effect of the last intake, %", _shares(course.last)),
        (f"Signalling left on day {day}, %", _shares(course.left)),
        (f"Signalling left on day {DAYS}, %", _shares(course.signalling_left[:, -1])),
        ("The drug’s own top before, %", _shares(maximal_effect(EFFICACIES))),
        (f"The drug’s own top on day {day}, %", _shares(course.top)),
        ("Half of its own top takes, times the amount", [f"{s:.2f}" for s in course.shift]),
        ("Withdrawal after the last intake, highest, %", _shares(course.peak)),
        ("... days after the last intake", _days_after(course)),
        ("Withdrawal at once with a blocker, %", _shares(course.sudden["blocker"])),
        ("Withdrawal at once with a low-push drug, %", _shares(course.sudden["low"])),
    )
    return {
        "columns": ["In the model", "Low push", "High push"],
        "rows": [[name, *values] for name, values in rows],
    }


def _shares(values: ArrayLike) -> list[str]:
    return [f"{100 * value:.0f}" for value in np.asarray(values)]


def _days_after(course: Weeks) -> Sequence[str]:
    return [
        f"{day - course.last_day:.1f}" if peak > 0 else "none"
        for day, peak in zip(course.peak_day, course.peak, strict=True)
    ]
