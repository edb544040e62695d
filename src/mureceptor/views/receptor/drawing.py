"""The share of receptors taken against the amount, for any one drug."""

import numpy as np

from mureceptor.marks import hundred, notes, parts
from mureceptor.marks.forms import Form, Spec
from mureceptor.marks.look import ANY
from mureceptor.model.binding import occupancy
from mureceptor.views.receptor.state import Receptor
from mureceptor.views.textbook import AMOUNT

_X = np.geomspace(AMOUNT.low, AMOUNT.high, 161)
_TAKEN = 100 * occupancy(_X, 1.0)


def draw(state: Receptor, form: Form) -> dict[str, Spec]:
    """Draw the binding curve (`main`) and the receptors themselves (`beside`)."""
    taken = 100 * float(occupancy(state.amount, 1.0))
    return {"main": _curve(state.amount, taken, form), "beside": _receptors(taken, form)}


def _curve(amount: float, taken: float, form: Form) -> Spec:
    if form.name == "narrow":
        label = notes.label("Any drug", "", ANY.colour, form, at=(0.02, 88))
    else:
        label = notes.label("Any drug", "however hard it<br>pushes", ANY.colour, form, end=96)
    return {
        "data": [
            parts.curve(_X, _TAKEN, ANY, name="Receptors taken", unit="of 100", width=form.line),
            parts.dragged((parts.Dot(amount, taken, ANY),), form),
        ],
        "layout": parts.layout(
            form,
            parts.amount_axis(AMOUNT.low, AMOUNT.high),
            parts.per_cent_axis(),
            [notes.title("Receptors taken, of 100", form), label],
        ),
    }


def _receptors(taken: float, form: Form) -> Spec:
    count = f"<b>{taken:.0f} taken, {100 - round(taken)} free</b>"
    blank = {"showticklabels": False, "ticks": ""}
    spec = parts.layout(
        form,
        {"range": [0, 10], "domain": [0, 0.72], **blank},
        {**parts.per_cent_axis(), "showticklabels": False},
        [notes.title("100 receptors", form, left=False)],
        images=[hundred.cups(axis="")],
        dragmode=False,
    )
    spec["margin"] = {**spec["margin"], "l": 0, "r": 0}
    spec["hovermode"] = False
    balls = hundred.receptors(taken, "@muted", form, axis="")
    return {"data": [balls, hundred.count_below(count, form, axis="")], "layout": spec}
