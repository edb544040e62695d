"""How many receptors are taken, in words."""

from mureceptor.model.binding import occupancy
from mureceptor.views.phrases import Table, of_100
from mureceptor.views.receptor.state import Receptor
from mureceptor.views.textbook import LISTED


def sentence(state: Receptor) -> str:
    """Say how many receptors are taken, and how many ten times as much would take."""
    taken = round(100 * float(occupancy(state.amount, 1.0)))
    more = round(100 * float(occupancy(10 * state.amount, 1.0)))
    further = f"Ten times as much would take {more}. " if more < 100 else ""
    return (
        f"At an amount of {state.amount:.3g}, {of_100(taken / 100)} {_are(taken)} taken and "
        f"{100 - taken} {_are(100 - taken)} free. {further}"
        "Push plays no part in this."
    )


def _are(count: int) -> str:
    return "is" if count == 1 else "are"


def table(_state: Receptor) -> Table:
    """Tabulate receptors taken and free over the amount."""
    return {
        "columns": ["Amount", "Receptors taken, of 100", "Receptors free, of 100"],
        "rows": [_row(amount) for amount in LISTED],
    }


def _row(amount: float) -> list[str]:
    taken = round(100 * float(occupancy(amount, 1.0)))
    return [f"{amount:g}", f"{taken}", f"{100 - taken}"]
