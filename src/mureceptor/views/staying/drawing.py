"""A row for each drug: how many receptors it still holds, and how far studies differ."""

from typing import Final

import numpy as np

from mureceptor.evidence import ligands
from mureceptor.marks.axes import PER_CENT_TICKS
from mureceptor.marks.forms import Form
from mureceptor.marks.labels import illustrative, title
from mureceptor.marks.marks import Band, Dot, Dots, Mark
from mureceptor.marks.panel import Axis, Panel, Plot
from mureceptor.marks.text import bold, plain
from mureceptor.views import stays
from mureceptor.views.phrases import count
from mureceptor.views.staying.numbers import Held, Numbers
from mureceptor.views.staying.words import time_in_words, upper

_SHARE: Final = Axis(low=0, high=100, ticks=PER_CENT_TICKS)
_FOOT, _HEAD = 0.3, 4.45  # ends of the y axis: the rows stand at 3, 2 and 1, the time above them
_TIME: Final = 4.1
_ROWS: Final = {drug: float(len(stays.DRUGS) - i) for i, drug in enumerate(stays.DRUGS)}
_WORDS: Final = 0.42  # how far above its row the words stand
_THICK: Final = 0.11  # half of a bar
_THICKER: Final = 0.2  # and of the range around its end
_LEAST: Final = 0.004  # [1] of a bar that can be seen: fewer than one receptor is not none


def draw(now: Numbers, form: Form) -> dict[str, Panel]:
    """Draw what each drug holds at the time of `now`, pale over all studies."""
    time = Dot(
        x=0,
        y=_TIME,
        text=bold(f"{upper(time_in_words(now.gone))} after the drug is gone, in a dish"),
        text_size=1.1 * form.label,
    )
    left = round(0.3 * form.tick)  # half of the 0 below the plot
    plot = Plot(
        x=_SHARE,
        y=Axis(low=_FOOT, high=_HEAD, grid=False),
        marks=(
            *(mark for held in now.held for mark in _bar(held)),
            Dots(dots=(time, *(_holds(held, form) for held in now.held))),
            title("Receptors still held, of 100", form, left=left),
            illustrative(form),
        ),
    )
    return {
        "main": Panel(form=form, plots=(plot,), left=left, readout="", x_name="Of 100 receptors")
    }


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


def _holds(held: Held, form: Form) -> Dot:
    """Return a drug's name over its bar, and how many receptors it holds."""
    return Dot(
        x=0,
        y=_ROWS[held.drug] + _WORDS,
        text=bold(ligands()[held.drug].name.capitalize(), stays.kind(held.drug).name)
        + plain(f" still holds {count(held.share)}"),
        text_size=1.1 * form.label,
    )
