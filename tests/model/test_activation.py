"""The operational model through routes that share no code with it."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose
from numpy.typing import ArrayLike
from scipy.optimize import brentq

from mureceptor.model.activation import (
    curve_shift,
    dose_ratio,
    effect,
    effect_range,
    half_effect_concentration,
    maximal_effect,
    mixture_effect,
    mixture_effect_range,
    switch_over_concentration,
    switch_over_efficacy,
    transducer_ratio,
)

decades = st.floats(-6, 6).map(lambda power: 10.0**power)  # 12 orders of magnitude
pushes = st.one_of(st.just(0.0), decades)
slopes = st.floats(0.5, 2.0)
factors = st.floats(1.01, 1e3)


def ligands(values: st.SearchStrategy[float]) -> st.SearchStrategy[list[float]]:
    return st.lists(values, min_size=3, max_size=3)


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
    mixed = mixture_effect(extremes, extremes[::-1], extremes, slope=n)
    assert 0.0 <= mixed <= 1.0


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


# Several ligands


def test_the_worked_example_of_two_ligands() -> None:
    got = mixture_effect([100.0, 300.0], [100.0, 50.0], [30.0, 0.5])
    assert_allclose(got, 0.804878048780488, rtol=1e-15)
    assert_allclose(
        switch_over_efficacy([100.0, 300.0], [100.0, 50.0], [30.0, 0.5]), 4.125, rtol=1e-15
    )


@given(a=decades, b=decades, k_a=decades, k_b=decades, tau_a=pushes, tau_b=pushes)
def test_the_stimulus_of_two_ligands_is_each_one_s_against_the_other(
    a: float, b: float, k_a: float, k_b: float, tau_a: float, tau_b: float
) -> None:
    # As the worksheet code in the evidence notes (O1) writes it: each in its own competition.
    stimulus = tau_a * a / (a + k_a * (1 + b / k_b)) + tau_b * b / (b + k_b * (1 + a / k_a))
    got = mixture_effect([a, b], [k_a, k_b], [tau_a, tau_b])
    assert_allclose(got, stimulus / (1 + stimulus), rtol=1e-11)


@given(c=ligands(decades), k=ligands(decades), tau=ligands(pushes), n=slopes)
def test_the_sum_form_and_its_bounds(
    c: list[float], k: list[float], tau: list[float], n: float
) -> None:
    x = [ci / ki for ci, ki in zip(c, k, strict=True)]
    s, d = sum(t * xi for t, xi in zip(tau, x, strict=True)), 1 + sum(x)
    got = mixture_effect(c, k, tau, slope=n)
    assert_allclose(got, s**n / (s**n + d**n), rtol=1e-11)
    assert 0.0 <= got <= maximal_effect(max(tau), slope=n) * (1 + 1e-12)


@given(c=decades, k=decades, tau=pushes, n=slopes)
def test_one_ligand_is_a_mixture_of_one(c: float, k: float, tau: float, n: float) -> None:
    assert_allclose(
        mixture_effect([c], [k], [tau], slope=n), effect(c, k, tau, slope=n), rtol=1e-12
    )


@given(c=ligands(decades), k=ligands(decades), tau=ligands(pushes), factor=factors)
def test_no_ligand_s_push_lowers_the_effect_of_a_mixture(
    c: list[float], k: list[float], tau: list[float], factor: float
) -> None:
    raised = [tau[0] * factor, *tau[1:]]
    assert mixture_effect(c, k, raised) >= mixture_effect(c, k, tau) * (1 - 1e-12)


def test_the_order_of_ligands_does_not_matter() -> None:
    c, k, tau = np.array([1.0, 20.0, 0.3]), np.array([3.0, 5.0, 0.01]), np.array([0.7, 20.0, 0.0])
    turned = mixture_effect(c[::-1], k[::-1], tau[::-1])
    assert_allclose(mixture_effect(c, k, tau), turned, rtol=1e-14)


@given(tau=decades, k=decades, k_b=decades, b=st.one_of(st.just(0.0), decades), n=slopes)
def test_an_antagonist_shifts_the_curve_by_gaddum_and_schild(
    tau: float, k: float, k_b: float, b: float, n: float
) -> None:
    ratio = dose_ratio(b, k_b)
    for c in (0.01 * k, k, 50.0 * k):
        beside = mixture_effect([c * float(ratio), b], [k, k_b], [tau, 0.0], slope=n)
        assert_allclose(beside, effect(c, k, tau, slope=n), rtol=1e-9)


def test_at_the_antagonist_s_own_constant_twice_the_agonist_is_needed() -> None:
    assert dose_ratio(3.0, 3.0) == 2.0
    assert dose_ratio(0.0, 3.0) == 1.0


# Mixing


def test_the_switch_over_of_the_worked_example() -> None:
    switch = switch_over_efficacy([0.2], [1.0], [10.0])
    assert_allclose(switch, 1.67, atol=0.005)
    alone = mixture_effect([0.2, 0.0], [1.0, 1.0], [10.0, 0.0])
    for tau, sign in ((1.6, -1), (1.7, 1), (5.0, 1)):  # 5 is below 10 and yet raises the effect
        added = mixture_effect([0.2, 3.0], [1.0, 1.0], [10.0, tau])
        assert np.sign(added - alone) == sign


@given(
    c=ligands(decades), k=ligands(decades), tau=ligands(decades), x=decades, by=st.floats(1.001, 10)
)
def test_a_newcomer_lowers_the_effect_exactly_below_the_switch_over(
    c: list[float], k: list[float], tau: list[float], x: float, by: float
) -> None:
    switch = float(switch_over_efficacy(c, k, tau))
    there = mixture_effect(c, k, tau)
    below = mixture_effect([*c, x], [*k, 1.0], [*tau, switch / by])
    above = mixture_effect([*c, x], [*k, 1.0], [*tau, switch * by])
    assert below <= there * (1 + 1e-12)
    assert above >= there * (1 - 1e-12)
    assert_allclose(mixture_effect([*c, x], [*k, 1.0], [*tau, switch]), there, rtol=1e-12)


@given(k=decades, tau=decades, newcomer=decades)
def test_the_switch_over_concentration_is_where_the_pushes_are_level(
    k: float, tau: float, newcomer: float
) -> None:
    c = switch_over_concentration(k, tau, newcomer)
    if tau <= newcomer:
        assert c == np.inf  # the newcomer raises the effect at any concentration
    elif c < 1e12 * k:  # beyond, the receptors are full and the switch-over is tau itself
        assert_allclose(switch_over_efficacy([c], [k], [tau]), newcomer, rtol=1e-9)


def test_a_larger_antagonist_share_means_a_lower_top() -> None:
    share = np.array([0.0, 0.1, 0.3, 0.6, 0.9])
    amount = np.logspace(-3, 6, 200)[:, None]
    c = np.stack([amount * (1 - share), amount * share], axis=-1)
    curves = mixture_effect(c, [1.0, 0.2], [20.0, 0.0])
    tops = curves[-1]
    assert np.all(np.diff(tops) < 0)
    # Each mixture acts like a single drug of less push, with a top that no amount breaks.
    x_agonist, x_antagonist = 1 - share, share / 0.2
    assert_allclose(tops, maximal_effect(20.0 * x_agonist / (x_agonist + x_antagonist)), rtol=1e-5)
    assert np.all(np.diff(curves, axis=0) >= 0)


# Ranges


@given(
    k=st.tuples(decades, factors),
    tau=st.tuples(decades, factors),
    c=decades,
    within=st.tuples(st.floats(0, 1), st.floats(0, 1)),
)
def test_no_value_inside_the_ranges_leaves_the_band(
    k: tuple[float, float], tau: tuple[float, float], c: float, within: tuple[float, float]
) -> None:
    k_range, tau_range = (k[0], k[0] * k[1]), (tau[0], tau[0] * tau[1])
    least, most = effect_range(c, k_range, tau_range)
    inside = effect(c, k[0] * k[1] ** within[0], tau[0] * tau[1] ** within[1])
    assert least * (1 - 1e-12) <= inside <= most * (1 + 1e-12)


def test_the_band_of_one_ligand_is_reached() -> None:
    least, most = effect_range(2.0, (1.0, 9.0), (0.5, 4.0), slope=1.3, maximum=2.0)
    assert least == effect(2.0, 9.0, 0.5, slope=1.3, maximum=2.0)
    assert most == effect(2.0, 1.0, 4.0, slope=1.3, maximum=2.0)


C = np.array([1.0, 3.0, 0.5])
K = (np.array([0.2, 1.0, 0.1]), np.array([2.0, 30.0, 0.4]))
TAU = (np.array([8.0, 0.1, 0.0]), np.array([25.0, 1.5, 0.3]))


def test_the_band_of_a_mixture_is_its_corners() -> None:
    corners = [
        mixture_effect(C, [K[i][n] for n, i in enumerate(k)], [TAU[i][n] for n, i in enumerate(t)])
        for k in product((0, 1), repeat=3)
        for t in product((0, 1), repeat=3)
    ]
    assert_allclose(mixture_effect_range(C, K, TAU), (min(corners), max(corners)), rtol=1e-14)


def test_dense_sampling_of_a_mixture_stays_in_the_band_and_nears_its_ends() -> None:
    steps = [np.linspace(low, high, 7) for low, high in zip(*K, strict=True)]
    steps += [np.linspace(low, high, 5) for low, high in zip(*TAU, strict=True)]
    grid = np.stack(np.meshgrid(*steps, indexing="ij"), axis=-1)
    sampled = mixture_effect(C, grid[..., :3], grid[..., 3:], slope=1.2)
    least, most = mixture_effect_range(C, K, TAU, slope=1.2)
    assert_allclose((sampled.min(), sampled.max()), (least, most), rtol=1e-12)


def test_the_extremes_of_a_mixture_are_not_those_of_its_parts() -> None:
    # A tight grip of the weaker ligand lowers the effect: all K low is not the most.
    c, k, tau = [1.0, 1.0], ([1.0, 0.01], [1.0, 10.0]), ([20.0, 0.1], [20.0, 0.1])
    least, most = mixture_effect_range(c, k, tau)
    assert least == mixture_effect(c, [1.0, 0.01], [20.0, 0.1])
    assert most == mixture_effect(c, [1.0, 10.0], [20.0, 0.1])


def test_ranges_broadcast_over_concentrations() -> None:
    c = np.logspace(-2, 2, 9)[:, None] * np.array([1.0, 1.0, 0.0])
    least, most = mixture_effect_range(c, K, TAU)
    assert least.shape == most.shape == (9,)
    assert np.all(least < most)


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
    with pytest.raises(ValueError, match=r"^antagonist_concentration must be"):
        dose_ratio(bad, 1.0)
    with pytest.raises(ValueError, match=r"^efficacy \(high\) must be"):
        effect_range(1.0, (1.0, 2.0), (0.0, bad))


def test_a_ligand_without_push_has_no_half_effect() -> None:
    with pytest.raises(ValueError, match=r"^efficacy must be from 1e-30"):
        half_effect_concentration(1.0, 0.0)


def test_shapes_that_do_not_fit_are_refused_by_name() -> None:
    with pytest.raises(ValueError, match=r"concentration \(3,\), .*efficacy \(2,\)"):
        effect([1, 2, 3], 1.0, [1, 2])
    with pytest.raises(ValueError, match=r"stimulus \(3,\), slope \(2,\)"):
        effect([1, 2, 3], 1.0, 1.0, slope=[1, 2])
    with pytest.raises(ValueError, match=r"same ligands.*efficacies \(\)"):
        mixture_effect([1.0, 2.0], [1.0, 1.0], 5.0)
    with pytest.raises(ValueError, match=r"same ligands.*dissociation_constants \(high\) \(1,\)"):
        mixture_effect_range([1.0, 2.0], ([1.0], [2.0]), ([1.0, 1.0], [2.0, 2.0]))
