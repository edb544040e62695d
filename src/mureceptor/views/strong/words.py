"""What grip changes, and what push changes."""

from mureceptor.views.phrases import Table, digits, per_cent
from mureceptor.views.strong.numbers import BEFORE, Drug, Numbers

_ALIKE = 0.005  # [1] shares so near to one are the same


def sentence(now: Numbers) -> str:
    """Say what the other grip does and, apart from it, what the other push does."""
    return f"{_grip(now.gripping)} {_push(now.pushing)}"


def needed(drug: Drug) -> str:
    """Say how much of a drug is needed for half of its top, against before."""
    ratio = BEFORE.half / drug.half
    if abs(ratio - 1) < _ALIKE:
        return "as much drug"
    return f"{digits(max(ratio, 1 / ratio), 2)} times {'less' if ratio > 1 else 'more'} drug"


def _grip(drug: Drug) -> str:
    top = per_cent(drug.top / 100)
    if abs(drug.grip - 1) < _ALIKE:
        return f"The same grip: {needed(drug)} is needed, and the top is {top}."
    grip = "tighter" if drug.grip > 1 else "weaker"
    return f"A {grip} grip: {needed(drug)} is needed, and the top stays at {top}."


def _push(drug: Drug) -> str:
    before, top = per_cent(BEFORE.top / 100), per_cent(drug.top / 100)
    if drug.top == BEFORE.top:
        return f"The same push: the top stays at {top}."
    harder = drug.top > BEFORE.top
    way = "rises" if harder else "falls"
    return (
        f"A {'harder' if harder else 'weaker'} push: the top {way} from {before} to {top}, and "
        f"{'less' if harder else 'more'} is needed for half of it."
    )


def table(now: Numbers) -> Table:
    """Tabulate the drug as it is, with another grip, and with another push."""
    rows = (
        ("As before", BEFORE),
        ("Another grip", now.gripping),
        ("Another push", now.pushing),
    )
    return {
        "columns": ["The drug", "Grip, times", "Amount for half its top, times", "Top, %"],
        "rows": [
            [name, digits(drug.grip), digits(drug.half / BEFORE.half), f"{drug.top:g}"]
            for name, drug in rows
        ],
    }
