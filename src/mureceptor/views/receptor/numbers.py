"""How many receptors one drug takes, however hard it pushes."""

from dataclasses import dataclass
from typing import Final

from mureceptor.model.binding import occupancy
from mureceptor.views.receptor.state import Receptor
from mureceptor.views.textbook import DRAWN, LISTED

TAKEN: Final = occupancy(DRAWN, 1.0)  # [1] at the amounts of `DRAWN`


@dataclass(frozen=True, kw_only=True)
class Numbers:
    """The share of receptors taken [1] at one `amount` [C/K], at a tenth and at ten times that."""

    amount: float
    tenth: float
    taken: float
    tenfold: float


def numbers_of(state: Receptor) -> Numbers:
    """Return the shares taken at the amount of `state`."""
    return _at(state.amount)


def _at(amount: float) -> Numbers:
    tenth, taken, tenfold = (float(occupancy(amount * times, 1.0)) for times in (0.1, 1, 10))
    return Numbers(amount=amount, tenth=tenth, taken=taken, tenfold=tenfold)


ROWS: Final = tuple(_at(amount) for amount in LISTED.tolist())  # of the table
