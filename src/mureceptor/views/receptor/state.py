"""What can be set on this view."""

from dataclasses import dataclass

from mureceptor.views.state import State, field_of
from mureceptor.views.textbook import AMOUNT


@dataclass(frozen=True)
class Receptor(State):
    """Any one drug at one amount, and the receptors it takes."""

    amount: float = field_of(AMOUNT)
