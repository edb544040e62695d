"""What can be set on this view."""

from dataclasses import dataclass
from typing import Final

from mureceptor.views.parameter import Parameter
from mureceptor.views.state import State, field_of

GONE: Final = Parameter(
    symbol="t",
    label="Minutes since the drug is gone",
    note="In the dish none comes back",
    unit="min",
    low=0.01,
    high=1000,
    default=10,
    steps=101,
    scale="log",
    help="How long no drug has been around the receptors, only on them.",
    source="Mann2022",
)


@dataclass(frozen=True)
class Staying(State):
    """Receptors still taken once no drug is around them."""

    gone: float = field_of(GONE)
