"""One drug in two pathways."""

from mureceptor.marks.look import FULL, PARTIAL
from mureceptor.views.phrases import Table, ink, per_cent
from mureceptor.views.reserve.numbers import Numbers
from mureceptor.views.reserve.state import Reserve
from mureceptor.views.textbook import LISTED


def sentence(now: Numbers) -> str:
    """Say how far each effect of the same drug goes, and what set that."""
    state = now.state
    kind = PARTIAL if state.push == "low" else FULL
    pain, breathing = float(now.pain[-1]), float(now.breathing[-1])
    spare = (
        "With as few spare receptors for pain relief as for breathing"
        if state.amplification == 1
        else f"With {state.amplification:.3g} times the spare receptors for pain relief"
    )
    made = ", made in the body only so fast," if state.formation == "made" else ""
    return (
        f"{spare}, one {ink(kind, state.push + '-push drug')}{made} goes up to "
        f"{ink(kind, per_cent(pain))} for pain relief and {ink(kind, per_cent(breathing))} for "
        f"slowed breathing. {_verdict(state)}"
    )


def _verdict(state: Reserve) -> str:
    if state.push == "high" and state.formation == "ready":
        return "With a high push there is no low ceiling."
    if state.formation == "made":
        return "A ready-made product goes round this second ceiling."
    if state.amplification == 1:
        return "The same spare receptors, so the same top."
    return "Same drug, two tops: the ceiling belongs to the drug and the tissue."


def table(now: Numbers) -> Table:
    """Tabulate both effects over the amount."""
    return {
        "columns": ["Amount", "Pain relief, effect %", "Slowed breathing, effect %"],
        "rows": [
            [f"{amount:g}", f"{100 * p:.0f}", f"{100 * b:.0f}"]
            for amount, p, b in zip(LISTED, now.listed_pain, now.listed_breathing, strict=True)
        ],
    }
