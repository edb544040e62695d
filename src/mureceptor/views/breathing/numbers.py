"""Breathing against receptors taken, in people: the model's forms, the evidence's numbers.

Each function takes the share of receptors taken [0 to 1] and returns breathing as a share of the
person's own starting level [1]. Sources: the rows of the evidence table `breathing`.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import ArrayLike

from mureceptor.evidence import BreathingFit, breathing
from mureceptor.model.breathing import linear_depression, product_depression
from mureceptor.model.checks import Float
from mureceptor.views.breathing.state import Breathing


def buprenorphine(taken: ArrayLike) -> Float:
    """Return the central curve for buprenorphine."""
    return linear_depression(taken, breathing()["buprenorphine"].depth)


def buprenorphine_spread(taken: ArrayLike) -> tuple[Float, Float]:
    """Return the least and the most left in 19 of 20 simulated people."""
    row = breathing()["buprenorphine"]
    return _between(taken, row.depth_low, row.depth_high)


def buprenorphine_middle_half(taken: ArrayLike) -> tuple[Float, Float]:
    """Return the least and the most left in the middle half of simulated people."""
    row = breathing()["buprenorphine"]
    return _between(taken, row.depth_quarter, row.depth_three_quarters)


def _between(taken: ArrayLike, low: float | None, high: float | None) -> tuple[Float, Float]:
    if low is None or high is None:
        raise ValueError("the evidence gives no spread for this drug")
    return linear_depression(taken, high), linear_depression(taken, low)


def fentanyl_naive(taken: ArrayLike) -> Float:
    """Return the central curve for fentanyl in people not used to opioids."""
    return _fentanyl(taken, breathing()["fentanyl-naive"])


def fentanyl_daily(taken: ArrayLike) -> Float:
    """Return the central curve for fentanyl in people who take opioids daily."""
    return _fentanyl(taken, breathing()["fentanyl-daily"])


def _fentanyl(taken: ArrayLike, row: BreathingFit) -> Float:
    if row.stop_power is None:
        raise ValueError(f"the evidence row {row.key!r} has no stop_power")
    return product_depression(taken, row.stop_power, row.depth, row.depth_power)


@dataclass(frozen=True, kw_only=True)
class Numbers:
    """Breathing left [1] where a share `taken` [1] of the receptors is taken, for each drug.

    `least` and `most` bound 19 of 20 simulated people given buprenorphine. `used` says whether
    people used to opioids are drawn too.
    """

    taken: float
    used: bool
    buprenorphine: float
    least: float
    most: float
    fentanyl_naive: float
    fentanyl_daily: float


def numbers_of(state: Breathing) -> Numbers:
    """Return what each drug leaves of breathing in `state`."""
    return _at(state.taken / 100, used=state.used == "yes")


def _at(taken: float, *, used: bool = True) -> Numbers:
    least, most = buprenorphine_spread(taken)
    return Numbers(
        taken=taken,
        used=used,
        buprenorphine=float(buprenorphine(taken)),
        least=float(least),
        most=float(most),
        fentanyl_naive=float(fentanyl_naive(taken)),
        fentanyl_daily=float(fentanyl_daily(taken)),
    )


DRAWN: Final = np.linspace(0, 1, 161)  # [1] shares taken, in every curve
SPREAD: Final = buprenorphine_spread(DRAWN)
MIDDLE_HALF: Final = buprenorphine_middle_half(DRAWN)
BUPRENORPHINE: Final = buprenorphine(DRAWN)
FENTANYL_NAIVE: Final = fentanyl_naive(DRAWN)
FENTANYL_DAILY: Final = fentanyl_daily(DRAWN)
ROWS: Final = tuple(_at(taken / 100) for taken in range(0, 101, 10))  # of the table
ENDS: Final = ROWS[-1]  # with every receptor taken
