"""An opioid takes its receptors back while naloxone leaves the blood."""

import numpy as np

from mureceptor.marks.look import ANTAGONIST
from mureceptor.views import stays
from mureceptor.views.phrases import Table, count, ink, number
from mureceptor.views.returning.numbers import HALF_LIVES, Numbers


def sentence(now: Numbers) -> str:
    """Say how many receptors naloxone takes from the opioid, and how many go back to it.

    Naloxone is compared with no naloxone at the same time: the opioid leaves by itself too.
    """
    state, held, alone = now.state, now.held, now.alone
    strongest = int((alone - held).argmax())
    least, back, end = held[strongest], held[strongest:].max(), held[-1]
    naloxone = f"Naloxone at {number(float(f'{state.blocking:.2g}'))}"
    kind = stays.kind(state.opioid)
    opioid = ink(kind, state.opioid)
    after = f"after {HALF_LIVES[-1]:.0f} of naloxone\u2019s half-lives"
    holds = f"holds {ink(kind, count(end))} ({count(alone[-1])} without naloxone)"
    returns = (
        f"and, {after}, {holds}"
        if count(back) == count(end)
        else f"up to {ink(kind, count(back))}; {after}, as it leaves the blood too, it {holds}"
    )
    return (
        f"{ink(ANTAGONIST, naloxone)} pushes {opioid} down to {ink(kind, count(least))} of 100 "
        f"receptors, where it would hold {count(alone[strongest])} without naloxone. But naloxone "
        f"leaves the blood first: {opioid} takes receptors back {returns}."
    )


def table(now: Numbers) -> Table:
    """Tabulate who holds how many receptors over time."""
    opioid = now.state.opioid
    at = [int(np.argmin(np.abs(HALF_LIVES - t))) for t in range(9)]
    return {
        "columns": [
            "Half-lives of naloxone",
            f"Held by {opioid}, of 100",
            "Held by naloxone, of 100",
            f"By {opioid} without naloxone, of 100",
        ],
        "rows": [
            [
                f"{HALF_LIVES[i]:.0f}",
                *(count(curve[i]) for curve in (now.held, now.blocked, now.alone)),
            ]
            for i in at
        ],
    }
