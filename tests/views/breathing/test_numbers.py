"""Breathing in people against receptors taken: the ends of the curves, and their order."""

import numpy as np
import pytest

from mureceptor.evidence import breathing
from mureceptor.views.breathing.numbers import DRAWN, FENTANYL_DAILY, FENTANYL_NAIVE, numbers_of
from mureceptor.views.breathing.state import Breathing


def test_nothing_taken_leaves_all_breathing_and_all_taken_leaves_what_the_source_says() -> None:
    none, every = numbers_of(Breathing(taken=0)), numbers_of(Breathing(taken=100))
    row = breathing()["buprenorphine"]
    assert (none.buprenorphine, none.fentanyl_naive, none.fentanyl_daily) == (1, 1, 1)
    assert every.buprenorphine == pytest.approx(1 - row.depth)
    assert row.depth_low is not None
    assert row.depth_high is not None
    assert every.least == pytest.approx(1 - row.depth_high)
    assert every.most == pytest.approx(1 - row.depth_low)
    assert every.fentanyl_naive == every.fentanyl_daily == pytest.approx(0, abs=1e-9)


def test_people_used_to_opioids_keep_more_breathing_at_every_share() -> None:
    inside = (DRAWN > 0) & (DRAWN < 1)
    assert np.all(FENTANYL_DAILY[inside] >= FENTANYL_NAIVE[inside])
