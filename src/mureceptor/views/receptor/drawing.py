"""The receptors taken at three amounts, each ten times the one before; and their curve."""

from typing import Final

from mureceptor.marks.axes import amount_axis, per_cent_axis
from mureceptor.marks.curves import curve, dot, dragged
from mureceptor.marks.forms import Form
from mureceptor.marks.labels import label, title
from mureceptor.marks.look import ANY
from mureceptor.marks.marks import Place, Receptors
from mureceptor.marks.panel import Panel, Plot
from mureceptor.marks.receptors import receptors
from mureceptor.marks.text import Text, bold, plain
from mureceptor.views.phrases import counted, digits, whole
from mureceptor.views.receptor.numbers import TAKEN, Numbers
from mureceptor.views.textbook import AMOUNT, DRAWN

_ACROSS: Final = ((0.0, 0.3), (0.35, 0.65), (0.7, 1.0))
_BALL: Final = {"narrow": 0.5, "wide": 0.73, "scene": 0.73}  # in markers
_RIGHT: Final = 14  # [px] of the curve


def draw(now: Numbers, form: Form) -> dict[str, Panel]:
    """Draw the receptors at a tenth of the amount, at it, and at ten times it; and the curve."""
    amounts = (now.amount / 10, now.amount, 10 * now.amount)
    taken = (now.tenth, now.taken, now.tenfold)
    before = (now.tenth, now.tenth, now.taken)  # of the first, none is called new
    crowds = zip(amounts, taken, before, _ACROSS, strict=True)
    plots = tuple(_crowd(*each, form) for each in crowds)
    return {
        "main": Panel(form=form, plots=plots, left=0, right=0, readout=""),
        "beside": _curve(now, form),
    }


def _crowd(
    amount: float, taken: float, before: float, across: tuple[float, float], form: Form
) -> Plot:
    """Draw 100 receptors: dark where a ball came with the last tenfold, else quiet."""
    size = _BALL[form.name] * form.marker
    marks = (
        Receptors(taken=_balls(taken), ink="text", size=size),
        Receptors(taken=_balls(before), ink="muted", size=size, cups=False),
    )
    heading = f"Amount {digits(amount, 4)}"
    return receptors(marks, heading, _said(taken, before), form, across=across)


def _balls(taken: float) -> int:
    """Return how many of 100 receptors hold a ball: never all, as some are always free."""
    return min(counted(taken), 99)


def _said(taken: float, before: float) -> Text:
    """Say how many are taken and, of a later amount, how many more that is."""
    more = _balls(taken) - _balls(before)
    if taken == before:
        return bold(f"{whole(taken)} taken")
    few = "only " if more < 10 and _balls(before) >= 50 else ""
    now = whole(taken)
    return bold(f"{few}{more} more") + plain(f": {now}" if now.isdigit() else "")


def _curve(now: Numbers, form: Form) -> Panel:
    plot = Plot(
        x=amount_axis(AMOUNT.low, AMOUNT.high),
        y=per_cent_axis(),
        marks=(
            curve(DRAWN, 100 * TAKEN, ANY, name="Receptors taken", unit="of 100", width=form.line),
            dragged([dot(now.amount, 100 * now.taken, ANY, form)], form),
            title("Receptors taken, of 100, by amount", form),
            label("Any drug", "however hard\nit pushes", ANY.name, form, Place(x=0.02, y=80)),
        ),
    )
    return Panel(form=form, plots=(plot,), right=_RIGHT)
