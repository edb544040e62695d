"""One drug in two pathways."""

from mureceptor.marks.look import FULL, PARTIAL
from mureceptor.views.phrases import Table, as_set, digits, ink, per_cent, whole
from mureceptor.views.reserve.numbers import Numbers
from mureceptor.views.reserve.state import Reserve
from mureceptor.views.textbook import LISTED


def sentence(now: Numbers) -> str:
    """Say where each effect of the same drug ends, and what set that."""
    state = now.state
    kind = PARTIAL if state.push == "low" else FULL
    made = ", made in the body only so fast," if state.formation == "made" else ""
    return (
        f"{spare(state.amplification)}, one {ink(kind, state.push + '-push drug')}{made} tops out "
        f"at {ink(kind, per_cent(now.breathing_top))} for slowed breathing and "
        f"{ink(kind, per_cent(now.pain_top))} for pain relief. {_verdict(state)}"
    )


def spare(more: float) -> str:
    """Say which effect has more spare receptors, and how many times as many."""
    if more == 1:
        return "With as few spare receptors for pain relief as for breathing"
    if more > 1:
        return f"With {as_set(more)} times the spare receptors for pain relief"
    return f"With {digits(1 / more, 4)} times the spare receptors for breathing"


def whichever(now: Numbers) -> str:
    """Say that breathing can be slowed further, one way round, unless both tops are the same."""
    if whole(now.pain_top) == whole(now.breathing_top):
        nearly = "" if now.pain_top == now.breathing_top else "nearly "
        return f"Same drug: both tops are {nearly}the same here"
    return "Breathing can slow more than pain eases"


def _verdict(state: Reserve) -> str:
    if state.push == "high" and state.formation == "ready":
        return "With a high push there is no low ceiling."
    if state.formation == "made":
        return "What is sold ready made has no such limit: this is no shield."
    if state.amplification == 1:
        return "The same spare receptors, so the same top."
    if state.amplification < 1:
        return "Here pain relief stops at the lower top, and breathing is slowed further."
    return "Same drug, two tops. It can be the other way round, and neither is a safe top."


def table(now: Numbers) -> Table:
    """Tabulate both effects over the amount."""
    return {
        "columns": ["Amount", "Pain relief, effect %", "Slowed breathing, effect %"],
        "rows": [
            [f"{amount:g}", whole(pain), whole(breathing)]
            for amount, pain, breathing in zip(
                LISTED, now.listed_pain.tolist(), now.listed_breathing.tolist(), strict=True
            )
        ],
    }
