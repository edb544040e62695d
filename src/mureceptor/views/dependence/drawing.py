"""Weeks with a drug and after it, in four stacked plots with one time axis."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

import numpy as np

from mureceptor.marks.axes import amount_axis
from mureceptor.marks.curves import curve
from mureceptor.marks.forms import Form
from mureceptor.marks.look import ANTAGONIST, FULL, PARTIAL, Kind
from mureceptor.marks.marks import Dot, Dots, Label, Line, Mark, Place, Side
from mureceptor.marks.panel import Axis, Panel
from mureceptor.marks.stack import Row, stack
from mureceptor.marks.text import Text, bold, headed, plain
from mureceptor.model.activation import effect, half_effect_concentration, maximal_effect
from mureceptor.model.checks import Float
from mureceptor.views.course import DAY, DAYS, EFFICACIES, NAMES
from mureceptor.views.dependence.numbers import Weeks
from mureceptor.views.phrases import decimals, from_to, whole
from mureceptor.views.textbook import AMOUNT

_KINDS: Final = (PARTIAL, FULL)
# [day] of the stop: before the first there is no room for words left of it, after the last none
# right of it.
_EARLY, _LATE = 16, 44
_APART: Final = 42  # [%] between two numbers, one above the other
_CLOSE: Final = 10  # [%] of withdrawal: numbers nearer than this share a line
_CLEAR: Final = bold("\u00a0\u00a0")  # keeps words on the left clear of the guide
_THIN: Final = 1.75 / 3  # of a line's width
_X: Final = np.geomspace(AMOUNT.low, AMOUNT.high, 161)
_PER_CENT: Final = (0.0, 50.0, 100.0)

_AMOUNT: Final = Row(
    title="Amount, the same for both (until the stop, a day’s highest)",
    height=0.45,
    top=1.6,
    ticks=(0, 1),
)
_EFFECT: Final = Row(
    title="Effect, % of the largest possible (until the stop, a day’s highest)",
    height=1.25,
    top=115,
    ticks=_PER_CENT,
    low=True,
)
_LEFT: Final = Row(title="Signalling left, %", height=0.95, top=105, ticks=_PER_CENT)
_MISSED: Final = Row(
    title="Withdrawal, % missing (until the stop a day’s highest)",
    height=1.35,
    top=75,
    ticks=(0, 25, 50),
    low=True,
)
_EFFECT_NARROW: Final = replace(_EFFECT, title="Effect, %; thin: what the body expects")
_LEFT_LARGE: Final = replace(_LEFT, height=1.35, low=True)
_TWO: Final = ((_LEFT_LARGE, "left"), (_MISSED, "missed"))
_WEEKS: Final = ((_AMOUNT, "amount"), (_EFFECT, "effect"), (_LEFT, "left"), (_MISSED, "missed"))
_ROWS: Final = {  # from the top; from the back row two plots can be read, not four, nor in a frame
    "narrow": (_WEEKS[0], (_EFFECT_NARROW, "effect"), *_WEEKS[2:]),
    "low": _TWO,
    "wide": _WEEKS,
    "scene": _TWO,
}
_TICK_EVERY: Final = {"narrow": 14, "wide": 7, "scene": 7}  # [day]
_ASIDES: Final[dict[str, dict[str, tuple[str, Place]]]] = {  # what a line is: by form and row
    "narrow": {},
    "wide": {
        "effect": (
            "Thin: the effect that\nthe body expects",
            Place(x=1, y=50, shift=(12, 0)),
        ),
        "left": (
            "After a stop it\ncomes back:\ntolerance is lost",
            Place(x=1, y=50, shift=(12, 0)),
        ),
    },
    "scene": {
        "left": ("After a stop it comes back: tolerance is lost", Place(x=1, y=15, anchor="right"))
    },
}

_HIGH: Final = Row(
    title="Effect by amount, %: before (thin) and at the stop", height=1, top=105, ticks=_PER_CENT
)
_LOW: Final = replace(_HIGH, title="")


def draw(course: Weeks, form: Form) -> dict[str, Panel]:
    """Draw the weeks (`main`) and each drug's curve before them and at the stop (`beside`)."""
    return {"main": _weeks(course, form), "beside": _curves(course, form)}


def _weeks(course: Weeks, form: Form) -> Panel:
    marks = {"amount": _amount, "effect": _effects, "left": _left, "missed": _missed}
    days = Axis(
        low=0, high=DAYS, ticks=tuple(range(0, DAYS + 1, _TICK_EVERY[form.name])), line=False
    )
    rows = [
        (row, [*marks[name](course, form), *_aside(name, form)]) for row, name in _ROWS[form.key]
    ]
    return stack(rows, form, days, guide=course.state.stop, cursor="Day")


def _aside(name: str, form: Form) -> list[Label]:
    """Say what a line of a row is."""
    if name not in _ASIDES[form.name]:
        return []
    words, place = _ASIDES[form.name][name]
    return [
        Label(
            text=plain(words),
            place=place,
            ink="muted",
            size=form.tick,
            ground=0,
            pad=1,
            align="left",
        )
    ]


def _pair(values: Float, what: str, form: Form, narrower: float = 1) -> list[Line]:
    return [
        curve(DAY, np.round(100 * y, 2), kind, name=f"{name}, {what}", width=narrower * form.line)
        for y, kind, name in zip(values, _KINDS, NAMES, strict=True)
    ]


def _amount(course: Weeks, form: Form) -> list[Mark]:
    """Draw the amount that both drugs are taken in."""
    width = _THIN * form.line
    look: dict[str, Any] = {"ink": "muted", "unit": "", "decimals": 2}
    return [curve(DAY, course.exposure, FULL, name="Amount", width=width, **look)]


def _effects(course: Weeks, form: Form) -> list[Mark]:
    """Draw the effect, what the body expects of it, and the highest effect of the last intake."""
    y = 100 * course.last
    names = _names(form)
    texts = [bold(f"{name} {whole(value / 100)} %") for name, value in zip(names, y, strict=True)]
    side: Side = "middle right" if course.state.stop < _EARLY else "top left"
    if whole(y[0] / 100) == whole(y[1] / 100):
        texts, side = [(), bold(f"both {whole(y[1] / 100)} %")], "top right"
    elif course.state.regularity != "often":  # left of the stop the lines run through the words
        texts = [
            (),
            _both(f"{names[0]} {whole(y[0] / 100)}", f", {names[1].lower()} {whole(y[1] / 100)} %"),
        ]
        side = "top left" if course.state.stop > _LATE else "middle right"
    return [
        *_pair(course.effect, "effect", form),
        *_pair(course.expected, "effect expected", form, _THIN),
        _dots((course.state.stop, course.state.stop), y, texts, (side, side), form),
    ]


def _names(form: Form) -> list[str]:
    return [name.split()[0] if form.name == "narrow" else name for name in NAMES]


def _both(low: str, high: str) -> Text:
    """Put the low-push drug's words, in its colour, before those of the high-push one."""
    return bold(low, PARTIAL.name) + bold(high)


def _left(course: Weeks, form: Form) -> list[Mark]:
    """Draw the signalling left, marked at the stop; of two rows this one also names the drugs."""
    y = 100 * course.left
    same = whole(y[0] / 100) == whole(y[1] / 100)
    first, early = _ROWS[form.key] is _TWO, course.state.stop < _EARLY
    names = [f"{name} " for name in _names(form)] if first else ["", ""]
    said = [f"{name}{whole(value / 100)} %" for name, value in zip(names, y, strict=True)]
    texts = [bold(words) for words in said]
    if same:
        texts = [(), bold(f"both {whole(y[1] / 100)} %")]
    elif first and early:  # right of the stop the lines rise through the words
        texts = [(), _both(said[0], f", {said[1][0].lower()}{said[1][1:]}")]
    sides: tuple[Side, Side] = (
        ("top right", "bottom right") if early else ("top left", "bottom left")
    )
    if course.state.stop > _LATE:  # the caveat stands below
        sides = ("top left", "top left")
        if not same and y[0] - y[1] < _APART:
            texts = [bold(f"{said[0]}, ") + bold(said[1][0].lower() + said[1][1:], FULL.name), ()]
    return [
        *_pair(course.signalling_left, "signalling left", form),
        _dots((course.state.stop, course.state.stop), y, texts, sides, form),
    ]


def _missed(course: Weeks, form: Form) -> list[Mark]:
    """Draw withdrawal, marked at its peak or in the moment when something is given."""
    sides: tuple[Side, Side]
    if course.state.given == "nothing":
        x, y, kinds, when = course.peak_day, 100 * course.peak, _KINDS, ""
        sides = ("top left", "top left" if course.state.stop > _LATE else "top right")
    else:
        given = ANTAGONIST if course.state.given == "blocker" else PARTIAL
        x, y, kinds = course.sudden_day, 100 * course.sudden[course.state.given], (given, given)
        sides, when = ("top left", "middle left"), " at once"
    early = course.state.stop < _EARLY
    if early or y[1] - y[0] < _CLOSE or (not when and course.state.regularity != "often"):
        texts = [(), _both(f"{whole(y[0] / 100)}", f" and {whole(y[1] / 100)} %{when}")]
    else:
        texts = [bold(f"{whole(value / 100)} %{when}") for value in y]
    if early:
        sides = ("top right", "top right")
    texts = [t + _CLEAR if "left" in side else t for t, side in zip(texts, sides, strict=True)]
    seen = np.where(x <= DAYS, y, np.nan)
    return [
        *_pair(course.withdrawal, "withdrawal", form),
        _dots(x, seen, texts, sides, form, kinds),
    ]


def _dots(
    x: Sequence[float] | Float,
    y: Float,
    texts: Sequence[Text],
    sides: tuple[Side, Side],
    form: Form,
    kinds: tuple[Kind, Kind] = _KINDS,
) -> Dots:
    """Return a marker for each drug and, in that drug's colour, its number."""
    return Dots(
        dots=tuple(
            replace(
                _dot(float(x[i]), float(y[i]), kinds[i], 0.75 * form.marker, form),
                text=texts[i],
                side=sides[i],
                text_ink=_KINDS[i].name,
                text_size=form.label,
            )
            for i in range(len(_KINDS))
        )
    )


def _dot(x: float, y: float, kind: Kind, size: float, form: Form) -> Dot:
    return Dot(
        x=x,
        y=y,
        size=size,
        symbol=kind.symbol,
        fill=kind.name,
        stroke="bg",
        stroke_width=0.7 * form.line,
    )


def _curves(course: Weeks, form: Form) -> Panel:
    """Draw effect against amount: each drug by itself, before (thin) and at the stop."""
    high = _before_and_after(1, course, form, AMOUNT.high, 44, "middle left")
    low = _before_and_after(0, course, form, 1.2 * AMOUNT.low, 76, "middle right")
    return stack(((_HIGH, high), (_LOW, low)), form, amount_axis(AMOUNT.low, AMOUNT.high), right=16)


def _times(shift: float) -> str:
    return decimals(shift, 2 if 1 < shift < 1.05 else 1)  # a little more is never "1.0" times


def _before_and_after(
    drug: int, course: Weeks, form: Form, x: float, y: float, side: Side
) -> list[Mark]:
    """Draw one drug's curves, and at x, y what becomes of its top and of the amount it takes."""
    kind, name = _KINDS[drug], NAMES[drug]
    pushes = EFFICACIES[drug] * np.array([1.0, course.left[drug]])
    before, after = np.round(100 * effect(_X, 1.0, pushes[:, None]), 2)
    tops = 100 * maximal_effect(pushes)
    halves = half_effect_concentration(1.0, pushes)
    text = headed(
        name,
        f"top {from_to(tops[0] / 100, tops[1] / 100)} %;\nhalf of it takes\n"
        f"{_times(course.shift[drug])} × the amount",
    )
    words = Dot(x=x, y=y, text=text, side=side, text_ink=kind.name, text_size=form.label)
    return [
        curve(_X, before, kind, name=f"{name}, before", width=_THIN * form.line),
        curve(_X, after, kind, name=f"{name}, at the stop", width=form.line),
        Dots(
            dots=tuple(
                _dot(float(half), float(top) / 2, kind, 0.7 * form.marker, form)
                for half, top in zip(halves, tops, strict=True)
            ),
            clipped=True,
        ),
        Dots(dots=(words,)),
    ]
