"""The share of receptors taken against the amount, for any one drug."""

from itertools import pairwise
from typing import Final

from mureceptor.marks.axes import amount_axis, per_cent_axis
from mureceptor.marks.curves import curve, dot, dragged
from mureceptor.marks.forms import Form
from mureceptor.marks.labels import at_end, label, title
from mureceptor.marks.look import ANY
from mureceptor.marks.marks import Label, Leader, Mark, Place
from mureceptor.marks.panel import Panel, Plot
from mureceptor.marks.receptors import receptors
from mureceptor.marks.text import bold, plain
from mureceptor.views.phrases import counted, taken_and_free
from mureceptor.views.receptor.numbers import STAIRS, TAKEN, Numbers
from mureceptor.views.textbook import AMOUNT, DRAWN

_AT_END: Final = ("however hard it\npushes", at_end(96))
_STEPS: Final = (("ten times\nas much:", ""), ("ten times\nagain:", "only "))
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
            *_stairs(form),
        ),
    )
    return Panel(form=form, plots=(plot,))


def _stairs(form: Form) -> list[Mark]:
    """Draw how few more receptors ten times as much takes, once half of them are taken."""
    marks: list[Mark] = []
    for ((start, low), (end, high)), (words, only) in zip(pairwise(STAIRS), _STEPS, strict=True):
        more = counted(high) - counted(low)
        place = Place(x=start, y=100 * low - 14, across="data", shift=(9, 0))
        text = plain(f"{words}\n") + bold(f"{only}{more} more")
        marks += [
            Leader(start=(start, 100 * low), end=(end, 100 * low), ink="text"),
            Leader(start=(end, 100 * low), end=(end, 100 * high), ink="text"),
            Label(text=text, place=place, ink="text", size=form.tick, ground=0.8, align="left"),
        ]
    return marks
