"""What a reader reads is true at every state that the controls reach.

All states of a view where there are few, else a fixed sample of states and of corners. The numbers
in each sentence are compared with the model's equations, written here anew: nothing of the package
computes what it is compared with.
"""

import itertools
import math
import random
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import numpy as np
import pytest
from scipy.integrate import solve_ivp

from mureceptor.views import VIEWS
from mureceptor.views.parameter import Choice, Parameter
from mureceptor.views.state import State
from mureceptor.views.view import View

FEW = 6000  # states: fewer are all read
SAMPLE = 400  # states of a view that has more, and as many of its corners
PARTIAL, FULL = 0.7, 20.0  # [1] push of the textbook drugs (design, section 3)


def read(words: str) -> str:
    """Return words as a reader sees them: no colour marks, plain spaces."""
    return re.sub(r":\w+\[([^\]]*)\]", r"\1", words).replace("\u00a0", " ")


def states(view: View) -> Iterator[State]:
    """All states of a view, or a fixed sample of them and of the corners."""
    records = view.state.parameters()
    # Choices first, so that what is computed for one of them is computed once.
    values: dict[str, Any] = {n: [*r.options] for n, r in records.items() if isinstance(r, Choice)}
    values |= {n: r.grid for n, r in records.items() if isinstance(r, Parameter)}
    if math.prod(map(len, values.values())) < FEW:
        chosen: Any = itertools.product(*values.values())
    else:
        ends = (v if isinstance(records[n], Choice) else (v[0], v[-1]) for n, v in values.items())
        draw = random.Random(14)  # noqa: S311
        sample = [[draw.choice(steps) for steps in values.values()] for _ in range(SAMPLE)]
        chosen = draw.sample([*itertools.product(*ends)], SAMPLE) + sample
    for each in chosen:
        yield view.state(**dict(zip(values, each, strict=True)))


@cache
def sentences(name: str) -> list[tuple[Any, str]]:
    """Each state of a view with its sentence."""
    view = VIEWS[name]
    return [(state, read(view.sentence(state))) for state in states(view)]


# --- How a number may be written ------------------------------------------------------------------

NUMBER = r"(under 1|over 99|fewer than 1|more than 99|\d+)"


def says(word: str, share: float, slack: float = 1e-3) -> bool:
    """Whether a whole number of 100 is what a share [0 to 1] comes to; `slack` in points."""
    value = 100 * share
    if word in ("under 1", "fewer than 1"):
        return 0 < value < 0.5 + slack
    if word in ("over 99", "more than 99"):
        return 99.5 - slack <= value < 100
    if int(word) in (0, 100):  # nothing at all, or all of it
        return abs(value - int(word)) < 1e-9
    return abs(value - int(word)) <= 0.5 + slack


def found(pattern: str, told: str) -> tuple[str, ...]:
    """Return what a pattern finds; `#` stands for a whole number of 100. It must be found."""
    match = re.search(pattern.replace("#", NUMBER), told)
    assert match, f"{pattern!r} is not in {told!r}"
    return match.groups()


def effect(*drugs: tuple[float, float]) -> float:
    """Effect [1] of drugs at one receptor, each its amount [C/K] and its push [1]; slope 1."""
    stimulus = sum(push * amount for amount, push in drugs)
    return stimulus / (stimulus + 1 + sum(amount for amount, _ in drugs))


def top(push: float) -> float:
    """Effect [1] with every receptor taken."""
    return push / (1 + push)


# --- Every view -----------------------------------------------------------------------------------

FALSE_KINDS = {
    "nothing or all, for nearly so": r"(?<!fewer than )\b(0|100) of 100 (?!receptors taken, bup)",
    "a move that moves nothing": r"from (\d+ %) to \1",
    "reaching a top that it has": r"to (\d+ %), toward its own top, \1",
    "a bound that says nothing": r"(at least|at most|over) (0|100)\b",
    "a number that is not written out": r"(?<![\d,.])(?<![a-z] )\d{4,}|(?<=at )\d{4,}",
    "one of many": r"(?<![\d.,])1 (receptors are|hours|days|minutes|seconds|points)\b",
    "many of one": r"(?<![\d.,])([2-9]|\d\d+) (receptor is|hour|day|minute|second|point)\b",
    "a sum that is none": r"add up|adds up",
    "for ever": r"\b(always|never)\b",
    "no effect, for a small one": r"changes (little|nothing)(?! here)|no change|hardly",
}


@pytest.mark.parametrize("name", VIEWS)
def test_no_sentence_is_of_a_false_kind(name: str) -> None:
    for _, told in sentences(name):
        for kind, pattern in FALSE_KINDS.items():
            assert not re.search(pattern, told), f"{kind}: {told}"


# --- Naloxone leaves before the opioid ------------------------------------------------------------

# Half-times on the receptor and in the blood [min]: Mann 2022 and the labels, as the evidence has
# them; buprenorphine's and fentanyl's amount is 10 of its own grip.
STAY = {"naloxone": 0.29, "fentanyl": 2.7, "buprenorphine": 60.0}
BLOOD = {"naloxone": 64.2, "fentanyl": 219.0, "buprenorphine": 1980.0}


def contest(opioid: str, blocking: float) -> tuple[Any, Any]:
    """Share of receptors held by the opioid with naloxone, and without, over 8 half-lives."""
    drugs = (opioid, "naloxone")
    off = np.array([math.log(2) / STAY[drug] for drug in drugs])
    halves = np.array([BLOOD[drug] for drug in drugs])
    first = np.array([10.0, blocking])
    times = BLOOD["naloxone"] * np.unique(np.append(np.linspace(0, 8, 801), np.linspace(0, 1, 501)))

    def slope(t: float, held: Any) -> Any:
        return off * (first * 0.5 ** (t / halves) * (1 - held.sum()) - held)

    solved = solve_ivp(slope, (0, times[-1]), [10 / 11, 0], "LSODA", times, rtol=1e-7, atol=1e-9)
    amount = 10 * 0.5 ** (times / BLOOD[opioid])
    return solved.y[0], amount / (1 + amount)


def test_naloxone_is_compared_with_none_and_what_comes_back_is_told() -> None:
    for state, told in sentences("returning"):
        held, alone = contest(state.opioid, state.blocking)
        at = int((alone - held).argmax())
        slack = 0.15  # [points] where the gap is widest both hardly move
        least, without = found(r"down to # of 100 receptors, where it would hold # without", told)
        assert says(least, held[at], slack), told
        assert says(without, alone[at], slack), told
        end, without = found(r"holds # \(# without naloxone\)", told)
        assert says(end, held[-1], 0.05), told
        assert says(without, alone[-1], 0.05), told
        back = re.search(r"takes receptors back up to (\d+); after 8", told)
        assert says(back[1] if back else end, held[at:].max(), 0.1), told
        assert says(least, float(f"{held[at]:.4f}"), slack)
        assert held[at:].max() - held[at] > 0.01, told  # something does come back


# --- Two drugs at one receptor --------------------------------------------------------------------

MIXED: dict[str, tuple[tuple[float, ...], float]] = {
    "full-on-partial": ((PARTIAL,), FULL),
    "partial-on-full": ((FULL,), PARTIAL),
    "naloxone-on-full": ((FULL,), 0.0),
    "naloxone-on-partial": ((PARTIAL,), 0.0),
    "naloxone-on-both": ((FULL, PARTIAL), 0.0),
    "7oh-on-mitragynine": ((0.3,), 0.7),
}


def moved(words: str, start: float, end: float, told: str) -> None:
    """Check where an effect is said to go: to a number, or by less than one point."""
    if words == "by less than 1 point":
        assert 0 < abs(end - start) < 0.01, told
    else:
        (number,) = found("^to # %$", words)
        assert says(number, end), told
        assert not says(number, start, -1e-3) or number in ("under 1", "over 99"), told


def test_a_mixture_does_what_is_said() -> None:
    to = "(to # %|by less than 1 point)"
    for state, told in sentences("mixing"):
        pushes, added = MIXED[state.mixed]
        there = [(state.there, push) for push in pushes]
        start, both = effect(*there), effect(*there, (state.added, added))
        if added == 0:
            begin, end, _ = found(f"lowers the effect of # % {to}", told)
            assert says(begin, start), told
            moved(end, start, both, told)
            tight = [(10 * state.there, push) for push in pushes]
            begin, end, _ = found(f"would give # %, and naloxone would lower that {to}", told)
            assert says(begin, effect(*tight)), told
            moved(end, effect(*tight), effect(*tight, (state.added, 0)), told)
            assert both < start
        elif added > max(pushes):
            taken, begin = found("sits on # of 100 receptors and gives # %", told)
            assert says(taken, state.there / (1 + state.there)), told
            assert says(begin, start), told
            past = re.search(f"top, {NUMBER} %, to {NUMBER} %", told)
            if past:
                assert says(past[1], top(pushes[0])), told
                assert says(past[2], both), told
                assert both > top(pushes[0]) > start, told
            else:
                moved(found(f"lifts that {to}", told)[0], start, both, told)
            does_more = effect((state.added, added)) > both
            assert ("would do more alone" in told) is does_more, told
            (amount,) = found(r"(?:Above|Up to) ([\d.]+) of the .*, the switch-over", told)
            assert ("Above" in told) is does_more is (state.added > float(amount)), told
        else:
            (begin,) = found("alone gives # %", told)
            assert says(begin, start), told
            way, end, _ = found(f"(lowers|raises) that {to}", told)
            moved(end, start, both, told)
            assert way == ("lowers" if both < start else "raises"), told
            near = "nearly its own top" in told
            assert near is (abs(both - top(added)) < 0.01 and f"{both:.2f}" == f"{top(added):.2f}")
            assert near or says(found("toward its own top, # %", told)[0], top(added)), told
            (amount,) = found(r"(?:Above|below) ([\d.]+) of the .*, the switch-over", told)
            assert ("Only below" in told) is (both < start) is (state.there > float(amount)), told


# --- One push in tests that amplify more ----------------------------------------------------------

FIRST = {"7-OH": 0.22, "buprenorphine": 0.21, "morphine": 0.715}  # in a test that amplifies little


def test_one_push_goes_further_where_the_test_amplifies_more() -> None:
    for state, told in sentences("tops"):
        for drug, start in FIRST.items():
            push = start / (1 - start)
            reached = top(push * state.amplification)
            if state.amplification == 1:
                (begin,) = found(f"start at tests that amplify little.*{drug} # %", told)
                assert says(begin, start), told
                continue
            begin, end = found(f"{drug} from # % to # %", told)
            assert says(begin, start), told
            assert says(end, reached), told
            assert begin != end, told


# --- How long drugs stay --------------------------------------------------------------------------


def test_receptors_still_held_are_counted() -> None:
    for state, told in sentences("staying"):
        for drug, half in STAY.items():
            (held,) = found(f"{drug} holds #", told)
            share = 0.5 ** (state.gone / half)
            assert says(held, share) or share == 0, told
