"""One drug in two pathways, by the closed forms of the effect and of the two ceilings."""

from typing import Any

import numpy as np
import pytest
from numpy.testing import assert_allclose

PUSHES = {"low": (0.7, "@partial"), "high": (20.0, "@full")}


@pytest.mark.parametrize("push", PUSHES)
@pytest.mark.parametrize("formation", ["ready", "made"])
@pytest.mark.parametrize("spare", [0.01, 0.1, 1, 10, 100])
def test_all_that_is_drawn(picture: Any, push: str, formation: str, spare: float) -> None:
    seen = picture("reserve", push=push, formation=formation, amplification=spare)
    tau, colour = PUSHES[push]
    for name, more in (("Pain relief", max(spare, 1)), ("Slowed breathing", max(1 / spare, 1))):
        x, height = seen.line(name)
        assert (x[0], x[-1]) == pytest.approx((0.01, 100))
        # Made in the body, it never comes above 1, where half of the receptors are taken.
        there = x if formation == "ready" else x / (1 + x)
        expected = 100 * more * tau * there / (1 + there + more * tau * there)
        assert_allclose(height, expected, rtol=1e-9)
        assert seen.colour(name) == colour
        top = 100 * more * tau / (more * tau + (1 if formation == "ready" else 2))
        number = "over 99" if top >= 99.5 else f"{top:.0f}"
        assert seen.label(name).endswith(f"top {number} %")
    assert np.max(seen.line("Slowed breathing")[1]) <= 100
