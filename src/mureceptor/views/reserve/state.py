"""What can be set on this view."""

from dataclasses import dataclass
from typing import Final

from mureceptor.views.parameter import Choice, Parameter
from mureceptor.views.state import State, field_of

AMPLIFICATION: Final = Parameter(
    symbol="R/K_E",
    label="Spare receptors: pain relief against breathing",
    note="Spare: more than needed. Below 1, more for breathing",
    low=0.01,
    high=100,
    default=0.1,
    steps=161,
    scale="log",
    help="How much more one pathway makes of the same push. Above 1 it is the one for pain relief, "
    "below 1 the one for breathing.",
    unnamed=10,
)
PUSH: Final = Choice(
    label="Push of the drug",
    options={"low": "Low push", "high": "High push"},
    default="low",
    help="How strongly a taken receptor is switched on.",
)
FORMATION: Final = Choice(
    label="The drug",
    options={"ready": "Ready-made", "made": "Made in the body, up to a limit"},
    default="ready",
    help="Whether the body has to make the active drug first, which it can do only so fast.",
    source="Hill2022",
)


@dataclass(frozen=True)
class Reserve(State):
    """One drug, two pathways, and the two kinds of ceiling."""

    amplification: float = field_of(AMPLIFICATION)
    push: str = field_of(PUSH)
    formation: str = field_of(FORMATION)
