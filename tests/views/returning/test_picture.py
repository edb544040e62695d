"""Who holds the receptors while naloxone leaves, by a stiff solver and the printed half-times."""

from functools import cache
from typing import Any

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.integrate import solve_ivp
from tests.views.conftest import Picture
from tests.views.test_chart_words import Plotted, all_boxes

from mureceptor.marks.forms import FORMS, Form
from mureceptor.views.returning.state import BLOCKING

# Half-time on the receptor and half-life in the blood [min], colour; the opioid's amount is 10.
DRUGS = {
    "fentanyl": (2.7, 219.0, "@full"),
    "buprenorphine": (60.0, 33 * 60.0, "@partial"),
}
NALOXONE = (0.29, 64.2, "@antagonist")


@cache
def solved(opioid: str, blocking: float) -> Any:
    """Minutes, and the shares [%] that the opioid and naloxone hold."""
    stay, life, _ = np.array([DRUGS[opioid], NALOXONE], dtype=object).T
    off, lives = np.log(2) / stay.astype(float), life.astype(float)
    times = np.linspace(0, 480, 481)

    def change(t: float, held: Any) -> Any:
        amounts = np.array([10.0, blocking]) * 2.0 ** (-t / lives)
        return off * (amounts * (1 - held.sum()) - held)

    held = solve_ivp(change, (0, times[-1]), [10 / 11, 0], "LSODA", times, rtol=1e-8, atol=1e-10)
    return times, 100 * held.y


@pytest.mark.parametrize("opioid", DRUGS)
@pytest.mark.parametrize("blocking", [1.0, 10.0, 100.0, 1000.0])
def test_all_that_is_drawn(picture: Any, opioid: str, blocking: float) -> None:
    seen = picture("returning", opioid=opioid, blocking=blocking)
    x, (held, blocked) = solved(opioid, blocking)
    amount = 10 * 2 ** (-x / DRUGS[opioid][1])
    name, own = opioid.capitalize(), DRUGS[opioid][2]
    for line, expected, colour in (
        (name, held, own),
        ("Naloxone", blocked, NALOXONE[2]),
        (f"{name} without naloxone", 100 * amount / (1 + amount), own),
    ):
        at, height = seen.line(line)
        assert (at[0], at[-1]) == (0, 480)
        assert_allclose(np.interp(x, at, height), expected, atol=0.02)
        assert seen.colour(line) == colour
    widths = {t["name"]: t["line"]["width"] for t in seen.traces() if t["mode"] == "lines"}
    assert widths[f"{name} without naloxone"] < widths[name] == widths["Naloxone"]
    axis = seen.panels["main"]["layout"]["xaxis"]
    assert list(axis["tickvals"]) == [0, 120, 240, 360, 480]
    assert list(axis["ticktext"]) == ["start", "2 h", "4 h", "6 h", "8 h"]


@pytest.mark.parametrize("opioid", DRUGS)
@pytest.mark.parametrize("blocking", [1.0, 10.0, 100.0, 1000.0])
def test_where_it_is_pushed_off_and_where_it_comes_back(
    picture: Any, opioid: str, blocking: float
) -> None:
    seen = picture("returning", opioid=opioid, blocking=blocking)
    assert seen.words() == ["It comes back", "Naloxone takes over"]
    (words,) = (t for t in seen.traces() if "text" in t["mode"])
    assert set(words["textfont"]["color"]) == {DRUGS[opioid][2]}
    x, (held, _) = solved(opioid, blocking)
    amount = 10 * 2 ** (-x / DRUGS[opioid][1])
    pushed = int((100 * amount / (1 + amount) - held).argmax())
    (back, off), (high, low) = words["x"], words["y"]
    assert back + 150 > x[pushed], "not before it does"
    near = (x > back) & (x < back + 120)
    assert np.abs(held[near] - high).min() < 25
    assert off < x[pushed] + 160
    assert np.abs(held[(x > off - 20) & (x < off + 120)] - low).min() < 42


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
@pytest.mark.parametrize("opioid", DRUGS)
def test_all_words_stand_off_the_lines_and_each_other_wherever_the_slider_is(
    form: Form, opioid: str
) -> None:
    for blocking in BLOCKING.grid[::3]:
        seen = Picture("returning", form, opioid=opioid, blocking=blocking)
        plot = Plotted(seen, form)
        titled = "as naloxone leaves the blood"
        boxes = [
            (said, box)
            for said, box in all_boxes(seen, plot)
            if titled not in said and "not a prediction" not in said
        ]
        lines = [plot.line(t) for t in seen.traces() if t["mode"] == "lines"]
        for i, (said, (left, right, foot, head)) in enumerate(boxes):
            if left > plot.width:
                continue  # in the margin
            assert right <= plot.right + 1, said
            assert foot > 0.07 * plot.height, f"{said} on the words at the foot"
            for x, y in lines:
                within = np.interp(np.linspace(left, right, 50), x, y)
                assert ((within < foot) | (within > head)).all(), (said, blocking)
            for other, box in boxes[:i]:
                apart = min(right, box[1]) - max(left, box[0]) < 0 or (
                    min(head, box[3]) - max(foot, box[2]) < 0
                )
                assert apart, (said, other, blocking)


@pytest.mark.parametrize("opioid", DRUGS)
def test_each_label_stands_at_its_own_line(picture: Any, opioid: str) -> None:
    seen = picture("returning", opioid=opioid, blocking=100)
    notes = seen.panels["main"]["layout"]["annotations"]
    y = {note["text"]: note["y"] for note in notes if note.get("yref", "y") == "y"}
    (own,) = (y[t] for t in y if opioid.capitalize() in t and "without" not in t)
    (other,) = (y[t] for t in y if "Naloxone" in t)
    ends = [seen.line(name)[1][-1] for name in (opioid.capitalize(), "Naloxone")]
    assert (own > other) == (ends[0] > ends[1])
    if seen.form == "narrow":  # in the plot, by the last part of its line
        x, height = seen.line(opioid.capitalize())
        assert np.abs(height[x > 330] - own).min() < 15
    else:
        assert own == pytest.approx(ends[0], abs=12)
