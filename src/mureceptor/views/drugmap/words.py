"""Which of grip, push and amount needed changed."""

from mureceptor.views.drugmap.numbers import (
    PUSH_OF_KRATOM,
    START,
    TESTS,
    Disputed,
    Measured,
    Numbers,
    disputed,
    measured,
)
from mureceptor.views.drugmap.state import TOP, Drugmap
from mureceptor.views.phrases import NBSP, Table, as_set, decimals, digits, per_cent


def sentence(now: Numbers) -> str:
    """Say how the made-up drug differs from where it started, in each of the three words."""
    state = now.state
    if state.made_up == START.made_up:
        others = (
            ""
            if state.drugs == "two"
            else " For mitragynine, sources disagree a hundredfold: that is drawn as a hollow bar."
        )
        return (
            "The made-up drug starts with a weak grip and a hard push: its top is "
            f"{per_cent(state.push / 100)}. Buprenorphine is the other way round: a tight grip, "
            f"and breathing that falls by half.{others}"
        )
    return f"Against the start: {_grip(state)}, and {_push(now)}. {_amount(now)}"


def _grip(state: Drugmap) -> str:
    ratio = START.grip / state.grip
    if ratio == 1:
        return "the same grip"
    return f"a grip {_times(ratio)} {'tighter' if ratio > 1 else 'weaker'}"


def _push(now: Numbers) -> str:
    state = now.state
    if state.push == START.push:
        return f"the same push, so the top stays at {per_cent(state.push / 100)}"
    if not state.push:
        return "no push at all"
    if state.push == TOP.high:
        return f"a harder push, so the top is {now.top:g}{NBSP}%: no push reaches {TOP.high:g}"
    harder = "harder" if state.push > START.push else "weaker"
    return f"a {harder} push, so the top is {per_cent(state.push / 100)}"


def _amount(now: Numbers) -> str:
    """Say what follows from both for the amount that gives half of its top."""
    amount = now.needed
    if amount is None:
        return "It takes receptors and does nothing with them: no amount is enough."
    if 0.9 < amount < 1.1:
        return "The amount needed for half its top stays about the same."
    size = "smaller" if amount < 1 else "larger"
    return f"The amount needed for half its top is {_times(amount)} {size}."


def _times(ratio: float) -> str:
    """Write a ratio, or its inverse if that is more than one, as `3 times`."""
    ratio = max(ratio, 1 / ratio)
    written = decimals(ratio) if ratio >= 9.5 else digits(ratio, 2)
    return f"{written}{NBSP}times"


def table(now: Numbers) -> Table:
    """Tabulate the real drugs with their tests, and the made-up one."""
    return {
        "columns": [
            "Drug",
            "Grip: takes half at, nM (Volpe 2011)",
            "Largest effect, %",
            "Of what",
            "Measured",
        ],
        "rows": [
            *(_row(mark) for mark in measured()),
            *(_disputed(drug) for drug in disputed()),
            [
                "Made-up drug",
                as_set(now.state.grip),
                f"{now.top:g}",
                "the largest possible",
                "model",
            ],
        ],
    }


def _disputed(drug: Disputed) -> list[str]:
    low, high = drug.grip
    return [
        drug.name,
        f"not Volpe: {decimals(low)} to {decimals(high)} by source",
        decimals(drug.top),
        "the test’s own reference",
        f"in cells ({PUSH_OF_KRATOM}, secondary source)",
    ]


def _row(mark: Measured) -> list[str]:
    low, high = mark.grip
    where, what = TESTS[mark.laboratory]
    error = f" ({decimals(mark.low)} to {decimals(mark.high)})" if mark.low < mark.high else ""
    return [
        mark.name,
        f"{low:g}" if mark.point else f"{low:g} to {high:g}",
        f"{decimals(mark.top)}{error}",
        f"fall of {what}",
        f"{where} ({mark.laboratory})",
    ]
