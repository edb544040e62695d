"""Mitragynine in the blood, and the made-up amount, by their sums of exponentials."""

from typing import Any

import numpy as np
import pytest
from numpy.testing import assert_allclose


def blood(t: Any) -> Any:
    """The design's own numbers, scaled to the peak after 1 hour, which they round to 0.9998."""
    return 100 * share(t) / share(1)


def share(t: Any) -> Any:
    sums = 2.757 * np.exp(-0.5887 * t) + 0.03355 * np.exp(-0.01532 * t) - 2.791 * np.exp(-1.6 * t)
    return np.maximum(sums, 0)


def made_up(t: Any) -> Any:
    """In at 1.6 an hour, out with a half-life of 4 hours, scaled to its own peak."""
    out = np.log(2) / 4
    peak = np.log(1.6 / out) / (1.6 - out)
    return 100 * (np.exp(-out * t) - np.exp(-1.6 * t)) / (np.exp(-out * peak) - np.exp(-1.6 * peak))


@pytest.mark.parametrize("since", [0, 1, 6, 24, 48])
def test_all_that_is_drawn(picture: Any, since: float) -> None:
    seen = picture("plasma", since=since)
    for name, curve in (("Mitragynine in the blood", blood), ("The model’s amount", made_up)):
        hours, share = seen.line(name)
        assert (hours[0], hours[-1]) == (0, 48)
        assert_allclose(share, curve(hours), atol=1e-6)
    assert seen.colour("Mitragynine in the blood") == "@partial"
    (mark,) = seen.marks()
    assert (mark.x, mark.y) == pytest.approx((since, blood(since)))
    assert mark.colour == "@partial"


def test_each_hairline_ends_on_the_line_that_its_label_names(picture: Any) -> None:
    leads = picture("plasma").leads()
    assert len(leads) == 2
    for (hours, share, _), curve in zip(leads, (blood, made_up), strict=True):
        assert share == pytest.approx(curve(hours), abs=4)  # it stops short of the line itself
