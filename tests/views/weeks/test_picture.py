"""The weeks step by step, against a plain Runge-Kutta of the design's two equations."""

import re
from typing import Any

import numpy as np
import pytest
from numpy.testing import assert_allclose
from tests.views.conftest import Picture
from tests.views.dependence.test_picture import PUSHES, STEP, course
from tests.views.test_chart_words import Plotted, all_boxes

from mureceptor.marks.forms import FORMS
from mureceptor.views import VIEWS
from mureceptor.views.weeks.state import STEP as STEPS

DAYS = np.arange(3, 3 * 56 + 1) / 3  # [day] drawn
AT = np.rint(24 * DAYS / STEP).astype(int)  # steps of the simulation
A_DAY = round(24 / STEP)
STOP = 28
OFTEN = ("often", "effect")


def highest(values: Any) -> Any:
    """The highest in the 24 hours up to each day drawn."""
    return np.array([values[i - A_DAY : i + 1].max() for i in AT])


def again(tau: float) -> Any:
    """The effect of the last day's highest amount, with what signalling is left at each time."""
    x, _, left, _ = course(STOP, *OFTEN, tau)
    amount = highest(x)[DAYS == STOP][0]
    pushing = tau * left[AT] * amount
    return pushing / (1 + amount + pushing)


def drawn(step: str, tau: float) -> Any:
    """What the thick line of a step is."""
    taken, stopped = (course(stop, *OFTEN, tau) for stop in (56, STOP))
    return {
        "daily": highest(taken[1]),
        "adapt": 0.8 * taken[3][AT],
        "stop": 0.8 * stopped[3][AT],
        "again": np.where(DAYS >= STOP, again(tau), np.nan),
    }[step]


LINES = {
    "daily": "effect",
    "adapt": "expected",
    "stop": "expected",
    "again": "the same amount again",
}


@pytest.mark.parametrize("step", STEPS.options)
def test_the_line_in_focus_is_what_the_step_is_about(picture: Any, step: str) -> None:
    seen = picture("weeks", step=step, day=40)
    for name, (tau, colour) in PUSHES.items():
        x, y = seen.line(f"{name}, {LINES[step]}")
        assert_allclose(x, DAYS)
        assert_allclose(y, 100 * drawn(step, tau), atol=0.1)
        assert seen.colour(f"{name}, {LINES[step]}") == colour


@pytest.mark.parametrize("day", [1, 20, 28, 29, 40, 56])
@pytest.mark.parametrize("step", STEPS.options)
def test_markers_and_numbers_are_those_of_the_day(picture: Any, step: str, day: int) -> None:
    seen = picture("weeks", step=step, day=day)
    i = int(np.flatnonzero(day == DAYS)[0])
    marks = seen.marks()
    words = [w for w in seen.words() if "%" in w]
    for (tau, colour), told in zip(PUSHES.values(), words, strict=True):
        (mark,) = (m for m in marks if m.colour == colour)
        _, effect, _, expected = course(STOP, *OFTEN, tau)
        value = highest(effect)[i] if step == "again" and day <= STOP else drawn(step, tau)[i]
        assert (mark.x, mark.y) == pytest.approx((day, 100 * value), abs=0.1)
        said = value
        if step == "stop" and day > STOP:
            said = 0.8 * expected[AT[i]] - effect[AT[i]]
            assert told.endswith("missing")
        if "under 1 %" in told:
            assert 0 < 100 * said < 0.6
            continue
        number = re.findall(r"\d+", told)[-1]
        assert abs(int(number) - 100 * said) < 0.6


def test_what_is_missing_after_the_stop_is_shaded(picture: Any) -> None:
    bands = picture("weeks", step="stop", day=30).bands()
    assert [band[3] for band in bands] == ["@full", "@partial"]
    for (x, low, high, _), (tau, _) in zip(bands, reversed(PUSHES.values()), strict=True):
        _, effect, _, expected = (part[AT] for part in course(STOP, *OFTEN, tau))
        after = DAYS >= STOP + 0.5
        assert_allclose(high[x >= STOP + 0.5], 80 * expected[after], atol=0.1)
        assert_allclose(low[x < STOP], high[x < STOP])
        assert_allclose(
            low[x >= STOP + 0.5], 100 * np.minimum(effect, 0.8 * expected)[after], atol=0.3
        )


def test_what_tolerance_takes_and_what_a_break_gives_back_is_shaded(picture: Any) -> None:
    taken, back = (picture("weeks", step=step, day=40).bands() for step in ("daily", "again"))
    for given, lost, (tau, colour) in zip(back, taken, reversed(PUSHES.values()), strict=True):
        assert given[3] == lost[3] == colour
        _, effect, *_ = course(56, *OFTEN, tau)
        x, low, high, _ = lost
        assert_allclose(low[x >= 1], 100 * highest(effect), atol=0.1)
        assert_allclose(high[x >= 1], 100 * effect[: A_DAY + 1].max(), atol=0.1)
        x, low, high, _ = given
        stop = highest(course(STOP, *OFTEN, tau)[1])[DAYS == STOP]
        assert_allclose(low, np.full_like(low, 100 * stop), atol=0.1)
        assert_allclose(high[x < STOP], low[x < STOP])
        assert_allclose(high[x >= STOP], 100 * again(tau)[DAYS >= STOP], atol=0.1)


@pytest.mark.parametrize("step", STEPS.options)
def test_all_words_stand_off_the_lines_and_each_other_on_every_day(step: str) -> None:
    for form in FORMS.values():
        form = VIEWS["weeks"].fit(form)
        for day in range(1, 57):
            seen = Picture("weeks", form, step=step, day=day)
            plot = Plotted(seen, form)
            boxes = [(words, box) for words, box in all_boxes(seen, plot) if box[0] < plot.width]
            lines = [plot.line(t) for t in seen.traces() if t["mode"] == "lines" and t.get("name")]
            for i, (said, (left, right, foot, head)) in enumerate(boxes):
                assert right <= plot.right + 1, (said, day)
                if "not a prediction" in said or said == "the stop":
                    continue
                for x, y in lines:
                    within = np.interp(np.linspace(left, right, 30), x, np.nan_to_num(y, nan=-99))
                    assert ((within < foot) | (within > head)).all(), (said, day)
                for other, box in boxes[:i]:
                    across = min(right, box[1]) - max(left, box[0])
                    assert across < 0 or min(head, box[3]) - max(foot, box[2]) < 0, (said, other)


@pytest.mark.parametrize("step", STEPS.options)
def test_each_step_says_what_it_shows_and_once_that_it_is_no_prediction(
    picture: Any, step: str
) -> None:
    words = " ".join(picture("weeks", step=step, day=30).labels())
    finding = {
        "daily": "Tolerance: the same amount does less and less",
        "adapt": "Dependence: the body comes to expect it, with low push too",
        "stop": "Withdrawal: what is missing. Low push brings it too",
        "again": "Tolerance is lost: the same amount of an opioid can kill",
    }[step]
    assert finding in words
    assert words.count("Illustrative, not a prediction") == 1
    assert "Low push" in words.replace(finding, "")
    assert "High push" in words


def test_the_sentence_gives_what_the_same_amount_comes_to_after_a_break(picture: Any) -> None:
    for day in range(29, 57):
        said = picture("weeks", step="again", day=day).sentence
        assert f"After a break of {day - STOP} day" in said
        told = re.findall(r"does what ([\d.]+ times as much|no amount)", said)
        x = highest(course(STOP, *OFTEN, 0.7)[0])[DAYS == STOP][0]
        for words, (tau, _) in zip(told, PUSHES.values(), strict=True):
            left = course(STOP, *OFTEN, tau)[2]
            # The amount that did so much with what signalling was left at the stop: by bisection.
            wanted = again(tau)[day == DAYS][0]
            pushing = tau * left[AT[DAYS == STOP][0]]
            low, high = 0.0, 1e6
            for _ in range(80):
                middle = (low + high) / 2
                enough = pushing * middle / (1 + middle + pushing * middle) >= wanted
                low, high = (low, middle) if enough else (middle, high)
            if high > 1e5:
                assert words == "no amount"
            else:
                assert float(words.split()[0]) == pytest.approx(high / x, abs=0.06)


def test_withdrawal_is_told_as_long_as_a_hundredth_is_missing(picture: Any) -> None:
    for day in range(29, 57):
        said = picture("weeks", step="stop", day=day).sentence
        at = AT[day == DAYS][0]
        courses = [course(STOP, *OFTEN, tau) for tau, _ in PUSHES.values()]
        missing = max(0.8 * expected[at] - effect[at] for _, effect, _, expected in courses)
        assert ("withdrawal. How bad" in said) == (missing >= 0.01), day
        assert ("nearly no effect is expected" in said) == (missing < 0.01), day
