"""A full and a partial agonist, in words."""

from mureceptor.marks.look import FULL, PARTIAL
from mureceptor.views.phrases import Table, ink, of_100, per_cent, whole
from mureceptor.views.short.numbers import PARTIAL_TOP
from mureceptor.views.textbook import BOTH_LISTED, Both


def sentence(now: Both) -> str:
    """Say how many receptors are taken and what each drug makes of them."""
    more = (
        "More adds little" if PARTIAL_TOP - now.partial < 0.05 else "More adds more, up to a point"
    )
    return (
        f"With {of_100(now.taken)} taken, the {ink(FULL, 'full agonist')} gives "
        f"{ink(FULL, per_cent(now.full))} of the largest possible effect and the "
        f"{ink(PARTIAL, 'partial agonist ' + per_cent(now.partial))}. "
        f"{more}: its top is {per_cent(PARTIAL_TOP)}."
    )


def table(_now: Both) -> Table:
    """Tabulate both curves over the amount."""
    return {
        "columns": [
            "Amount",
            "Receptors taken, %",
            "Full agonist, effect %",
            "Partial agonist, effect %",
        ],
        "rows": [
            [f"{row.amount:g}", whole(row.taken), whole(row.full), whole(row.partial)]
            for row in BOTH_LISTED
        ],
    }
