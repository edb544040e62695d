"""Breathing in people: each curve, band edge and marker by the printed form and numbers."""

from typing import Any

import numpy as np
import pytest
from numpy.testing import assert_allclose


# Mann 2022, with the share taken from 0 to 1: a straight line, and a product of two falls.
def buprenorphine(rho: Any, depth: float = 0.56) -> Any:
    return 100 * (1 - depth * rho)


def naive(rho: Any) -> Any:
    return 100 * (1 - rho**5.2) * (1 - 0.6227 * rho**1.629)


def daily(rho: Any) -> Any:
    return 100 * (1 - rho**9) * (1 - 0.42 * rho**2.365)


LINES = {
    "Buprenorphine": (buprenorphine, "@partial"),
    "Fentanyl, not used to opioids": (naive, "@full"),
    "Fentanyl, used to opioids": (daily, "@full"),
}


def test_each_drug_s_line_is_its_own(picture: Any) -> None:
    seen = picture("breathing", used="yes")
    widths = {
        trace.get("name"): trace["line"]["width"] for trace in seen.traces() if "line" in trace
    }
    for name, (expected, colour) in LINES.items():
        taken, left = seen.line(name)
        assert (taken[0], taken[-1], taken.size) == (0, 100, 161)
        assert_allclose(left, expected(taken / 100), atol=1e-9)
        assert seen.colour(name) == colour
    assert widths["Fentanyl, used to opioids"] < widths["Fentanyl, not used to opioids"]


def test_the_bands_lie_between_the_printed_depths(picture: Any) -> None:
    wide, inner = picture("breathing").bands()
    for (taken, low, high, colour), most, least in ((wide, 0.90, 0.18), (inner, 0.68, 0.43)):
        assert_allclose(low, buprenorphine(taken / 100, most), atol=1e-9)
        assert_allclose(high, buprenorphine(taken / 100, least), atol=1e-9)
        assert np.all(low <= high)
        assert colour == "@partial"


@pytest.mark.parametrize("taken", [0, 1, 30, 50, 62, 80, 99, 100])
def test_a_marker_stands_on_each_line(picture: Any, taken: float) -> None:
    marks = picture("breathing", taken=taken, used="yes").marks()
    expected = [curve(taken / 100) for curve, _ in reversed(LINES.values())]
    assert [mark.x for mark in marks] == [taken] * 3
    assert_allclose([mark.y for mark in marks], expected, atol=1e-9)
    assert [mark.colour for mark in marks] == ["@full", "@full", "@partial"]
    assert marks[0].size < marks[1].size  # and under it, where both end


@pytest.mark.parametrize("taken", [0, 62, 100])
def test_people_used_to_opioids_are_drawn_only_where_they_are_asked_for(
    picture: Any, taken: float
) -> None:
    few, all_of_them = (picture("breathing", taken=taken, used=used) for used in ("no", "yes"))
    named = [{t["name"] for t in seen.traces() if t.get("name")} for seen in (few, all_of_them)]
    assert named == [LINES.keys() - {"Fentanyl, used to opioids"}, set(LINES)]
    assert few.marks() == all_of_them.marks()[1:]
    assert not any("used to opioids" in words for words in few.labels())
    assert any("used to opioids" in words for words in all_of_them.labels())


def test_the_ends_are_told_first_of_all(picture: Any) -> None:
    seen = picture("breathing")
    assert {mark.x for mark in seen.marks()} == {100}
    low, high = buprenorphine(1, 0.90), buprenorphine(1, 0.18)
    assert (low, high) == pytest.approx((10, 82))
    assert seen.label("Buprenorphine") == (
        f"Buprenorphine at its ceiling: {buprenorphine(1):.0f} % on average, in some only 10 %"
    )
    assert naive(1) == daily(1) == 0
    assert seen.label("Fentanyl") == "Fentanyl breathing stops"
    bracket = seen.traces()[-2]
    (up,), (down,) = bracket["error_y"]["array"], bracket["error_y"]["arrayminus"]
    assert (bracket["x"][0], bracket["y"][0]) == (100, pytest.approx(44))
    assert (44 - down, 44 + up) == pytest.approx((low, high))


@pytest.mark.parametrize("taken", [0, 50, 100])
def test_both_are_said_to_slow_breathing_and_both_do(picture: Any, taken: float) -> None:
    seen = picture("breathing", taken=taken, used="yes")
    assert seen.label("Both") == "Both slow breathing"
    shares = np.linspace(0, 1)
    for curve, _ in LINES.values():
        assert np.all(np.diff(curve(shares)) < 0)
    # The thin line's words, or a phone's on the other drug, lead to a line.
    ((x, y, _),) = seen.leads()
    on = buprenorphine if seen.form == "narrow" else daily
    assert y == pytest.approx(on(x / 100), abs=2)
