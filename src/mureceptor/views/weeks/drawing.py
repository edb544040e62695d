"""Weeks with a drug on one plot; each step brings one thing of it to the fore."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import numpy as np

from mureceptor.marks.axes import EFFECT_TITLE, PER_CENT_TICKS
from mureceptor.marks.curves import curve, dot, dragged
from mureceptor.marks.forms import Form
from mureceptor.marks.ground import Ground
from mureceptor.marks.labels import illustrative, label, title
from mureceptor.marks.look import FULL, PARTIAL
from mureceptor.marks.marks import Band, Dot, Dots, Label, Leader, Line, Mark, Place
from mureceptor.marks.panel import Axis, Panel, Plot
from mureceptor.marks.text import bold, letters, plain
from mureceptor.model.checks import Float
from mureceptor.views.course import A_DAY, DAY, DAYS, NAMES
from mureceptor.views.phrases import from_to, whole
from mureceptor.views.weeks.numbers import STOP, Numbers, numbers_of
from mureceptor.views.weeks.state import STOP_DAY, Weeks

_KINDS: Final = (PARTIAL, FULL)
_TICKS: Final = {"narrow": (1, 14, 28, 42, 56), "wide": (1, 7, 14, 21, 28, 35, 42, 49, 56)}
_Y: Final = Axis(low=-13, high=100.6, ticks=PER_CENT_TICKS, zero=True)  # a strip for the caveat
_SHOWN: Final = slice(A_DAY, None)  # of the times: from day 1 on
_THIN: Final = 1.75 / 3  # of a line's width
_ACTS_TITLE: Final = "Of the same amount, this much still acts, %"
_TITLES: Final = {"daily": _ACTS_TITLE, "again": _ACTS_TITLE}
# What a step shows, in words on the plot, and where they wish to stand: their left end, middle.
_CAN_KILL: Final = "what was usual\ncan now kill"
_FINDINGS: Final = {
    "daily": (
        ("Tolerance:\nthe same amount\nacts like less", (10, 82)),
        (f"After a break\n{_CAN_KILL}", (32, 24)),
    ),
    "adapt": (("Dependence: the body\ncomes to expect it,\nwith low push too", (33, 40)),),
    "stop": (("Withdrawal:\nwhat is missing. Low\npush brings it too", (29.5, 90)),),
    "again": ((f"Tolerance is lost:\n{_CAN_KILL}", (32, 24)),),
}
# Where each drug's name stands [day, %], low push first.
_NAMED: Final = {
    "daily": ((11, 41), (11, 27)),
    "adapt": ((10, 7), (10, 52)),
    "stop": ((10, 7), (10, 90)),
    "again": ((11, 41), (11, 27)),
}
_BESIDE: Final = 1.2  # [day] from a marker to its number
_MISSING: Final = (50.0, 63.0)  # [%] where it stands how much is missing, low push first


def draw(now: Numbers, form: Form) -> dict[str, Panel]:
    """Draw the step: its lines thick, those before it thin."""
    step = now.state.step
    lines, focus = _LINES[step](now, form)
    labels, ground = _still(step, form)
    plot = Plot(
        x=_days(form),
        y=_Y,
        marks=(*lines, *labels, *_marker(now, focus, ground.again(), form)),
    )
    return {"main": Panel(form=form, plots=(plot,), readout="")}


def _days(form: Form) -> Axis:
    return Axis(low=1, high=DAYS, ticks=_TICKS.get(form.name, _TICKS["wide"]))


@lru_cache(maxsize=32)
def _still(step: str, form: Form) -> tuple[tuple[Mark, ...], Ground]:
    """Return a step's words that do not move with the day, and what they leave of the plot."""
    lines, _ = _LINES[step](numbers_of(Weeks(step=step)), form)
    drawn = [np.interp(DAY, mark.x, mark.y) for mark in lines if isinstance(mark, Line)]
    edges = [m.low for m in lines if isinstance(m, Band)]
    ground = Ground(DAY, [*drawn, *edges], form, across=_days(form), up=_Y, between=(0, 100))
    ground.take(STOP_DAY - 0.4, STOP_DAY + 0.4, 0, 100)
    names = [
        label(name, "", kind.name, form, Place(x=x, y=y, across="data"))
        for (x, y), name, kind in zip(_NAMED[step], NAMES, _KINDS, strict=True)
    ]
    for name in names:
        x, y = name.place.x, name.place.y
        words = letters(name.text)
        high = ground.high(words, form.label)
        ground.take(x, x + ground.wide(words, form.label), y - high / 2, y + high / 2)
    findings = []
    for words, wish in _FINDINGS[step]:
        x, y = ground.near(*wish, words, form.label)
        findings.append(
            Label(
                text=bold(words),
                place=Place(x=x, y=y, across="data"),
                ink="text",
                size=form.label,
                ground=0.8,
                align="left",
            )
        )
    heading = title(_TITLES.get(step, EFFECT_TITLE), form)
    return (*_stop_line(form), heading, illustrative(form), *names, *findings), ground


Drawn = tuple[list[Mark], Float]


def _pair(values: Float, what: str, form: Form, *, thin: bool = False) -> list[Mark]:
    width = form.line * _THIN if thin else form.subject
    return [
        curve(DAY[_SHOWN], 100 * y[_SHOWN], kind, name=f"{name}, {what}", width=width)
        for y, kind, name in zip(values, _KINDS, NAMES, strict=True)
    ]


def _between(low: Float, high: Float) -> Sequence[Mark]:
    """Shade what lies between two levels of each drug [1], the higher drug\u2019s first."""
    bands = [
        Band(x=DAY, low=100 * a, high=100 * b, ink=kind.name, opacity=0.24, edged=False)
        for a, b, kind in zip(low, high, _KINDS, strict=True)
    ]
    return bands[::-1]


def _daily(now: Numbers, form: Form) -> Drawn:
    return _parted(now.acts, form, thin="again"), now.acts


def _again(now: Numbers, form: Form) -> Drawn:
    return _parted(now.acts, form, thin="before"), now.acts


def _parted(acts: Float, form: Form, *, thin: str) -> list[Mark]:
    """Draw how the same amount acts, before the stop and taken again; the `thin` part thin."""
    before = np.where(DAY <= STOP_DAY, acts, np.nan)
    again = np.where(DAY >= STOP_DAY, acts, np.nan)
    return [
        *_pair(before, "acts like", form, thin=thin == "before"),
        *_pair(again, "taken again, acts like", form, thin=thin == "again"),
    ]


def _adapt(now: Numbers, form: Form) -> Drawn:
    course = now.course
    lines = [
        *_pair(course.effect, "effect", form, thin=True),
        *_pair(course.expected, "expected", form),
    ]
    return lines, course.expected


def _stop(now: Numbers, form: Form) -> Drawn:
    lines, expected = _adapt(now, form)
    missing = np.where(DAY < STOP_DAY, 0, now.course.withdrawal)
    return [*_between(expected - missing, expected), *lines], expected


_LINES: Final = {"daily": _daily, "adapt": _adapt, "stop": _stop, "again": _again}


def _stop_line(form: Form) -> list[Mark]:
    place = Place(x=STOP_DAY, y=-7, anchor="right", across="data", shift=(-22, 0))
    return [
        Leader(start=(STOP_DAY, 0), end=(STOP_DAY, 100), ink="text"),
        Label(text=plain("the stop"), place=place, ink="text", size=form.tick),
    ]


def _marker(now: Numbers, focus: Float, ground: Ground, form: Form) -> tuple[Mark, Mark]:
    """Return the day's markers, and each one's number in its colour where there is room."""
    day, at = now.state.day, now.at
    shown = [100 * float(y[at]) for y in focus]
    ground.take(day - 0.8, day + 0.8, 0, max(shown) + 4)
    missing = now.state.step == "stop" and at > STOP
    numbers = []
    for i, (words, kind) in enumerate(zip(_marker_words(now), _KINDS, strict=True)):
        if missing:  # beside the line that falls there is no room for both
            x, y = STOP_DAY + 7.0, _MISSING[i]
        else:
            x, y = ground.near(day + _BESIDE, shown[i] + 8, words, form.label)
        numbers.append(Dot(x=x, y=y, text=bold(words), text_ink=kind.name, text_size=form.label))
    dots = [dot(day, y, kind, form) for y, kind in zip(shown, _KINDS, strict=True)]
    return dragged(dots, form), Dots(dots=tuple(numbers))


def _marker_words(now: Numbers) -> list[str]:
    """Return the words at the markers: where the amount comes from, or what is missing."""
    step, at, after = now.state.step, now.at, now.at > STOP
    if step == "stop" and after:
        return [f"{whole(y)} % missing" for y in now.course.withdrawal[:, at]]
    if step in ("adapt", "stop"):
        return [f"{whole(y)} %" for y in now.course.expected[:, at]]
    if after:
        pairs = zip(now.acts[:, STOP], now.acts[:, at], strict=True)
        return [f"{from_to(b, y)} %" for b, y in pairs]
    return [f"{whole(y)} %" for y in now.acts[:, at]]
