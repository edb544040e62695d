"""What can be set on this view."""

from dataclasses import dataclass

from mureceptor.views.laboratory import OWN_AMOUNT
from mureceptor.views.state import State, field_of


@dataclass(frozen=True)
class Mitragynine(State):
    """Mitragynine in two laboratories."""

    amount: float = field_of(OWN_AMOUNT)
