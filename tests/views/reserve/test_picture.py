"""One drug in two pathways, by the closed forms of the effect and of the two ceilings."""

from typing import Any

import numpy as np
import pytest
from numpy.testing import assert_allclose

PUSHES = {"low": (0.7, "@partial"), "high": (20.0, "@full")}


@pytest.mark.parametrize("push", PUSHES)
@pytest.mark.parametrize("formation", ["ready", "made"])
@pytest.mark.parametrize("spare", [1, 10, 100])
def test_all_that_is_drawn(picture: Any, push: str, formation: str, spare: float) -> None:
    seen = picture("reserve", push=push, formation=formation, amplification=spare)
    tau, colour = PUSHES[push]
    for name, more in (("Pain relief", spare), ("Slowed breathing", 1)):
        x, height = seen.line(name)
        assert (x[0], x[-1]) == pytest.approx((0.01, 100))
        # Made in the body, it never comes above 1, where half of the receptors are taken.
        there = x if formation == "ready" else x / (1 + x)
        expected = 100 * more * tau * there / (1 + there + more * tau * there)
        assert_allclose(height, expected, rtol=1e-9)
        assert seen.colour(name) == colour
        assert f"{expected[-1]:.0f} %" in seen.label(name)
    assert np.max(seen.line("Slowed breathing")[1]) <= 100
