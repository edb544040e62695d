"""A row for each drug: until when half of it has let go, and how much of it is still held."""

from functools import lru_cache
from typing import Final

import numpy as np

from mureceptor.evidence import ligands
from mureceptor.marks.forms import Form
from mureceptor.marks.labels import illustrative, title
from mureceptor.marks.look import ANY
from mureceptor.marks.marks import Dot, Dots, Label, Line, Mark, Place
from mureceptor.marks.panel import Axis, Panel, Plot
from mureceptor.marks.text import bold, plain
from mureceptor.views import stays
from mureceptor.views.phrases import whole
from mureceptor.views.staying.numbers import Numbers
from mureceptor.views.staying.state import GONE
from mureceptor.views.staying.words import time_in_words

_TICKS: Final = {
    1 / 60: "1 s",
    1 / 6: "10 s",
    1: "1 min",
    10: "10 min",
    60: "1 h",
    600: "10 h",
}
_TIME: Final = Axis(
    low=GONE.low,
    high=GONE.high,
    log=True,
    ticks=tuple(_TICKS),
    names=tuple(map(plain, _TICKS.values())),
)
_FOOT, _HEAD = 0.3, 3.75  # ends of the y axis: the rows stand at 3, 2 and 1
_ROWS: Final = {drug: float(len(stays.DRUGS) - i) for i, drug in enumerate(stays.DRUGS)}
_WORDS: Final = 0.42  # how far above its row the words stand


def draw(now: Numbers, form: Form) -> dict[str, Panel]:
    """Draw the rows, and a guide at the time of `now` with what is held then."""
    guide = Dot(
        x=now.gone,
        y=_HEAD,
        size=0.7 * form.marker,
        symbol=ANY.symbol,
        fill=ANY.name,
        down=_HEAD - _FOOT,
    )
    still = [
        Dot(
            x=GONE.high,
            y=_ROWS[held.drug] + _WORDS,
            text=bold(f" {whole(held.share)} "),
            side="middle left" if form.name == "narrow" else "middle right",
            text_ink=stays.kind(held.drug).name,
            text_size=form.label,
        )
        for held in now.held
    ]
    plot = Plot(
        x=_TIME,
        y=Axis(low=_FOOT, high=_HEAD),
        marks=(
            *_rows(form),
            Dots(dots=(guide,), whisker=1.25 * form.line / 3),
            Dots(dots=tuple(still)),
            illustrative(form),
        ),
    )
    return {"main": Panel(form=form, plots=(plot,), readout="")}


@lru_cache(maxsize=8)
def _rows(form: Form) -> tuple[Mark, ...]:
    """Return what does not move: a bar until half has let go, each study, and the words."""
    marks: list[Mark] = []
    for drug, y in _ROWS.items():
        half, ink = stays.stay(drug), stays.kind(drug).name
        ends, level = np.array([GONE.low, half]), np.array([y, y])
        name = ligands()[drug].name.capitalize()
        words = bold(name, ink) + plain(
            f" half off after {time_in_words(half)}{_across(drug, form)}"
        )
        marks += [
            Line(x=ends, y=level, ink=ink, width=3 * form.line),
            _studies(drug, y, form),
            Label(
                text=words, place=Place(x=0, y=y + _WORDS), ink="text", size=form.label, ground=0.8
            ),
        ]
    heading = "Time until half has let go. Right: of 100, still held"
    return (*marks, title(heading, form, left=0))


def _across(drug: str, form: Form) -> str:
    """Say how far studies differ, where there are several and the row has room for it."""
    if form.name == "narrow" or len(stays.studies(drug, "stay")) == 1:
        return ""
    low, high = stays.stay_range(drug)
    return f" ({low:g} to {high:g} across studies)"


def _studies(drug: str, y: float, form: Form) -> Dots:
    """Return a marker for each study, the one that is drawn first larger; hollow: secondary."""
    kind = stays.kind(drug)
    dots = []
    for i, row in enumerate(stays.studies(drug, "stay")):
        value, low, high = stays.minutes(row)
        middle = low if value is None else value
        dots.append(
            Dot(
                x=middle,
                y=y,
                size=form.marker * (0.6 if i else 1),
                symbol=kind.symbol,
                fill="bg" if row.secondary else kind.name,
                stroke=kind.name if row.secondary else "bg",
                stroke_width=2 * form.line / 3,
                left=middle - low,
                right=high - middle,
            )
        )
    return Dots(dots=tuple(reversed(dots)), whisker=1.5 * form.line / 3)
