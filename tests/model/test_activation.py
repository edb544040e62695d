"""The operational model through routes that share no code with it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose
from numpy.typing import ArrayLike
from scipy.optimize import brentq

from mureceptor.model.activation import (
    curve_shift,
    effect,
    half_effect_concentration,
    maximal_effect,
    transducer_ratio,
)

decades = st.floats(-6, 6).map(lambda power: 10.0**power)  # 12 orders of magnitude
pushes = st.one_of(st.just(0.0), decades)
slopes = st.floats(0.5, 2.0)
factors = st.floats(1.01, 1e3)


def textbook(c: float, k: float, tau: float, n: float) -> float:
    """The form in which fitting software prints the operational model (evidence, E2)."""
    return float(1.0 / (1.0 + ((k + c) / (tau * c)) ** n))


# One ligand

# push, slope, top, EC50: computed at 40 digits, see the evidence notes, section 4.
GRID = [
    (0.1, 1.0, 0.09090909091, 0.9090909091),
    (1.0, 1.0, 0.5, 0.5),
    (10.0, 1.0, 0.9090909091, 0.09090909091),
    (100.0, 1.0, 0.9900990099, 0.009900990099),
    (0.1, 1.4, 0.03828650388, 1.506177936),
    (10.0, 1.4, 0.9617134961, 0.1045755268),
    (0.1, 0.7, 0.1663375308, 0.4799653911),
    (10.0, 0.7, 0.8336624692, 0.06598039824),
]


@pytest.mark.parametrize(("tau", "n", "top", "ec50"), GRID)
def test_top_and_half_effect_match_the_reference_grid(
    tau: float, n: float, top: float, ec50: float
) -> None:
    assert_allclose(maximal_effect(tau, slope=n), top, rtol=6e-10)
    assert_allclose(half_effect_concentration(1.0, tau, slope=n), ec50, rtol=6e-10)


@given(k=decades, tau=decades, n=slopes)
def test_a_root_finder_meets_the_closed_forms(k: float, tau: float, n: float) -> None:
    top = effect(1e12 * k, k, tau, slope=n)
    assert_allclose(maximal_effect(tau, slope=n), top, rtol=1e-9)
    root = brentq(
        lambda log_c: float(effect(k * 10**log_c, k, tau, slope=n)) / float(top) - 0.5, -14, 6
    )
    assert_allclose(half_effect_concentration(k, tau, slope=n), k * 10**root, rtol=1e-7)


@given(c=decades, k=decades, tau=decades, n=slopes)
def test_the_form_that_fitting_software_prints(c: float, k: float, tau: float, n: float) -> None:
    assert_allclose(effect(c, k, tau, slope=n), textbook(c, k, tau, n), rtol=1e-12)


@given(c=decades, k=decades, tau=pushes, n=slopes, factor=factors)
def test_more_drug_more_push_and_tighter_grip_never_lower_the_effect(
    c: float, k: float, tau: float, n: float, factor: float
) -> None:
    here = effect(c, k, tau, slope=n)
    assert 0.0 <= here <= maximal_effect(tau, slope=n) * (1 + 1e-12)
    assert here <= 1.0
    for raised in (
        effect(c * factor, k, tau, slope=n),
        effect(c, k / factor, tau, slope=n),
        effect(c, k, tau * factor, slope=n),
    ):
        assert raised >= here * (1 - 1e-12)


def test_more_push_raises_the_effect_and_a_looser_grip_lowers_it() -> None:
    powers = np.logspace(-6, 6, 241)
    assert np.all(np.diff(effect(1.0, 1.0, powers)) > 0)
    assert np.all(np.diff(effect(1.0, powers, 1.0)) < 0)


def test_the_maximum_scales_the_effect() -> None:
    assert_allclose(effect(3.0, 2.0, 5.0, maximum=40.0), 40 * effect(3.0, 2.0, 5.0), rtol=1e-15)


def test_no_drug_and_no_push_have_no_effect() -> None:
    assert effect(0.0, 1.0, 20.0, slope=0.7) == 0.0
    assert effect(1e6, 1.0, 0.0, slope=0.7) == 0.0


@pytest.mark.parametrize("n", [0.1, 1.0, 10.0])
def test_the_ends_of_the_allowed_ranges_stay_finite(n: float) -> None:
    extremes = np.array([1e-30, 1.0, 1e30])
    got = effect(
        extremes[:, None, None], extremes[:, None], extremes, slope=n, maximum=extremes[:, None]
    )
    assert np.all(np.isfinite(got))
    assert np.all(np.isfinite(half_effect_concentration(1.0, extremes[1:], slope=n)))


# Receptors lost


def test_push_is_the_drug_times_the_tissue_times_what_is_left() -> None:
    assert transducer_ratio(0.5, 40.0) == 20.0
    assert_allclose(transducer_ratio(0.5, [10.0, 40.0], 0.1), [0.5, 2.0], rtol=1e-15)


def test_losing_receptors_lowers_a_low_top_and_only_shifts_a_high_one() -> None:
    left = 0.1
    low, high = 0.7, 200.0
    low_top = maximal_effect(transducer_ratio(1.0, low, left)) / maximal_effect(low)
    high_top = maximal_effect(transducer_ratio(1.0, high, left)) / maximal_effect(high)
    assert low_top < 0.2
    assert high_top > 0.95
    # The full agonist's curve runs to the right almost tenfold, the partial one's hardly moves.
    assert curve_shift(high, left) > 9.0
    assert curve_shift(low, left) < 1.6


@given(tau=decades, q=st.floats(1e-3, 1.0), k=decades)
def test_the_shift_is_the_ratio_of_half_effect_concentrations(
    tau: float, q: float, k: float
) -> None:
    ratio = half_effect_concentration(k, q * tau) / half_effect_concentration(k, tau)
    assert_allclose(curve_shift(tau, q), ratio, rtol=1e-9)


# What is refused


@pytest.mark.parametrize("bad", [np.nan, np.inf, -1.0, [1.0, -0.5], "2"])
def test_impossible_values_are_refused_by_name(bad: ArrayLike) -> None:
    with pytest.raises(ValueError, match=r"^concentration must be .*from 0 to 1e\+30, got"):
        effect(bad, 1.0, 1.0)
    with pytest.raises(ValueError, match=r"^dissociation_constant must be .*from 1e-30 to 1e\+30"):
        effect(1.0, bad, 1.0)
    with pytest.raises(ValueError, match=r"^efficacy must be .*from 0 to 1e\+30, got"):
        effect(1.0, 1.0, bad)
    with pytest.raises(ValueError, match=r"^slope must be .*from 0\.1 to 10, got"):
        effect(1.0, 1.0, 1.0, slope=bad)
    with pytest.raises(ValueError, match=r"^maximum must be .*from 1e-30 to 1e\+30, got"):
        maximal_effect(1.0, maximum=bad)
    with pytest.raises(ValueError, match=r"^receptors_left must be .*from 1e-30 to 1, got"):
        transducer_ratio(1.0, 1.0, bad)
    with pytest.raises(ValueError, match=r"^amplification must be"):
        transducer_ratio(1.0, bad)


def test_a_ligand_without_push_has_no_half_effect() -> None:
    with pytest.raises(ValueError, match=r"^efficacy must be from 1e-30"):
        half_effect_concentration(1.0, 0.0)


def test_shapes_that_do_not_fit_are_refused_by_name() -> None:
    with pytest.raises(ValueError, match=r"concentration \(3,\), .*efficacy \(2,\)"):
        effect([1, 2, 3], 1.0, [1, 2])
    with pytest.raises(ValueError, match=r"concentration \(3,\), .*slope \(2,\)"):
        effect([1, 2, 3], 1.0, 1.0, slope=[1, 2])
