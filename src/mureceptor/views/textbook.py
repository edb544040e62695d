"""The textbook drugs that stand for "full" and "partial" wherever no named drug is meant.

Illustrative settings, not measurements: no push (transducer ratio) of any opioid was found
published in a form that could be used here.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from mureceptor.model.activation import effect
from mureceptor.model.binding import occupancy
from mureceptor.views.parameter import Parameter

AMOUNT: Final = Parameter(
    symbol="C/K",
    label="Amount at the receptor",
    note="At 1, half of the receptors are taken",
    low=0.01,
    high=100,
    default=10,
    steps=121,
    scale="log",
    help="How much of the drug is at the receptor, counted in units of its own grip.",
)
FULL_EFFICACY: Final = 20.0  # [1] transducer ratio; top 95 %
PARTIAL_EFFICACY: Final = 0.7  # [1] transducer ratio; top 41 %
DRAWN: Final = np.geomspace(AMOUNT.low, AMOUNT.high, 161)  # [C/K] in every curve
LISTED: Final = np.array([0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100])  # [C/K] in every table


@dataclass(frozen=True, kw_only=True)
class Both:
    """At one `amount` [C/K]: the share of receptors taken [1], and each drug's effect [1]."""

    amount: float
    taken: float
    full: float
    partial: float


def both_at(amount: float) -> Both:
    """Return what both drugs do at an amount [C/K]."""
    return Both(
        amount=amount,
        taken=float(occupancy(amount, 1.0)),
        full=float(effect(amount, 1.0, FULL_EFFICACY)),
        partial=float(effect(amount, 1.0, PARTIAL_EFFICACY)),
    )


BOTH_LISTED: Final = tuple(both_at(amount) for amount in LISTED.tolist())  # of a table
