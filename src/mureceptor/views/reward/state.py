"""What can be set on this view."""

from dataclasses import dataclass

from mureceptor.views.state import State, field_of
from mureceptor.views.textbook import AMOUNT


@dataclass(frozen=True)
class Reward(State):
    """A full and a partial agonist, at one amount, on the cells that brake reward cells."""

    amount: float = field_of(AMOUNT)
