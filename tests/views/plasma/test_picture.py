"""Mitragynine in the blood, by its sum of exponentials."""

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


@pytest.mark.parametrize("since", [0, 1, 6, 24, 48])
def test_all_that_is_drawn(picture: Any, since: float) -> None:
    seen = picture("plasma", since=since)
    hours, left = seen.line("Mitragynine in the blood")
    assert (hours[0], hours[-1]) == (0, 48)
    assert_allclose(left, blood(hours), atol=1e-6)
    assert seen.colour("Mitragynine in the blood") == "@partial"
    assert [trace["name"] for trace in seen.traces() if trace.get("name")] == [
        "Mitragynine in the blood"
    ], "one curve"
    (mark,) = seen.marks()
    assert (mark.x, mark.y) == pytest.approx((since, blood(since)))
    assert mark.colour == "@partial"


def test_the_finding_stands_on_the_chart(picture: Any) -> None:
    seen = picture("plasma")
    assert seen.label("Most") == "Most is gone within hours, a small rest stays for days"
    assert blood(6) < 15
    assert 1 < blood(48) < blood(24) < 3
    ((hours, left, _),) = seen.leads()
    assert left == pytest.approx(blood(hours), abs=2)
