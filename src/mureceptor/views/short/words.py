"""A full and a partial agonist, in words."""

from mureceptor.marks.look import FULL, PARTIAL
from mureceptor.model.activation import effect, maximal_effect
from mureceptor.model.binding import occupancy
from mureceptor.views.phrases import Table, ink, of_100, per_cent
from mureceptor.views.short.state import Short
from mureceptor.views.textbook import FULL_EFFICACY, LISTED, PARTIAL_EFFICACY


def sentence(state: Short) -> str:
    """Say how many receptors are taken and what each drug makes of them."""
    taken = float(occupancy(state.amount, 1.0))
    full = float(effect(state.amount, 1.0, FULL_EFFICACY))
    partial = float(effect(state.amount, 1.0, PARTIAL_EFFICACY))
    top = float(maximal_effect(PARTIAL_EFFICACY))
    more = "More adds little" if top - partial < 0.05 else "More adds more, up to a point"
    return (
        f"With {of_100(taken)} taken, the {ink(FULL, 'full agonist')} gives "
        f"{ink(FULL, per_cent(full))} of the largest possible effect and the "
        f"{ink(PARTIAL, 'partial agonist ' + per_cent(partial))}. "
        f"{more}: its top is {per_cent(top)}."
    )


def table(_state: Short) -> Table:
    """Tabulate both curves over the amount."""
    return {
        "columns": [
            "Amount",
            "Receptors taken, %",
            "Full agonist, effect %",
            "Partial agonist, effect %",
        ],
        "rows": [
            [
                f"{amount:g}",
                f"{100 * float(occupancy(amount, 1.0)):.0f}",
                f"{100 * float(effect(amount, 1.0, FULL_EFFICACY)):.0f}",
                f"{100 * float(effect(amount, 1.0, PARTIAL_EFFICACY)):.0f}",
            ]
            for amount in LISTED
        ],
    }
