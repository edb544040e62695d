"""Build your own, in words."""

from mureceptor.marks.look import MIXTURE
from mureceptor.views.phrases import Table, ink, of_100, per_cent
from mureceptor.views.sandbox.numbers import outcome
from mureceptor.views.sandbox.state import Sandbox
from mureceptor.views.textbook import LISTED

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
    result = outcome(state)
    shares, first = result.taken.tolist(), result.kind
    if len(shares) == 1:
        return (
            f"With {of_100(shares[0])} taken, {ink(first, 'drug 1')} gives "
            f"{ink(first, per_cent(result.here))} of the largest possible effect. "
            f"Its top in this tissue is {ink(first, per_cent(result.top))}."
        )
    counts = ", ".join(f"drug {i} sits on {100 * s:.0f}" for i, s in enumerate(shares, 1))
    both = ink(MIXTURE, per_cent(result.here))
    return (
        f"Of 100 receptors, {counts}. Together they give {both} of the largest possible effect; "
        f"{ink(first, 'drug 1 alone')} would give {ink(first, per_cent(result.alone_here))}."
    )


def _difference(state: Sandbox, pin: Sandbox) -> str:
    now, then = outcome(state).here, outcome(pin).here
    changes = _changes(state, pin)
    what = ", ".join(changes) if changes else "nothing has changed"
    moves = f"goes from {per_cent(then)} to {per_cent(now)}"
    if per_cent(now) == per_cent(then):
        moves = f"stays at {per_cent(now)}"
    return f"Against A: {what}. The effect {moves}."


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
            whose = f" of drug {name[-1]}" if name[-1].isdigit() and len(used) > 1 else ""
            changes.append(f"{words}{whose} {before:g} \u2192 {after:g}")
    return changes


def table(state: Sandbox) -> Table:
    """Tabulate what is drawn over the amount of drug 1."""
    columns = {"All drugs, effect %" if state.drugs != "1" else "Drug 1, effect %": state}
    if state.pinned:
        columns["A, pinned, effect %"] = state.pinned
    curves = [100 * outcome(each).listed for each in columns.values()]
    return {
        "columns": ["Amount of drug 1", *columns],
        "rows": [
            [f"{amount:g}", *(f"{curve[i]:.0f}" for curve in curves)]
            for i, amount in enumerate(LISTED)
        ],
    }
