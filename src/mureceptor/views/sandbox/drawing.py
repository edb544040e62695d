"""Build your own: the effect of up to three drugs against the amount of the first."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from mureceptor.marks.curves import curve, dot, dragged
from mureceptor.marks.forms import Form
from mureceptor.marks.labels import at_end, label, spread
from mureceptor.marks.look import MIXTURE, Kind, Token
from mureceptor.marks.marks import Dot, Dots, Line, Mark, Place, Side
from mureceptor.marks.panel import Panel
from mureceptor.marks.text import bold
from mureceptor.views.effect_plot import effect_plot
from mureceptor.views.phrases import whole
from mureceptor.views.sandbox.numbers import WEAK, Numbers, Outcome, has_blocker
from mureceptor.views.sandbox.state import Sandbox
from mureceptor.views.textbook import AMOUNT, DRAWN

_CLEAR: Final = 20  # [%] of a phone's plot, from a line's end to the middle of its label
_FIRST: Final = 0.05  # [C/K] below this amount there is no room left of the marker
_LAST: Final = 20.0  # [C/K] a phone has no margin: from here on there is none right of it
_HIGH: Final = 0.92  # [1] above this effect the title stands over the marker, but for the last ones
_SIDES: Final[dict[tuple[str, bool], Side]] = {
    ("left", False): "top left",
    ("left", True): "bottom left",
    ("right", False): "top right",
    ("right", True): "bottom right",
}
_FIRST_WORDS: Final = 0.5  # [C/K] as far as words at the left end reach; the others begin at 2
_ABOVE: Final = 5.0  # [%] from the goal to its words
_GOALS: Final = {
    "full": "Task: lift the top up to here",
    "past": "Task: get past here",
    "half": "Task: get down to here",
}
_WITH: Final = {  # where it counts only if it is done so
    "full": "Task: up here with a weak push",
    "half": "Task: down here with a blocker",
}
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
    names = ("B, now" if pin else name, "Drug 1 alone", "A, kept")
    tops = (  # of one drug; several have none
        None if several else result.top,
        result.top,
        then.top if then and pin and pin.drugs == "1" else None,
    )
    inks: tuple[Token, ...] = (kind.name, first.name, "text")
    placed = iter(_PLACES[form.name]([y for y, on in zip(ends, shown, strict=True) if on], form))
    labels = [
        label(
            words,
            f"its top: {whole(top)} %" if on and top is not None else "",
            ink,
            form,
            next(placed) if on else at_end(0),
            shown=on,
        )
        for words, ink, on, top in zip(names, inks, shown, tops, strict=True)
    ]
    marks: tuple[Mark, ...] = (
        curve(DRAWN, now, kind, name=name, width=form.subject),
        curve(DRAWN, alone, first, name=names[1], width=thin),
        Line(x=DRAWN, y=pinned, ink="text", width=thin, dash=(1, 3), name=names[2]),
        _gap(pin, here, there, form),
        *_goal(numbers, form),
        dragged([_here(result, state.amount1, kind, form)], form),
        *labels,
    )
    return {"main": effect_plot(marks, form)}


def _here(result: Outcome, amount: float, kind: Kind, form: Form) -> Dot:
    """Return the marker with its number, on the side that the line does not rise to."""
    falls = result.drawn[-1] < result.drawn[0]
    room = form.name != "narrow" or amount < _LAST  # on the right of the marker
    across = "right" if amount < _FIRST or (falls and room) else "left"
    return replace(
        dot(amount, 100 * result.here, kind, form),
        text=bold(f"{whole(result.here)} %"),
        side=_SIDES[across, result.here > _HIGH and amount < _LAST],
        text_ink=kind.name,
        text_size=form.label,
    )


def _goal(numbers: Numbers, form: Form) -> tuple[Mark, Mark]:
    """Return where the task leads to, and what it is."""
    goal = float("nan") if numbers.goal is None else 100 * numbers.goal
    ends = np.array([AMOUNT.low, AMOUNT.high])
    line = Line(
        x=ends,
        y=np.array([goal, goal]),
        ink="text",
        width=form.line / 2,
        dash=(2 * form.line, 4 * form.line / 3),
    )
    words = "" if numbers.goal is None else "Done" if numbers.done else _to_do(numbers.state)
    above = goal + (_ABOVE if goal < 100 - _ABOVE else -_ABOVE)
    away = np.abs(100 * numbers.now.drawn - above)
    left = away[DRAWN < _FIRST_WORDS].min() >= away[DRAWN > 1 / _FIRST_WORDS].min()
    dot = Dot(
        x=1.2 * AMOUNT.low if left else AMOUNT.high / 1.2,
        y=above,
        text=bold(words),
        side="middle right" if left else "middle left",
        text_size=1.1 * form.label,
    )
    return line, Dots(dots=(dot,))


def _to_do(state: Sandbox) -> str:
    allowed = has_blocker(state) if state.task == "half" else state.push1 <= WEAK
    return _GOALS[state.task] if allowed or state.task == "past" else _WITH[state.task]


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
