"""Weeks with a drug on one plot; each step brings one thing of it to the fore."""

from dataclasses import replace
from typing import Final

import numpy as np

from mureceptor.marks.axes import EFFECT_TITLE, PER_CENT_TICKS
from mureceptor.marks.curves import curve, dot, dragged
from mureceptor.marks.forms import Form
from mureceptor.marks.labels import at_end, illustrative, label, title
from mureceptor.marks.look import FULL, PARTIAL
from mureceptor.marks.marks import Band, Label, Leader, Mark, Place, Side
from mureceptor.marks.panel import Axis, Panel, Plot
from mureceptor.marks.text import bold, plain
from mureceptor.model.checks import Float
from mureceptor.views.course import A_DAY, DAY, DAYS, NAMES
from mureceptor.views.phrases import from_to, whole
from mureceptor.views.weeks.numbers import STOP, Numbers
from mureceptor.views.weeks.state import STOP_DAY

_KINDS: Final = (PARTIAL, FULL)
_TICKS: Final = {"narrow": (1, 14, 28, 42, 56), "wide": (1, 7, 14, 21, 28, 35, 42, 49, 56)}
_Y: Final = Axis(low=-13, high=100.6, ticks=PER_CENT_TICKS, zero=True)  # a strip for the caveat
_SHOWN: Final = slice(A_DAY, None)  # of the times: from day 1 on
_THIN: Final = 1.75 / 3  # of a line's width
_LATE: Final = 42  # [day] from which there is no room for words right of a marker
_MEANS: Final = {"daily": "", "adapt": "expected", "stop": "expected", "again": "taken again"}
# What a step shows, in words on the plot: where nothing else is.
_FINDINGS: Final = {
    "daily": ("The same amount\ndoes less and less", Place(x=0.98, y=52, anchor="right")),
    "adapt": (
        "The body comes to expect it,\nwith low push too",
        Place(x=0.98, y=40, anchor="right"),
    ),
    "stop": (
        "What is missing\nis withdrawal. Low\npush brings it too",
        Place(x=0.98, y=74, anchor="right"),
    ),
    "again": (
        "After a break the same\namount of an opioid can kill",
        Place(x=0.98, y=52, anchor="right"),
    ),
}
# Where each drug's name stands [%] if not at the end of its line, low push first.
_NAMED: Final = {"daily": (36, 70), "adapt": (7, 52), "stop": (7, 90), "again": (36, 97)}


def draw(now: Numbers, form: Form) -> dict[str, Panel]:
    """Draw the step: its lines thick, those before it thin."""
    step = now.state.step
    lines, focus = _LINES[step](now, form)
    words, place = _FINDINGS[step]
    stopped: list[Mark] = _stop_line(form) if step in ("stop", "again") else []
    plot = Plot(
        x=Axis(low=1, high=DAYS, ticks=_TICKS.get(form.name, _TICKS["wide"])),
        y=_Y,
        marks=(
            *lines,
            *stopped,
            title(EFFECT_TITLE, form),
            illustrative(form),
            *_names(focus, step, form),
            Label(text=bold(words), place=place, ink="text", size=form.label, ground=0.8),
            _marker(now, focus, form),
        ),
    )
    return {"main": Panel(form=form, plots=(plot,), readout="")}


Drawn = tuple[list[Mark], Float]


def _pair(values: Float, what: str, form: Form, *, thin: bool = False) -> list[Mark]:
    width = form.line * _THIN if thin else form.subject
    return [
        curve(DAY[_SHOWN], 100 * y[_SHOWN], kind, name=f"{name}, {what}", width=width)
        for y, kind, name in zip(values, _KINDS, NAMES, strict=True)
    ]


def _daily(now: Numbers, form: Form) -> Drawn:
    return _pair(now.taken.effect, "effect", form), now.taken.effect


def _adapt(now: Numbers, form: Form) -> Drawn:
    course = now.taken
    lines = [
        *_pair(course.effect, "effect", form, thin=True),
        *_pair(course.expected, "expected", form),
    ]
    return lines, course.expected


def _stop(now: Numbers, form: Form) -> Drawn:
    course = now.stopped
    missing = [
        Band(
            x=DAY,
            low=100 * np.where(DAY < STOP_DAY, expected, expected - lacking),
            high=100 * expected,
            ink=kind.name,
            opacity=0.24,
            edged=False,
        )
        for expected, lacking, kind in zip(course.expected, course.withdrawal, _KINDS, strict=True)
    ]
    lines = [
        *missing[::-1],
        *_pair(course.effect, "effect", form, thin=True),
        *_pair(course.expected, "expected", form),
    ]
    return lines, course.expected


def _again(now: Numbers, form: Form) -> Drawn:
    taken = np.where(DAY <= STOP_DAY, now.stopped.effect, np.nan)
    again = np.where(DAY >= STOP_DAY, now.again, np.nan)
    first = [
        Leader(start=(1, 100 * y), end=(DAYS, 100 * y), ink=kind.name)
        for y, kind in zip(now.stopped.first.tolist(), _KINDS, strict=True)
    ]
    lines = [
        *first,
        *_pair(taken, "effect", form, thin=True),
        *_pair(again, "the same amount again", form),
    ]
    return lines, np.where(DAY <= STOP_DAY, now.stopped.effect, now.again)


_LINES: Final = {"daily": _daily, "adapt": _adapt, "stop": _stop, "again": _again}


def _stop_line(form: Form) -> list[Mark]:
    place = Place(x=STOP_DAY, y=-7, anchor="right", across="data", shift=(-22, 0))
    return [
        Leader(start=(STOP_DAY, 0), end=(STOP_DAY, 100), ink="text"),
        Label(text=plain("the stop"), place=place, ink="text", size=form.tick),
    ]


def _names(focus: Float, step: str, form: Form) -> list[Label]:
    places = [at_end(max(100 * float(y[-1]), 4)) for y in focus]
    if form.name != "wide" or step == "stop":  # a margin is taken, or both lines end at zero
        places = [Place(x=0.18, y=y) for y in _NAMED[step]]
    return [
        label(name, _MEANS[step] if place.x == 1 else "", kind.name, form, place)
        for name, kind, place in zip(NAMES, _KINDS, places, strict=True)
    ]


def _marker(now: Numbers, focus: Float, form: Form) -> Mark:
    """Return the day's markers, each with its number in its colour."""
    day = now.state.day
    side: Side = "top left" if day > _LATE else "top right"
    shown = [float(y[now.at]) for y in focus]
    dots = [
        replace(
            dot(day, 100 * y, kind, form),
            text=bold(words),
            side=side,
            text_ink=kind.name,
            text_size=form.label,
        )
        for y, words, kind in zip(shown, _marker_words(now, shown), _KINDS, strict=True)
    ]
    return dragged(dots, form)


def _marker_words(now: Numbers, shown: list[float]) -> list[str]:
    """Return the words at the markers: where the effect comes from, or what is missing."""
    step, after = now.state.step, now.at > STOP
    if step == "stop" and after:
        return [f"{whole(y)} % missing" for y in now.stopped.withdrawal[:, now.at]]
    before = {"daily": now.taken.first, "again": now.stopped.effect[:, STOP]}.get(step)
    if before is None or not (after or step == "daily"):
        return [f"{whole(y)} %" for y in shown]
    return [f"{from_to(b, y)} %" for b, y in zip(before, shown, strict=True)]
