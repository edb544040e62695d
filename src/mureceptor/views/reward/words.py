"""The brake on reward cells, in words."""

from mureceptor.marks.look import FULL, PARTIAL
from mureceptor.views.phrases import Table, ink, of_100, per_cent, whole
from mureceptor.views.textbook import BOTH_LISTED, Both


def sentence(now: Both) -> str:
    """Say how far each drug lets go of the brake."""
    return (
        f"With {of_100(now.taken)} on the brake cells taken, the {ink(FULL, 'full agonist')} lets "
        f"go of {ink(FULL, per_cent(now.full))} of the brake in this model, and the "
        f"{ink(PARTIAL, 'partial agonist')} of {ink(PARTIAL, per_cent(now.partial))}. "
        "A brake let go in part still lets the reward cell fire more."
    )


def table(_now: Both) -> Table:
    """Tabulate how far the brake is let go over the amount."""
    return {
        "columns": [
            "Amount",
            "Receptors taken, %",
            "Full agonist, brake let go, %",
            "Partial agonist, brake let go, %",
        ],
        "rows": [
            [f"{row.amount:g}", whole(row.taken), whole(row.full), whole(row.partial)]
            for row in BOTH_LISTED
        ],
    }
