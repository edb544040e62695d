"""A drug added to what is already at the receptor, as a curve and as a map."""

from dataclasses import replace
from functools import lru_cache
from typing import Any, Final

import numpy as np

from mureceptor.marks.axes import EFFECT_TITLE, amount_axis, per_cent_axis
from mureceptor.marks.curves import curve, dot, dragged
from mureceptor.marks.forms import Form
from mureceptor.marks.labels import at_end, label, title
from mureceptor.marks.look import MIXTURE
from mureceptor.marks.marks import Dots, Label, Leader, Mark, Place, Side
from mureceptor.marks.panel import Panel, Plot
from mureceptor.marks.text import bold, plain
from mureceptor.views.mixing import map_drawing
from mureceptor.views.mixing.numbers import (
    FULL_AGONIST,
    METABOLITE,
    MIXTURES,
    TIGHTER,
    Mixture,
    before,
    switch_over,
    together,
    top,
)
from mureceptor.views.mixing.state import ADDED, Mixing
from mureceptor.views.phrases import whole

_X: Final = np.geomspace(ADDED.low, ADDED.high, 161)
_TIGHTER: Final = f"Opioid’s grip {TIGHTER:.0f} times tighter"
_CAUTION: Final = "Not protection.\nOne receptor,\nat balance;\nreal mixtures\nkill."
_CAUTION_LOW: Final = "Not protection. One receptor,\nat balance; real mixtures kill."
_NEAR: Final = 16  # [%] nearer than this to the top below, words go above the marker
_CROSSED: Final = 0.06  # [C/K] from here on the added drug's own line runs clear of them
_STEEPER: Final = 0.6  # [C/K] from here on the line of both rises through words on its right
_LOW: Final = 12  # [%] below this effect there is no room for words under the marker


def draw(state: Mixing, form: Form) -> dict[str, Panel]:
    """Draw the effect against the added amount (`main`) and against both amounts (`beside`)."""
    mixture = MIXTURES[state.mixed]
    return {"main": _curves(mixture, state, form), "beside": map_drawing.draw(mixture, state, form)}


def _curves(mixture: Mixture, state: Mixing, form: Form) -> Panel:
    plot = Plot(
        x=_AMOUNTS,
        y=_EFFECTS,
        marks=(*_still(mixture, state.there, form), _marker(mixture, state, form)),
    )
    return Panel(form=form, plots=(plot,))


_AMOUNTS: Final = amount_axis(ADDED.low, ADDED.high)
_EFFECTS: Final = per_cent_axis()


@lru_cache(maxsize=32)
def _still(mixture: Mixture, there: float, form: Form) -> tuple[Mark, ...]:
    """Return what does not move with the added amount: all but the marker."""
    thin = 1.75 * form.line / 3
    both = 100 * together(mixture, _X, there)
    # The line to compare with: the top to break through, or what is there alone.
    passed = mixture.breaks_through
    level = 100 * (top(mixture.there[0]) if passed else float(before(mixture, there)))
    if mixture.blocks:
        other, kind, name = 100 * together(mixture, _X, there, TIGHTER), MIXTURE, _TIGHTER
    else:
        other, kind = 100 * together(mixture, _X, 0.0), mixture.added.kind
        name = f"{mixture.added.label} alone"
    alone = f"{mixture.label} alone" + ", its top" * passed
    marks: list[Mark] = [
        curve(_X, y, kind, name=name, width=thin if kind is MIXTURE else form.line)
        for y, kind, name in (
            (other, kind, name),
            (np.full_like(_X, level), mixture.kind, alone),
        )
    ]
    marks.append(curve(_X, both, MIXTURE, name=_words(mixture), width=form.subject))
    if passed:
        marks += _passed(mixture, level, name, form)
    else:
        marks += _lowered(mixture, level, name, float(other[-1]), form)
    return (*marks, title(EFFECT_TITLE, form), *_CAUTIONS[form.name](mixture, form))


def _words(mixture: Mixture) -> str:
    return f"With {mixture.added.name}" if mixture.blocks else "Both together"


def _marker(mixture: Mixture, state: Mixing, form: Form) -> Dots:
    """Return the marker with its words on the side that the curve leaves empty."""
    effect = 100 * float(together(mixture, state.added, state.there))
    words = _words(mixture) + ("\n" if mixture.added is FULL_AGONIST else " ")
    side: Side
    if mixture.breaks_through:
        tight = form.name == "narrow" and state.added > 3  # no room for more than the number
        side = "bottom left" if state.added > (30 if tight else 10) else "bottom right"
        words = "" if tight else words
        near = effect - 100 * top(mixture.there[0]) < _NEAR
        if near and state.added > _CROSSED and mixture.added is FULL_AGONIST:
            # Between the added drug's line and the top that is broken through.
            side = "top left" if state.added > _STEEPER else "top right"
            words = "" if form.name == "narrow" else words
    elif effect < _LOW:
        side = "middle left" if state.added > 1 else "top right"
        words = words if state.added <= 1 else ""
    else:
        side = "bottom left" if state.added >= 1 else "bottom right"
    marker = replace(
        dot(state.added, effect, MIXTURE, form),
        text=bold(f"{words}{whole(effect / 100)} %"),
        side=side,
        text_ink=MIXTURE.name,
        text_size=1.1 * form.label,
    )
    return dragged([marker], form)


def _passed(mixture: Mixture, level: float, name: str, form: Form) -> list[Mark]:
    """Label a top that is broken through, and where the added drug alone does as much as both."""
    narrow, stand_in = form.name == "narrow", mixture.added is METABOLITE
    at = (0.5, 58) if stand_in else (0.02, 92) if narrow else (0.06, 86)
    start, to = ((10, 53), (10, 40)) if stand_in else ((0.11, 82), (0.175, 76.5))
    note, ink = f"alone: its top, {level:.0f} %", mixture.kind.name
    if narrow and stand_in:
        words = f"{mixture.label}: top {level:.0f} %"
        there = label(words, "", ink, form, Place(x=0, y=level + 7))
    elif narrow:
        words = f"{mixture.label} {note}"
        there = label(words, "", ink, form, Place(x=1, y=level - 7, anchor="right"))
    else:
        words = mixture.label.replace(" stand-in", "\nstand-in")
        there = label(words, note, ink, form, at_end(level))
    added = mixture.added.kind.name
    marks: list[Mark] = [label(name, "", added, form, Place(x=at[0], y=at[1])), there]
    switch = switch_over(mixture)
    if switch:
        place = Place(
            x=switch[0],
            y=100 * switch[1],
            across="data",
            anchor="right" if stand_in else "left",
        )
        pointer = (-10 if stand_in else 10, 2.2 * form.label)
        width = 1.25 * form.line / 3
        marks.append(_word("Switch-over", place, form, pointer=pointer, pointer_width=width))
    if stand_in:
        words = "Stand-ins: no measured grip or push"
        marks.append(_word(words, Place(x=1, y=95, anchor="right"), form))
    if not (narrow and not stand_in):
        marks.append(Leader(start=start, end=to, ink=added))
    return marks


def _lowered(mixture: Mixture, level: float, name: str, end: float, form: Form) -> list[Mark]:
    """Label what is pulled down, and the level below which it would be raised instead."""
    kind = MIXTURE if mixture.blocks else mixture.added.kind
    alone = f"{mixture.label} alone: {whole(level / 100)} %"
    above = Place(x=1, y=level + 7, anchor="right")
    marks: list[Mark] = [label(alone, "", mixture.kind.name, form, above)]
    if mixture.blocks:  # all lines start together, so the words stand clear of their bundle
        y = level - 28 if level > 60 else level + 22
        thin = f"Thin: {name[0].lower()}{name[1:]}"
        marks.append(label(thin, "", kind.name, form, Place(x=0.01, y=y)))
    else:
        marks.append(label(name, "", kind.name, form, Place(x=1, y=end - 8, anchor="right")))
    switch = switch_over(mixture)
    if switch is None:
        return marks
    y = 100 * switch[1]
    words = _word(f"Switch-over: {y:.0f} %", Place(x=0.01, y=y - 7), form)
    return [*marks, words, Leader(start=(ADDED.low, y), end=(ADDED.high, y), ink="text")]


def _caution_in_the_plot(mixture: Mixture, form: Form) -> list[Label]:
    """A phone has no margin: there the view's caution stands where the lines leave room."""
    y = 78 if mixture.added is METABOLITE else 11
    place = Place(x=0.01, y=y) if mixture.blocks else Place(x=1, y=y, anchor="right")
    return [label(_CAUTION_LOW, "", "caution", form, place)]


def _caution_in_the_margin(_mixture: Mixture, form: Form) -> list[Label]:
    place = Place(x=1, y=1, stand="top", up="share", shift=(24, 0))
    return [label(_CAUTION, "", "caution", form, place, pad=0, rule=True)]


def _caution_elsewhere(_mixture: Mixture, _form: Form) -> list[Label]:
    """On a projector the talk itself puts it into the margin."""
    return []


_CAUTIONS: Final = {
    "narrow": _caution_in_the_plot,
    "wide": _caution_in_the_margin,
    "scene": _caution_elsewhere,
}


def _word(text: str, place: Place, form: Form, **more: Any) -> Label:
    return Label(text=plain(text), place=place, ink="text", size=form.tick, ground=0, pad=1, **more)
