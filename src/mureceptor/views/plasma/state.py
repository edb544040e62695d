"""What can be set on this view."""

from dataclasses import dataclass
from typing import Final

from mureceptor.views.parameter import Parameter
from mureceptor.views.state import State, field_of

SINCE: Final = Parameter(
    symbol="t",
    label="Hours after one intake",
    unit="h",
    low=0,
    high=48,
    default=24,
    steps=97,
    help="Time since a single intake.",
    source="Tanna2023",
)


@dataclass(frozen=True)
class Plasma(State):
    """Mitragynine in the blood after one intake."""

    since: float = field_of(SINCE)
