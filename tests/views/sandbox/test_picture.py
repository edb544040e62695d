"""Build your own: all together, drug 1 alone and the pinned view, by S^n / (S^n + D^n)."""

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
