"""A guess and the model's answer."""

from mureceptor.marks.look import PARTIAL
from mureceptor.views.guess import numbers
from mureceptor.views.guess.numbers import Numbers
from mureceptor.views.phrases import Table, ink, per_cent, whole
from mureceptor.views.textbook import LISTED

_REASON = "Spare receptors make more of the same push."


def sentence(now: Numbers) -> str:
    """Ask for a guess, or say how far it lies from the model's answer and why."""
    known, answer = (per_cent(top) for top in (numbers.KNOWN_TOP, numbers.ANSWER_TOP))
    drug, guess = ink(PARTIAL, "partial agonist"), per_cent(now.height / 100)
    if not now.shown:
        return (
            f"Without spare receptors this {drug} gets to {ink(PARTIAL, known)}. How far will it "
            f"get with ten times the receptors? The ring stands at {guess}."
        )
    off = _off_by(now.too_low)
    # Nobody may have guessed: so the ring stands where it began.
    return f"The model says {ink(PARTIAL, answer)}. A guess of {guess} {off}. {_REASON}"


def _off_by(gap: int) -> str:
    if gap == 0:
        return "is right"
    points = "1 point" if abs(gap) == 1 else f"{abs(gap)} points"
    return f"is {points} too {'low' if gap > 0 else 'high'}"


def table(now: Numbers) -> Table:
    """Tabulate the drug with and, once shown, without its spare receptors."""
    columns = {"No receptors to spare, effect %": numbers.LISTED_KNOWN}
    if now.shown:
        columns["Ten times the receptors, effect %"] = numbers.LISTED_ANSWER
    curves = list(columns.values())
    return {
        "columns": ["Amount", *columns],
        "rows": [[f"{x:g}", *(whole(curve[i]) for curve in curves)] for i, x in enumerate(LISTED)],
    }
