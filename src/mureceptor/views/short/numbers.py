"""What a full and a partial agonist do at one amount."""

from typing import Final

from mureceptor.model.activation import effect, maximal_effect
from mureceptor.views.short.state import Short
from mureceptor.views.textbook import DRAWN, FULL_EFFICACY, PARTIAL_EFFICACY, Both, both_at

FULL: Final = effect(DRAWN, 1.0, FULL_EFFICACY)  # [1] at the amounts of `DRAWN`
PARTIAL: Final = effect(DRAWN, 1.0, PARTIAL_EFFICACY)
FULL_TOP: Final = float(maximal_effect(FULL_EFFICACY))  # [1]
PARTIAL_TOP: Final = float(maximal_effect(PARTIAL_EFFICACY))


def numbers_of(state: Short) -> Both:
    """Return what both drugs do at the amount of `state`."""
    return both_at(state.amount)
