"""Weeks with a drug, the stop, and what comes after."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import ArrayLike

from mureceptor.marks.look import FULL, PARTIAL
from mureceptor.model.activation import maximal_effect
from mureceptor.views.course import DAYS, EFFICACIES, NAMES
from mureceptor.views.dependence.numbers import Weeks
from mureceptor.views.phrases import Table, as_set, decimals, ink, per_cent, whole

_TAKEN: Final = {"seldom": "now and then", "daily": "daily", "often": "several times a day"}
_BACK: Final = 0.95  # [1] signalling left at which nearly all tolerance is lost


def sentence(course: Weeks) -> str:
    """Say what is left of signalling, and what withdrawal there is."""
    state = course.state
    if state.stop == 0:
        return "Nothing is taken: all signalling is left and there is no withdrawal."
    until = f"Taken {_TAKEN[state.regularity]} until day {as_set(state.stop)}"
    low_drug, high_drug = ink(PARTIAL, "low-push drug"), ink(FULL, "high-push drug")
    if state.given != "nothing":
        low, high = (
            per_cent(moment) if moment else "none" for moment in course.sudden[state.given]
        )
        given = "A full block" if state.given == "blocker" else "A drug of low push"
        if high == low == "none":
            return (
                f"{until}. {given} on top of the last intake sets off no withdrawal in this model. "
                "In a person it can."
            )
        return (
            f"{until}. {given} on top of the last intake sets off withdrawal at once: "
            f"{ink(FULL, high)} after the {high_drug}, {ink(PARTIAL, low)} after the {low_drug}. "
            "The model shows that moment only."
        )
    (low, high), (low_peak, high_peak) = map(per_cent, course.left), map(per_cent, course.peak)
    late = course.peak_day > DAYS
    if late.any():
        whose = "Withdrawal" if late.all() else "The high-push drug\u2019s withdrawal"
        return (
            f"{until}, the {low_drug} leaves {ink(PARTIAL, low)} of signalling and the {high_drug} "
            f"{ink(FULL, high)}. {whose} is highest after day {DAYS}, where these weeks end."
        )
    return (
        f"{until}, the {low_drug} leaves {ink(PARTIAL, low)} of signalling and withdrawal reaches "
        f"{ink(PARTIAL, low_peak)}. For the {high_drug} it is {ink(FULL, high)} and "
        f"{ink(FULL, high_peak)}.{_more(course)}"
    )


def _more(course: Weeks) -> str:
    if course.state.driver == "taken":
        low, high = (
            f"from {per_cent(before)} to {ink(kind, per_cent(now))}"
            if per_cent(before) != per_cent(now)
            else f"down from {ink(kind, per_cent(before))} by less than 1 point"
            for before, now, kind in zip(
                maximal_effect(EFFICACIES), course.top, (PARTIAL, FULL), strict=True
            )
        )
        return f" The same loss takes their tops {low} and {high}."
    if min(course.signalling_left[:, -1]) > _BACK:
        return (
            f" By day {DAYS} nearly all of the model\u2019s tolerance is lost. After a break "
            "from daily opioids, the old amount can kill."
        )
    return ""


def table(course: Weeks) -> Table:
    """Tabulate both drugs, before the stop and after it."""
    day = as_set(course.state.stop)
    rows = (
        ("Highest effect on the first day, %", _shares(course.first)),
        ("Highest effect of the last intake, %", _shares(course.last)),
        (f"Signalling left on day {day}, %", _shares(course.left)),
        (f"Signalling left on day {DAYS}, %", _shares(course.signalling_left[:, -1])),
        ("The drug’s own top before, %", _shares(maximal_effect(EFFICACIES))),
        (f"The drug’s own top on day {day}, %", _shares(course.top)),
        ("Half of its own top takes, times the amount", [decimals(s, 2) for s in course.shift]),
        ("Withdrawal after the last intake, highest, %", _shares(course.peak)),
        ("... days after the last intake", _days_after(course)),
        ("Withdrawal at once with a full block, %", _shares(course.sudden["blocker"])),
        ("Withdrawal at once with a low-push drug, %", _shares(course.sudden["low"])),
    )
    return {
        "columns": ["In the model", *NAMES],
        "rows": [[name, *values] for name, values in rows],
    }


def _shares(values: ArrayLike) -> list[str]:
    return [whole(value) for value in np.asarray(values).tolist()]


def _days_after(course: Weeks) -> Sequence[str]:
    return [
        decimals(day - course.last_day, 1) if peak > 0 else "none"
        for day, peak in zip(course.peak_day, course.peak, strict=True)
    ]
