"""How many receptors are taken, in words."""

from mureceptor.views.phrases import Table, as_set, count, counted, of_100
from mureceptor.views.receptor.numbers import ROWS, Numbers


def sentence(now: Numbers) -> str:
    """Say how many receptors are taken, and how many ten times as much would take."""
    taken = counted(now.taken)
    further = f"Ten times as much would take {count(now.tenfold)}. "
    return (
        f"At an amount of {as_set(now.amount)}, {of_100(taken / 100)} {_are(taken)} taken and "
        f"{100 - taken} {_are(100 - taken)} free. {further}"
        "Push plays no part in this."
    )


def _are(count: int) -> str:
    return "is" if count == 1 else "are"


def table(_now: Numbers) -> Table:
    """Tabulate receptors taken and free over the amount."""
    return {
        "columns": ["Amount", "Receptors taken, of 100", "Receptors free, of 100"],
        "rows": [_row(row) for row in ROWS],
    }


def _row(row: Numbers) -> list[str]:
    taken = counted(row.taken)
    return [f"{row.amount:g}", f"{taken}", f"{100 - taken}"]
