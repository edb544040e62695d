"""Every cell of every view's table, at a spread of states, against equations written here anew.

What was read in a paper is compared with the evidence's own row, or with what the paper prints.
"""

import csv
import itertools
import math
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib.resources import files
from typing import Any

import numpy as np
import pytest
from tests.test_every_state import (
    FULL,
    MIXED,
    PARTIAL,
    TIMES,
    contest,
    effect,
    says,
    states,
    stopped,
    taken_at,
    top,
)
from tests.views.dependence.test_picture import PUSHES, course
from tests.views.weeks import test_picture as steps

from mureceptor.views import VIEWS
from mureceptor.views.phrases import NBSP
from mureceptor.views.state import State

AMOUNTS = ("0.01", "0.03", "0.1", "0.3", "1", "3", "10", "30", "100")


def told(name: str, state: State | None = None) -> dict[str, list[str]]:
    """The cells of a view's table, by column."""
    view = VIEWS[name]
    table = view.table(state or view.state())
    columns = zip(*table["rows"], strict=True)
    return {
        head: [cell.replace(NBSP, " ") for cell in cells]
        for head, cells in zip(table["columns"], columns, strict=True)
    }


def check(cells: Sequence[str], shares: Sequence[float], slack: float = 1e-3) -> None:
    """Check a column of whole numbers of 100 against shares [0 to 1]."""
    for cell, share in zip(cells, shares, strict=True):
        assert says(cell, share, slack), f"{cell} for {share}"


def over_amounts(
    table: dict[str, list[str]], first: str, **expected: Callable[[float], float]
) -> None:
    """Check a table over the listed amounts; `_` in a name stands for what is not a letter."""
    assert list(table) == [first, *(name for name in list(table)[1:])]
    assert table[first] == list(AMOUNTS)
    assert len(table) == 1 + len(expected)
    for (head, cells), (name, compute) in zip([*table.items()][1:], expected.items(), strict=True):
        assert re.sub(r"\W+", "_", head).strip("_") == name
        check(cells, [compute(float(amount)) for amount in AMOUNTS])


def test_one_drug_and_two() -> None:
    drugs = {
        "Receptors_taken": taken_at,
        "Full_agonist_effect": lambda x: effect((x, FULL)),
        "Partial_agonist_effect": lambda x: effect((x, PARTIAL)),
    }
    over_amounts(told("short"), "Amount", **drugs)
    brake = dict(
        zip(
            ("Receptors_taken", "Full_agonist_brake_let_go", "Partial_agonist_brake_let_go"),
            drugs.values(),
            strict=True,
        )
    )
    over_amounts(told("reward"), "Amount", **brake)
    over_amounts(
        told("receptor"),
        "Amount",
        Receptors_taken_of_100=taken_at,
        Receptors_free_of_100=lambda x: 1 - taken_at(x),
    )


@pytest.mark.parametrize("shown", [True, False])
def test_a_guess(shown: bool) -> None:
    view = VIEWS["guess"]
    table = told("guess", replace(view.state(), answer="shown" if shown else "hidden"))  # type: ignore[call-arg]
    known: dict[str, Callable[[float], float]] = {
        "No_receptors_to_spare_effect": lambda x: effect((x, PARTIAL))
    }
    answer: dict[str, Callable[[float], float]] = {
        "Ten_times_the_receptors_effect": lambda x: effect((x, 10 * PARTIAL))
    }
    over_amounts(table, "Amount", **(known | answer if shown else known))


def test_two_effects_of_one_drug() -> None:
    for state in [*states(VIEWS["reserve"])][::7]:
        more, push = state.amplification, {"low": PARTIAL, "high": FULL}[state.push]  # type: ignore[attr-defined]
        made = state.formation == "made"  # type: ignore[attr-defined]

        def does(x: float, times: float, push: float = push, made: bool = made) -> float:
            return effect((x / (1 + x) if made else x, push * max(times, 1)))

        over_amounts(
            told("reserve", state),
            "Amount",
            Pain_relief_effect=lambda x, times=more: does(x, times),  # type: ignore[misc]
            Slowed_breathing_effect=lambda x, times=1 / more: does(x, times),  # type: ignore[misc]
        )


ADDED = {
    "full-on-partial": "full agonist",
    "partial-on-full": "partial agonist",
    "7oh-on-mitragynine": "7-OH stand-in",
}


def test_two_drugs_at_one_receptor() -> None:
    for state in [*states(VIEWS["mixing"])][::23]:
        pushes, push = MIXED[state.mixed]  # type: ignore[attr-defined]
        there = state.there  # type: ignore[attr-defined]
        name = ADDED.get(state.mixed, "naloxone")  # type: ignore[attr-defined]
        together, other = (
            [effect((float(x), push), *((times * there, each) for each in pushes)) for x in AMOUNTS]
            for times in (1, 10 if push == 0 else 0)
        )
        table = told("mixing", state)
        assert [*table] == [
            f"Amount of {name}",
            "All together, effect %",
            f"The {name} alone, effect %"
            if push
            else "With 10 times as much of what is there, effect %",
        ]
        amounts, *cells = table.values()
        assert amounts == list(AMOUNTS)
        check(cells[0], together)
        check(cells[1], other)


def test_naloxone_and_the_opioid() -> None:
    for state in [*states(VIEWS["returning"])][::10]:
        opioid = state.opioid  # type: ignore[attr-defined]
        table = told("returning", state)
        assert [*table] == [
            "Minutes",
            f"Held by {opioid}, of 100",
            "Held by naloxone, of 100",
            f"By {opioid} without naloxone, of 100",
        ]
        minutes, *columns = table.values()
        assert minutes == [str(60 * hour) for hour in range(9)]
        at = np.searchsorted(TIMES, [float(minute) for minute in minutes])
        for cells, held in zip(columns, contest(opioid, state.blocking), strict=True):  # type: ignore[attr-defined]
            check(cells, np.maximum(held[at], 0).tolist(), 0.05)


def test_breathing() -> None:
    table = told("breathing")
    assert [*table] == [
        "Receptors taken, %",
        "Buprenorphine, breathing %",
        "19 in 20 simulated people, %",
        "Fentanyl, not used to opioids, %",
        "Fentanyl, used to opioids, %",
    ]
    taken, central, spread, naive, daily = table.values()
    assert taken == [str(10 * i) for i in range(11)]
    rho = np.linspace(0, 1, 11)
    check(central, (1 - 0.56 * rho).tolist())
    least, most = zip(*(cell.split(" to ") for cell in spread), strict=True)
    check(least, (1 - 0.90 * rho).tolist())
    check(most, (1 - 0.18 * rho).tolist())
    check(naive, ((1 - rho**5.2) * (1 - 0.6227 * rho**1.629)).tolist())
    check(daily, ((1 - rho**9) * (1 - 0.42 * rho**2.365)).tolist())


def test_blood() -> None:
    table = told("plasma")
    assert [*table] == ["Hours after one intake", "Mitragynine in the blood, % of its peak"]
    hours, cells = table.values()
    assert hours == ["0", "1", "2", "4", "6", "8", "12", "18", "24", "36", "48"]

    def blood(t: float) -> float:
        terms = ((2.757, 0.5887), (0.03355, 0.01532), (-2.791, 1.6))
        return max(0.0, sum(size * math.exp(-rate * t) for size, rate in terms))

    check(cells, [blood(float(hour)) / blood(1) for hour in hours])


def test_what_is_built_now_and_pinned() -> None:
    view = VIEWS["sandbox"]
    chosen = [*states(view)][::3]

    def does(state: Any, x: float) -> float:
        numbers = range(1, int(state.drugs) + 1)
        amounts = [
            (x if i == 1 else getattr(state, f"amount{i}")) * getattr(state, f"grip{i}")
            for i in numbers
        ]
        pushes = [getattr(state, f"push{i}") for i in numbers]
        stimulus = sum(p * a for p, a in zip(pushes, amounts, strict=True))
        stimulus *= state.spare * state.left
        return 1 / float(1 + ((1 + sum(amounts)) / stimulus) ** state.steepness)

    for state, before in itertools.pairwise(chosen):
        pin = "--".join(f"{name}-{text}" for name, text in before.texts().items() if name != "pin")
        first = "Drug 1, effect" if state.drugs == "1" else "All drugs, effect"  # type: ignore[attr-defined]
        for pinned in (False, True):
            table = told("sandbox", replace(state, pin=pin) if pinned else state)  # type: ignore[call-arg]
            over_amounts(
                table,
                "Amount of drug 1",
                **{re.sub(r"\W+", "_", first): lambda x, s=state: does(s, x)},
                **({"A_kept_effect": lambda x, s=before: does(s, x)} if pinned else {}),
            )


# --- What was read --------------------------------------------------------------------------------


def evidence() -> list[dict[str, str]]:
    text = (files("mureceptor.evidence") / "data" / "values.csv").read_text("utf-8")
    return [*csv.DictReader(text.splitlines())]


SECONDS = {"seconds": 1, "minute": 60, "minutes": 60, "hours": 3600, "days": 86400}


def seconds(words: str) -> float:
    size, unit = words.split(" ")
    return float(size) * SECONDS[unit]


def test_each_study_of_how_long_a_drug_stays() -> None:
    table = VIEWS["staying"].table(VIEWS["staying"].state())
    assert table["columns"] == [
        "Drug",
        "Half is gone from",
        "After",
        "Range",
        "Measured in",
        "Source",
    ]
    read = [row for row in evidence() if row["quantity"] in ("stay", "half-life")]
    read = [row for row in read if row["ligand"] in ("naloxone", "fentanyl", "buprenorphine")]
    assert len(table["rows"]) == len(read)
    for row in read:
        size = {"min": 60, "h": 3600}[row["unit"]]
        where = {"stay": "the receptor", "half-life": "the blood"}[row["quantity"]]
        source = row["laboratory"]
        if row["reading"] == "secondary source":
            source += " (secondary source)"
        ends = [size * float(row[end]) for end in ("low", "high") if row[end]]
        found = []
        for drug, gone, after, spread, measured, who in table["rows"]:
            if (drug, gone, measured, who) != (row["ligand"], where, row["system"], source):
                continue
            value = [] if after == "not given" else [seconds(after.replace(NBSP, " "))]
            told_ends = spread.replace(NBSP, " ").split(" to ")
            if told_ends == ["not given"]:
                told_ends = []
            assert len({words.split(" ")[1] for words in told_ends}) <= 1, "one unit"
            found.append(
                value == pytest.approx([size * float(row["value"])] if row["value"] else [], 0.05)
                and [seconds(words) for words in told_ends] == pytest.approx(ends, 0.05)
            )
        assert found.count(True) == 1, row["key"]


def test_each_test_of_a_top() -> None:
    table = VIEWS["tops"].table(VIEWS["tops"].state())
    drugs = {"7-oh": "7-OH", "mitragynine": "mitragynine"}
    drugs |= {name: name for name in ("buprenorphine", "morphine")}
    read = [row for row in evidence() if row["amplifies"] and row["ligand"] in drugs]
    for row in read:
        (cells,) = (
            dict(zip(table["columns"], cells, strict=True))
            for cells in table["rows"]
            if (cells[0], cells[2]) == (f"{row['laboratory']}: {row['assay']}", row["species"])
        )
        assert cells["It amplifies"] == row["amplifies"]
        assert cells["Its 100 %"] == row["reference"]
        assert row["reading"] in cells["How read"].split(", ")
        cell = cells[f"{drugs[row['ligand']]}, top %"]
        if row["no_signal"] == "yes":
            assert cell == "no signal"
        elif row["value"]:
            value, low, high = (
                math.floor(float(row[end]) + 0.5) if row[end] else None
                for end in ("value", "low", "high")
            )
            assert cell == (f"{value} ({low} to {high})" if low is not None else f"{value}")
        else:
            assert cell == f"{row['low']} to {row['high']}"
    tops = [cell for cells in table["rows"] for cell in cells[4:8]]
    assert sum(cell != "not read" for cell in tops) == len(read)


def test_drugs_by_grip_and_push() -> None:
    for grip, push, drugs in ((316.2, 90, "two"), (0.1, 0, "all"), (1000, 100, "all")):
        view = VIEWS["drugmap"]
        table = view.table(view.state(grip=grip, push=push, drugs=drugs))  # type: ignore[call-arg]
        assert table["columns"] == [
            "Drug",
            "Grip: takes half at, nM (Volpe 2011)",
            "Largest effect, %",
            "Of what",
            "Measured",
        ]
        people = ("fall of breathing", "in people (Dahan 2005)")
        cells = ("fall of a signal", "in cells (Bot 1998)")
        kruegel = ("the test\u2019s own reference", "in cells (Kruegel 2016, secondary source)")
        made_up = ("the largest possible", "model")
        highest = min(float(push), 99.9)
        # Volpe 2011, Dahan 2005 and Bot 1998 (one standard error to both sides) as printed.
        assert sorted(table["rows"]) == sorted(
            [
                ["Buprenorphine", "0.138 to 1", "50", *people],
                ["Fentanyl", "1 to 100", "100", *people],
                ["Morphine", "1 to 100", "72 (69 to 75)", *cells],
                ["Fentanyl", "1 to 100", "81 (79 to 83)", *cells],
                ["Sufentanil", "0.138", "81 (80 to 82)", *cells],
                ["Levorphanol", "0.138 to 1", "79 (77 to 81)", *cells],
                ["Nalbuphine", "1 to 100", "58 (52 to 64)", *cells],
                ["Mitragynine", "not Volpe: 7 to 709 by source", "34", *kruegel],
                ["7-OH", "not Volpe: 7 to 78 by source", "47", *kruegel],
                ["Made-up drug", f"{grip:,g}", f"{highest:g}", *made_up],
            ]
        )


# --- Weeks with a drug, and the stop --------------------------------------------------------------


@pytest.mark.parametrize("stop", [0, 1, 8, 28, 56])
def test_weeks(stop: int) -> None:
    slack = 0.03  # [points] of the simulation's steps
    view = VIEWS["dependence"]
    for regularity, driver in itertools.product(("seldom", "daily", "often"), ("effect", "taken")):
        state = view.state(stop=stop, regularity=regularity, driver=driver)  # type: ignore[call-arg]
        rows = {row[0]: row[1:] for row in view.table(state)["rows"]}
        assert view.table(state)["columns"] == ["In the model", "Low push", "High push"]
        for i, push in enumerate((PARTIAL, FULL)):
            nothing = {"last": 0, "left": 1, "peak": 0, "end": 1, "blocker": 0, "low": 0}
            now = stopped()[stop, regularity, driver, push] if stop else nothing
            left = now["left"]
            expected = {
                "Highest effect of the last intake, %": now["last"],
                f"Signalling left on day {stop}, %": left,
                "The drug\u2019s own top before, %": top(push),
                f"The drug\u2019s own top on day {stop}, %": top(left * push),
                "Withdrawal after the last intake, highest, %": now["peak"],
                "Withdrawal at once with a full block, %": now["blocker"],
                "Withdrawal at once with a low-push drug, %": max(now["low"], 0),
            }
            for name, share in expected.items():
                assert says(rows[name][i], share, slack), (name, share, rows[name])
            shift = (1 + push) / (1 + left * push)
            (told_shift,) = rows["Half of its own top takes, times the amount"][i : i + 1]
            assert float(told_shift) == pytest.approx(shift, abs=0.0051 + 1e-3 * shift)
            days = rows["... days after the last intake"][i]
            if not stop:
                assert days == "none"
            elif not now["late"]:
                assert float(days) == pytest.approx(now["days"], abs=0.14)  # flat at the top


def test_weeks_step_by_step() -> None:
    view = VIEWS["weeks"]
    table = told("weeks")
    columns = (
        "the same amount acts like, % of it",
        "what the body expects %",
        "missing after the stop %",
    )
    assert [*table] == ["Day", *(f"{p} push, {what}" for what in columns for p in ("Low", "High"))]
    assert table["Day"] == ["1", "7", "14", "21", "28", "29", "30", "35", "42", "49", "56"]
    at = [int(np.flatnonzero(int(day) == steps.DAYS)[0]) for day in table["Day"]]
    for name, (tau, _) in PUSHES.items():
        _, effects, _, expected = course(steps.STOP, *steps.OFTEN, tau)
        missing = np.maximum(0.8 * expected - effects, 0)[steps.AT]
        values = (
            steps.drawn("daily", tau),
            steps.drawn("adapt", tau),
            missing,
        )
        for what, shares in zip(columns, values, strict=True):
            after = what.startswith("missing")
            for day, cell, i in zip(table["Day"], table[f"{name}, {what}"], at, strict=True):
                if after and int(day) <= steps.STOP:
                    assert cell == "still taken"
                else:
                    assert says(cell, float(shares[i]), 0.2), (name, what, day)
    for step in ("adapt", "stop", "again"):
        assert view.table(view.state(step=step, day=40)) == view.table(view.state())  # type: ignore[call-arg]
