"""What can be set on this view."""

from dataclasses import dataclass
from typing import Final

from mureceptor.views.parameter import Choice, Parameter
from mureceptor.views.state import State, field_of

GRIP: Final = Parameter(
    symbol="K",
    label="Grip",
    note="Less of it (nM, a tiny unit) takes half: tighter",
    unit="nM",
    low=0.1,
    high=1000,
    default=316.2,
    steps=25,
    scale="log",
    help="How tightly the made-up drug holds on: the less of it takes half, the tighter.",
)
TOP: Final = Parameter(
    symbol="E_max",
    label="Push",
    note="% of the largest possible effect, at its top",
    unit="%",
    low=0,
    high=100,
    default=90,
    steps=21,
    help="How hard the made-up drug pushes, seen as its top: its effect with every receptor taken.",
)
DRUGS: Final = Choice(
    label="Real drugs",
    options={"two": "Two, in people", "all": "All that we found"},
    default="two",
    help="Which real drugs are drawn: two measured in people, or those measured in cells too.",
    source="Volpe2011",
)


@dataclass(frozen=True)
class Drugmap(State):
    """A made-up drug on the map of real ones."""

    grip: float = field_of(GRIP)
    push: float = field_of(TOP)
    drugs: str = field_of(DRUGS)

    @property
    def made_up(self) -> tuple[float, float]:
        """The made-up drug's grip [nM] and push [%]."""
        return self.grip, self.push
