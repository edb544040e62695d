"""Two plain pictures side by side: grip moves the curve sideways, push lifts its top."""

from dataclasses import replace
from functools import lru_cache
from typing import Final

from mureceptor.marks.axes import EFFECT_TITLE, PER_CENT_TICKS
from mureceptor.marks.curves import curve
from mureceptor.marks.forms import Form
from mureceptor.marks.labels import title
from mureceptor.marks.look import ANY
from mureceptor.marks.marks import Dot, Dots, Label, Mark, Place
from mureceptor.marks.panel import Axis, Panel, Plot
from mureceptor.marks.text import bold, plain
from mureceptor.views.strong.numbers import BEFORE, DRAWN, Drug, Numbers
from mureceptor.views.strong.words import needed

_AMOUNT: Final = Axis(
    low=1e-3,
    high=1e3,
    log=True,
    ticks=(8e-3, 2e2),
    names=(plain("little drug"), plain("much")),
    notched=False,
)
_HIGH: Final = 140.0  # of the y axis: with room for the words over each plot
_HEAD, _TOLD = 127.0, 108.0  # where these stand
_HEADS: Final = ("Grip: how little is needed", "Push: how high it gets")
_NARROW: Final = ("Grip: how little\nis needed", "Push: how high\nit gets")
_WORDS: Final = {"narrow": _NARROW, "wide": _HEADS, "scene": _HEADS}
_NONE: Final = 1e-9  # length of a bar that is not seen: a figure keeps its parts
_ACROSS: Final = ((0.0, 0.46), (0.54, 1.0))


def draw(now: Numbers, form: Form) -> dict[str, Panel]:
    """Draw the drug with another grip on the left, and with another push on the right."""
    marks = (_sideways(now.gripping, form), _upwards(now.pushing, form))
    names = ("Another grip", "Another push")
    drugs = (now.gripping, now.pushing)
    plots = tuple(
        Plot(
            x=_AMOUNT,
            y=Axis(low=0, high=_HIGH, ticks=PER_CENT_TICKS, named=not i),
            marks=(
                _before(form, names[i]),
                curve(DRAWN, 100 * drugs[i].effects, ANY, name=names[i], width=form.subject),
                marks[i],
                *_words(i, form),
            ),
            across=_ACROSS[i],
        )
        for i in (0, 1)
    )
    return {"main": Panel(form=form, plots=plots, right=form.left // 2, readout="")}


@lru_cache(maxsize=16)
def _before(form: Form, beside: str) -> Mark:
    """Return the drug as it was, thin and quiet."""
    return curve(
        DRAWN,
        100 * BEFORE.effects,
        ANY,
        name=f"Before, beside {beside.lower()}",
        width=1.75 * form.line / 3,
        ink="muted",
    )


def _sideways(drug: Drug, form: Form) -> Dots:
    """Return a marker at half the top, a bar to where that was, and how much is needed now."""
    gap = BEFORE.half - drug.half
    dot = replace(
        _marker(drug.half, drug.top / 2, form), right=max(gap, _NONE), left=max(-gap, _NONE)
    )
    words = needed(drug)
    if gap:
        words = f"\u2190 {words}" if gap > 0 else f"{words} \u2192"
    return Dots(dots=(dot, _told(words, form)), whisker=form.line / 2)


def _upwards(drug: Drug, form: Form) -> Dots:
    """Return a marker at the top, a bar to where that was, and both tops in words."""
    gap = drug.top - BEFORE.top
    dot = replace(_marker(_AMOUNT.high, drug.top, form), up=max(-gap, _NONE), down=max(gap, _NONE))
    words = f"top {drug.top:g} %"
    if gap:
        arrow = "\u2191" if gap > 0 else "\u2193"
        words = f"{arrow} top {BEFORE.top:g} \u2192 {drug.top:g} %"
    return Dots(dots=(dot, _told(words, form)), whisker=form.line / 2)


def _told(words: str, form: Form) -> Dot:
    """Return what moves with the drug, in words over its plot."""
    return Dot(x=_AMOUNT.low, y=_TOLD, text=plain(words), side="middle right", text_size=form.label)


def _marker(x: float, y: float, form: Form) -> Dot:
    return Dot(
        x=x,
        y=y,
        size=0.7 * form.marker,
        symbol=ANY.symbol,
        fill=ANY.name,
        stroke="bg",
        stroke_width=2 * form.line / 3,
    )


def _words(i: int, form: Form) -> list[Mark]:
    marks: list[Mark] = [
        Label(
            text=bold(_WORDS[form.name][i]),
            place=Place(x=0, y=_HEAD),
            ink="text",
            size=form.label,
            ground=0,
            align="left",
        )
    ]
    if not i:
        marks.append(title(f"{EFFECT_TITLE}. Thin: before", form))
    return marks
