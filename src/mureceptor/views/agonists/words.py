"""What one laboratory found."""

from mureceptor.views.agonists.state import Agonists
from mureceptor.views.laboratory import Laboratory, Result, laboratory
from mureceptor.views.phrases import Table, ink, number, per_cent, whole


def sentence(state: Agonists) -> str:
    """Say what was in the dish and how it was read, then each drug's signal and share taken."""
    lab = laboratory(state.laboratory)
    start = f"{lab.name}: {lab.cells}; {lab.read}."
    if lab.curved:
        return f"{start} {_signals(lab, state.amount)} {_taken(lab, state.amount)}"
    if any(result.top is not None for result in lab.results):
        tops = [
            ink(r.kind, f"{r.name} {per_cent(r.top)}") for r in lab.results if r.top is not None
        ]
        return (
            f"{start} {_list(tops)} {lab.of}. Only this was read, not how much was needed, "
            "so the amount changes nothing here."
        )
    words = [f"{ink(result.kind, result.name)}: {result.words}" for result in lab.results]
    return (
        f"{start} {'; '.join(words)}. This is an order, not a number: "
        "each top lies somewhere between none and full."
    )


def _signals(lab: Laboratory, amount: float) -> str:
    found = [
        ink(r.kind, f"{r.name} {per_cent(float(r.signal(amount)))}")
        for r in lab.curved
        if not r.blocks
    ]
    others = [
        f"; {ink(r.kind, r.name)}: " + ("no signal" if r.blocks else f"{r.words}, no number read")
        for r in lab.results
        if r.blocks or not r.curved
    ]
    return f"At {number(amount)} on its own scale: {_list(found)} {lab.of}{''.join(others)}."


def _taken(lab: Laboratory, amount: float) -> str:
    """Say the bound that holds for each drug of this laboratory."""
    shares = [share for result in lab.curved if (share := result.taken(amount)) is not None]
    bound = lab.bounded(min(shares) if lab.bound == "at least" else max(shares))
    each = " with each drug" if len(shares) > 1 else ""
    if bound == "over 0":
        return f"The model has some of the receptors taken{each}."
    count = f"{lab.bound} {bound}" if bound.isdigit() else "fewer than 100"
    return f"The model has {count} of 100 receptors taken{each}."


def _list(items: list[str]) -> str:
    return " and ".join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)


def table(state: Agonists) -> Table:
    """Tabulate each drug's top, and its signal and share taken at this amount."""
    lab = laboratory(state.laboratory)
    return {
        "columns": [
            "Drug",
            f"{lab.axis}: top",
            "Printed range",
            "At this amount",
            f"Receptors taken, {lab.bound}, % (model)",
            "How the top was read",
        ],
        "rows": [_row(lab, result, state.amount) for result in lab.results],
    }


def _row(lab: Laboratory, result: Result, amount: float) -> list[str]:
    taken = result.taken(amount)
    return [
        result.name,
        result.words if result.top is None else "none" if result.blocks else whole(result.top),
        "not read"
        if result.low is None or result.high is None
        else f"{whole(result.low)} to {whole(result.high)}",
        whole(float(result.signal(amount))) if result.curved else "no curve",
        "not known" if taken is None else lab.bounded(taken),
        result.reading,
    ]
