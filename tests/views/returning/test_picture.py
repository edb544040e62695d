"""Who holds the receptors while naloxone leaves, by a stiff solver and the printed half-times."""

from functools import cache
from typing import Any

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.integrate import solve_ivp

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
    assert list(axis["ticktext"]) == ["start", "120 min", "240", "360", "480"]


@pytest.mark.parametrize("opioid", DRUGS)
@pytest.mark.parametrize("blocking", [1.0, 10.0, 100.0, 1000.0])
def test_that_it_comes_back_stands_where_it_rises(
    picture: Any, opioid: str, blocking: float
) -> None:
    seen = picture("returning", opioid=opioid, blocking=blocking)
    assert seen.words() == ["It comes back"]
    (words,) = (t for t in seen.traces() if "text" in t["mode"])
    assert list(words["textfont"]["color"]) == [DRUGS[opioid][2]]
    (at,), (height,) = words["x"], words["y"]
    x, (held, _) = solved(opioid, blocking)
    assert height == pytest.approx(np.interp(at, x, held), abs=0.5)
    amount = 10 * 2 ** (-x / DRUGS[opioid][1])
    pushed = int((100 * amount / (1 + amount) - held).argmax())
    assert x[pushed] - 1 < at <= x[pushed + int(held[pushed:].argmax())]
    assert height > held[pushed] + 0.4 * (held[pushed:].max() - held[pushed])


@pytest.mark.parametrize("opioid", DRUGS)
def test_each_label_stands_at_its_own_line(picture: Any, opioid: str) -> None:
    seen = picture("returning", opioid=opioid, blocking=100)
    notes = seen.panels["main"]["layout"]["annotations"]
    y = {note["text"]: note["y"] for note in notes if note.get("yref", "y") == "y"}
    (own,) = (y[t] for t in y if opioid.capitalize() in t and "without" not in t)
    (other,) = (y[t] for t in y if "Naloxone" in t)
    ends = [seen.line(name)[1][-1] for name in (opioid.capitalize(), "Naloxone")]
    assert (own > other) == (ends[0] > ends[1]) or abs(own - other) < 1e-9
    if seen.form == "narrow":  # in the plot, under the last part of its line
        x, height = seen.line(opioid.capitalize())
        assert 0 < height[x > 336].min() - own < 12
    else:
        assert own == pytest.approx(ends[0], abs=12)
