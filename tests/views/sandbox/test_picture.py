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
    assert f"{effect(state, 100.0, drugs):.0f} %" in seen.label(name)
    x, alone = seen.line("Drug 1 alone")
    if drugs > 1:
        assert_allclose(alone, effect(state, x, 1), rtol=1e-9)
        assert f"{effect(state, 100.0, 1):.0f} %" in seen.label("Drug 1 alone")
    else:
        assert np.isnan(alone).all()
    (mark,) = seen.marks()
    here = state.amount1
    assert (mark.x, mark.y) == pytest.approx((here, effect(state, here, drugs)))
    assert np.isnan(seen.line("A, pinned")[1]).all()


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
    x, pinned = seen.line("A, pinned")
    assert_allclose(pinned, effect(then, x, int(then.drugs)), rtol=1e-9)
    assert f"{effect(then, 100.0, int(then.drugs)):.0f} %" in seen.label("A, pinned").replace(
        "under 1", "0"
    )
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
