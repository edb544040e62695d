"""The human relation against the values printed in the evidence."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.optimize import brentq

from mureceptor.model.breathing import linear_depression, product_depression

BUPRENORPHINE = 0.56
NAIVE = (5.2, 0.6227, 1.629)
DAILY_USERS = (9.0, 0.42, 2.365)
OCCUPANCIES = np.array([0.5, 0.8, 1.0])


def test_buprenorphine_leaves_what_the_table_says() -> None:
    assert_allclose(linear_depression(OCCUPANCIES, BUPRENORPHINE), [0.72, 0.552, 0.44], atol=5e-4)


@pytest.mark.parametrize(
    ("people", "percent"),
    [(NAIVE, [78, 39, 0]), (DAILY_USERS, [92, 65, 0])],
    ids=["naive", "daily"],
)
def test_fentanyl_leaves_what_the_table_says(
    people: tuple[float, float, float], percent: list[float]
) -> None:
    assert_allclose(100 * product_depression(OCCUPANCIES, *people), percent, atol=0.5)


def test_nothing_is_lost_without_drug() -> None:
    assert linear_depression(0.0, BUPRENORPHINE) == 1.0
    assert product_depression(0.0, *NAIVE) == 1.0


def test_the_curves_cross_once_between_few_and_many_receptors() -> None:
    def gap(rho: float) -> float:
        return float(linear_depression(rho, BUPRENORPHINE) - product_depression(rho, *NAIVE))

    assert brentq(gap, 0.3, 0.9) == pytest.approx(0.62, abs=0.005)
    rho = np.linspace(0.01, 1.0, 400)
    signs = np.sign(linear_depression(rho, BUPRENORPHINE) - product_depression(rho, *NAIVE))
    assert np.count_nonzero(np.diff(signs)) == 1


@pytest.mark.parametrize("people", [NAIVE, DAILY_USERS], ids=["naive", "daily"])
def test_more_receptors_never_bring_breath_back(people: tuple[float, float, float]) -> None:
    left = product_depression(np.linspace(0.0, 1.0, 1001), *people)
    assert np.all(np.diff(left) < 0)
    assert np.all((left >= 0) & (left <= 1))


def test_people_are_a_leading_axis() -> None:
    spread = linear_depression(1.0, np.array([0.18, 0.56, 0.90]))
    assert_allclose(spread, [0.82, 0.44, 0.10], rtol=1e-12)
    both = product_depression(OCCUPANCIES[:, None], *np.array([NAIVE, DAILY_USERS]).T)
    assert both.shape == (3, 2)
    assert_allclose(both[:, 1], product_depression(OCCUPANCIES, *DAILY_USERS), rtol=1e-15)


@pytest.mark.parametrize("bad", [-0.01, 1.01, np.nan, np.inf])
def test_an_impossible_share_is_refused_by_name(bad: float) -> None:
    match = rf"must be from 0 to 1, got {bad}$"
    with pytest.raises(ValueError, match="^occupancy " + match):
        linear_depression(bad, 0.5)
    with pytest.raises(ValueError, match="^slope " + match):
        linear_depression(0.5, bad)
    with pytest.raises(ValueError, match="^occupancy " + match):
        product_depression(bad, *NAIVE)
    with pytest.raises(ValueError, match="^depth " + match):
        product_depression(0.5, 5.2, bad, 1.6)


@pytest.mark.parametrize("bad", [0.0, -1.0, np.nan])
def test_an_impossible_exponent_is_refused_by_name(bad: float) -> None:
    with pytest.raises(ValueError, match=r"^apnoea_exponent must be from 1e-30"):
        product_depression(0.5, bad, 0.6, 1.6)
    with pytest.raises(ValueError, match=r"^depth_exponent must be from 1e-30"):
        product_depression(0.5, 5.2, 0.6, bad)


def test_shapes_that_do_not_fit_are_refused_by_name() -> None:
    with pytest.raises(ValueError, match=r"occupancy \(3,\), slope \(2,\)"):
        linear_depression([0.1, 0.2, 0.3], [0.1, 0.2])
