"""Weeks with a drug and after it, in four stacked plots with one time axis."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import ArrayLike

from mureceptor.marks import notes, parts, stack
from mureceptor.marks.forms import Form, Spec
from mureceptor.marks.look import ANTAGONIST, FULL, PARTIAL, Kind
from mureceptor.marks.stack import Row
from mureceptor.model.activation import effect, half_effect_concentration, maximal_effect
from mureceptor.model.checks import Float
from mureceptor.views.dependence.numbers import DAY, DAYS, EFFICACIES, Weeks
from mureceptor.views.textbook import AMOUNT

_KINDS: Final = (PARTIAL, FULL)
_NAMES: Final = ("Low push", "High push")
# [day] of the stop: before the first there is no room for words left of it, after the last none
# right of it.
_EARLY, _LATE = 16, 44
_CLOSE: Final = 10  # [%] of withdrawal: numbers nearer than this share a line
_CLEAR: Final = "\u00a0\u00a0"
_THIN: Final = 1.75 / 3  # of a line's width
_X: Final = np.geomspace(AMOUNT.low, AMOUNT.high, 161)
_PER_CENT: Final = (0, 50, 100)

_AMOUNT: Final = Row(
    "", "Amount, the same for both (until the stop, a day’s highest)", 0.45, 1.6, (0, 1)
)
_EFFECT: Final = Row(
    "2", "Effect, % of the largest possible (a day’s highest)", 1.25, 115, _PER_CENT, low=True
)
_LEFT: Final = Row("3", "Signalling left, %", 0.95, 105, _PER_CENT)
_MISSED: Final = Row(
    "4", "Withdrawal: effect that is missing, % (a day’s highest)", 1.35, 75, (0, 25, 50), low=True
)
_EFFECT_NARROW: Final = "Effect, %; thin: what the body expects"
_WHOLE: Final = {"anchor": "x", "range": [0, 1], "visible": False}  # one axis for all rows
_WEEKS: Final = (_AMOUNT, _EFFECT, _LEFT, _MISSED)
# From the back row two plots can be read, not four.
_WEEKS_SCENE: Final = (replace(_LEFT, axis="", height=1.35, low=True), replace(_MISSED, axis="2"))

_HIGH: Final = Row("", "Effect by amount, %: before (thin) and at the stop", 1, 105, _PER_CENT)
_LOW: Final = Row("2", "", 1, 105, _PER_CENT)


def draw(course: Weeks, form: Form) -> dict[str, Spec]:
    """Draw the weeks (`main`) and each drug's curve before them and at the stop (`beside`)."""
    return {"main": _weeks(course, form), "beside": _curves(course, form)}


def _weeks(course: Weeks, form: Form) -> Spec:
    narrow, scene = form.name == "narrow", form.name == "scene"
    left, missed = _WEEKS_SCENE if scene else (_LEFT, _MISSED)
    data = [
        *([] if scene else _effects(course, form)),
        *_pair(course.signalling_left, "signalling left", form, left),
        *_pair(course.withdrawal, "withdrawal", form, missed),
        _left_dots(course, form, left),
        _missed_dots(course, form, missed),
    ]
    rows, asides = _WEEKS_SCENE if scene else _WEEKS, []
    if narrow:
        rows = (_AMOUNT, replace(_EFFECT, title=_EFFECT_NARROW), _LEFT, _MISSED)
    elif scene:
        lost = _aside("It comes back: tolerance is lost", form, left, 26)
        asides = [{**lost, "xanchor": "right", "xshift": 0}]
    else:
        asides = [
            _aside("Thin: the effect that<br>the body expects", form, _EFFECT, 50),
            _aside("It comes back:<br>tolerance is lost", form, _LEFT, 50),
        ]
    days = {
        "range": [0, DAYS],
        "tickvals": list(range(0, DAYS + 1, 14 if narrow else 7)),
        "unifiedhovertitle": {"text": "<b>Day %{x:.0f}</b>"},
        "showline": False,
        "showspikes": True,
        "spikemode": "across",
        "spikethickness": 1,
        "spikedash": "solid",
        "spikecolor": "@line",
    }
    layout = stack.layout(rows, form, days, asides)
    return {
        "data": [_guide(course, form), *data],
        "layout": {**layout, "hoversubplots": "axis", "plot_bgcolor": "@bg/0", "yaxis9": _WHOLE},
    }


def _guide(course: Weeks, form: Form) -> Spec:
    """Return the line of the stop, through all rows."""
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [course.state.stop, course.state.stop],
        "y": [0, 1],
        "yaxis": "y9",
        "line": {"color": "@text", "width": 1.25 * form.line / 3, "simplify": False},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def _aside(text: str, form: Form, row: Row, y: float) -> Spec:
    """Say in the right margin what a line is."""
    return {
        **notes.title(text, form, axis=row.axis),
        "xref": "paper",
        "yref": f"y{row.axis}",
        "x": 1,
        "y": y,
        "yanchor": "middle",
        "xshift": 12,
        "yshift": 0,
        "align": "left",
    }


def _pair(values: Float, what: str, form: Form, row: Row, narrower: float = 1) -> list[Spec]:
    return [
        parts.curve(
            DAY,
            np.round(100 * y, 2),
            kind,
            name=f"{name}, {what}",
            width=narrower * form.line,
            yaxis=f"y{row.axis}",
        )
        for y, kind, name in zip(values, _KINDS, _NAMES, strict=True)
    ]


def _effects(course: Weeks, form: Form) -> list[Spec]:
    """Draw the amount, and the effect with what the body expects of it."""
    amount = parts.curve(DAY, course.exposure, FULL, name="Amount", width=_THIN * form.line)
    return [
        {**amount, "line": {**amount["line"], "color": "@muted"}, "hovertemplate": "%{y:.2f}"},
        *_pair(course.effect, "effect", form, _EFFECT),
        *_pair(course.expected, "effect expected", form, _EFFECT, _THIN),
        _effect_dots(course, form),
    ]


def _effect_dots(course: Weeks, form: Form) -> Spec:
    """Mark the highest effect of the last intake."""
    y = 100 * course.last
    names = [name.split()[0] if form.name == "narrow" else name for name in _NAMES]
    texts = [f"{name} {value:.0f} %" for name, value in zip(names, y, strict=True)]
    side = "middle right" if course.state.stop < _EARLY else "top left"
    if round(y[0]) == round(y[1]):
        texts, side = ["", f"both {y[1]:.0f} %"], "top right"
    elif course.state.regularity != "often":  # left of the stop the lines run through the words
        texts = ["", f"{_low(f'{names[0]} {y[0]:.0f}')}, {names[1].lower()} {y[1]:.0f} %"]
        side = "top left" if course.state.stop > _LATE else "middle right"
    return _dots(np.full(2, course.state.stop), y, texts, [side] * 2, form, _EFFECT)


def _low(words: str) -> str:
    """Write words in the low-push drug's colour, inside those of the high-push one."""
    return f'<span style="color:{PARTIAL.colour}">{words}</span>'


def _left_dots(course: Weeks, form: Form, row: Row) -> Spec:
    """Mark the signalling left at the stop; in a scene this row also names the drugs."""
    y = 100 * course.left
    same = round(y[0]) == round(y[1])
    scene, early = form.name == "scene", course.state.stop < _EARLY
    names = [f"{name} " for name in _NAMES] if scene else ["", ""]
    texts = [f"{name}{value:.0f} %" for name, value in zip(names, y, strict=True)]
    if same:
        texts = ["", f"both {y[1]:.0f} %"]
    elif scene and early:  # right of the stop the lines rise through the words
        texts = ["", f"{_low(texts[0])}, {texts[1][0].lower()}{texts[1][1:]}"]
    sides = ["top right", "bottom right"] if early else ["top left", "bottom left"]
    return _dots(np.full(2, course.state.stop), y, texts, sides, form, row)


def _missed_dots(course: Weeks, form: Form, row: Row) -> Spec:
    """Mark withdrawal at its peak, or in the moment when something is given."""
    if course.state.given == "nothing":
        x, y, kinds, when = course.peak_day, 100 * course.peak, _KINDS, ""
        sides = ["top left", "top left" if course.state.stop > _LATE else "top right"]
    else:
        given = ANTAGONIST if course.state.given == "blocker" else PARTIAL
        x, y, kinds = course.sudden_day, 100 * course.sudden[course.state.given], (given, given)
        sides, when = ["top left", "middle left"], " at once"
    early = course.state.stop < _EARLY
    if early or y[1] - y[0] < _CLOSE or (not when and course.state.regularity != "often"):
        texts = ["", f"{_low(f'{y[0]:.0f}')} and {y[1]:.0f} %{when}"]
    else:
        texts = [f"{value:.0f} %{when}" for value in y]
    if early:
        sides = ["top right"] * 2
    # The spaces keep words on the left clear of the guide.
    texts = [t + _CLEAR * ("left" in side) for t, side in zip(texts, sides, strict=True)]
    return _dots(x, np.where(x <= DAYS, y, np.nan), texts, sides, form, row, kinds)


def _dots(
    x: Float,
    y: Float,
    texts: Sequence[str],
    sides: Sequence[str],
    form: Form,
    row: Row,
    kinds: tuple[Kind, Kind] = _KINDS,
) -> Spec:
    """Return a marker for each drug and, in that drug's colour, its number."""
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": x,
        "y": y,
        "yaxis": f"y{row.axis}",
        "text": [f"<b>{text}</b>" for text in texts],
        "textposition": list(sides),
        "textfont": {"size": form.label, "color": [kind.colour for kind in _KINDS]},
        "marker": _marker(kinds, 0.75 * form.marker, form),
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def _marker(kinds: Sequence[Kind], size: ArrayLike, form: Form) -> Spec:
    return {
        "symbol": [kind.symbol for kind in kinds],
        "size": size,
        "color": [kind.colour for kind in kinds],
        "line": {"color": "@bg", "width": 0.7 * form.line},
        "opacity": 1,
    }


def _curves(course: Weeks, form: Form) -> Spec:
    """Draw effect against amount: each drug by itself, before (thin) and at the stop."""
    data = []
    for row, drug, x, y, side in (
        (_HIGH, 1, AMOUNT.high, 44, "middle left"),
        (_LOW, 0, 1.2 * AMOUNT.low, 76, "middle right"),
    ):
        kind, axis = _KINDS[drug], f"y{row.axis}"
        pushes = EFFICACIES[drug] * np.array([1.0, course.left[drug]])
        before, after = np.round(100 * effect(_X, 1.0, pushes[:, None]), 2)
        tops = 100 * maximal_effect(pushes)
        name = _NAMES[drug]
        data += [
            parts.curve(
                _X, before, kind, name=f"{name}, before", width=_THIN * form.line, yaxis=axis
            ),
            parts.curve(_X, after, kind, name=f"{name}, at the stop", width=form.line, yaxis=axis),
            {
                "type": "scatter",
                "mode": "markers",
                "x": half_effect_concentration(1.0, pushes),
                "y": tops / 2,
                "yaxis": axis,
                "marker": _marker([kind] * 2, 0.7 * form.marker, form),
                "hoverinfo": "skip",
            },
        ]
        text = (
            f"<b>{name}</b><br>top {tops[0]:.0f} → {tops[1]:.0f} %;<br>half of it takes<br>"
            f"{course.shift[drug]:.1f} × the amount"
        )
        font = {"size": form.label, "color": kind.colour}
        data.append(parts.words(x, y, text, side, form, axis=row.axis, textfont=font))
    layout = stack.layout((_HIGH, _LOW), form, parts.amount_axis(AMOUNT.low, AMOUNT.high), [])
    return {"data": data, "layout": {**layout, "margin": {**layout["margin"], "r": 16}}}
