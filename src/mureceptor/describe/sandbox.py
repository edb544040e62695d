"""Build your own, in words."""

import numpy as np

from mureceptor.describe.words import Table, ink, of_100, per_cent
from mureceptor.look import MIXTURE
from mureceptor.scenarios import sandbox
from mureceptor.states import Sandbox

_WORDS = {
    "amount": "amount",
    "grip": "grip",
    "push": "push",
    "spare": "spare receptors",
    "left": "signalling left",
    "steepness": "steepness",
}


def sentence(state: Sandbox) -> str:
    """Say what is taken, what it does, and what differs from the pinned view."""
    pin = state.pinned
    return _now(state) + (" " + _difference(state, pin) if pin else "")


def _now(state: Sandbox) -> str:
    shares = [float(share) for share in sandbox.taken(state)]
    now = float(sandbox.together(state, state.amount1))
    first = sandbox.kind(state)
    if len(shares) == 1:
        return (
            f"With {of_100(shares[0])} taken, {ink(first, 'drug 1')} gives "
            f"{ink(first, per_cent(now))} of the largest possible effect. "
            f"Its top in this tissue is {ink(first, per_cent(sandbox.top(state)))}."
        )
    counts = ", ".join(f"drug {i} sits on {100 * s:.0f}" for i, s in enumerate(shares, 1))
    by_itself = float(sandbox.alone(state, state.amount1))
    return (
        f"Of 100 receptors, {counts}. Together they give {ink(MIXTURE, per_cent(now))} of the "
        f"largest possible effect; {ink(first, 'drug 1 alone')} would give "
        f"{ink(first, per_cent(by_itself))}."
    )


def _difference(state: Sandbox, pin: Sandbox) -> str:
    now = float(sandbox.together(state, state.amount1))
    then = float(sandbox.together(pin, pin.amount1))
    changes = _changes(state, pin)
    what = ", ".join(changes) if changes else "nothing has changed"
    way = "goes" if round(100 * now) != round(100 * then) else "stays: it goes"
    return f"Against A: {what}. The effect {way} from {per_cent(then)} to {per_cent(now)}."


def _changes(state: Sandbox, pin: Sandbox) -> list[str]:
    used = range(1, max(int(state.drugs), int(pin.drugs)) + 1)
    names = [f"{field}{i}" for i in used for field in ("amount", "grip", "push")]
    changes = []
    if state.drugs != pin.drugs:
        changes.append(f"drugs {pin.drugs} \u2192 {state.drugs}")
    for name in (*names, "spare", "left", "steepness"):
        before, after = getattr(pin, name), getattr(state, name)
        if before != after:
            words = _WORDS[name.rstrip("123")]
            whose = f" of drug {name[-1]}" if name[-1].isdigit() and state.drugs != "1" else ""
            changes.append(f"{words}{whose} {before:.2g} \u2192 {after:.2g}")
    return changes


def table(state: Sandbox) -> Table:
    """Tabulate what is drawn over the amount of drug 1."""
    amounts = np.array([0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100])
    columns = {"All drugs, effect %" if state.drugs != "1" else "Drug 1, effect %": state}
    if state.pinned:
        columns["A, pinned, effect %"] = state.pinned
    curves = [100 * sandbox.together(each, amounts) for each in columns.values()]
    return {
        "columns": ["Amount of drug 1", *columns],
        "rows": [
            [f"{amount:g}", *(f"{curve[i]:.0f}" for curve in curves)]
            for i, amount in enumerate(amounts)
        ],
    }
