"""Push and grip from a laboratory's numbers: the way back must be the way there."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from mureceptor.model.activation import effect, half_effect_concentration, maximal_effect
from mureceptor.model.assay import push_and_grip

tops = st.floats(0.001, 0.999)
decades = st.floats(-6, 6).map(lambda power: 10.0**power)


@pytest.mark.parametrize(
    ("top", "half_effect", "push", "grip"),
    [(0.5, 10.0, 1.0, 20.0), (0.34, 339.0, 0.515, 514.0), (0.413, 43.4, 0.704, 73.9)],
)
def test_worked_examples(top: float, half_effect: float, push: float, grip: float) -> None:
    assert_allclose(push_and_grip(top, half_effect), (push, grip), rtol=1e-3)


@given(tops, decades)
def test_top_and_half_effect_come_back(top: float, half_effect: float) -> None:
    tau, k = push_and_grip(top, half_effect)
    assert maximal_effect(tau) == pytest.approx(top)
    assert half_effect_concentration(k, tau) == pytest.approx(half_effect)


@given(tops, decades, decades)
def test_the_effect_is_the_curve_that_laboratories_fit(top: float, ec50: float, c: float) -> None:
    tau, k = push_and_grip(top, ec50)
    assert effect(c, k, tau) == pytest.approx(top * c / (ec50 + c))


def test_without_a_signal_there_is_no_push() -> None:
    assert_allclose(push_and_grip(0.0, 5.0), (0.0, 5.0), atol=0)


def test_arrays_broadcast() -> None:
    tau, k = push_and_grip(np.array([[0.2], [0.5]]), np.array([1.0, 2.0, 4.0]))
    assert tau.shape == (2, 1)
    assert_allclose(k, [[1.25, 2.5, 5.0], [2.0, 4.0, 8.0]])


@pytest.mark.parametrize("top", [-0.01, 1.0, 1.2, float("nan"), float("inf")])
def test_a_top_at_the_full_mark_has_no_push_to_give(top: float) -> None:
    with pytest.raises(ValueError, match=r"top must be from 0 to 0\.999"):
        push_and_grip(top, 1.0)


@pytest.mark.parametrize("half_effect", [0.0, -1.0, float("nan")])
def test_a_half_effect_amount_is_positive(half_effect: float) -> None:
    with pytest.raises(ValueError, match="half_effect must be"):
        push_and_grip(0.5, half_effect)
