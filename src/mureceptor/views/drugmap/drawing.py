"""Real drugs by grip and push, and a made-up one that can be dragged among them."""

from functools import lru_cache
from typing import Final

import numpy as np

from mureceptor.marks.axes import PER_CENT_TICKS, amount_axis, per_cent_axis
from mureceptor.marks.curves import curve, dot, dragged
from mureceptor.marks.forms import Form
from mureceptor.marks.labels import at_end, label, title
from mureceptor.marks.look import ANY
from mureceptor.marks.marks import Box, Dot, Dots, Label, Line, Mark, Place, Side
from mureceptor.marks.panel import Axis, Panel, Plot
from mureceptor.marks.text import bold, plain
from mureceptor.views.drugmap.numbers import (
    PUSH_OF_KRATOM,
    START,
    TESTS,
    Disputed,
    Measured,
    Numbers,
    disputed,
    measured,
    numbers_of,
)
from mureceptor.views.drugmap.state import GRIP, TOP, Drugmap
from mureceptor.views.phrases import decimals, whole

_X: Final = (1e-6, 1e3)  # [amount needed at the start] the axis of the effect curve
_TICKS: Final = {1e-3: "\u00f71,000", 1: "start", 1e3: "\u00d71,000"}
_FROM_THE_START: Final = Axis(
    low=_X[0],
    high=_X[1],
    log=True,
    ticks=tuple(_TICKS),
    names=tuple(map(plain, _TICKS.values())),
)
_PUSH: Final = Axis(low=TOP.low, high=TOP.high, ticks=PER_CENT_TICKS)
_MADE_UP: Final = "made-up drug"
_NAME: Final = {"narrow": "made-up", "wide": _MADE_UP, "scene": _MADE_UP}


def draw(now: Numbers, form: Form) -> dict[str, Panel]:
    """Draw the map (`main`) and the made-up drug's effect curve (`beside`)."""
    return {"main": _map(now.state, form), "beside": _curve(now, form)}


# --- The map --------------------------------------------------------------------------------------


def _map(state: Drugmap, form: Form) -> Panel:
    own = Dot(
        x=state.grip,
        y=state.push,
        size=form.marker,
        symbol=ANY.symbol,
        fill=ANY.name,
        stroke="bg",
        stroke_width=form.line,
        text=bold(_NAME[form.name]),
        side=_side(state, form),
        text_size=form.label,
    )
    plot = Plot(
        x=amount_axis(GRIP.low, GRIP.high),
        y=_PUSH,
        marks=(
            *(_two(form) if state.drugs == "two" else _real(form)),
            title("Push: the largest effect in its own test, %", form),
            Dots(dots=(own,)),
        ),
    )
    return Panel(form=form, plots=(plot,), readout="nearest")


def _side(state: Drugmap, form: Form) -> Side:
    """Return where the made-up drug's name stands: above or below the levels of the real ones."""
    narrow, low = form.name == "narrow", state.push > 95
    if state.made_up == START.made_up and not narrow:
        return "middle right"
    if narrow and GRIP.low * 3 < state.grip < GRIP.high / 3:
        return "bottom center" if low else "top center"
    if state.grip > GRIP.high / 6:
        return "bottom left" if low else "top left"
    return "bottom right" if low else "top right"


@lru_cache(maxsize=8)
def _two(form: Form) -> tuple[Mark, ...]:
    """Return the two drugs in people, with the words that part them."""
    drugs = [drug for drug in measured() if drug.where == "in people"]
    return (
        *(_drawn(drug, form) for drug in drugs),
        *(_label(drug, form) for drug in drugs),
        *_ends(form),
    )


@lru_cache(maxsize=8)
def _real(form: Form) -> tuple[Mark, ...]:
    """Return what never moves: lines, labels and spreads of the real drugs, and the notes."""
    # A point first: a page is ready when its first trace has an area, which a level line has not.
    drugs = sorted(measured(), key=lambda drug: drug.point is None)
    return (
        *(_drawn(drug, form) for drug in drugs),
        *(_bar(drug, form) for drug in disputed()),
        *(_label(drug, form) for drug in drugs),
        *(_bar_label(drug, form) for drug in disputed()),
        *_ends(form),
        *_about(form),
        *(_spread(drug) for drug in drugs if drug.low < drug.high),
    )


def _drawn(drug: Measured, form: Form) -> Line | Dots:
    """Return a marker where one grip was printed, else a line over the band of grips."""
    grip = "one value" if drug.point else f"{drug.grip[0]:g} to {drug.grip[1]:g} nM"
    name = f"{drug.name}, {drug.where}"
    said = f"{name}: {whole(drug.top / 100)} %, grip {grip} ({drug.laboratory})"
    kind = drug.kind
    if drug.point:
        point = Dot(
            x=drug.point, y=drug.top, size=0.7 * form.marker, symbol=kind.symbol, fill=kind.name
        )
        return Dots(dots=(point,), name=name, said=said)
    return curve(
        drug.grip,
        [drug.top] * 2,
        kind,
        name=name,
        width=_width(drug, form),
        said=said,
        clipped=False,
    )


def _width(drug: Measured, form: Form) -> float:
    return (1.4 if drug.where == "in people" else 0.6) * form.line


def _spread(drug: Measured) -> Box:
    """Return one standard error to both sides, over the band of grips."""
    low, high = drug.grip
    return Box(
        x=(low / 1.03, high * 1.03), y=(drug.low, drug.high), ink=drug.kind.name, opacity=0.12
    )


def _label(drug: Measured, form: Form) -> Label:
    """Name a drug: the two in people with the two words that part them, the others quietly."""
    place = _place(drug, form)
    if drug.where == "in people":
        between = "\n" if form.name == "narrow" and drug.grip[1] <= 1 else " "
        words = [line.replace(" | ", between) for line in (f"{drug.name} | in people", _word(drug))]
        return label(*words, drug.kind.name, form, place, ground=0)
    return Label(text=plain(drug.name), place=place, ink="muted", size=form.tick, ground=0)


def _word(drug: Measured) -> str:
    """Say how the grip and the push of a drug in people compare with those of the other one."""
    (other,) = (each for each in measured() if each.where == "in people" and each != drug)
    grip = "tighter" if drug.grip[1] <= other.grip[0] else "weaker"
    return f"{grip} grip, | {'harder' if drug.top > other.top else 'weaker'} push"


def _place(drug: Measured, form: Form) -> Place:
    """Return where a drug is named: below its line in people and where there is no room beside."""
    left, right = map(_share, drug.grip)
    weak, people = drug.grip[1] > 1, drug.where == "in people"
    if weak and not people:
        return Place(x=right, y=drug.top, shift=(6, 0))
    # Else below its line, at the end that is nearer to an edge; a point's stands above it. On a
    # phone the short line's ends where the band beside it begins.
    point = drug.point is not None
    at_right = weak or (form.name == "narrow" and drug.where == "in cells" and not point)
    return Place(
        x=right if at_right else left,
        y=drug.top,
        anchor="right" if at_right else "left",
        stand="bottom" if point else "top",
        shift=(0, 2 if point else -1),
    )


def _bar(drug: Disputed, form: Form) -> Line:
    """Return the outline of a wide bar: all that sources say of a grip, hollow."""
    (left, right), half = drug.grip, 1.1 * form.marker * 50 / form.plot
    grip = f"sources from {decimals(left)} to {decimals(right)} nM"
    said = f"{drug.name}: {grip}; {whole(drug.top / 100)} %, "
    return Line(
        x=np.array([left, right, right, left, left]),
        y=drug.top + half * np.array([-1, -1, 1, 1, -1]),
        ink=drug.kind.name,
        width=2 * form.line / 3,
        name=drug.name,
        said=f"{said}{PUSH_OF_KRATOM}. Secondary source",
    )


def _bar_label(drug: Disputed, form: Form) -> Label:
    right = _share(drug.grip[1])
    if drug.fold < 50:
        place = Place(x=right, y=drug.top, shift=(6, 0))
        return label(drug.name, "", drug.kind.name, form, place, ground=0)
    below = -0.55 * form.marker - 1
    place = Place(x=right, y=drug.top, anchor="right", stand="top", shift=(0, below))
    return label(drug.name, "sources disagree a hundredfold", drug.kind.name, form, place, ground=0)


def _share(grip: float) -> float:
    """Return where a grip lies on the axis, from 0 to 1."""
    return float(np.log(grip / GRIP.low) / np.log(GRIP.high / GRIP.low))


_ABOUT: Final = (
    "\n".join(f"{where[0].upper()}{where[1:]}: {what}" for where, what in TESTS.values())
    + "\nTheir per cents\ndo not compare\nHollow: read in\na later text"
)


def _ends(form: Form) -> list[Label]:
    """Say which way a grip is tight."""
    return [
        _quiet("\u2190 tighter grip", Place(x=0, y=5), form),
        _quiet("weaker grip \u2192", Place(x=1, y=5, anchor="right"), form),
    ]


def _about(form: Form) -> list[Label]:
    """Say of what each test's per cents are; a phone has no margin: there title and note say it."""
    return [] if form.name == "narrow" else [_quiet(_ABOUT, at_end(24), form)]


def _quiet(words: str, place: Place, form: Form) -> Label:
    return Label(text=plain(words), place=place, ink="muted", size=form.tick)


# --- The curve ------------------------------------------------------------------------------------


def _curve(now: Numbers, form: Form) -> Panel:
    amount = now.needed
    half = now.top / 2 if amount else np.nan
    # On the side away from the curve at the start, as long as there is room.
    away: Side = "middle left" if amount and 1e-3 < amount < 1 else "middle right"
    plot = Plot(
        x=_FROM_THE_START,
        y=per_cent_axis(),
        marks=(
            _at_the_start(form),
            curve(now.amounts, 100 * now.effects, ANY, name="Made-up drug", width=form.line),
            dragged([dot(amount or 1, half, ANY, form)], form, words="half its top", side=away),
            _tops(now, form),
            title(f"The {_MADE_UP}\u2019s effect, %, by amount", form),
        ),
    )
    return Panel(form=form, plots=(plot,), right=round(6 * form.label), readout="")


@lru_cache(maxsize=8)
def _at_the_start(form: Form) -> Line:
    """Return the curve of the made-up drug before anybody moved it."""
    first = numbers_of(START)
    thin = 1.75 * form.line / 3
    return curve(
        first.amounts, 100 * first.effects, ANY, name="At the start", width=thin, ink="line"
    )


def _tops(now: Numbers, form: Form) -> Dots:
    """Name the top of the curve, and of that at the start where there is room for both."""
    apart = abs(now.state.push - START.push) > 150 * form.label / form.plot
    top = Dot(x=_X[1], y=now.top, text=bold(f" top {now.top:g} %"), text_size=form.label)
    start = Dot(
        x=_X[1],
        y=START.push,
        text=plain(" at the start" if apart else ""),
        text_ink="muted",
        text_size=form.tick,
    )
    return Dots(dots=(top, start))
