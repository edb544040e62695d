"""Receptors still taken, by 2^(-t / half-time), with the half-times as the evidence prints them."""

from typing import Any

import numpy as np
import pytest
from numpy.testing import assert_allclose

# The half-time that is drawn, the shortest and the longest over all studies [min].
STAYS = {
    "Naloxone": (0.29, 0.18, 0.44, "@antagonist"),
    "Fentanyl": (2.7, 2.3, 6.8, "@full"),
    "Buprenorphine": (60, 5.7, 166, "@partial"),
}


def left(t: Any, half: float) -> Any:
    return 100 * 2.0 ** (-np.asarray(t) / half)


@pytest.mark.parametrize("gone", [0.01, 0.1, 1.0, 10.0, 63.1, 1000.0])
def test_all_that_is_drawn(picture: Any, gone: float) -> None:
    seen = picture("staying", gone=gone)
    bands = seen.bands()
    assert len(bands) == 3
    for (name, (half, shortest, longest, colour)), band in zip(STAYS.items(), bands, strict=True):
        t, share = seen.line(name)
        assert (t[0], t[-1]) == pytest.approx((0.01, 1000))
        assert_allclose(share, left(t, half), atol=1e-9)
        assert seen.colour(name) == colour == band[3]
        assert_allclose(band[1], left(band[0], shortest), atol=1e-9)
        assert_allclose(band[2], left(band[0], longest), atol=1e-9)
        assert seen.label(name)
    marks = seen.marks()
    assert [mark.x for mark in marks] == pytest.approx([gone] * 3)
    assert_allclose([mark.y for mark in marks], [left(gone, s[0]) for s in STAYS.values()])
    assert [mark.colour for mark in marks] == [s[3] for s in STAYS.values()]


def test_half_times_are_drawn_with_their_ranges(picture: Any) -> None:
    seen = picture("staying")
    (points,) = seen.traces("beside")
    x, low, high = (
        np.asarray(a)
        for a in (points["x"], points["error_x"]["arrayminus"], points["error_x"]["array"])
    )
    spans = sorted(zip((x - low).round(6), (x + high).round(6), strict=True))
    expected: list[tuple[float, float]] = [(0.18, 0.44), (2.3, 3.1), (6.8, 6.8)]
    expected += [(59, 60), (84, 84), (5.7, 19.7), (40, 40), (166, 166)]  # buprenorphine
    expected += [(30, 81), (219, 219), (24 * 60, 42 * 60)]  # in the blood
    assert_allclose(spans, sorted(expected), rtol=1e-6)
