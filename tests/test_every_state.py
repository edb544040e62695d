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
from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
import pytest
from scipy.integrate import solve_ivp
from tests.views.test_worded import NUMBER as NUMBERS
from tests.views.test_worded import WORDED

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


@pytest.mark.parametrize("name", VIEWS)
def test_every_sentence_is_one_that_was_agreed(name: str) -> None:
    said = {re.sub(NUMBERS, "#", told) for _, told in sentences(name)}
    agreed = {place: set(WORDED[name].get(place, ())) for place in ("sentences", "elsewhere")}
    assert said - agreed["sentences"] - agreed["elsewhere"] == set(), "said and not agreed"
    assert agreed["elsewhere"] - said == set(), "agreed and not said"


# --- Naloxone leaves before the opioid ------------------------------------------------------------

# Half-times on the receptor and in the blood [min]: Mann 2022 and the labels, as the evidence has
# them; buprenorphine's and fentanyl's amount is 10 of its own grip.
STAY = {"naloxone": 0.29, "fentanyl": 2.7, "buprenorphine": 60.0}
BLOOD = {"naloxone": 64.2, "fentanyl": 219.0, "buprenorphine": 1980.0}


TIMES = np.unique(np.append(np.linspace(0, 480, 801), np.linspace(0, 60, 501)))  # [min]


def contest(opioid: str, blocking: float) -> tuple[Any, Any, Any]:
    """Shares held by the opioid and by naloxone, and by the opioid without it, at `TIMES`."""
    drugs = (opioid, "naloxone")
    off = np.array([math.log(2) / STAY[drug] for drug in drugs])
    halves = np.array([BLOOD[drug] for drug in drugs])
    first = np.array([10.0, blocking])

    def slope(t: float, held: Any) -> Any:
        return off * (first * 0.5 ** (t / halves) * (1 - held.sum()) - held)

    solved = solve_ivp(slope, (0, TIMES[-1]), [10 / 11, 0], "LSODA", TIMES, rtol=1e-7, atol=1e-9)
    amount = 10 * 0.5 ** (TIMES / BLOOD[opioid])
    return solved.y[0], solved.y[1], amount / (1 + amount)


def test_naloxone_is_compared_with_none_and_what_comes_back_is_told() -> None:
    for state, told in sentences("returning"):
        held, _, alone = contest(state.opioid, state.blocking)
        at = int((alone - held).argmax())
        slack = 0.15  # [points] where the gap is widest both hardly move
        least, without = found(
            r"leaves \w+ # of 100 receptors, where it would hold # without", told
        )
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


def told_of_more(more: float, both: float, told: str) -> None:
    """Check what ten times as much of the drug with more push is said to come to.

    Nothing is said of it where that is not to be seen in whole per cents.
    """
    number = re.search(f"with 10 times as much of the .* the effect would be {NUMBER} %", told)
    if number:
        assert says(number[1], more), told
        assert more > both, told
        assert not says(number[1], both, -1e-3) or number[1] in ("under 1", "over 99"), told
    else:
        assert abs(more - both) < 0.01, told


def test_a_mixture_does_what_is_said() -> None:
    to = "(to # %|by less than 1 point)"
    for state, told in sentences("mixing"):
        pushes, added = MIXED[state.mixed]
        there = [(state.there, push) for push in pushes]
        start, both = effect(*there), effect(*there, (state.added, added))
        more = effect(*((10 * state.there, push) for push in pushes), (state.added, added))
        if added == 0:
            begin, end, _ = found(f"lowers the effect of # % {to}", told)
            assert says(begin, start), told
            moved(end, start, both, told)
            assert both < start
            if "More opioid can win the receptors back" in told:
                told_of_more(more, both, told)
                assert end != "by less than 1 point", told
            else:  # nothing is to be seen, so nothing is won back
                assert end == "by less than 1 point", told
                assert told.endswith("So small a change is not seen here."), told
                assert start - both < 0.01
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
            alone = effect((state.added, added))
            if near := re.search("Alone it would do (less|more), by less than 1 point", told):
                assert (alone < both) is (near[1] == "less"), told
                assert abs(alone - both) < 0.01, told
            elif alone < both:
                assert says(found("So little of it would do less alone: # %", told)[0], alone), told
            else:
                (number,) = found("Alone it gives # %, but the .* is no shield", told)
                assert says(number, alone), told
                told_of_more(effect(*there, (10 * state.added, added)), both, told)
            assert ("no shield" in told) <= (alone > both), told
        else:
            (begin,) = found("alone gives # %", told)
            assert says(begin, start), told
            way, end, _ = found(f"(lowers|raises) that {to}", told)
            moved(end, start, both, told)
            assert way == ("lowers" if both < start else "raises"), told
            near_top = "nearly its own top" in told
            assert near_top is (
                abs(both - top(added)) < 0.01 and f"{both:.2f}" == f"{top(added):.2f}"
            )
            assert near_top or says(found("toward its own top, # %", told)[0], top(added)), told
            assert ("That is no shield" in told) is (both < start), told
            if both < start:
                told_of_more(more, both, told)
            else:
                (limit,) = found("alone gives more than # %, the .* lowers the effect", told)
                assert says(limit, top(added)), told
                assert start < top(added), told


# --- The brake on reward --------------------------------------------------------------------------


def test_each_drug_lets_go_of_as_much_as_is_said() -> None:
    for state, told in sentences("reward"):
        taken, full, partial = found(
            "With # of 100 receptors on the brake cells taken, the full agonist lets go of # % of "
            "the brake in this model, and the partial agonist of # %",
            told,
        )
        assert says(taken, state.amount / (1 + state.amount)), told
        assert says(full, effect((state.amount, FULL))), told
        assert says(partial, effect((state.amount, PARTIAL))), told


# --- One push in tests that amplify more ----------------------------------------------------------

FIRST = {"7-OH": 0.22, "buprenorphine": 0.21, "morphine": 0.715}  # in a test that amplifies little


def test_one_push_goes_further_where_the_test_amplifies_more() -> None:
    for state, told in sentences("tops"):
        for drug, start in FIRST.items():
            if state.drugs == "one" and drug != "7-OH":
                assert drug not in told, "it is not drawn"
                continue
            push = start / (1 - start)
            reached = top(push * state.amplification)
            if state.amplification == 1:
                (begin,) = found(
                    f"starts from a test that amplifies little.*{drug} # %"
                    if state.drugs == "all"
                    else f"{drug} # % where the test amplifies little.*Same drug",
                    told,
                )
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


# --- One drug and two, at 100 receptors -----------------------------------------------------------


def taken_at(amount: float) -> float:
    """Share of receptors taken [1] at an amount [C/K]."""
    return amount / (1 + amount)


def test_receptors_taken_and_free_are_counted() -> None:
    for state, told in sentences("receptor"):
        taken, free = found("# of 100 receptors (?:is|are) taken and # (?:is|are) free", told)
        assert says(taken, taken_at(state.amount)), told
        assert int(taken) + int(free) == 100, told
        assert says(
            found(r"Ten times as much would take #\.", told)[0], taken_at(10 * state.amount)
        )


def test_a_full_and_a_partial_drug_do_what_is_said() -> None:
    for state, told in sentences("short"):
        taken, full, partial = found(
            "With # of 100 receptors taken, the full agonist gives # % of the largest possible "
            "effect and the partial agonist # %",
            told,
        )
        assert says(taken, taken_at(state.amount)), told
        assert says(full, effect((state.amount, FULL))), told
        assert says(partial, effect((state.amount, PARTIAL))), told
        assert says(found(r"Its top, # %, is lower but not safe", told)[0], top(PARTIAL)), told
        assert told.endswith("breathing can slow too."), told


def test_a_guess_is_told_from_the_top_that_is_labelled() -> None:
    for state, told in sentences("guess"):
        guess = found("(?:The ring stands at|A guess of) # %", told)[0]
        assert says(guess, state.height / 100), told
        if state.answer == "hidden":
            assert says(found("this partial agonist gets to # %", told)[0], top(PARTIAL)), told
            continue
        answer = 88  # 7 of 8, as the label has it
        assert found("The model says # %", told) == (f"{answer}",), told
        off = re.search(r"is (\d+) points? too (low|high)", told)
        gap = int(off[1]) * (1 if off[2] == "low" else -1) if off else 0
        assert gap == answer - state.height, told
        assert ("is right" in told) is (gap == 0), told


def test_both_tops_of_one_drug_are_told_whichever_is_the_lower() -> None:
    for state, told in sentences("reserve"):
        more, strength = state.amplification, {"low": PARTIAL, "high": FULL}[state.push]
        pushes = (strength * max(more, 1), strength * max(1 / more, 1))
        # Made in the body, there is never more of it than an amount of 1.
        pain, breathing = (
            top(push) if state.formation == "ready" else effect((1, push)) for push in pushes
        )
        told_breathing, told_pain = found(
            "tops out at # % for slowed breathing and # % for pain relief", told
        )
        assert says(told_pain, pain), told
        assert says(told_breathing, breathing), told
        times = re.search(r"With ([\d.]+) times the spare receptors for (pain|breath)", told)
        assert (times is None) is (more == 1), told
        if times:
            assert float(times[1]) == pytest.approx(max(more, 1 / more), rel=5e-3), told
            assert (times[2] == "pain") is (more > 1), told
        assert ("two tops" in told) <= (pain > breathing), told
        assert ("stops at the lower top, and breathing is slowed" in told) <= (pain < breathing)


# --- Breathing, blood, the map --------------------------------------------------------------------


def test_breathing_is_what_the_fits_leave_of_it() -> None:
    for state, told in sentences("breathing"):
        rho = state.taken / 100
        taken, partial = found(
            "With # of 100 receptors taken, buprenorphine leaves breathing at # %", told
        )
        assert says(taken, rho), told
        assert says(partial, 1 - 0.56 * rho), told
        if rho > 0.02:
            low, high = found(r"\(# to # % across simulated people\)", told)
            assert says(low, 1 - 0.90 * rho), told
            assert says(high, 1 - 0.18 * rho), told
        naive = (1 - rho**5.2) * (1 - 0.6227 * rho**1.629)
        daily = (1 - rho**9) * (1 - 0.42 * rho**2.365)
        assert says(found("Fentanyl leaves # %", told)[0], naive), told
        used = re.search(f"or {NUMBER} % in people used to opioids", told)
        assert says(used[1] if used else found("Fentanyl leaves # %", told)[0], daily), told


def test_blood_is_told_as_a_share_of_its_own_peak() -> None:
    def blood(t: float) -> float:
        terms = ((2.757, 0.5887), (0.03355, 0.01532), (-2.791, 1.6))
        return max(0.0, sum(size * math.exp(-rate * t) for size, rate in terms))

    for state, told in sentences("plasma"):
        assert re.match(rf"{state.since:g} hours? after one intake", told), told
        assert says(found("is at # % of its peak", told)[0], blood(state.since) / blood(1)), told


def ratio_of(words: str) -> float:
    return float(words.replace(",", ""))


def test_a_made_up_drug_differs_from_its_start_as_is_said() -> None:
    def needed(grip: float, percent: float) -> float:
        share = min(percent / 100, 0.999)  # the model's hardest push
        return grip / (1 + share / (1 - share))

    for state, told in sentences("drugmap"):
        if (state.grip, state.push) == (316.2, 90):
            assert "its top is 90 %" in told
            continue
        tighter = 316.2 / state.grip
        grip = re.search(r"a grip ([\d.,]+) times (tighter|weaker)", told)
        assert ("the same grip" in told) is (grip is None) is (tighter == 1), told
        if grip:
            assert ratio_of(grip[1]) == pytest.approx(max(tighter, 1 / tighter), rel=0.05), told
            assert (grip[2] == "tighter") is (tighter > 1), told
        push = re.search(r"a (harder|weaker) push, so the top is ([\d.]+) %", told)
        if push:
            assert float(push[2]) == min(state.push, 99.9), told
            assert (push[1] == "harder") is (state.push > 90), told
        else:
            assert ("no push at all" in told) is (state.push == 0), told
            assert ("the top stays at 90 %" in told) is (state.push == 90), told
        amount = needed(state.grip, state.push) / needed(316.2, 90)
        times = re.search(r"half its top is ([\d.,]+) times (smaller|larger)", told)
        if times:
            assert ratio_of(times[1]) == pytest.approx(max(amount, 1 / amount), rel=0.055), told
            assert (times[2] == "smaller") is (amount < 1), told
        else:
            assert ("no amount is enough" in told) is (state.push == 0), told
            assert ("about the same" in told) <= (0.9 < amount < 1.1), told


# --- Drugs of one's own ---------------------------------------------------------------------------


def test_what_is_built_does_what_is_said() -> None:
    for state, told in sentences("sandbox"):
        drugs = [
            (getattr(state, f"amount{i}") * getattr(state, f"grip{i}"), getattr(state, f"push{i}"))
            for i in range(1, int(state.drugs) + 1)
        ]
        scale, n = state.spare * state.left, state.steepness
        room = 1 + sum(amount for amount, _ in drugs)

        def does(*mixed: tuple[float, float], scale: float = scale, n: float = n) -> float:
            stimulus = scale * sum(push * amount for amount, push in mixed)
            return 1.0 / float(1 + ((1 + sum(amount for amount, _ in mixed)) / stimulus) ** n)

        if len(drugs) == 1:
            taken, here, most = found(
                "With # of 100 receptors taken, drug 1 gives # % .* tissue is # %", told
            )
            assert says(taken, taken_at(drugs[0][0])), told
            assert says(here, does(drugs[0])), told
            assert says(most, 1 / (1 + (scale * drugs[0][1]) ** -n)), told
            continue
        counts = [*re.findall(f"sits on {NUMBER}", told), *found("# (?:is|are) free", told)]
        shares = [*(amount / room for amount, _ in drugs), 1 / room]
        for count, share in zip(counts, shares, strict=True):
            assert says(count, share, 0.5 + 1e-9), told  # they add up, so one may be rounded away
        written = [int(count) for count in counts if count.isdigit()]
        if len(written) == len(counts):
            assert sum(written) == 100, told
        together, alone = found("Together they give # % .* alone would give # %", told)
        assert says(together, does(*drugs)), told
        assert says(alone, does(drugs[0])), told


def test_a_task_is_done_when_it_is() -> None:
    seen = set()
    for state, told in sentences("sandbox"):
        push, count, n = state.spare * state.left, int(state.drugs), state.steepness

        def does(drugs: list[tuple[float, float]], push: float = push, n: float = n) -> float:
            stimulus = sum(push * tau * x for x, tau in drugs)
            return float(stimulus**n / (stimulus**n + (1 + sum(x for x, _ in drugs)) ** n))

        drugs = [
            (getattr(state, f"amount{i}") * getattr(state, f"grip{i}"), getattr(state, f"push{i}"))
            for i in range(1, count + 1)
        ]
        here, alone = does(drugs), does(drugs[:1])
        own = (push * state.push1) ** n / (1 + (push * state.push1) ** n)
        done = {
            "full": state.push1 <= 1 and own >= 0.9,
            "past": count > 1 and here > own,
            "half": count == 2 and state.push2 <= 0.02 and here <= alone / 2,
            "none": False,
        }[state.task]
        near = state.task == "past" and abs(here - own) < 0.01
        assert near or told.startswith("Done: ") is done, told
        assert told.startswith(("Done: ", "Task: ")) is (state.task != "none"), told
        if state.task == "full" and done:
            assert state.spare > 1, "the spare receptors did it"
        seen.add((state.task, done))
    assert len(seen) >= 6


NAMES = {"spare": "spare receptors", "left": "signalling left"}


def test_all_that_differs_from_a_pinned_view_is_told() -> None:
    draw = random.Random(15)  # noqa: S311
    view, ways = VIEWS["sandbox"], set()
    for state in [*states(view)][::2]:
        values = {
            name: record.format(draw.choice(record.grid))
            for name, record in view.state.parameters().items()
            if isinstance(record, Parameter) and draw.random() < 0.2
        }
        values["drugs"] = draw.choice(["1", "2", "3", state.drugs])  # type: ignore[attr-defined]
        # Each third pinned view is what is shown, but for a little.
        values = (
            ({n: t for n, t in state.texts().items() if n != "task"} | values)
            if draw.random() < 0.5
            else values
        )
        values.pop("pin", None)
        pin = "--".join(f"{name}-{text}" for name, text in values.items())
        before, _ = view.state.parse(values)
        told = read(view.sentence(replace(state, pin=pin)))  # type: ignore[call-arg]
        used = max(int(state.drugs), int(before.drugs))  # type: ignore[attr-defined]
        expected = []
        if state.drugs != before.drugs:  # type: ignore[attr-defined]
            expected.append(f"drugs {before.drugs} \u2192 {state.drugs}")  # type: ignore[attr-defined]
        drugs = [f"{what}{i}" for i in range(1, used + 1) for what in ("amount", "grip", "push")]
        for name in (*drugs, "spare", "left", "steepness"):
            old, new = getattr(before, name), getattr(state, name)
            if old != new:
                whose = f" of drug {name[-1]}" if used > 1 and name[-1].isdigit() else ""
                name = NAMES.get(name, name.rstrip("123"))
                expected.append(f"{name}{whose} {old:g} \u2192 {new:g}")
        then, now = (_built(each) for each in (before, state))
        against = re.search(r"Against A: (.*)\. The effect (.*)\.$", told)
        assert against, told
        assert against[1] == (", ".join(expected) or "nothing has changed"), told
        moved_to = re.fullmatch(f"goes from {NUMBER} % to {NUMBER} %", against[2])
        stays = re.fullmatch(f"stays at {NUMBER} %", against[2])
        if moved_to:
            assert says(moved_to[1], then), told
            assert says(moved_to[2], now), told
            assert moved_to[1] != moved_to[2], told
        elif stays:
            assert now == pytest.approx(then, rel=1e-9), told
            assert says(stays[1], now), told
        else:
            way = "falls" if now < then else "rises"
            assert against[2] == f"{way} by less than 1 point", told
            assert 0 < abs(now - then) < 0.01, told
        ways.add(against[2].split(" ")[0])
    assert ways == {"goes", "falls", "rises", "stays"}


def _built(state: Any) -> float:
    """Effect [1] of the drugs of a sandbox's state."""
    drugs = range(1, int(state.drugs) + 1)
    amounts = [getattr(state, f"amount{i}") * getattr(state, f"grip{i}") for i in drugs]
    pushes = [getattr(state, f"push{i}") for i in drugs]
    stimulus = sum(push * amount for push, amount in zip(pushes, amounts, strict=True))
    stimulus *= state.spare * state.left
    return 1 / float(1 + ((1 + sum(amounts)) / stimulus) ** state.steepness)


# --- Weeks with a drug, and the stop --------------------------------------------------------------

SPACING = {"seldom": 72.0, "daily": 24.0, "often": 8.0}  # [h] between intakes
OUT, IN = math.log(2) / 4, 1.6  # [1/h]
_AT = math.log(IN / OUT) / (IN - OUT)
SINGLE = math.exp(-OUT * _AT) - math.exp(-IN * _AT)  # so that a single intake peaks at 1
STEP = 0.1  # [h]
CASES = list(itertools.product(SPACING, ("effect", "taken"), (PARTIAL, FULL)))


def exposure(since: Any, count: Any, spacing: Any) -> Any:
    """Exposure [C/K], hours after the last of `count` intakes: geometric series of each rate."""
    left, not_in = (
        np.exp(-rate * since)
        * (1 - np.exp(-rate * spacing * count))
        / (1 - np.exp(-rate * spacing))
        for rate in (OUT, IN)
    )
    return (left - not_in) / SINGLE


def follow(start: Any, x: Any, tau: Any, by_effect: Any) -> Any:
    """Signalling left and expectation, (time, 2, case), for x at every half step."""
    states = [start]

    def slope(now: Any, at: Any) -> Any:
        q, expected = now
        does = q * tau * at / (1 + at + q * tau * at)
        loss = 0.01 * np.where(by_effect, does, at / (1 + at)) * q
        return np.array([(1 - q) / 240 - loss, (does - expected) / 96])

    for i in range(0, len(x) - 2, 2):
        now = states[-1]
        first = slope(now, x[i])
        second = slope(now + STEP / 2 * first, x[i + 1])
        third = slope(now + STEP / 2 * second, x[i + 1])
        fourth = slope(now + STEP * third, x[i + 2])
        states.append(now + STEP / 6 * (first + 2 * second + 2 * third + fourth))
    return np.array(states)


@cache
def never_stopped() -> Any:
    """Both states of all cases, taken for eight weeks; (time, 2, case)."""
    half = STEP / 2 * np.arange(round(56 * 24 / (STEP / 2)) + 1)
    x = []
    for regularity, _, _ in CASES:
        count = np.floor(half / SPACING[regularity] + 1e-9) + 1
        x.append(exposure(half - (count - 1) * SPACING[regularity], count, SPACING[regularity]))
    start = np.array([np.ones(len(CASES)), np.zeros(len(CASES))])
    tau, by_effect = (np.array([case[i] for case in CASES]) for i in (2, 1))
    return follow(start, np.array(x).T, tau, by_effect == "effect")


@cache
def stopped() -> dict[tuple[Any, ...], dict[str, Any]]:
    """What each case comes to for each day of the stop, by (stop, regularity, driver, push)."""
    keys = [(stop, *case) for stop in range(1, 57) for case in CASES]
    which = np.array([CASES.index(key[1:]) for key in keys])
    stop, spacing = (
        np.array(column)
        for column in ([24.0 * key[0] for key in keys], [SPACING[key[1]] for key in keys])
    )
    count = np.ceil(stop / spacing - 1e-9)
    last = (count - 1) * spacing
    course = never_stopped()
    start = course[np.rint(last / STEP).astype(int), :, which].T
    since = STEP / 2 * np.arange(round(192 / (STEP / 2)) + 1)
    tau = np.array([key[3] for key in keys])
    by_effect = np.array([key[2] == "effect" for key in keys])
    x = exposure(since[:, None], count, spacing)
    q, expected = np.moveaxis(follow(start, x, tau, by_effect), 1, 0)
    x, since = x[::2], since[::2]
    does = q * tau * x / (1 + x + q * tau * x)
    missing = 0.8 * expected - does
    # The highest effect: where the exposure is highest, on a grid of a thousandth of an hour.
    fine = np.linspace(1.2, 1.7, 501)[:, None]
    high = exposure(fine, count, spacing)
    columns = np.arange(len(keys))
    best = high.argmax(axis=0)
    peak, when = high[best, columns], fine[best, 0]
    at = np.rint(when / STEP).astype(int)
    q_then, expected_then = (
        values[at, columns]
        + (when - since[at]) * (values[at + 1, columns] - values[at, columns]) / STEP
        for values in (q, expected)
    )
    found_out = {
        "last": q_then * tau * peak / (1 + peak + q_then * tau * peak),
        "left": course[np.rint(stop / STEP).astype(int), 0, which],
        "peak": np.maximum(missing, 0).max(axis=0),
        "late": (last + since[missing.argmax(axis=0)]) / 24 > 56,
        "days": since[missing.argmax(axis=0)] / 24,
        # Long after the last intake signalling only comes back.
        "end": 1 - (1 - q[-1]) * np.exp(-(56 * 24 - last - 192) / 240),
        "blocker": 0.8 * expected_then,
        "low": 0.8 * expected_then
        - (does_both := q_then * (tau * peak + 30 * PARTIAL)) / (1 + peak + 30 + does_both),
    }
    return {
        key: {name: values[i] for name, values in found_out.items()} for i, key in enumerate(keys)
    }


def test_the_highest_effects_are_read_where_they_are() -> None:
    view = VIEWS["dependence"]
    # The stops of one course together: they are worked out in one pass.
    for regularity, driver, stop in itertools.product(SPACING, ("effect", "taken"), range(1, 57)):
        state = view.state(stop=stop, regularity=regularity, driver=driver)  # type: ignore[call-arg]
        shown = view.numbers(state).last
        for push, last in zip((PARTIAL, FULL), shown, strict=True):
            assert last == pytest.approx(
                stopped()[stop, regularity, driver, push]["last"], abs=5e-5
            )


def test_weeks_and_the_stop_do_what_is_said() -> None:
    slack = 0.03  # [points] of the simulation's steps
    for state, told in sentences("dependence"):
        if state.stop == 0:
            assert "Nothing is taken" in told
            continue
        assert f"until day {state.stop:g}" in told
        low, high = (
            stopped()[int(state.stop), state.regularity, state.driver, push]
            for push in (PARTIAL, FULL)
        )
        if state.given != "nothing":
            moments = re.search(
                f"at once: (?:{NUMBER} %|none) after the high-push drug, "
                f"(?:{NUMBER} %|none) after the low-push drug",
                told,
            )
            assert moments or "sets off no withdrawal in this model" in told, told
            words = moments.groups() if moments else (None, None)
            for word, case in zip(words, (high, low), strict=True):
                missing = case[state.given]
                assert says(word, missing, slack) if word else missing < 1e-4, told
            continue
        late = [case["late"] for case in (low, high)]
        if any(late):
            left = found("leaves # % of signalling and the high-push drug # %", told)
            assert ("Withdrawal is highest after day 56" in told) is all(late), told
        else:
            left_low, peak_low = found("leaves # % of signalling and withdrawal reaches # %", told)
            left_high, peak_high = found("For the high-push drug it is # % and # %", told)
            left = (left_low, left_high)
            assert says(peak_low, low["peak"], slack), told
            assert says(peak_high, high["peak"], slack), told
            if state.driver == "effect":
                back = bool(min(low["end"], high["end"]) > 0.95)
                assert ("nearly all of the model\u2019s tolerance is lost" in told) is back, told
        for word, case in zip(left, (low, high), strict=True):
            assert says(word, case["left"], slack), told
        tops = re.search("takes their tops (.*) and (.*)", told)
        assert (tops is not None) is (state.driver == "taken" and not any(late)), told
        for told_of, case, push in zip(
            tops.groups() if tops else (), (low, high), (PARTIAL, FULL), strict=False
        ):
            begin = found("from # %", told_of)[0]
            assert says(begin, top(push)), told
            end = re.search(f"to {NUMBER} %", told_of)
            lost = top(push) - top(case["left"] * push)
            assert says(end[1], top(case["left"] * push), slack) if end else 0 < lost < 0.01, told
