"""What can be set on this view."""

from dataclasses import dataclass
from typing import Final

from mureceptor.views.parameter import Parameter
from mureceptor.views.state import State, field_of

GRIP: Final = Parameter(
    symbol="1/K",
    label="Grip",
    note="1: as before; 100: a hundred times as tight",
    low=0.01,
    high=100,
    default=100,
    steps=17,
    scale="log",
    help="How tightly the drug holds on, counted in the grip that it had before.",
)
TOP: Final = Parameter(
    symbol="E_max",
    label="Push",
    note="% of the largest effect; before: 40",
    unit="%",
    low=5,
    high=95,
    default=90,
    steps=19,
    help="How hard the drug pushes, seen as its top: its effect with every receptor taken.",
)


@dataclass(frozen=True)
class Strong(State):
    """One drug with another grip, and with another push."""

    grip: float = field_of(GRIP)
    push: float = field_of(TOP)
