"""What can be set on this view."""

from dataclasses import dataclass
from typing import Final

from mureceptor.views.parameter import Choice, Parameter
from mureceptor.views.state import State, field_of

BLOCKING: Final = Parameter(
    symbol="C_N/K_N",
    label="Naloxone at the receptor",
    note="At 1 and alone, it takes half of the receptors",
    low=1,
    high=1000,
    default=100,
    steps=61,
    scale="log",
    help="How much naloxone is at the receptor at first, counted in units of its own grip.",
)
OPIOID: Final = Choice(
    label="The opioid that is there",
    options={"fentanyl": "Fentanyl", "buprenorphine": "Buprenorphine, a tight grip"},
    default="fentanyl",
    help="Which opioid holds the receptors when naloxone comes.",
)


@dataclass(frozen=True)
class Returning(State):
    """An opioid that is still there when naloxone has left."""

    blocking: float = field_of(BLOCKING)
    opioid: str = field_of(OPIOID)
