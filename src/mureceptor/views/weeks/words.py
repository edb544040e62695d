"""What weeks with a drug do, in words."""

from typing import Final

import numpy as np

from mureceptor.marks.look import FULL, PARTIAL
from mureceptor.model.checks import Float
from mureceptor.views.course import A_DAY, DAY
from mureceptor.views.phrases import Table, ink, per_cent, whole
from mureceptor.views.weeks.numbers import STOP, Numbers
from mureceptor.views.weeks.state import STOP_DAY

_AFTER: Final = DAY > STOP_DAY
_LISTED: Final = (1, 7, 14, 21, 28, 29, 30, 35, 42, 49, 56)  # [day] in the table


def sentence(now: Numbers) -> str:
    """Say what this step is about, on this day."""
    return _STEPS[now.state.step](now)


def _pair(values: Float) -> tuple[str, str]:
    low, high = (per_cent(float(value)) for value in values)
    return ink(PARTIAL, low), ink(FULL, high)


def _daily(now: Numbers) -> str:
    if now.at > STOP:
        return _break(now)
    low, high = _pair(now.acts[:, now.at])
    if now.state.day == 1:
        return (
            f"On the first day the amount acts in full: {low} with low push, {high} with high "
            "push. Then the body gets used to it, and the same amount acts like less: tolerance."
        )
    return (
        f"On day {now.state.day:g} the same amount acts like {low} of it with low push, and like "
        f"{high} with high push: the body has got used to it. That is tolerance. After a break "
        "it is lost, and the old amount is too much."
    )


def _adapt(now: Numbers) -> str:
    low, high = _pair(now.course.expected[:, now.at])
    if now.at > STOP:
        told = f"On day {now.state.day:g}, {_since(now)} after the stop, the body"
        if _over(now):
            return f"{told} expects nearly no effect any more in this model."
        return (
            f"{told} still expects an effect of {low} with low push and {high} with high push. It "
            "is dependent, and no more of the drug comes."
        )
    return (
        f"On day {now.state.day:g} the body expects an effect of {low} with low push and {high} "
        "with high push. That is dependence, and low push builds it too."
    )


def _stop(now: Numbers) -> str:
    if now.at <= STOP:
        low, high = _pair(now.course.expected[:, now.at])
        return (
            f"On day {now.state.day:g} it is still taken, and the body expects an effect of "
            f"{low} with low push and {high} with high push. The stop comes at the end of day "
            f"{STOP_DAY}."
        )
    missing = now.course.withdrawal[:, now.at]
    if _over(now):
        return (
            f"Day {now.state.day:g}: in this model nearly no effect is expected any more. "
            f"Less than 1 % of the largest possible effect is missing after {ink(PARTIAL, 'low')} "
            f"and after {ink(FULL, 'high push')}. How long withdrawal lasts in people, it cannot "
            "say."
        )
    low, high = _pair(now.course.expected[:, now.at])
    gone, gone_high = _pair(missing)
    return (
        f"Day {now.state.day:g}, {_since(now)} after the stop: the body expects an effect of {low} "
        f"after low push and {high} after high push. Of the largest possible effect, {gone} and "
        f"{gone_high} are missing: that is withdrawal. How bad it feels, the model cannot say."
    )


def _again(now: Numbers) -> str:
    if now.at > STOP:
        return _break(now)
    if now.state.day == 1:
        return _daily(now)
    low, high = _pair(now.acts[:, now.at])
    return (
        f"On day {now.state.day:g} it is still taken, and the same amount acts like {low} of it "
        f"with low push, and like {high} with high push. The stop comes at the end of day "
        f"{STOP_DAY}: look at the days after it."
    )


def _break(now: Numbers) -> str:
    low, high = _pair(now.acts[:, now.at])
    used, used_high = (per_cent(float(value)) for value in now.acts[:, STOP])
    return (
        f"After a break of {_since(now)} the same amount acts like {low} of it with low push, and "
        f"like {high} with high push. At the stop it was {used} and {used_high}. The body is "
        "less and less used to it: the same amount of an opioid can kill."
    )


def _over(now: Numbers) -> bool:
    """Whether less than 1 % of the largest possible effect is missing after either drug."""
    return bool((now.course.withdrawal[:, now.at] < 0.01).all())


def _since(now: Numbers) -> str:
    days = int(now.state.day) - STOP_DAY
    return f"{days} day{'s' if days > 1 else ''}"


_STEPS = {"daily": _daily, "adapt": _adapt, "stop": _stop, "again": _again}


def table(now: Numbers) -> Table:
    """Tabulate what is drawn in all steps, for both drugs."""
    course = now.course
    columns = (
        ("the same amount acts like, % of it", now.acts),
        ("what the body expects %", course.expected),
        ("missing after the stop %", np.where(_AFTER, course.withdrawal, np.nan)),
    )
    return {
        "columns": [
            "Day",
            *(f"{name} push, {what}" for what, _ in columns for name in ("Low", "High")),
        ],
        "rows": [
            [
                f"{day}",
                *(_cell(values[drug][A_DAY * day]) for _, values in columns for drug in (0, 1)),
            ]
            for day in _LISTED
        ],
    }


def _cell(value: float) -> str:
    return whole(float(value)) if np.isfinite(value) else "still taken"
