"""How many receptors one drug takes, however hard it pushes."""

from dataclasses import dataclass
from typing import Final

from mureceptor.model.binding import occupancy
from mureceptor.views.receptor.state import Receptor
from mureceptor.views.textbook import DRAWN, LISTED

TAKEN: Final = occupancy(DRAWN, 1.0)  # [1] at the amounts of `DRAWN`


@dataclass(frozen=True, kw_only=True)
class Numbers:
    """The share of receptors taken [1] at one `amount` [C/K], and at ten times that."""

    amount: float
    taken: float
    tenfold: float


def numbers_of(state: Receptor) -> Numbers:
    """Return the shares taken at the amount of `state`."""
    return _at(state.amount)


def _at(amount: float) -> Numbers:
    return Numbers(
        amount=amount,
        taken=float(occupancy(amount, 1.0)),
        tenfold=float(occupancy(10 * amount, 1.0)),
    )


# Shares taken [1] at an amount of 1, at ten times that, and at ten times that again.
STAIRS: Final = tuple((amount, float(occupancy(amount, 1.0))) for amount in (1.0, 10.0, 100.0))
ROWS: Final = tuple(_at(amount) for amount in LISTED.tolist())  # of the table
