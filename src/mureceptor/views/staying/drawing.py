"""A row for each drug: how much of it is still held, and how far studies differ."""

from functools import lru_cache
from typing import Final

import numpy as np

from mureceptor.evidence import ligands
from mureceptor.marks.axes import PER_CENT_TICKS
from mureceptor.marks.forms import Form
from mureceptor.marks.labels import illustrative, title
from mureceptor.marks.marks import Band, Dot, Dots, Label, Mark, Place
from mureceptor.marks.panel import Axis, Panel, Plot
from mureceptor.marks.text import bold, plain
from mureceptor.views import stays
from mureceptor.views.phrases import whole
from mureceptor.views.staying.numbers import Held, Numbers
from mureceptor.views.staying.words import time_in_words, upper

_SHARE: Final = Axis(low=0, high=118, ticks=PER_CENT_TICKS)  # with room for a number at a bar
_FOOT, _HEAD = 0.3, 4.45  # ends of the y axis: the rows stand at 3, 2 and 1, the time above them
_TIME: Final = 4.1
_ROWS: Final = {drug: float(len(stays.DRUGS) - i) for i, drug in enumerate(stays.DRUGS)}
_WORDS: Final = 0.42  # how far above its row the words stand
_THICK: Final = 0.11  # half of a bar
_THICKER: Final = 0.2  # and of the range around its end
_BESIDE: Final = 1.5  # from a bar to its number
_LEAST: Final = 0.004  # [1] of a bar that can be seen: fewer than one receptor is not none


def draw(now: Numbers, form: Form) -> dict[str, Panel]:
    """Draw what each drug holds at the time of `now`, pale over all studies."""
    time = Dot(
        x=0,
        y=_TIME,
        text=bold(f"{upper(time_in_words(now.gone))} after it is gone from the dish"),
        text_size=1.1 * form.label,
    )
    plot = Plot(
        x=_SHARE,
        y=Axis(low=_FOOT, high=_HEAD, grid=False),
        marks=(
            *(mark for held in now.held for mark in _bar(held)),
            Dots(dots=(time, *(_number(held, form) for held in now.held))),
            *_words(form),
        ),
    )
    return {"main": Panel(form=form, plots=(plot,), readout="", x_name="Of 100 receptors")}


def _bar(held: Held) -> list[Mark]:
    """Return the range over all studies, pale, and on it the one that is told first."""
    y, ink = _ROWS[held.drug], stays.kind(held.drug).name
    parts = (
        (held.least, held.most, _THICKER, 0.3),
        (0.0, max(held.share, _LEAST), _THICK, 1.0),
    )
    return [
        Band(
            x=100 * np.array([left, right]),
            low=np.array([y - half, y - half]),
            high=np.array([y + half, y + half]),
            ink=ink,
            opacity=opacity,
            edged=False,
        )
        for left, right, half, opacity in parts
    ]


def _number(held: Held, form: Form) -> Dot:
    return Dot(
        x=100 * max(held.share, held.most) + _BESIDE,
        y=_ROWS[held.drug],
        text=bold(whole(held.share)),
        text_ink=stays.kind(held.drug).name,
        text_size=1.1 * form.label,
    )


@lru_cache(maxsize=8)
def _words(form: Form) -> tuple[Mark, ...]:
    """Return the words that do not move: a name for each bar, and when half of it is off."""
    names = [
        Label(
            text=bold(ligands()[drug].name.capitalize(), stays.kind(drug).name)
            + plain(f" half off after {time_in_words(stays.stay(drug))}"),
            place=Place(x=0, y=y + _WORDS),
            ink="text",
            size=form.label,
            ground=0.8,
        )
        for drug, y in _ROWS.items()
    ]
    return (title("Receptors still held, of 100", form, left=0), *names, illustrative(form))
