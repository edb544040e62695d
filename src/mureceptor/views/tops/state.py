"""What can be set on this view."""

from dataclasses import dataclass
from typing import Final

from mureceptor.views.parameter import Choice, Parameter
from mureceptor.views.state import State, field_of

AMPLIFICATION: Final = Parameter(
    symbol="R/K_E",
    label="How much the test amplifies",
    note="In the model",
    low=1,
    high=100,
    default=1,
    steps=41,
    scale="log",
    help="How much the model’s test makes of the same push. The drug stays as it is.",
)
SHOWN: Final = Choice(
    label="Drugs",
    options={"one": "7-OH alone", "all": "All four"},
    default="one",
    unnamed="all",
    help="Whether one drug\u2019s tops are drawn, or those of all four drugs.",
    source="Obeng2021",
)


@dataclass(frozen=True)
class Tops(State):
    """What one push comes to in a test of this amplification."""

    amplification: float = field_of(AMPLIFICATION)
    drugs: str = field_of(SHOWN)
