"""A guess and the model's answer."""

from mureceptor.marks.look import PARTIAL
from mureceptor.views.guess.numbers import guessed_effect, guessed_top
from mureceptor.views.guess.state import Guess
from mureceptor.views.phrases import Table, ink, per_cent, whole
from mureceptor.views.textbook import LISTED

_REASON = "Spare receptors make more of the same push."


def sentence(state: Guess) -> str:
    """Ask for a guess, or say how far it lies from the model's answer and why."""
    known, answer = (per_cent(guessed_top(spare)) for spare in (1, 10))
    drug, guess = ink(PARTIAL, "partial agonist"), per_cent(state.height / 100)
    if state.answer == "hidden":
        return (
            f"Without spare receptors this {drug} gets to {ink(PARTIAL, known)}. How far will it "
            f"get with ten times the receptors? Your guess is {guess}."
        )
    gap = round(100 * guessed_top(10)) - round(state.height)
    return f"The model says {ink(PARTIAL, answer)}. Your guess of {guess} {_off_by(gap)}. {_REASON}"


def _off_by(gap: int) -> str:
    if gap == 0:
        return "is right"
    points = "1 point" if abs(gap) == 1 else f"{abs(gap)} points"
    return f"is {points} too {'low' if gap > 0 else 'high'}"


def table(state: Guess) -> Table:
    """Tabulate the drug with and, once shown, without its spare receptors."""
    columns = {"No spare receptors, effect %": 1.0}
    if state.answer == "shown":
        columns["Ten times the receptors, effect %"] = 10.0
    curves = [guessed_effect(LISTED, spare) for spare in columns.values()]
    return {
        "columns": ["Amount", *columns],
        "rows": [[f"{x:g}", *(whole(curve[i]) for curve in curves)] for i, x in enumerate(LISTED)],
    }
