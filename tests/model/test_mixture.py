"""Mixtures at one site, and where one more ligand raises or lowers the effect."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from mureceptor.model.activation import effect, maximal_effect
from mureceptor.model.mixture import (
    mixture_effect,
    switch_over_concentration,
    switch_over_efficacy,
)

decades = st.floats(-6, 6).map(lambda power: 10.0**power)  # 12 orders of magnitude
pushes = st.one_of(st.just(0.0), decades)
slopes = st.floats(0.5, 2.0)
factors = st.floats(1.01, 1e3)


def ligands(values: st.SearchStrategy[float]) -> st.SearchStrategy[list[float]]:
    return st.lists(values, min_size=3, max_size=3)


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
    ratio = 1 + b / k_b
    for c in (0.01 * k, k, 50.0 * k):
        beside = mixture_effect([c * ratio, b], [k, k_b], [tau, 0.0], slope=n)
        assert_allclose(beside, effect(c, k, tau, slope=n), rtol=1e-9)


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


# What is refused


@pytest.mark.parametrize("n", [0.1, 1.0, 10.0])
def test_the_ends_of_the_allowed_ranges_stay_finite(n: float) -> None:
    extremes = np.array([1e-30, 1.0, 1e30])
    mixed = mixture_effect(extremes, extremes[::-1], extremes, slope=n)
    assert 0.0 <= mixed <= 1.0
    # Rounding may carry the joint push past the largest that a single ligand may have.
    many = np.full(7, 1e30)
    assert mixture_effect(many, np.full(7, 1e-30), many) == 1.0


def test_shapes_that_do_not_fit_are_refused_by_name() -> None:
    with pytest.raises(ValueError, match=r"same ligands.*efficacies \(\)"):
        mixture_effect([1.0, 2.0], [1.0, 1.0], 5.0)
    with pytest.raises(ValueError, match=r"slope \(3,\), maximum \(\) with what comes before"):
        mixture_effect(np.ones((2, 2)), [1.0, 1.0], [5.0, 1.0], slope=[1.0, 1.0, 1.0])
