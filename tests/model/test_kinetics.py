"""Binding over time against its limits and an adaptive stiff solver."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose
from numpy.typing import ArrayLike, NDArray
from scipy.integrate import solve_ivp

from mureceptor.model.binding import competitive_occupancy, occupancy
from mureceptor.model.kinetics import bound_share_over_time, displacement_over_time

decades = st.floats(-6, 6).map(lambda power: 10.0**power)

# Off-rate [1/s] and exponent [1], evidence; levels are counted in units of half occupancy.
NALOXONE, FENTANYL, BUPRENORPHINE = (0.0396, 0.858), (0.00433, 0.844), (0.000194, 0.572)
HOUR = 3600.0


# One ligand


@pytest.mark.parametrize(
    ("rate", "minutes"),
    [(0.0396, 0.29), (0.00433, 2.7), (0.0002467, 46.8), (0.000194, 60)],
    ids=["naloxone", "fentanyl", "carfentanil", "buprenorphine"],
)
def test_half_of_the_bound_drug_is_gone_when_printed(rate: float, minutes: float) -> None:
    left = bound_share_over_time(60 * minutes, 0.0, 1.0, rate, start=1.0)
    assert left == pytest.approx(0.5, abs=0.01)


def test_without_drug_the_bound_share_halves_again_and_again() -> None:
    times = np.log(2) / 0.3 * np.arange(5)
    got = bound_share_over_time(times, 0.0, 2.0, 0.3, start=0.8)
    assert_allclose(got, [0.8, 0.4, 0.2, 0.1, 0.05], rtol=1e-14)


@given(c=decades, k_on=decades, k_off=decades)
def test_in_the_end_binding_is_at_balance(c: float, k_on: float, k_off: float) -> None:
    got = bound_share_over_time(1e3 / k_off, c, k_on, k_off, start=0.5)
    assert_allclose(got, occupancy(c, k_off / k_on), rtol=1e-9)


@pytest.mark.parametrize("start", [0.0, 0.9])
@pytest.mark.parametrize(("off", "n"), [NALOXONE, FENTANYL, BUPRENORPHINE])
def test_a_solver_meets_the_closed_form(off: float, n: float, start: float) -> None:
    level, on = 3.0, 2.0 * off
    times = np.linspace(0, 5 / off, 30)
    solved = solve_ivp(
        lambda _, r: on * level**n * (1 - r) - off * r,
        (0, times[-1]),
        [start],
        t_eval=times,
        rtol=1e-10,
        atol=1e-12,
    )
    got = bound_share_over_time(times, level, on, off, exponent=n, start=start)
    assert_allclose(got, solved.y[0], atol=1e-8)


@given(
    t=st.one_of(st.just(0.0), decades), c=decades, on=decades, off=decades, start=st.floats(0, 1)
)
def test_the_bound_share_stays_between_start_and_balance(
    t: float, c: float, on: float, off: float, start: float
) -> None:
    got = bound_share_over_time(t, c, on, off, start=start)
    ends = sorted([start, float(occupancy(c, off / on))])
    assert ends[0] - 1e-12 <= got <= ends[1] + 1e-12


# Displacement


def solved(
    times: NDArray[np.float64],
    levels: list[float],
    half_lives: list[float],
    off: NDArray[np.float64],
    n: NDArray[np.float64],
    start: list[float],
) -> NDArray[np.float64]:
    def flow(t: float, bound: NDArray[np.float64]) -> NDArray[np.float64]:
        level = np.array(levels) * 0.5 ** (t / np.array(half_lives))
        return np.asarray(off * level**n * (1 - bound.sum()) - off * bound)

    result = solve_ivp(
        flow, (0, times[-1]), start, method="Radau", t_eval=times, rtol=1e-9, atol=1e-12
    )
    return np.asarray(result.y.T)


@pytest.mark.parametrize("opioid", [FENTANYL, BUPRENORPHINE], ids=["fentanyl", "buprenorphine"])
@pytest.mark.parametrize("levels", [[10.0, 0.0], [10.0, 100.0], [1e3, 1e5], [0.5, 1.0]])
@pytest.mark.parametrize("opioid_half_life", [0.5 * HOUR, 24 * HOUR])
def test_a_stiff_solver_meets_the_displacement(
    opioid: tuple[float, float], levels: list[float], opioid_half_life: float
) -> None:
    off, n = np.array([opioid, NALOXONE]).T
    times = np.unique(np.append(np.geomspace(1, 24 * HOUR, 50), np.linspace(0, 24 * HOUR, 50)))
    half_lives, start = [opioid_half_life, 1.1 * HOUR], [0.8, 0.0]
    got = displacement_over_time(times, levels, half_lives, off, off, exponents=n, start=start)
    assert_allclose(got, solved(times, levels, half_lives, off, n, start), atol=1e-4)


def test_one_ligand_that_stays_follows_the_closed_form() -> None:
    times = np.linspace(0, 4000, 60)
    got = displacement_over_time(
        times, [2.0], [1e15], [0.001], [0.002], exponents=[0.8], start=[0.1]
    )
    closed = bound_share_over_time(times, 2.0, 0.001, 0.002, exponent=0.8, start=0.1)
    assert_allclose(got[:, 0], closed, atol=1e-6)


def test_ligands_that_stay_end_in_competition_at_balance() -> None:
    off = np.array([0.5, 0.02, 3.0])
    on = np.array([1.0, 0.5, 0.1])
    got = displacement_over_time(
        [1e4], [1.0, 2.0, 50.0], [1e15] * 3, on, off, exponents=[1.0] * 3, start=[0.0] * 3
    )
    assert_allclose(got[-1], competitive_occupancy([1.0, 2.0, 50.0], off / on), atol=1e-7)


def test_naloxone_leaves_first_and_the_opioid_comes_back() -> None:
    off, n = np.array([FENTANYL, NALOXONE]).T
    times = np.linspace(0, 12 * HOUR, 200)
    opioid = displacement_over_time(
        times, [10.0, 300.0], [8 * HOUR, 1.1 * HOUR], off, off, exponents=n, start=[0.87, 0.0]
    )[:, 0]
    lowest = opioid.argmin()
    assert opioid[lowest] < 0.2
    assert 0 < lowest < 60
    assert opioid[lowest:].max() > 0.7


def test_settings_are_leading_axes() -> None:
    off, n = np.array([FENTANYL, NALOXONE]).T
    times, half_lives = np.array([0.0, 60.0, HOUR]), np.array([8 * HOUR, HOUR])
    levels = np.array([[[10.0, 0.0]], [[10.0, 1.0]], [[10.0, 50.0]]])
    start = np.array([[0.5, 0.0], [0.9, 0.0]])
    swept = displacement_over_time(times, levels, half_lives, off, off, exponents=n, start=start)
    assert swept.shape == (3, 2, 3, 2)
    alone = displacement_over_time(
        times, levels[2, 0], half_lives, off, off, exponents=n, start=start[1]
    )
    assert_allclose(swept[2, 1], alone, rtol=1e-12)
    assert_allclose(swept[:, :, 0], np.broadcast_to(start, (3, 2, 2)), atol=0)


@pytest.mark.parametrize("swept", [0, 1, 4, 5])
def test_any_setting_alone_may_be_swept(swept: int) -> None:
    settings_ = [[9.0, 4.0], [1.0, 2.0], [0.3, 0.1], [0.2, 0.5], [1.0, 0.8], [0.3, 0.4]]
    times = np.array([0.0, 0.5, 3.0])

    def run(*values: ArrayLike) -> NDArray[np.float64]:
        return displacement_over_time(times, *values[:4], exponents=values[4], start=values[5])

    rows = np.array([0.5, 0.7, 1.0])[:, None] * settings_[swept]
    before, after = settings_[:swept], settings_[swept + 1 :]
    got = run(*before, rows, *after)
    alone = [run(*before, row, *after) for row in rows]
    assert got.shape == (3, 3, 2)
    assert_allclose(got, alone, rtol=1e-12)


def test_at_the_start_nothing_has_moved_yet() -> None:
    got = displacement_over_time(
        [0.0], [9, 9], [1, 1], [1, 1], [1, 1], exponents=[1, 1], start=[0.3, 0.4]
    )
    assert got.tolist() == [[0.3, 0.4]]


@settings(max_examples=40)
@given(
    levels=st.tuples(decades, decades),
    half_lives=st.tuples(decades, decades),
    off=st.tuples(decades, decades),
    on=st.tuples(decades, decades),
    end=decades,
)
def test_shares_stay_shares(
    levels: tuple[float, float],
    half_lives: tuple[float, float],
    off: tuple[float, float],
    on: tuple[float, float],
    end: float,
) -> None:
    end = min(end, 1e12 / max(*off, on[0] * levels[0], on[1] * levels[1]))
    got = displacement_over_time(
        end * np.linspace(0, 1, 20), levels, half_lives, on, off, exponents=[1, 1], start=[0.6, 0.3]
    )
    assert np.all((got >= 0) & (got <= 1))
    assert got.sum(axis=-1).max() <= 1 + 1e-6


# What is refused


@pytest.mark.parametrize("bad", [np.nan, np.inf, -1.0])
def test_impossible_values_are_refused_by_name(bad: float) -> None:
    with pytest.raises(ValueError, match=rf"^dissociation_rate must be from 1e-30 .*, got {bad}$"):
        bound_share_over_time(1.0, 1.0, 1.0, bad)
    with pytest.raises(ValueError, match=rf"^concentration must be from 0 .*, got {bad}$"):
        bound_share_over_time(1.0, bad, 1.0, 1.0)
    with pytest.raises(ValueError, match=rf"^start must be from 0 to 1, got {bad}$"):
        bound_share_over_time(1.0, 1.0, 1.0, 1.0, start=bad)
    with pytest.raises(ValueError, match=rf"^exponent must be from 0.1 to 3, got {bad}$"):
        bound_share_over_time(1.0, 1.0, 1.0, 1.0, exponent=bad)
    with pytest.raises(ValueError, match=rf"^half_lives must be from 1e-30 .*, got {bad}$"):
        displacement_over_time(
            [1.0], [1.0, 1.0], [1.0, bad], [1, 1], [1, 1], exponents=[1, 1], start=[0, 0]
        )


@pytest.mark.parametrize("times", [[1.0, 1.0], [2.0, 1.0], [[1.0, 2.0]], 3.0])
def test_times_that_do_not_rise_are_refused(times: ArrayLike) -> None:
    with pytest.raises(ValueError, match=r"^time must be 1-D and rising"):
        displacement_over_time(times, [1], [1], [1], [1], exponents=[1], start=[0])


def test_faster_than_numbers_can_follow_is_refused() -> None:
    two = [1.0, 1.0]
    with pytest.raises(
        ValueError, match=r"^association_rates x .* from 0 to 1e\+12, got 2000000000000\.0$"
    ):
        displacement_over_time([2], [1, 1e6], two, [1, 1e6], two, exponents=two, start=[0, 0])
    with pytest.raises(
        ValueError, match=r"^dissociation_rates x time .* from 0 to 1e\+12, got 5000"
    ):
        displacement_over_time([5], two, two, two, [1, 1e12], exponents=two, start=[0, 0])


def test_a_start_beyond_all_receptors_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^start, summed over ligands, must be from 0 to 1"):
        displacement_over_time(
            [1.0], [1, 1], [1, 1], [1, 1], [1, 1], exponents=[1, 1], start=[0.7, 0.7]
        )
    with pytest.raises(ValueError, match=r"same ligands.*start \(2,\)"):
        displacement_over_time([1.0], [1], [1], [1], [1], exponents=[1], start=[0.1, 0.1])
