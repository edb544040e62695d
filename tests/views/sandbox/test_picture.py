"""Build your own: all together, drug 1 alone and the pinned view, by S^n / (S^n + D^n)."""

import re
from typing import Any

import numpy as np
import pytest
from numpy.testing import assert_allclose

from mureceptor.views.sandbox.state import Sandbox

STATES: list[dict[str, Any]] = [
    {},
    {"amount1": 0.01, "push1": 19.95},
    {"spare": 10, "left": 0.5, "steepness": 1.5},
    {"drugs": "2", "push1": 0.631, "push2": 19.95, "amount2": 3.162, "grip2": 0.1},
    {"drugs": "2", "push2": 0.01, "amount2": 100, "grip1": 10, "amount1": 100},
    {"drugs": "3", "push3": 5.012, "amount3": 10, "grip3": 3.162, "spare": 0.1, "steepness": 0.5},
]


PAST = {"task": "past", "drugs": "2", "amount1": 10}
HALF = {"task": "half", "drugs": "2", "push1": 19.95, "push2": 0.01}


def effect(state: Any, x1: Any, drugs: int) -> Any:
    s, d = 0.0 * x1, 1.0 + 0.0 * x1
    for i in range(1, drugs + 1):
        x = (x1 if i == 1 else getattr(state, f"amount{i}")) * getattr(state, f"grip{i}")
        s, d = s + x * getattr(state, f"push{i}") * state.spare * state.left, d + x
    return 100 * s**state.steepness / (s**state.steepness + d**state.steepness)


@pytest.mark.parametrize("fields", STATES, ids=str)
def test_all_that_is_drawn(picture: Any, fields: dict[str, Any]) -> None:
    state = Sandbox(**fields)
    drugs = int(state.drugs)
    seen = picture("sandbox", **fields)
    name = "Drug 1" if drugs == 1 else "All together"
    x, now = seen.line(name)
    assert (x[0], x[-1]) == pytest.approx((0.01, 100))
    assert_allclose(now, effect(state, x, drugs), rtol=1e-9)
    tops = effect(state, 1e12, 1)
    assert seen.label(name) == (name if drugs > 1 else f"{name} its top: {tops:.0f} %")
    x, alone = seen.line("Drug 1 alone")
    if drugs > 1:
        assert_allclose(alone, effect(state, x, 1), rtol=1e-9)
        assert seen.label("Drug 1 alone") == f"Drug 1 alone its top: {tops:.0f} %"
    else:
        assert np.isnan(alone).all()
    (mark,) = seen.marks()
    here = state.amount1
    assert (mark.x, mark.y) == pytest.approx((here, effect(state, here, drugs)))
    assert np.isnan(seen.line("A, kept")[1]).all()
    number = effect(state, here, drugs)
    assert f"{number:.0f} %" in seen.words() or (number < 0.5 and "under 1 %" in seen.words())


GOALS: list[tuple[dict[str, Any], float, str]] = [
    ({}, 90, "Task: lift the top up to here"),
    ({"spare": 100}, 90, "Done"),
    ({"push1": 1.585, "spare": 100}, 90, "Task: up here with a weak push"),
    (PAST | {"amount2": 0.01}, 100 * 0.631 / 1.631, "Task: get past here"),
    (PAST | {"amount2": 10}, 100 * 0.631 / 1.631, "Done"),
    (PAST | {"drugs": "1", "amount1": 100}, 100 * 0.631 / 1.631, "Task: get past here"),
    (HALF | {"amount2": 0.01}, 0, "Task: get down to here"),
    (HALF | {"amount2": 100}, 0, "Done"),
    (HALF | {"push2": 0.631}, 0, "Task: down here with a blocker"),
    (HALF | {"push2": 0.02512, "amount2": 100}, 0, "Task: down here with a blocker"),
    ({"task": "none"}, np.nan, ""),
]


@pytest.mark.parametrize(("fields", "goal", "words"), GOALS, ids=str)
def test_the_goal_of_a_task_is_drawn_and_when_it_is_reached(
    picture: Any, fields: dict[str, Any], goal: float, words: str
) -> None:
    seen = picture("sandbox", **fields)
    state = Sandbox(**fields)
    if state.task == "half":
        goal = effect(state, state.amount1, 1) / 2
    (level,) = (list(t["y"]) for t in seen.traces() if t["mode"] == "lines" and len(t["x"]) == 2)
    assert level == pytest.approx([goal, goal], nan_ok=True)
    assert [w for w in seen.words() if w and not w.endswith("%")] == [words] * bool(words)


PINS = ["amount1-10--push1-19.95", "drugs-2--push2-19.95--amount1-0.01", "push1-0.01--left-0.5"]


@pytest.mark.parametrize("pin", PINS)
@pytest.mark.parametrize("fields", STATES[:4], ids=str)
def test_what_is_pinned_and_how_far_it_is_away(
    picture: Any, fields: dict[str, Any], pin: str
) -> None:
    state = Sandbox(**fields)
    texts = dict(part.split("-") for part in pin.split("--"))
    then = Sandbox(**{name: v if name == "drugs" else float(v) for name, v in texts.items()})  # type: ignore[arg-type]
    seen = picture("sandbox", **fields, pin=pin)
    x, pinned = seen.line("A, kept")
    assert_allclose(pinned, effect(then, x, int(then.drugs)), rtol=1e-9)
    told = seen.label("A, kept")
    if then.drugs == "1":
        assert told == f"A, kept its top: {effect(then, 1e12, 1):.0f} %".replace(
            " 0 %", " under 1 %"
        )
    else:
        assert told == "A, kept"
    assert seen.label("B, now")
    before = effect(then, then.amount1, int(then.drugs))
    after = effect(state, state.amount1, int(state.drugs))
    assert [(mark.x, mark.y) for mark in seen.marks()] == [
        pytest.approx((then.amount1, before)),
        pytest.approx((state.amount1, after)),
    ]
    (gap, *_) = (t["error_y"] for t in seen.traces() if "error_y" in t)
    assert gap["array"][0] == pytest.approx(max(0, after - before))
    assert gap["arrayminus"][0] == pytest.approx(max(0, before - after))
    moves = re.search(r"goes from (\d+) % to (\d+) %", seen.sentence)
    if moves:
        assert [float(n) for n in moves.groups()] == pytest.approx([before, after], abs=0.51)
    else:
        assert abs(after - before) < 1 or "under 1" in seen.sentence
