"""What weeks with a drug do, in words."""

from typing import Final

import numpy as np

from mureceptor.marks.look import FULL, PARTIAL, Kind
from mureceptor.model.checks import Float
from mureceptor.views.course import A_DAY, DAY
from mureceptor.views.phrases import Table, decimals, ink, per_cent, whole
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
    low, high = _pair(now.taken.effect[:, now.at])
    if now.state.day == 1:
        return (
            f"On the first day the drug gives {low} of the largest possible effect with low push, "
            f"and {high} with high push. Then it does less and less: that is tolerance."
        )
    first, first_high = (per_cent(float(value)) for value in now.taken.first)
    return (
        f"On day {now.state.day:g} the same amount gives {low} of the largest possible effect "
        f"with low push ({first} on the first day), and {high} with high push ({first_high}). The "
        "longer it is taken, the less it does: that is tolerance."
    )


def _adapt(now: Numbers) -> str:
    low, high = _pair(now.taken.expected[:, now.at])
    return (
        f"On day {now.state.day:g} the body expects an effect of {low} with low push and {high} "
        "with high push. That is dependence, and low push builds it too."
    )


def _stop(now: Numbers) -> str:
    if now.at <= STOP:
        low, high = _pair(now.stopped.expected[:, now.at])
        return (
            f"On day {now.state.day:g} it is still taken, and the body expects an effect of "
            f"{low} with low push and {high} with high push. The stop comes at the end of day "
            f"{STOP_DAY}."
        )
    missing = now.stopped.withdrawal[:, now.at]
    if bool((missing < 0.01).all()):
        return (
            f"Day {now.state.day:g}: in this model nearly no effect is expected any more. "
            f"Less than 1 % of the largest possible effect is missing after {ink(PARTIAL, 'low')} "
            f"and after {ink(FULL, 'high push')}. How long withdrawal lasts in people, it cannot "
            "say."
        )
    low, high = _pair(missing)
    return (
        f"Day {now.state.day:g}: nearly all of what the body expects is missing. After low push "
        f"that is {low} of the largest possible effect, after high push {high}: withdrawal. How "
        "bad it feels, the model cannot say."
    )


def _again(now: Numbers) -> str:
    if now.at <= STOP:
        low, high = _pair(now.stopped.effect[:, now.at])
        return (
            f"On day {now.state.day:g} it is still taken, and gives {low} with low push and "
            f"{high} with high push. The stop comes at the end of day {STOP_DAY}: look at the days "
            "after it."
        )
    low, high = (
        _as_much(kind, times)
        for kind, times in zip((PARTIAL, FULL), now.as_much.tolist(), strict=True)
    )
    since = now.state.day - STOP_DAY
    return (
        f"After a break of {since:g} day{'s' if since > 1 else ''} the same amount does what "
        f"{low} did at the stop, with low push. With high push it does what {high} did. So the "
        "same amount of an opioid can kill."
    )


def _as_much(kind: Kind, times: float) -> str:
    return ink(
        kind,
        f"{decimals(times, 1).removesuffix('.0')} times as much" if times < 100 else "no amount",
    )


_STEPS = {"daily": _daily, "adapt": _adapt, "stop": _stop, "again": _again}


def table(now: Numbers) -> Table:
    """Tabulate what is drawn in all steps, for both drugs."""
    columns = (
        ("taken daily, effect %", now.taken.effect),
        ("what the body expects %", now.taken.expected),
        ("missing after the stop %", np.where(_AFTER, now.stopped.withdrawal, np.nan)),
        ("the same amount again, effect %", np.where(_AFTER, now.again, np.nan)),
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
