"""One drug in two pathways that make more and less of the same push."""

from typing import Final

from mureceptor.marks.curves import curve
from mureceptor.marks.forms import Form
from mureceptor.marks.labels import at_end, label, spread, x_title
from mureceptor.marks.look import FULL, PARTIAL
from mureceptor.marks.marks import Mark, Place
from mureceptor.marks.panel import Panel
from mureceptor.views.effect_plot import effect_plot
from mureceptor.views.reserve.numbers import Numbers
from mureceptor.views.textbook import AMOUNT, DRAWN

_CLEAR, _APART = 10, 18  # [%] of a phone's plot: from a line to the middle of its label; two labels


def draw(now: Numbers, form: Form) -> dict[str, Panel]:
    """Draw both effects of the drug, each with its height at the largest amount."""
    kind = PARTIAL if now.state.push == "low" else FULL
    pain, breathing = 100 * now.pain, 100 * now.breathing
    names = ("Pain relief", "Slowed breathing")
    ends = (float(pain[-1]), float(breathing[-1]))
    places = _PLACES[form.name](*ends, form)
    labels = [
        label(name, f"up to {end:.0f} %", kind.name, form, place)
        for name, end, place in zip(names, ends, places, strict=True)
    ]
    marks: tuple[Mark, ...] = (
        curve(DRAWN, pain, kind, name=names[0], width=1.75 * form.line / 3),
        curve(DRAWN, breathing, kind, name=names[1], width=form.line),
        *labels,
        x_title(AMOUNT.label, form),
    )
    return {"main": effect_plot(marks, form)}


def _at_the_ends(pain: float, breathing: float, form: Form) -> tuple[Place, Place]:
    # Pain relief is never the lower one; of equals the first is placed below.
    low, high = spread((breathing, pain), form)
    return at_end(high), at_end(low)


def _by_the_lines(pain: float, breathing: float, _form: Form) -> tuple[Place, Place]:
    """Return the place of each label: under its line's end, or above where lines run low."""
    if pain < 2 * _APART + _CLEAR:
        low = breathing + _CLEAR
        high = max(pain + _CLEAR, low + _APART)
    else:
        high = pain - _CLEAR
        low = min(breathing - _CLEAR, high - _APART)
    return Place(x=1, y=high, anchor="right"), Place(x=1, y=low, anchor="right")


_PLACES: Final = {"narrow": _by_the_lines, "wide": _at_the_ends, "scene": _at_the_ends}
