"""Eight weeks for all stops at once, against one run of the model for one drug and one stop."""

from itertools import product
from unittest.mock import MagicMock

import numpy as np
import pytest
from numpy.testing import assert_allclose

from mureceptor.live.payload import pack
from mureceptor.marks.forms import NARROW
from mureceptor.model.adaptation import AdaptationCourse, adaptation_course
from mureceptor.model.exposure import effect_driving_exposure, regular_intakes, step_times
from mureceptor.model.mixture import mixture_effect
from mureceptor.views import VIEWS, course
from mureceptor.views.course import DAY, DAYS, EFFICACIES, EXPECTED_SHARE, GIVEN
from mureceptor.views.dependence.numbers import Weeks, weeks, weeks_of
from mureceptor.views.dependence.state import LOSS_DRIVER, REGULARITY, STOP, Dependence

RATE = {"seldom": 1 / 3, "daily": 1.0, "often": 3.0}
every_setting = pytest.mark.parametrize(
    ("regularity", "driver"), list(product(REGULARITY.options, LOSS_DRIVER.options))
)


def alone(regularity: str, driver: str, stop: float, drug: int) -> AdaptationCourse:
    """One drug, taken until `stop` and no more: the model as one would call it by hand."""
    intakes = regular_intakes(RATE[regularity], stop)
    about_peaks = intakes[:, None] + np.arange(1.3, 1.6, 0.03)  # [h], the time of the highest
    shown = np.arange(0.0, 24 * DAYS + 1, 8)
    time = np.unique(
        np.hstack([step_times(intakes, 24.0 * (DAYS + 5)), about_peaks.ravel(), shown])
    )
    return adaptation_course(
        time,
        lambda t: effect_driving_exposure(t, intakes),
        float(EFFICACIES[drug]),
        expected_share=EXPECTED_SHARE,
        loss_driver="effect" if driver == "effect" else "occupancy",
    )


@every_setting
@pytest.mark.parametrize("stop", [1, 13, 28, 56])
@pytest.mark.parametrize("drug", [0, 1])
def test_all_stops_at_once_are_the_single_runs(
    regularity: str, driver: str, stop: int, drug: int
) -> None:
    one = alone(regularity, driver, stop, drug)
    all_at_once = weeks(Dependence(stop=stop, regularity=regularity, driver=driver))
    at = np.searchsorted(one.time, 24 * DAY)
    for got, want in (
        (all_at_once.signalling_left[drug], one.signalling_left),
        (all_at_once.expected[drug], EXPECTED_SHARE * one.expectation),
    ):
        assert_allclose(got, want[at], atol=2e-4)
    after = stop < DAY
    for got, want in (
        (all_at_once.exposure, one.exposure),
        (all_at_once.effect[drug], one.effect),
        (all_at_once.withdrawal[drug], one.withdrawal),
    ):
        assert_allclose(got[after], want[at][after], atol=2e-4)
        for day in range(1, stop + 1):  # until the stop: the highest of the 24 hours before
            within = (one.time >= 24 * (day - 1)) & (one.time <= 24 * day)
            assert got[day == DAY] == pytest.approx(want[within].max(), abs=2e-4)
    since = one.time >= 24 * all_at_once.last_day
    assert all_at_once.peak[drug] == pytest.approx(one.withdrawal[since].max(), abs=2e-4)
    assert all_at_once.last[drug] == pytest.approx(one.effect[since].max(), abs=2e-4)
    assert all_at_once.left[drug] == pytest.approx(
        np.interp(24 * stop, one.time, one.signalling_left), abs=2e-4
    )


@every_setting
def test_the_last_intake_comes_before_the_stop(regularity: str, driver: str) -> None:
    spacing = 1 / RATE[regularity]
    for stop in STOP.grid[1:]:
        course = weeks(Dependence(stop=stop, regularity=regularity, driver=driver))
        assert 0 < stop - course.last_day <= spacing + 1e-9
        assert np.all(course.peak_day > course.last_day)
        assert np.all(course.peak_day < DAYS + 4)  # inside what is followed: no peak is cut off


def test_what_is_given_is_felt_at_the_height_of_the_last_intake() -> None:
    for drug, (given, (amount, push)) in product((0, 1), GIVEN.items()):
        one, course = alone("daily", "effect", 28, drug), weeks(Dependence(regularity="daily"))
        since = one.time >= 27 * 24
        at = np.flatnonzero(since)[one.effect[since].argmax()]
        left = one.signalling_left[at]
        effect = mixture_effect(
            [one.exposure[at], amount], [1.0, 1.0], left * np.array([EFFICACIES[drug], push])
        )
        missing = max(0.0, EXPECTED_SHARE * one.expectation[at] - float(effect))
        assert course.sudden[given][drug] == pytest.approx(missing, abs=2e-4)
        assert 24 * course.sudden_day[drug] == pytest.approx(one.time[at], abs=0.02)


@every_setting
def test_a_low_push_drug_builds_dependence_and_sets_off_none_of_its_own(
    regularity: str, driver: str
) -> None:
    for stop in STOP.grid[1:]:
        course = weeks(Dependence(stop=stop, regularity=regularity, driver=driver))
        assert 0 < course.peak[0] < course.peak[1]
        assert course.left[0] < 1
        assert course.sudden["low"][0] == 0  # the published case that the model cannot show
        assert np.all(course.sudden["blocker"] >= course.sudden["low"])


def course_of(**fields: float | str) -> Weeks:
    return weeks(Dependence(**fields))  # type: ignore[arg-type]


def test_withdrawal_between_intakes_a_day_apart_but_hardly_when_they_are_close() -> None:
    used = DAY <= 28
    assert course_of(regularity="daily").withdrawal[0, used].max() > 0.05
    assert course_of(regularity="often").withdrawal[:, used].max() < 0.02


def test_the_same_loss_costs_the_low_push_drug_more_of_its_effect() -> None:
    course = course_of(driver="taken")
    assert course.left[0] == pytest.approx(course.left[1])
    kept = course.last / course.first
    assert kept[0] < 0.7
    assert kept[1] > 0.9


def test_tolerance_goes_after_the_stop() -> None:
    course = course_of()
    after = course.signalling_left[:, DAY >= 29]
    assert np.all(np.diff(after, axis=-1) > 0)
    assert np.all(after[:, -1] > 0.95)


def test_nothing_taken_changes_nothing() -> None:
    course = course_of(stop=0)
    assert not course.exposure.any()
    assert not course.effect.any()
    assert not course.withdrawal.any()
    assert np.all(course.signalling_left == 1)
    assert np.all(course.shift == 1)
    assert not any(moment.any() for moment in course.sudden.values())


def test_a_figure_at_every_stop_takes_one_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    followed = MagicMock(wraps=adaptation_course)
    monkeypatch.setattr(course, "adaptation_course", followed)
    course.every_stop.cache_clear()
    view = VIEWS["dependence"]
    pack(view, view.state(), NARROW)
    assert followed.call_count == 1


def test_many_states_at_once_are_each_by_itself() -> None:
    states = [
        Dependence(stop=stop, regularity=regularity, given=given)
        for stop, regularity, given in (
            (0, "daily", "low"),
            (28, "often", "low"),
            (28, "daily", "low"),
        )
    ]
    for state, got in zip(states, weeks_of(states), strict=True):
        alone = weeks(state)
        assert got.state == alone.state == state
        np.testing.assert_array_equal(got.withdrawal, alone.withdrawal)
        np.testing.assert_array_equal(got.sudden["low"], alone.sudden["low"])
