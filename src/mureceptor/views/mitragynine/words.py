"""Mitragynine in two laboratories."""

from mureceptor.marks.look import ANTAGONIST, PARTIAL
from mureceptor.views.laboratory import laboratory
from mureceptor.views.mitragynine.state import Mitragynine
from mureceptor.views.phrases import Table, ink, number, per_cent, whole

_ONE, _OTHER = laboratory("kruegel", "mitragynine"), laboratory("obeng", "mitragynine")


def sentence(state: Mitragynine) -> str:
    """Say what each laboratory saw of mitragynine."""
    (result,), (blocks,) = _ONE.results, _OTHER.results
    percent = per_cent(float(result.signal(state.amount)))
    return (
        f"At {number(state.amount)} times its half-effect amount, {ink(PARTIAL, 'mitragynine')} "
        f"gives {ink(PARTIAL, percent)} of the full mark in one laboratory ({_ONE.name}, "
        f"{result.reading}). In another it gives {ink(ANTAGONIST, 'no signal')}: there it blocks "
        f"({_OTHER.name}, {blocks.reading})."
    )


def table(_state: Mitragynine) -> Table:
    """Tabulate both results over the amount."""
    (result,) = _ONE.results
    amounts = (0.01, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0, 100.0, 1000.0)
    return {
        "columns": [
            "Amount, own scale",
            f"{_ONE.name}, signal % (secondary source)",
            f"{_OTHER.name}, signal % (abstract)",
        ],
        "rows": [
            [number(amount), whole(float(result.signal(amount))), "none"] for amount in amounts
        ],
    }
