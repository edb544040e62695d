"""The share of receptors taken against the amount, for any one drug."""

from typing import Final

from mureceptor.marks.axes import amount_axis, per_cent_axis
from mureceptor.marks.curves import curve, dot, dragged
from mureceptor.marks.forms import Form
from mureceptor.marks.labels import at_end, label, title
from mureceptor.marks.look import ANY
from mureceptor.marks.marks import Place
from mureceptor.marks.panel import Panel, Plot
from mureceptor.marks.receptors import receptors
from mureceptor.views.phrases import taken_and_free
from mureceptor.views.receptor.numbers import TAKEN, Numbers
from mureceptor.views.textbook import AMOUNT, DRAWN

_AT_END: Final = ("however hard it\npushes", at_end(96))
_LABEL: Final = {"narrow": ("", Place(x=0.02, y=88)), "wide": _AT_END, "scene": _AT_END}


def draw(now: Numbers, form: Form) -> dict[str, Panel]:
    """Draw the binding curve (`main`) and the receptors themselves (`beside`)."""
    taken = 100 * now.taken
    cups = receptors(taken, taken_and_free(now.taken), form, across=(0, 0.72))
    return {
        "main": _curve(now.amount, taken, form),
        "beside": Panel(form=form, plots=(cups,), left=0, right=0, readout=""),
    }


def _curve(amount: float, taken: float, form: Form) -> Panel:
    note, place = _LABEL[form.name]
    plot = Plot(
        x=amount_axis(AMOUNT.low, AMOUNT.high),
        y=per_cent_axis(),
        marks=(
            curve(DRAWN, 100 * TAKEN, ANY, name="Receptors taken", unit="of 100", width=form.line),
            dragged([dot(amount, taken, ANY, form)], form),
            title("Receptors taken, of 100", form),
            label("Any drug", note, ANY.name, form, place),
        ),
    )
    return Panel(form=form, plots=(plot,))
