"""Exposure against compartments solved step by step, and the plasma curve's printed features."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from numpy.typing import ArrayLike
from scipy.integrate import quad, solve_ivp
from scipy.optimize import minimize_scalar

from mureceptor.model.exposure import (
    effect_driving_exposure,
    exposure_peaks,
    mitragynine_plasma_share,
    regular_intakes,
    step_times,
)

ABSORPTION, ELIMINATION = 1.6, np.log(2) / 4
PEAK_TIME = np.log(ABSORPTION / ELIMINATION) / (ABSORPTION - ELIMINATION)


# Peaks


@pytest.mark.parametrize("per_day", [1 / 3, 1, 3, 7])
def test_peaks_are_where_the_exposure_is_highest(per_day: float) -> None:
    intakes = regular_intakes(per_day, 7)
    peaks = exposure_peaks(intakes)
    for start, end, peak in zip(intakes, [*intakes[1:], 7 * 24], peaks, strict=True):
        highest = minimize_scalar(
            lambda t: -effect_driving_exposure(t, intakes),
            bounds=(start, end),
            method="bounded",
            options={"xatol": 1e-7},
        )
        assert peak == pytest.approx(highest.x, abs=1e-4)
    assert peaks[0] == pytest.approx(PEAK_TIME)


# Regularity


def test_intakes_are_spread_evenly_and_end_before_the_stop() -> None:
    assert regular_intakes(3, 1.5).tolist() == [0, 8, 16, 24, 32]
    assert regular_intakes(1, 3).tolist() == [0, 24, 48]
    assert_allclose(regular_intakes(1 / 3, 7), [0, 72, 144], rtol=1e-15)
    assert regular_intakes(1 / 3, 6).size == 2
    assert regular_intakes(1, 0).size == 0
    assert regular_intakes(1.1, 50).size == 55  # though 1.1 x 50 is a hair above 55 in binary


# Steps


@pytest.mark.parametrize("per_day", [1 / 3, 1, 3, 7, 24])
def test_steps_hold_every_intake_and_stay_short(per_day: float) -> None:
    intakes = regular_intakes(per_day, 9)
    steps = step_times(intakes, 12 * 24)
    assert np.isin(intakes, steps).all()
    assert steps[0] == 0.0
    assert steps[-1] == 288.0
    assert np.diff(steps).min() >= 1e-6
    assert np.diff(steps).max() <= 2.0 + 1e-9
    first_after = steps[np.searchsorted(steps, intakes, side="right")] - intakes
    assert_allclose(first_after, 0.01, rtol=1e-9)


def test_a_step_that_rounding_alone_parts_from_an_intake_is_dropped() -> None:
    intakes = 7.12 * np.arange(20)  # 5.12 + 2 h: the regular step falls on the next intake
    steps = step_times(intakes, 150.0)
    assert np.isin(intakes, steps).all()
    assert np.diff(steps).min() > 0.009


def test_steps_without_an_intake_still_lead_to_the_end() -> None:
    steps = step_times([], 30.0)
    assert (steps[0], steps[-1]) == (0.0, 30.0)
    assert np.diff(steps).max() <= 2.0 + 1e-9


# Exposure


def test_a_single_intake_peaks_where_the_closed_form_says() -> None:
    found = minimize_scalar(
        lambda t: -float(effect_driving_exposure(t, [0.0], first_peak=3.0)),
        bounds=(0, 10),
        method="bounded",
        options={"xatol": 1e-8},
    )
    assert found.x == pytest.approx(PEAK_TIME, abs=1e-5)
    assert -found.fun == pytest.approx(3.0, rel=1e-12)


def test_it_is_what_two_compartments_do() -> None:
    intakes = np.array([0.0, 5.0, 12.0, 40.0])
    ends = np.append(intakes[1:], 70.0)
    scale = 1.0 / (np.exp(-ELIMINATION * PEAK_TIME) - np.exp(-ABSORPTION * PEAK_TIME))
    dose = scale * (ABSORPTION - ELIMINATION) / ABSORPTION  # so that the first peak is 1

    def flow(_: float, gut_body: ArrayLike) -> list[float]:
        gut, body = np.asarray(gut_body)
        return [-ABSORPTION * gut, ABSORPTION * gut - ELIMINATION * body]

    state = np.zeros(2)
    for begin, end in zip(intakes, ends, strict=True):
        state = state + np.array([dose, 0.0])
        times = np.linspace(begin, end, 20)
        solved = solve_ivp(flow, (begin, end), state, t_eval=times, rtol=1e-10, atol=1e-12)
        got = effect_driving_exposure(times, intakes[intakes <= begin])
        assert_allclose(got, solved.y[1], atol=1e-8)
        state = solved.y[:, -1]


def test_intakes_add_up() -> None:
    rng = np.random.default_rng(7)
    intakes = np.sort(rng.uniform(0, 100, 30))
    times = rng.uniform(0, 150, 400)
    one_by_one = sum(
        np.where(t0 <= times, effect_driving_exposure(np.maximum(times - t0, 0), [0.0]), 0.0)
        for t0 in intakes
    )
    assert_allclose(effect_driving_exposure(times, intakes), one_by_one, atol=1e-12)


def test_a_stop_leaves_out_what_is_due_at_it_or_later() -> None:
    intakes, times = regular_intakes(2, 5), np.linspace(0, 200, 333)
    stops = np.array([0.0, 12.0, 13.0, 60.0, 500.0])
    swept = effect_driving_exposure(times, intakes, stop=stops[:, None])
    assert swept.shape == (5, 333)
    for row, stop in zip(swept, stops, strict=True):
        alone = effect_driving_exposure(times, intakes[intakes < stop])
        assert_allclose(row, alone, atol=1e-15)
    assert np.all(swept[0] == 0.0)


def test_nothing_before_the_first_intake_and_never_below_zero() -> None:
    got = effect_driving_exposure([0.0, 4.9, 5.0, 5.0001, 1e6], [5.0, 6.0])
    assert got[:3].tolist() == [0, 0, 0]
    assert got[3] > 0
    assert got[4] == 0
    assert effect_driving_exposure(np.linspace(0, 900, 9001), regular_intakes(5, 30)).min() >= 0


def test_regular_intakes_build_up_to_the_geometric_sum() -> None:
    # After many intakes tau apart each exponential sums to 1 / (1 - e^(-k tau)).
    since = 3.0
    scale = 1.0 / (np.exp(-ELIMINATION * PEAK_TIME) - np.exp(-ABSORPTION * PEAK_TIME))
    steady = scale * (
        np.exp(-ELIMINATION * since) / (1 - np.exp(-ELIMINATION * 8))
        - np.exp(-ABSORPTION * since) / (1 - np.exp(-ABSORPTION * 8))
    )
    intakes = regular_intakes(3, 30)
    assert_allclose(effect_driving_exposure(intakes[-1] + since, intakes), steady, rtol=1e-12)


# Mitragynine in the blood


def test_the_plasma_curve_has_its_printed_features() -> None:
    peak = minimize_scalar(
        lambda t: -float(mitragynine_plasma_share(t)), bounds=(0.1, 5), method="bounded"
    )
    assert peak.x == pytest.approx(1.0, abs=0.01)
    assert -peak.fun == pytest.approx(1.0, abs=0.001)
    early, late = mitragynine_plasma_share([100.0, 200.0])
    assert 100 * np.log(2) / np.log(early / late) == pytest.approx(45.3, abs=0.1)
    area = quad(lambda t: float(mitragynine_plasma_share(t)), 0, 2000, limit=200, points=[1, 10])
    assert area[0] == pytest.approx(5.13, abs=0.01)


def test_the_plasma_curve_at_the_hours_of_the_evidence() -> None:
    # nM of a peak of 81.9 nM, printed to two digits.
    got = 81.9 * mitragynine_plasma_share([2.0, 4.0, 8.0, 12.0, 24.0])
    assert_allclose(got, [63, 24, 4.5, 2.5, 1.9], rtol=0.03)


def test_the_plasma_tail_is_the_design_s() -> None:
    late = np.array([60.0, 300.0])
    assert_allclose(mitragynine_plasma_share(late) * np.exp(0.01532 * late), 0.03355, rtol=1e-9)


def test_the_plasma_share_is_a_share() -> None:
    got = mitragynine_plasma_share(np.concatenate([[0.0], np.logspace(-6, 4, 500)]))
    assert got[0] == 0.0
    assert got.min() >= 0.0
    assert got.max() <= 1.0


# What is refused


@pytest.mark.parametrize("bad", [np.nan, np.inf, -1.0, [1.0, 2.0], "daily"])
def test_impossible_settings_are_refused_by_name(bad: ArrayLike) -> None:
    with pytest.raises(ValueError, match=r"^intakes_per_day must be .*"):
        regular_intakes(bad, 1)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match=r"^stop_day must be .*"):
        regular_intakes(1, bad)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match=r"^until must be .*"):
        step_times([0.0, 24.0], bad)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match=r"^half_life must be .*"):
        effect_driving_exposure(1.0, [0.0], half_life=bad)  # type: ignore[arg-type]


@pytest.mark.parametrize("bad", [np.nan, np.inf, -1.0])
def test_impossible_times_are_refused_by_name(bad: float) -> None:
    with pytest.raises(ValueError, match=rf"^time must be from 0 to 1e\+30, got {bad}$"):
        effect_driving_exposure([1.0, bad], [0.0])
    with pytest.raises(ValueError, match=rf"^time must be from 0 to 1e\+30, got {bad}$"):
        mitragynine_plasma_share(bad)
    with pytest.raises(ValueError, match=r"^intake_times must be from 0"):
        effect_driving_exposure(1.0, [0.0, bad])
    with pytest.raises(ValueError, match=r"^first_peak must be from 0"):
        effect_driving_exposure(1.0, [0.0], first_peak=bad)
    with pytest.raises(ValueError, match=r"^stop must be from 0"):
        effect_driving_exposure(1.0, [0.0], stop=bad)


def test_the_order_of_things_is_refused_by_name() -> None:
    for intakes in ([0.0, 0.0], [8.0, 0.0], [[0.0, 8.0]]):
        with pytest.raises(ValueError, match=r"^intake_times must be 1-D and rising"):
            effect_driving_exposure(1.0, intakes)
    with pytest.raises(ValueError, match=r"^absorption_rate must be from 0.175"):
        effect_driving_exposure(1.0, [0.0], absorption_rate=0.1)
    with pytest.raises(ValueError, match=r"^until must be from 24.01"):
        step_times([0.0, 24.0], 24.0)
    with pytest.raises(ValueError, match=r"time \(3,\), stop \(2,\)"):
        effect_driving_exposure([1.0, 2.0, 3.0], [0.0], stop=[1.0, 2.0])
