"""How far a full and a partial agonist let go of the brake on reward cells.

The wiring is that of rat brain (Johnson & North 1992): mu receptors quiet cells that hold dopamine
cells back. How far these are quieted is the model's effect: no such number has been measured.
"""

from dataclasses import dataclass
from typing import Final

from mureceptor.model.activation import effect
from mureceptor.model.binding import occupancy
from mureceptor.views.reward.state import Reward
from mureceptor.views.textbook import FULL_EFFICACY, LISTED, PARTIAL_EFFICACY


@dataclass(frozen=True, kw_only=True)
class Numbers:
    """At one `amount` [C/K]: the share of receptors taken [1], and of the brake let go [1]."""

    amount: float
    taken: float
    full: float
    partial: float


def numbers_of(state: Reward) -> Numbers:
    """Return what both drugs do to the brake at the amount of `state`."""
    return _at(state.amount)


def _at(amount: float) -> Numbers:
    return Numbers(
        amount=amount,
        taken=float(occupancy(amount, 1.0)),
        full=float(effect(amount, 1.0, FULL_EFFICACY)),
        partial=float(effect(amount, 1.0, PARTIAL_EFFICACY)),
    )


ROWS: Final = tuple(_at(amount) for amount in LISTED.tolist())  # of the table
