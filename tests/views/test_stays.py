"""How long drugs stay: the evidence's numbers, and a contest that a stiff solver agrees with."""

import math
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from scipy.integrate import solve_ivp

from mureceptor.evidence import values
from mureceptor.views import stays
from mureceptor.views.returning import numbers
from mureceptor.views.returning.state import BLOCKING


def test_the_numbers_of_the_sources() -> None:
    assert [stays.stay(drug) for drug in stays.DRUGS] == [0.29, 2.7, 60]
    assert stays.stay_range("buprenorphine") == (5.7, 166)
    assert stays.stay_range("fentanyl") == (2.3, 6.8)
    assert [round(stays.in_blood(drug)) for drug in stays.DRUGS] == [64, 219, 33 * 60]


def test_the_rates_agree_with_the_half_times() -> None:
    for drug in stays.DRUGS:
        (rate,) = (row.value for row in stays.studies(drug, "unbinding"))
        assert rate is not None
        assert stays.stay(drug) == pytest.approx(math.log(2) / (60 * rate), rel=0.05)


def test_half_is_left_after_the_half_time() -> None:
    for half in (0.29, 60):
        np.testing.assert_allclose(stays.left([0, half, 3 * half], half), [1, 0.5, 0.125])


@pytest.mark.parametrize("opioid", ["fentanyl", "buprenorphine"])
@pytest.mark.parametrize("step", [0, 40, 60])
def test_the_contest_agrees_with_a_stiff_solver(opioid: str, step: int) -> None:
    drugs = (opioid, "naloxone")
    off = np.array([math.log(2) / stays.stay(drug) for drug in drugs])
    halves = np.array([stays.in_blood(drug) for drug in drugs])
    first = np.array([numbers.OPIOID_AMOUNT, BLOCKING.grid[step]])

    def slope(t: float, held: Any) -> Any:
        return off * (first * 0.5 ** (t / halves) * (1 - held.sum()) - held)

    times = numbers.MINUTES
    exact = solve_ivp(slope, (0, times[-1]), [10 / 11, 0], "Radau", times, rtol=1e-9, atol=1e-12).y
    got = [held[step] for held in numbers.contest(opioid)]
    np.testing.assert_allclose(got, exact, atol=2e-4)


def test_the_opioid_comes_back_the_sooner_the_less_naloxone_there_was() -> None:
    for opioid in ("fentanyl", "buprenorphine"):
        held, blocked = numbers.contest(opioid)
        assert (np.diff(held[:, -1]) < 0).all()
        assert (held + blocked <= 1).all()
        assert (held <= numbers.undisturbed(opioid) + 0.02).all()
        back = held[40]
        assert back[-1] > back.min() + 0.3


def test_a_tighter_grip_gives_way_later() -> None:
    loose, tight = (numbers.contest(opioid)[0][40] for opioid in ("fentanyl", "buprenorphine"))
    early = numbers.MINUTES.searchsorted(30)
    assert loose[early] < 0.15 < tight[early]


def test_a_row_without_numbers_is_refused() -> None:
    row = stays.studies("buprenorphine", "half-life")[0]
    assert stays.minutes(row) == (None, 24 * 60, 42 * 60)
    words = next(v for v in values() if v.value is None and v.low is None)
    with pytest.raises(ValueError, match="neither a value nor a range"):
        stays.minutes(replace(words, unit="min"))
