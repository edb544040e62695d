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


def acts(tau: float) -> Any:
    """Like which share of itself the last day's amount acts: by bisection, on the effect itself."""
    x, _, left, _ = course(STOP, *OFTEN, tau)
    amount = highest(x)[DAYS == STOP][0]
    pushing = tau * highest(left) * amount
    wanted = pushing / (1 + amount + pushing)
    low, high = np.zeros_like(wanted), np.full_like(wanted, amount)
    for _ in range(60):
        middle = (low + high) / 2
        less = tau * middle / (1 + middle + tau * middle) < wanted  # in a body not used to it
        low, high = np.where(less, middle, low), np.where(less, high, middle)
    return high / amount


def drawn(step: str, tau: float) -> Any:
    """What a step is about, at each time drawn."""
    if step in ("daily", "again"):
        return acts(tau)
    return 0.8 * course(STOP, *OFTEN, tau)[3][AT]


# The lines of a step, the thick one last.
LINES = {
    "daily": ("taken again, acts like", "acts like"),
    "adapt": ("effect", "expected"),
    "stop": ("effect", "expected"),
    "again": ("acts like", "taken again, acts like"),
}


@pytest.mark.parametrize("step", STEPS.options)
def test_the_line_in_focus_is_what_the_step_is_about(picture: Any, step: str) -> None:
    seen = picture("weeks", step=step, day=40)
    for name, (tau, colour) in PUSHES.items():
        thin, thick = (f"{name}, {what}" for what in LINES[step])
        x, y = seen.line(thick)
        assert_allclose(x, DAYS)
        there = np.isfinite(y)
        assert_allclose(y[there], 100 * drawn(step, tau)[there], atol=0.2)
        shown = {"daily": DAYS <= STOP, "again": DAYS >= STOP}.get(step, DAYS > 0)
        assert (there == shown).all()
        assert seen.colour(thick) == seen.colour(thin) == colour
        widths = {t["name"]: t["line"]["width"] for t in seen.traces() if t.get("name")}
        assert widths[thick] > 1.5 * widths[thin]


def test_what_wears_off_and_comes_back_is_one_line_with_the_stop_at_its_foot(picture: Any) -> None:
    for step in ("daily", "again"):
        seen = picture("weeks", step=step, day=40)
        for name in PUSHES:
            before, after = (seen.line(f"{name}, {what}")[1] for what in LINES["again"])
            assert before[0] == 100
            assert np.nanmin(before) == pytest.approx(after[DAYS == STOP][0], abs=0.01)
            assert (np.diff(after[DAYS >= STOP]) > 0).all()
        least = seen.line("High push, acts like")[1]
        assert np.nanmax(seen.line("High push, taken again, acts like")[1]) > 4 * np.nanmin(least)


@pytest.mark.parametrize("day", [1, 20, 28, 29, 40, 56])
@pytest.mark.parametrize("step", STEPS.options)
def test_markers_and_numbers_are_those_of_the_day(picture: Any, step: str, day: int) -> None:
    seen = picture("weeks", step=step, day=day)
    i = int(np.flatnonzero(day == DAYS)[0])
    marks = seen.marks()
    words = [w for w in seen.words() if "%" in w]
    for (tau, colour), told in zip(PUSHES.values(), words, strict=True):
        (mark,) = (m for m in marks if m.colour == colour)
        value = drawn(step, tau)[i]
        assert (mark.x, mark.y) == pytest.approx((day, 100 * value), abs=0.2)
        said = value
        if step == "stop" and day > STOP:
            _, effect, _, expected = course(STOP, *OFTEN, tau)
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
    kill = "what was usual can now kill"
    findings = {
        "daily": ("Tolerance: the same amount acts like less", f"After a break {kill}"),
        "adapt": ("Dependence: the body comes to expect it, with low push too",),
        "stop": ("Withdrawal: what is missing. Low push brings it too",),
        "again": (f"Tolerance is lost: {kill}",),
    }[step]
    for finding in findings:
        assert finding in words
        words = words.replace(finding, "")
    assert words.count("Illustrative, not a prediction") == 1
    assert "Low push" in words
    assert "High push" in words
    acting = "Of the same amount, this much still acts, %"
    assert (acting in words) == (step in ("daily", "again"))


def close(told: str, share: float) -> bool:
    return (told == "under 1" and 0 < share < 0.006) or abs(float(told) - 100 * share) < 0.7


def per_cents(said: str) -> list[str]:
    return re.findall(r"(under 1|\d+)\s%", said)


@pytest.mark.parametrize("step", STEPS.options)
def test_the_sentence_names_its_day(step: str) -> None:
    view = VIEWS["weeks"]
    for day in range(1, 57):
        told = view.sentence(view.state(step=step, day=day))  # type: ignore[call-arg]
        acts = step in ("daily", "again")
        named = [r"On the first day\b" if acts else r"On day 1\b"] if day == 1 else []
        named += [rf"\b[Dd]ay {day}\b"] if 1 < day <= STOP or not acts else []
        named += [rf"break of {day - STOP} days?\b"] if day > STOP and acts else []
        assert all(re.search(each, told) for each in named), told
        assert ("first day" in told) is (day == 1 and acts), told


def test_the_sentence_says_how_the_same_amount_acts_on_that_day(picture: Any) -> None:
    courses = [acts(tau) for tau, _ in PUSHES.values()]
    for day in range(1, 57):
        at = day == DAYS
        shares = [float(each[at][0]) for each in courses]
        for step in ("daily", "again"):
            said = picture("weeks", step=step, day=day).sentence
            numbers = per_cents(said)
            assert all(close(*pair) for pair in zip(numbers[:2], shares, strict=True)), said
            assert ("can kill" in said) == (day > STOP)
            if day > STOP:
                assert f"After a break of {day - STOP} day{'s' if day > 29 else ''} the" in said
                used = [float(each[DAYS == STOP][0]) for each in courses]
                assert all(close(*pair) for pair in zip(numbers[2:], used, strict=True)), said
                assert all(now > then for now, then in zip(shares, used, strict=True))


def test_the_sentence_says_what_is_expected_and_what_of_it_is_missing(picture: Any) -> None:
    """What is missing is more than nearly nothing for as long as it is called withdrawal."""
    courses = [course(STOP, *OFTEN, tau) for tau, _ in PUSHES.values()]
    for day in range(1, 57):
        at = AT[day == DAYS][0]
        expected = [float(0.8 * each[3][at]) for each in courses]
        missing = [max(float(0.8 * each[3][at] - each[1][at]), 0) for each in courses]
        none = day > STOP and max(missing) < 0.01
        adapted = picture("weeks", step="adapt", day=day).sentence
        wanted = [] if none else expected
        assert all(close(*pair) for pair in zip(per_cents(adapted), wanted, strict=True)), adapted
        assert ("expects nearly no effect" in adapted) == none, day
        assert ("still expects" in adapted) == (day > STOP and not none)
        said = picture("weeks", step="stop", day=day).sentence
        assert ("nearly no effect is expected" in said) == none, day
        assert ("that is withdrawal" in said) == (day > STOP and not none), day
        if not none:
            wanted = [*expected, *(missing if day > STOP else ())]
            assert all(close(*pair) for pair in zip(per_cents(said), wanted, strict=True)), said


@pytest.mark.parametrize("step", STEPS.options)
@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_each_number_is_beside_the_marker_of_its_hue(step: str, form: Any) -> None:
    for day in (1, 14, 28, 35, 56):
        if step == "stop" and day > STOP:
            continue  # what is missing stands beside the line that falls
        picture = Picture("weeks", VIEWS["weeks"].fit(form), step=step, day=day)
        marks = {mark.colour: mark for mark in picture.marks()}
        (numbers,) = (t for t in picture.traces() if t["mode"] == "text" and any(t["text"]))
        rows = zip(numbers["x"], numbers["y"], numbers["textfont"]["color"], strict=True)
        assert len(marks) == len(numbers["x"]) == 2
        for x, y, ink in rows:  # as near as the lines let it
            assert abs(x - marks[ink].x) < 33, (day, ink)
            assert abs(y - marks[ink].y) < 47, (day, ink)
