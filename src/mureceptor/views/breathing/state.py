"""What can be set on this view."""

from dataclasses import dataclass
from typing import Final

from mureceptor.views.parameter import Choice, Parameter
from mureceptor.views.state import State, field_of

TAKEN: Final = Parameter(
    symbol="rho",
    label="Receptors taken by the drug, %",
    unit="%",
    low=0,
    high=100,
    default=100,
    steps=101,
    help="How many of 100 receptors the drug sits on.",
    source="Mann2022",
)
USED: Final = Choice(
    label="People",
    options={"no": "Not used to opioids", "yes": "And those used to them"},
    default="no",
    help="Whether fentanyl\u2019s line for people who take opioids daily is drawn too.",
    source="Mann2022",
)


@dataclass(frozen=True)
class Breathing(State):
    """Breathing in people at one share of receptors taken."""

    taken: float = field_of(TAKEN)
    used: str = field_of(USED)
