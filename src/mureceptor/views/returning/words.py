"""An opioid takes its receptors back while naloxone leaves the blood."""

import numpy as np

from mureceptor.marks.look import ANTAGONIST
from mureceptor.views import stays
from mureceptor.views.phrases import Table, ink
from mureceptor.views.returning import numbers
from mureceptor.views.returning.state import BLOCKING, Returning


def sentence(state: Returning) -> str:
    """Say how far naloxone pushes the opioid off, and how much of that it loses again."""
    held = numbers.contest(state.opioid)[0][BLOCKING.grid.index(state.blocking)]
    lowest = int(held.argmin())
    start, least, end = (f"{100 * share:.0f}" for share in (held[0], held[lowest], held[-1]))
    kind = stays.kind(state.opioid)
    first = (
        f"{ink(ANTAGONIST, f'Naloxone at {_amount(state)}')} pushes "
        f"{ink(kind, state.opioid)} from {ink(kind, start)} of 100 receptors down to "
        f"{ink(kind, least)}."
    )
    if lowest == held.size - 1:
        return (
            f"{ink(ANTAGONIST, f'Naloxone at {_amount(state)}')} changes little, and soon it is "
            f"gone. {ink(kind, state.opioid.capitalize())} goes from {ink(kind, start)} of 100 "
            f"receptors to {ink(kind, end)} as it leaves the blood itself."
        )
    count = numbers.HALF_LIVES[-1]
    return (
        f"{first} But naloxone leaves the blood first: {count:.0f} of its half-lives on, "
        f"{ink(kind, state.opioid)} holds {ink(kind, end)} again."
    )


def _amount(state: Returning) -> str:
    return f"{float(f'{state.blocking:.2g}'):g}"


def table(state: Returning) -> Table:
    """Tabulate who holds how many receptors over time."""
    step = BLOCKING.grid.index(state.blocking)
    held, blocked = (curve[step] for curve in numbers.contest(state.opioid))
    alone = numbers.undisturbed(state.opioid)
    at = [int(np.argmin(np.abs(numbers.HALF_LIVES - t))) for t in range(9)]
    return {
        "columns": [
            "Half-lives of naloxone",
            f"Held by {state.opioid}, of 100",
            "Held by naloxone, of 100",
            f"By {state.opioid} without naloxone, of 100",
        ],
        "rows": [
            [
                f"{numbers.HALF_LIVES[i]:.0f}",
                *(f"{100 * curve[i]:.0f}" for curve in (held, blocked, alone)),
            ]
            for i in at
        ],
    }
