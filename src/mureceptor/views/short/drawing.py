"""Effect against amount for a full and a partial agonist, and 100 receptors."""

from typing import Final

from mureceptor.marks.axes import EFFECT_TITLE, amount_axis, per_cent_axis
from mureceptor.marks.curves import curve, dot, dragged
from mureceptor.marks.forms import Form
from mureceptor.marks.labels import at_end, label, spread, title
from mureceptor.marks.look import FULL, PARTIAL, Kind
from mureceptor.marks.marks import Bar, Bars, Label, Place, Receptors
from mureceptor.marks.panel import Axis, Panel, Plot
from mureceptor.marks.receptors import receptors
from mureceptor.marks.text import bold, plain
from mureceptor.views.phrases import taken_and_free, whole
from mureceptor.views.short import numbers
from mureceptor.views.textbook import AMOUNT, DRAWN, Both

_CEILING: Final = "Its ceiling: more drug,\nhardly more effect.\n"
_DANGER: Final = "Breathing can slow too"
# Below the flat part of the partial curve, clear of the axis.
_BELOW: Final = {"narrow": 13.0, "wide": 20.0, "scene": 20.0}
# A phone has no margin: there labels stand on empty ground in the plot, else at the ends of lines.
_PLACES: Final = {"narrow": (Place(x=0.02, y=88), Place(x=0.34, y=56))}
_ROOM: Final = 0.45  # [1] between the markers, for the words there
_SAME: Final = {
    "wide": "Same receptors taken,\nlower effect",
    "scene": "Same receptors taken,\nlower effect",
}


def draw(now: Both, form: Form) -> dict[str, Panel]:
    """Draw the curves (`main`) and the receptors with the effect bars (`beside`)."""
    return {"main": _curves(now, form), "beside": _beside(now, form)}


def _curves(now: Both, form: Form) -> Panel:
    names = ("Full agonist", "Partial agonist")
    ends = map(at_end, spread((100 * numbers.FULL[-1], 100 * numbers.PARTIAL[-1]), form))
    tops = (numbers.FULL_TOP, numbers.PARTIAL_TOP)
    places = _PLACES.get(form.name, tuple(ends))
    labels = [
        label(name, f"top {whole(top)} %", kind.name, form, place)
        for name, top, kind, place in zip(names, tops, (FULL, PARTIAL), places, strict=True)
    ]
    dots = (
        dot(now.amount, 100 * now.full, FULL, form),
        dot(now.amount, 100 * now.partial, PARTIAL, form),
    )
    plot = Plot(
        x=amount_axis(AMOUNT.low, AMOUNT.high),
        y=per_cent_axis(),
        marks=(
            curve(DRAWN, 100 * numbers.FULL, FULL, name=names[0], width=form.line),
            curve(DRAWN, 100 * numbers.PARTIAL, PARTIAL, name=names[1], width=form.line),
            dragged(dots, form, words=_same(now, form)),
            title(EFFECT_TITLE, form),
            *labels,
            _ceiling(form),
        ),
    )
    return Panel(form=form, plots=(plot,))


def _same(now: Both, form: Form) -> str:
    """Return the words between the markers, as long as there is room for them."""
    words = _SAME.get(form.name, "")
    return words if now.full - now.partial > _ROOM else " " * bool(words)


def _ceiling(form: Form) -> Label:
    """Name the flat part of the partial curve, and what it does not mean."""
    return Label(
        text=plain(_CEILING) + bold(_DANGER),
        place=Place(x=0.99, y=_BELOW[form.name], anchor="right"),
        ink=PARTIAL.name,
        size=form.tick,
        align="right",
    )


def _beside(now: Both, form: Form) -> Panel:
    kinds = (FULL, PARTIAL)
    bars = Plot(
        x=Axis(
            low=-0.5,
            high=1.5,
            ticks=(0, 1),
            names=tuple(bold(kind.name, kind.name) for kind in kinds),
            notched=False,
        ),
        y=per_cent_axis(named=False),
        marks=(
            Bars(
                tuple(
                    _bar(i, effect, kind, form)
                    for i, (effect, kind) in enumerate(
                        zip((now.full, now.partial), kinds, strict=True)
                    )
                )
            ),
            title("Effect, %", form, left=0),
        ),
        across=(0.76, 1),
    )
    below = bold(taken_and_free(now.taken)) + plain("\u00a0 with either drug")
    balls = Receptors(taken=100 * now.taken, ink="muted", size=0.73 * form.marker)
    cups = receptors([balls], "100 receptors", below, form, across=(0, 0.7))
    return Panel(form=form, plots=(cups, bars), left=0, right=0, readout="")


def _bar(x: int, effect: float, kind: Kind, form: Form) -> Bar:
    return Bar(
        x=x,
        height=100 * effect,
        width=0.68,
        ink=kind.name,
        text=bold(whole(effect)),
        text_ink=kind.name,
        text_size=1.2 * form.label,
    )
