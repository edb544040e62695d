"""A drug added to what is already at the receptor, as a curve and as a map."""

from functools import lru_cache
from typing import Final

import numpy as np

from mureceptor.marks import notes, parts
from mureceptor.marks.forms import Form, Spec
from mureceptor.marks.look import MIXTURE
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

_X: Final = np.geomspace(ADDED.low, ADDED.high, 161)
_TIGHTER: Final = f"Grip {TIGHTER:.0f} times tighter"
_CAUTION: Final = "Not protection.<br>One receptor,<br>at balance;<br>real mixtures<br>kill."
_CAUTION_LOW: Final = "Not protection. One receptor,<br>at balance; real mixtures kill."
_NEAR: Final = 16  # [%] nearer than this to the top below, words go above the marker
_CROSSED: Final = 0.06  # [C/K] from here on the added drug's own line runs clear of them
_STEEPER: Final = 0.6  # [C/K] from here on the line of both rises through words on its right
_LOW: Final = 12  # [%] below this effect there is no room for words under the marker


def draw(state: Mixing, form: Form) -> dict[str, Spec]:
    """Draw the effect against the added amount (`main`) and against both amounts (`beside`)."""
    mixture = MIXTURES[state.mixed]
    return {"main": _curves(mixture, state, form), "beside": map_drawing.draw(mixture, state, form)}


def _curves(mixture: Mixture, state: Mixing, form: Form) -> Spec:
    still = _still(mixture, state.there, form)
    return {**still, "data": [*still["data"], _marker(mixture, state, form)]}


@lru_cache(maxsize=32)
def _still(mixture: Mixture, there: float, form: Form) -> Spec:
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
    data = [
        parts.curve(_X, y, kind, name=name, width=thin if kind is MIXTURE else form.line)
        for y, kind, name in (
            (other, kind, name),
            (np.full_like(_X, level), mixture.kind, alone),
        )
    ]
    data.append(parts.curve(_X, both, MIXTURE, name=_words(mixture), width=form.subject))
    if passed:
        labels, shapes = _passed(mixture, level, name, form)
    else:
        labels, shapes = _lowered(mixture, level, name, float(other[-1]), form)
    caution, rule = _caution(mixture, form)
    layout = parts.layout(
        form,
        parts.amount_axis(ADDED.low, ADDED.high),
        parts.per_cent_axis(),
        [notes.title(parts.EFFECT_TITLE, form), *labels, *caution],
        shapes=[*shapes, *rule],
    )
    return {"data": data, "layout": layout}


def _words(mixture: Mixture) -> str:
    return f"With {mixture.added.name}" if mixture.blocks else "Both together"


def _marker(mixture: Mixture, state: Mixing, form: Form) -> Spec:
    """Return the marker with its words on the side that the curve leaves empty."""
    effect = 100 * float(together(mixture, state.added, state.there))
    words = _words(mixture) + ("<br>" if mixture.added is FULL_AGONIST else " ")
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
    return {
        **parts.dragged((parts.Dot(state.added, effect, MIXTURE),), form),
        "text": [f"<b>{words}{effect:.0f} %</b>"],
        "textposition": [side],
        "textfont": {"size": 1.1 * form.label, "color": MIXTURE.colour},
    }


def _passed(mixture: Mixture, level: float, name: str, form: Form) -> tuple[list[Spec], list[Spec]]:
    """Label a top that is broken through, and where the added drug alone does as much as both."""
    narrow, stand_in = form.name == "narrow", mixture.added is METABOLITE
    at = (0.5, 58) if stand_in else (0.02, 92) if narrow else (0.06, 86)
    start, to = ((10, 53), (10, 40)) if stand_in else ((0.11, 82), (0.175, 76.5))
    note, colour = f"alone: its top, {level:.0f} %", mixture.kind.colour
    if narrow and stand_in:
        words = f"{mixture.label}: top {level:.0f} %"
        there = notes.label(words, "", colour, form, at=(0, level + 7))
    elif narrow:
        words = f"{mixture.label} {note}"
        there = notes.label(words, "", colour, form, at=(1, level - 7), anchor="right")
    else:
        words = mixture.label.replace(" stand-in", "<br>stand-in")
        there = notes.label(words, note, colour, form, end=level)
    labels = [notes.label(name, "", mixture.added.kind.colour, form, at=at), there]
    switch = switch_over(mixture)
    if switch:
        labels.append(
            {
                **_word("Switch-over", form),
                "x": np.log10(switch[0]),
                "y": 100 * switch[1],
                "xref": "x",
                "xanchor": "right" if stand_in else "left",
                "ax": -10 if stand_in else 10,
                "ay": 2.2 * form.label,
                "showarrow": True,
                "arrowhead": 6,  # a dot
                "arrowwidth": 1.25 * form.line / 3,
                "arrowcolor": "@text",
            }
        )
    if stand_in:
        words = "Stand-ins: no measured grip or push"
        labels.append({**_word(words, form), "x": 1, "y": 95, "xanchor": "right"})
    bare = narrow and not stand_in
    return labels, [] if bare else [notes.lead(start, to, mixture.added.kind.colour)]


def _lowered(
    mixture: Mixture, level: float, name: str, end: float, form: Form
) -> tuple[list[Spec], list[Spec]]:
    """Label what is pulled down, and the level below which it would be raised instead."""
    kind = MIXTURE if mixture.blocks else mixture.added.kind
    alone = f"{mixture.label} alone: {level:.0f} %"
    labels = [notes.label(alone, "", mixture.kind.colour, form, at=(1, level + 7), anchor="right")]
    if mixture.blocks:  # all lines start together, so the words stand clear of their bundle
        y = level - 28 if level > 60 else level + 22
        labels.append(notes.label(f"Thin: {name.lower()}", "", kind.colour, form, at=(0.01, y)))
    else:
        place: Spec = {"at": (1, end - 8), "anchor": "right"}
        labels.append(notes.label(name, "", kind.colour, form, **place))
    switch = switch_over(mixture)
    if switch is None:
        return labels, []
    y = 100 * switch[1]
    words = {**_word(f"Switch-over: {y:.0f} %", form), "x": 0.01, "y": y - 7, "xanchor": "left"}
    return [*labels, words], [notes.lead((ADDED.low, y), (ADDED.high, y), "@text")]


def _caution(mixture: Mixture, form: Form) -> tuple[list[Spec], list[Spec]]:
    """Return the view's caution as words in the right margin, and their rule.

    A phone has no margin: there it stands in the plot, where the lines leave room. On a projector
    the talk itself puts it into the margin.
    """
    if form.name == "scene":
        return [], []
    if form.name == "narrow":
        y = 78 if mixture.added is METABOLITE else 11
        at, anchor = ((0.01, y), "left") if mixture.blocks else ((1, y), "right")
        return [notes.label(_CAUTION_LOW, "", "@caution", form, at=at, anchor=anchor)], []
    high = 1 - 1.3 * form.label * (_CAUTION.count("<br>") + 1) / form.plot
    words = {
        **notes.label(_CAUTION, "", "@caution", form, end=0),
        "yref": "y domain",
        "y": 1,
        "yanchor": "top",
        "xshift": 24,
        "borderpad": 0,
    }
    rule = {
        "type": "line",
        "xref": "x domain",
        "yref": "y domain",
        "xsizemode": "pixel",
        "xanchor": 1,
        "x0": 14,
        "x1": 14,
        "y0": high,
        "y1": 1,
        "line": {"color": "@caution", "width": 4},
    }
    return [words], [rule]


def _word(text: str, form: Form) -> Spec:
    return {
        "text": text,
        "xref": "x domain",
        "yref": "y",
        "showarrow": False,
        "font": {"size": form.tick, "color": "@text"},
    }
