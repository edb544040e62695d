"""What a full and a partial agonist do at one amount."""

from dataclasses import dataclass
from typing import Final

from mureceptor.model.activation import effect, maximal_effect
from mureceptor.model.binding import occupancy
from mureceptor.views.short.state import Short
from mureceptor.views.textbook import DRAWN, FULL_EFFICACY, LISTED, PARTIAL_EFFICACY

FULL: Final = effect(DRAWN, 1.0, FULL_EFFICACY)  # [1] at the amounts of `DRAWN`
PARTIAL: Final = effect(DRAWN, 1.0, PARTIAL_EFFICACY)
FULL_TOP: Final = float(maximal_effect(FULL_EFFICACY))  # [1]
PARTIAL_TOP: Final = float(maximal_effect(PARTIAL_EFFICACY))


@dataclass(frozen=True, kw_only=True)
class Numbers:
    """At one `amount` [C/K]: the share of receptors taken [1], and each drug's effect [1]."""

    amount: float
    taken: float
    full: float
    partial: float


def numbers_of(state: Short) -> Numbers:
    """Return what both drugs do at the amount of `state`."""
    return _at(state.amount)


def _at(amount: float) -> Numbers:
    return Numbers(
        amount=amount,
        taken=float(occupancy(amount, 1.0)),
        full=float(effect(amount, 1.0, FULL_EFFICACY)),
        partial=float(effect(amount, 1.0, PARTIAL_EFFICACY)),
    )


ROWS: Final = tuple(_at(amount) for amount in LISTED.tolist())  # of the table
