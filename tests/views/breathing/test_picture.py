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
    seen = picture("breathing")
    widths = {
        trace.get("name"): trace["line"]["width"] for trace in seen.traces() if "line" in trace
    }
    for name, (expected, colour) in LINES.items():
        taken, left = seen.line(name)
        assert (taken[0], taken[-1], taken.size) == (0, 100, 161)
        assert_allclose(left, expected(taken / 100), atol=1e-9)
        assert seen.colour(name) == colour
        assert name in seen.label(name)
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
    marks = picture("breathing", taken=taken).marks()
    expected = [curve(taken / 100) for curve, _ in LINES.values()]
    assert [mark.x for mark in marks] == [taken] * 3
    assert_allclose([mark.y for mark in marks], expected, atol=1e-9)
    assert [mark.colour for mark in marks] == ["@partial", "@full", "@full"]
    assert marks[2].size < marks[1].size


def test_each_hairline_ends_on_the_line_that_its_label_names(picture: Any) -> None:
    leads = picture("breathing").leads()
    assert len(leads) == 3
    for (x, y, colour), (expected, own) in zip(leads, LINES.values(), strict=True):
        assert colour == own
        assert y == pytest.approx(expected(x / 100), abs=2)
