"""Binding against the worked examples, a solver of the full equilibrium, and its own limits."""

from typing import Any

import numpy as np
import pybindingcurve
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from mureceptor.model.binding import competitive_occupancy, occupancy

decades = st.floats(-6, 6).map(lambda power: 10.0**power)  # 12 orders of magnitude


def test_half_of_the_receptors_are_taken_at_the_dissociation_constant() -> None:
    assert occupancy(35.0, 35.0) == 0.5


def test_no_drug_takes_no_receptor() -> None:
    assert occupancy(0.0, 3.0) == 0.0
    assert_allclose(competitive_occupancy([0.0, 0.0], [1.0, 2.0]), [0.0, 0.0], atol=0)


def test_concentrations_and_constants_broadcast() -> None:
    got = occupancy(np.array([[1.0], [3.0]]), np.array([1.0, 2.0, 3.0]))
    assert_allclose(got, [[1 / 2, 1 / 3, 1 / 4], [3 / 4, 3 / 5, 1 / 2]], rtol=1e-15)


def test_whole_numbers_are_numbers() -> None:
    assert occupancy(1, 3) == 0.25


def test_a_scalar_comes_back_as_a_numpy_float() -> None:
    scalar: Any = occupancy(1.0, 2.0)
    assert type(scalar) is np.float64


def test_an_empty_array_stays_empty() -> None:
    assert occupancy([], 1.0).shape == (0,)


@given(c=decades, k=decades)
def test_one_competitor_is_no_competition(c: float, k: float) -> None:
    assert_allclose(competitive_occupancy([c], [k])[0], occupancy(c, k), rtol=1e-13)


@given(c=st.lists(decades, min_size=3, max_size=3), k=st.lists(decades, min_size=3, max_size=3))
def test_each_ligand_obeys_mass_action_with_what_is_free(c: list[float], k: list[float]) -> None:
    bound = competitive_occupancy(c, k)
    # [free] [ligand] / [bound] = K, with the free share from its own closed form.
    free = 1.0 / (1.0 + sum(ci / ki for ci, ki in zip(c, k, strict=True)))
    assert_allclose(bound * np.array(k), free * np.array(c), rtol=1e-12)
    assert_allclose(bound.sum() + free, 1.0, rtol=1e-12)


@given(c=decades, k=decades, factor=st.floats(1.01, 1e3))
def test_more_drug_or_a_tighter_grip_takes_more_receptors(
    c: float, k: float, factor: float
) -> None:
    assert occupancy(c * factor, k) >= occupancy(c, k) >= occupancy(c, k * factor)
    assert 0.0 < occupancy(c, k) <= 1.0


@pytest.mark.parametrize(
    ("agonist", "k_agonist", "competitor", "k_competitor"),
    [
        (100.0, 100.0, 300.0, 50.0),
        (5.0, 0.7, 0.0, 1.0),
        (1.0, 30.0, 200.0, 4.0),
        (9.0, 1.0, 1.0, 9.0),
    ],
)
def test_competition_agrees_with_pybindingcurve(
    agonist: float, k_agonist: float, competitor: float, k_competitor: float
) -> None:
    receptor = 1e-5  # so little that it depletes no ligand, which the model assumes
    system = pybindingcurve.BindingCurve("competition")
    bound = system.query(
        {"p": receptor, "l": agonist, "i": competitor, "kdpl": k_agonist, "kdpi": k_competitor}
    )
    got = competitive_occupancy([agonist, competitor], [k_agonist, k_competitor])
    assert_allclose(got[0], float(bound) / receptor, rtol=2e-6)


def test_the_worked_example_of_two_ligands() -> None:
    # 100 of K 100 beside 300 of K 50: 1 and 6 in units of grip, 1 of 8 and 6 of 8 receptors.
    assert_allclose(competitive_occupancy([100, 300], [100, 50]), [0.125, 0.75], rtol=1e-15)


@pytest.mark.parametrize("bad", [np.nan, np.inf, -1.0])
def test_an_impossible_concentration_is_refused_by_name(bad: float) -> None:
    with pytest.raises(ValueError, match=rf"^concentration must be from 0 to 1e\+30, got {bad}$"):
        occupancy([1.0, bad], 1.0)
    with pytest.raises(ValueError, match=r"^concentrations must be from 0"):
        competitive_occupancy([1.0, bad], [1.0, 1.0])


@pytest.mark.parametrize("bad", [0.0, np.nan, -np.inf, -2.0])
def test_an_impossible_constant_is_refused_by_name(bad: float) -> None:
    match = rf"^dissociation_constant must be from 1e-30 to 1e\+30, got {bad}$"
    with pytest.raises(ValueError, match=match):
        occupancy(1.0, bad)
    with pytest.raises(ValueError, match=r"^dissociation_constants must be from 1e-30"):
        competitive_occupancy([1.0, 1.0], [1.0, bad])


def test_shapes_that_do_not_fit_are_refused_by_name() -> None:
    match = r"concentration \(3,\), dissociation_constant \(2,\)"
    with pytest.raises(ValueError, match=match):
        occupancy([1, 2, 3], [1, 2])
    with pytest.raises(ValueError, match=r"same ligands.*concentrations \(2,\)"):
        competitive_occupancy([1.0, 2.0], [1.0])
