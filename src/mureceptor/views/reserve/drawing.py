"""One drug's two tops as two bars, and the same with the spare receptors the other way round."""

from typing import Final

import numpy as np

from mureceptor.marks.axes import PER_CENT_TICKS
from mureceptor.marks.forms import Form
from mureceptor.marks.labels import title
from mureceptor.marks.look import FULL, PARTIAL, Kind
from mureceptor.marks.marks import Dot, Dots, Label, Line, Mark, Place
from mureceptor.marks.panel import Axis, Panel, Plot
from mureceptor.marks.text import bold, plain
from mureceptor.views.phrases import whole
from mureceptor.views.reserve.numbers import Numbers
from mureceptor.views.reserve.words import spare, whichever

_HEIGHT: Final = (0.0, 7.2)  # ends of the y axis
_FINDING, _AS_SET, _TURNED = 6.7, 5.6, 2.6  # where the finding and the two headings stand
_PAIN, _BREATHING = 0.8, 1.7  # how far below its heading a bar stands
_LEFT: Final = {"narrow": 118, "wide": 150, "scene": 270}  # [px]
_RIGHT: Final = {"narrow": 72, "wide": 150, "scene": 360}  # [px] with room for a number
_NAMES: Final = ("Pain relief", "Slowed breathing")
_ROWS: Final = tuple(y - below for y in (_AS_SET, _TURNED) for below in (_PAIN, _BREATHING))


def draw(now: Numbers, form: Form) -> dict[str, Panel]:
    """Draw both tops as set, and below them both tops the other way round.

    The pair in which breathing is slowed further is thick, the other one thin.
    """
    kind = PARTIAL if now.state.push == "low" else FULL
    tops = (now.pain_top, now.breathing_top)
    marks: list[Mark] = []
    for y, (pain, breathing) in ((_AS_SET, tops), (_TURNED, tops[::-1])):
        told = breathing >= pain
        width = (4 if told else 1) * form.line
        marks += [
            _bar(pain, y - _PAIN, kind, width),
            _bar(breathing, y - _BREATHING, kind, width),
            _ends((pain, breathing), y, kind, form, told=told),
        ]
    left = _LEFT[form.name]
    plot = Plot(
        x=Axis(low=0, high=100, ticks=PER_CENT_TICKS),
        y=Axis(
            low=_HEIGHT[0],
            high=_HEIGHT[1],
            ticks=_ROWS,
            names=tuple(bold(name, "text") for name in 2 * _NAMES),
            grid=False,
        ),
        marks=(*marks, *_words(now, form), title("Ceiling of each effect, %", form, left=left)),
    )
    panel = Panel(
        form=form,
        plots=(plot,),
        left=left,
        right=_RIGHT[form.name],
        readout="",
        x_name="Ceiling of the effect, % of the largest possible",
    )
    return {"main": panel}


def _bar(top: float, y: float, kind: Kind, width: float) -> Line:
    return Line(x=np.array([0, 100 * top]), y=np.array([y, y]), ink=kind.name, width=width)


def _ends(tops: tuple[float, float], y: float, kind: Kind, form: Form, *, told: bool) -> Dots:
    """Return a marker with its number at the end of the bar of pain relief and of breathing."""
    weight = bold if told else plain
    dots = (
        Dot(
            x=100 * top,
            y=y - below,
            size=(1 if told else 0.7) * form.marker,
            symbol=kind.symbol,
            fill=kind.name,
            stroke="bg",
            stroke_width=2 * form.line / 3,
            text=weight(f" {whole(top)} %"),
            side="middle right",
            text_ink=kind.name,
            text_size=form.label,
        )
        for top, below in zip(tops, (_PAIN, _BREATHING), strict=True)
    )
    return Dots(dots=tuple(dots))


def _words(now: Numbers, form: Form) -> list[Label]:
    """Return the finding, and above each pair of bars where the spare receptors are."""
    said = (
        (_FINDING, bold(whichever(now)), form.label),
        (_AS_SET, plain(spare(now.state.amplification)), form.tick),
        (_TURNED, plain("Or the other way round"), form.tick),
    )
    left = (-_LEFT[form.name], 0)
    return [
        Label(text=text, place=Place(x=0, y=y, shift=left), ink="text", size=size, ground=0, pad=1)
        for y, text, size in said
    ]
