"""An opioid takes its receptors back while naloxone leaves the blood."""

import numpy as np

from mureceptor.marks.look import ANTAGONIST
from mureceptor.views import stays
from mureceptor.views.phrases import Table, as_set, count, ink
from mureceptor.views.returning.numbers import LAST, LISTED, MINUTES, Numbers


def sentence(now: Numbers) -> str:
    """Say how many receptors naloxone takes from the opioid, and how many go back to it."""
    state, alone = now.state, now.alone
    least, without = count(now.held[now.strongest]), count(alone[now.strongest])
    back, end = count(now.back), count(now.held[-1])
    naloxone = f"Naloxone at {as_set(state.blocking)}"
    kind = stays.kind(state.opioid)
    opioid = ink(kind, state.opioid)
    after = f"after {LAST / 60:g} hours"
    holds = f"holds {ink(kind, end)} ({count(alone[-1])} without naloxone)"
    returns = (
        f"and, {after}, {holds}"
        if back == end
        else f"up to {ink(kind, back)}; {after}, as it leaves the blood too, it {holds}"
    )
    return (
        f"{ink(ANTAGONIST, naloxone)} leaves {opioid} {ink(kind, least)} of 100 "
        f"receptors, where it would hold {without} without naloxone. But naloxone "
        f"leaves the blood first: {opioid} takes receptors back {returns}."
    )


def table(now: Numbers) -> Table:
    """Tabulate who holds how many receptors over time."""
    opioid = now.state.opioid
    at = np.searchsorted(MINUTES, LISTED)
    return {
        "columns": [
            "Minutes",
            f"Held by {opioid}, of 100",
            "Held by naloxone, of 100",
            f"By {opioid} without naloxone, of 100",
        ],
        "rows": [
            [
                f"{MINUTES[i]:g}",
                *(count(curve[i]) for curve in (now.held, now.blocked, now.alone)),
            ]
            for i in at
        ],
    }
