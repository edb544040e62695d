"""One drug in two pathways that make more and less of the same push."""

from typing import Final

from mureceptor.marks.curves import curve
from mureceptor.marks.forms import Form
from mureceptor.marks.labels import at_end, label, spread, x_title
from mureceptor.marks.look import FULL, PARTIAL
from mureceptor.marks.marks import Mark, Place
from mureceptor.marks.panel import Panel
from mureceptor.views.effect_plot import effect_plot
from mureceptor.views.phrases import whole
from mureceptor.views.reserve.numbers import Numbers
from mureceptor.views.textbook import AMOUNT, DRAWN

_CLEAR, _APART = 10, 18  # [%] of a phone's plot: from a line to the middle of its label; two labels


def draw(now: Numbers, form: Form) -> dict[str, Panel]:
    """Draw both effects of the drug, each with its top."""
    kind = PARTIAL if now.state.push == "low" else FULL
    pain, breathing = 100 * now.pain, 100 * now.breathing
    names = ("Pain relief", "Slowed breathing")
    ends = (float(pain[-1]), float(breathing[-1]))
    low, high = _PLACES[form.name](min(ends), max(ends), form)
    # Of equals pain relief has the upper place.
    places = (low, high) if ends[0] < ends[1] else (high, low)
    labels = [
        label(name, f"top {whole(top)} %", kind.name, form, place)
        for name, top, place in zip(names, (now.pain_top, now.breathing_top), places, strict=True)
    ]
    marks: tuple[Mark, ...] = (
        curve(DRAWN, pain, kind, name=names[0], width=1.75 * form.line / 3),
        curve(DRAWN, breathing, kind, name=names[1], width=form.line),
        *labels,
        x_title(AMOUNT.label, form),
    )
    return {"main": effect_plot(marks, form, x_name=AMOUNT.label)}


def _at_the_ends(low: float, high: float, form: Form) -> tuple[Place, Place]:
    lower, upper = spread((low, high), form)
    return at_end(lower), at_end(upper)


def _by_the_lines(low: float, high: float, _form: Form) -> tuple[Place, Place]:
    """Return the place of each label: under its line's end, or above where lines run low."""
    if high < 2 * _APART + _CLEAR:
        lower = low + _CLEAR
        upper = max(high + _CLEAR, lower + _APART)
    else:
        upper = high - _CLEAR
        lower = min(low - _CLEAR, upper - _APART)
    return Place(x=1, y=lower, anchor="right"), Place(x=1, y=upper, anchor="right")


_PLACES: Final = {"narrow": _by_the_lines, "wide": _at_the_ends, "scene": _at_the_ends}
