"""Build your own: the effect of up to three drugs against the amount of the first."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from mureceptor.marks.curves import curve, dot, dragged
from mureceptor.marks.forms import Form
from mureceptor.marks.labels import at_end, label, spread
from mureceptor.marks.look import MIXTURE, Token
from mureceptor.marks.marks import Dot, Dots, Line, Mark, Place
from mureceptor.marks.panel import Panel
from mureceptor.views.effect_plot import effect_plot
from mureceptor.views.phrases import whole
from mureceptor.views.sandbox.numbers import Numbers
from mureceptor.views.sandbox.state import Sandbox
from mureceptor.views.textbook import AMOUNT, DRAWN

_CLEAR: Final = 13  # [%] of a phone's plot, from a line's end to the middle of its label
_NOTHING: Final = np.full_like(DRAWN, np.nan)


def draw(numbers: Numbers, form: Form) -> dict[str, Panel]:
    """Draw the present view, B, and over it the pinned one, A, with the gap between them."""
    state, pin, result, then = numbers.state, numbers.pin, numbers.now, numbers.pinned
    several = state.drugs != "1"
    first = result.kind
    kind = MIXTURE if several else first
    now = 100 * result.drawn
    alone = 100 * result.alone if several else _NOTHING
    pinned = 100 * then.drawn if then else _NOTHING
    here = 100 * result.here
    there = 100 * then.here if then else float("nan")
    name = "All together" if several else "Drug 1"
    thin = 1.75 * form.line / 3
    ends = [float(line[-1]) for line in (now, alone, pinned)]
    shown = [True, several, pin is not None]
    names = ("B, now" if pin else name, "Drug 1 alone", "A, pinned")
    inks: tuple[Token, ...] = (kind.name, first.name, "text")
    placed = iter(_PLACES[form.name]([y for y, on in zip(ends, shown, strict=True) if on], form))
    labels = [
        label(
            words,
            f"{whole(y / 100)} % at {AMOUNT.high:g}" if on else "",
            ink,
            form,
            next(placed) if on else at_end(0),
            shown=on,
        )
        for words, ink, on, y in zip(names, inks, shown, ends, strict=True)
    ]
    marks: tuple[Mark, ...] = (
        curve(DRAWN, now, kind, name=name, width=form.subject),
        curve(DRAWN, alone, first, name=names[1], width=thin),
        Line(x=DRAWN, y=pinned, ink="text", width=thin, dash=(1, 3), name=names[2]),
        _gap(pin, here, there, form),
        dragged([dot(state.amount1, here, kind, form)], form),
        *labels,
    )
    return {"main": effect_plot(marks, form)}


def _at_the_ends(ends: Sequence[float], form: Form) -> list[Place]:
    return [at_end(y) for y in spread(ends, form)]


def _by_the_ends(ends: Sequence[float], form: Form) -> list[Place]:
    """Return places in the plot: below a line's end, or above where it runs low."""
    wanted = [y - _CLEAR if y > 2 * _CLEAR else y + _CLEAR for y in ends]
    return [Place(x=1, y=y, anchor="right") for y in spread(wanted, form)]


_PLACES: Final = {"narrow": _by_the_ends, "wide": _at_the_ends, "scene": _at_the_ends}


def _gap(pin: Sandbox | None, here: float, there: float, form: Form) -> Dots:
    """Mark the pinned view's own point, and how far the present one lies above or below it."""
    dot = Dot(
        x=pin.amount1 if pin else float("nan"),
        y=there,
        size=form.marker,
        symbol="circle-open",
        stroke="text",
        stroke_width=2,
        up=max(0.0, here - there) if pin else 0,
        down=max(0.0, there - here) if pin else 0,
    )
    return Dots(dots=(dot,), whisker=1.25 * form.line / 3, cap=6)
