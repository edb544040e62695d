"""A guess and the model's answer."""

from mureceptor.marks.look import PARTIAL
from mureceptor.views.guess.numbers import guessed_effect
from mureceptor.views.guess.state import Guess
from mureceptor.views.phrases import Table, ink, per_cent
from mureceptor.views.textbook import AMOUNT, LISTED

_REASON = "Spare receptors make more of the same push."


def sentence(state: Guess) -> str:
    """Ask for a guess, or say how far it lies from the model's answer and why."""
    known = float(guessed_effect(AMOUNT.high, spare=1))
    drug = ink(PARTIAL, "partial agonist")
    if state.answer == "hidden":
        return (
            f"Without spare receptors this {drug} gets to {ink(PARTIAL, per_cent(known))}. How far "
            f"will it get with ten times as many? Your guess is {per_cent(state.height / 100)}."
        )
    top = float(guessed_effect(AMOUNT.high, spare=10))
    gap = round(100 * top) - round(state.height)
    return (
        f"The model says {ink(PARTIAL, per_cent(top))}. Your guess of "
        f"{per_cent(state.height / 100)} {_off_by(gap)}. {_REASON}"
    )


def _off_by(gap: int) -> str:
    if abs(gap) <= 2:
        return "is right"
    return f"is {abs(gap)} points too {'low' if gap > 0 else 'high'}"


def table(state: Guess) -> Table:
    """Tabulate the drug with and, once shown, without its spare receptors."""
    columns = {"No spare receptors, effect %": 1.0}
    if state.answer == "shown":
        columns["Ten times the spare receptors, effect %"] = 10.0
    curves = [100 * guessed_effect(LISTED, spare) for spare in columns.values()]
    return {
        "columns": ["Amount", *columns],
        "rows": [
            [f"{x:g}", *(f"{curve[i]:.0f}" for curve in curves)] for i, x in enumerate(LISTED)
        ],
    }
