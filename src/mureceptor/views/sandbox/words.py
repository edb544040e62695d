"""Build your own, in words."""

from mureceptor.marks.look import MIXTURE
from mureceptor.views.phrases import NBSP, Table, ink, of_100, per_cent, whole
from mureceptor.views.sandbox.numbers import WEAK, Numbers, Outcome, has_blocker, needed
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


_FEWER = "fewer than 1"
_ONE = ("1", _FEWER)


def sentence(numbers: Numbers) -> str:
    """Say how the task stands, what is taken, what it does, what differs from the pinned view."""
    said = (_task(numbers), _now(numbers.now), _difference(numbers))
    return " ".join(filter(None, said))


def _task(numbers: Numbers) -> str:
    task = numbers.state.task
    return "" if task == "none" else _TASKS[task](numbers)


def _full(numbers: Numbers) -> str:
    top = per_cent(numbers.now.top)
    if numbers.done:
        return (
            f"Done: with so weak a push its top is {top}. Spare receptors made a partial drug look "
            "full."
        )
    if not needed(numbers.state):
        return f"Task: bring the top to 90{NBSP}% with a push of {WEAK:g} or less."
    return (
        f"Task: move the spare receptors until its top, now {top}, is 90{NBSP}% or more. The push "
        "stays as it is."
    )


def _past(numbers: Numbers) -> str:
    top = per_cent(numbers.now.top)
    if numbers.done:
        return f"Done: past drug 1\u2019s own top, {top}. A top is drawn for one drug alone."
    if numbers.state.drugs == "1":
        return f"Task: take two drugs, and get past the first one\u2019s own top, {top}."
    if not needed(numbers.state):
        return f"Task: get past drug 1\u2019s own top, {top}, with the help of another drug."
    return f"Task: find an amount of drug 2 that gets past drug 1\u2019s own top, {top}."


def _half(numbers: Numbers) -> str:
    if numbers.done:
        return "Done: the blocker took half of drug 1\u2019s effect, or more."
    if not has_blocker(numbers.state):
        return "Task: take two drugs, the second with next to no push: a blocker."
    return "Task: let drug 2, a blocker, take half of drug 1\u2019s effect."


def _now(result: Outcome) -> str:
    shares, first = result.taken.tolist(), result.kind
    if len(shares) == 1:
        return (
            f"With {of_100(shares[0])} taken, {ink(first, 'drug 1')} gives "
            f"{ink(first, per_cent(result.here))} of the largest possible effect. "
            f"Its top in this tissue is {ink(first, per_cent(result.top))}."
        )
    *held, free = _counts([*shares, 1 - sum(shares)])
    counts = ", ".join(f"drug {i} sits on {n}" for i, n in enumerate(held, 1))
    both = ink(MIXTURE, per_cent(result.here))
    return (
        f"Of 100 receptors, {counts}, and {free} {'is' if free in _ONE else 'are'} free. Together "
        f"they give {both} of the largest possible effect; {ink(first, 'drug 1 alone')} would give "
        f"{ink(first, per_cent(result.alone_here))}."
    )


def _counts(shares: list[float]) -> list[str]:
    """Write shares of all receptors as counts that add up to 100, the largest rests rounded up."""
    counts = [int(100 * share) for share in shares]
    rests = sorted(range(len(shares)), key=lambda i: counts[i] - 100 * shares[i])
    for i in rests[: 100 - sum(counts)]:
        counts[i] += 1
    return [_FEWER if n == 0 else "more than 99" if n == 100 else f"{n}" for n in counts]


def _difference(numbers: Numbers) -> str:
    if numbers.pin is None or numbers.pinned is None:
        return ""
    now, then = numbers.now.here, numbers.pinned.here
    changes = _changes(numbers.state, numbers.pin)
    what = ", ".join(changes) if changes else "nothing has changed"
    moves = f"goes from {per_cent(then)} to {per_cent(now)}"
    if per_cent(now) == per_cent(then):
        moves = f"{'falls' if now < then else 'rises'} by less than 1 point"
    if now == then:
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


_TASKS = {"full": _full, "past": _past, "half": _half}


def table(numbers: Numbers) -> Table:
    """Tabulate what is drawn over the amount of drug 1."""
    several = numbers.state.drugs != "1"
    columns = {"All drugs, effect %" if several else "Drug 1, effect %": numbers.now.listed}
    if numbers.pinned:
        columns["A, kept, effect %"] = numbers.pinned.listed
    curves = list(columns.values())
    return {
        "columns": ["Amount of drug 1", *columns],
        "rows": [
            [f"{amount:g}", *(whole(curve[i]) for curve in curves)]
            for i, amount in enumerate(LISTED)
        ],
    }
