"""What can be set on this view."""

from dataclasses import dataclass
from typing import Final

from mureceptor.views.parameter import Choice, Parameter
from mureceptor.views.state import State, field_of

ADDED: Final = Parameter(
    symbol="C_B/K_B",
    label="Amount of the second drug",
    note="At 1, alone: half of the receptors",
    low=0.01,
    high=100,
    default=1,
    steps=41,
    scale="log",
    help="How much of the second drug is at the receptor, counted in units of its own grip.",
)
THERE: Final = Parameter(
    symbol="C_A/K_A",
    label="Amount of the first drug",
    note="",
    low=0.01,
    high=100,
    default=10,
    steps=21,
    scale="log",
    help="How much of the first drug is at the receptor, counted in units of its own grip.",
)
MIXED: Final = Choice(
    label="Mixture",
    options={
        "full-on-partial": "Full on partial: can pass its top",
        "partial-on-full": "Partial on full: no shield",
        "naloxone-on-full": "Naloxone on full",
        "naloxone-on-partial": "Naloxone on partial",
        "naloxone-on-both": "Naloxone on both",
        "7oh-on-mitragynine": "7-OH on mitragynine: no shield",
    },
    default="full-on-partial",
    help="Which drug is there already, and which one is added.",
    opens={
        "full-on-partial": {"there": 10, "added": 1},
        "partial-on-full": {"there": 1, "added": 31.62},
        "naloxone-on-full": {"there": 1, "added": 100},
        "naloxone-on-partial": {"there": 10, "added": 100},
        "naloxone-on-both": {"there": 1, "added": 100},
        "7oh-on-mitragynine": {"there": 10, "added": 10},
    },
)


@dataclass(frozen=True)
class Mixing(State):
    """A drug added to what is already at the receptor."""

    added: float = field_of(ADDED)
    there: float = field_of(THERE)
    mixed: str = field_of(MIXED)
