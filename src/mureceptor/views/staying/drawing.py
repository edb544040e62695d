"""Receptors still taken once a drug is gone, and half-times on receptors, in blood."""

from dataclasses import replace
from functools import lru_cache
from typing import Final

import numpy as np

from mureceptor.evidence import ligands
from mureceptor.marks.axes import per_cent_axis
from mureceptor.marks.curves import curve, dot, dragged
from mureceptor.marks.forms import Form
from mureceptor.marks.labels import illustrative, title
from mureceptor.marks.marks import Band, Dot, Dots, Label, Mark, Place
from mureceptor.marks.panel import Axis, Panel, Plot
from mureceptor.marks.text import Text, bold, plain
from mureceptor.views import stays
from mureceptor.views.staying.state import GONE, Staying

_TIME: Final = np.geomspace(GONE.low, GONE.high, 161)
_TICKS: Final = ((1 / 60, "1 s"), (1 / 6, "10 s"), (1, "1 min"), (10, "10 min"), (60, "1 h"))
_LATE: Final = ((600, "10 h"), (1440, "1 day"))
_ROOMY: Final = {
    "naloxone": Place(x=0.02, y=30),
    "fentanyl": Place(x=0.46, y=25, anchor="center"),
    "buprenorphine": Place(x=0.82, y=74),
}
_PLACES: Final = {
    "narrow": _ROOMY | {"buprenorphine": Place(x=0.72, y=86)},
    "wide": _ROOMY,
    "scene": _ROOMY,
}


def draw(state: Staying, form: Form) -> dict[str, Panel]:
    """Draw the share still taken (`main`) and the half-times on receptors and in blood."""
    dots = [
        dot(state.gone, 100 * float(stays.left(state.gone, stays.stay(d))), stays.kind(d), form)
        for d in stays.DRUGS
    ]
    plot = Plot(
        x=_axis(_TICKS + _LATE[:1], GONE.low, GONE.high),
        y=per_cent_axis(),
        marks=(*_still(form), dragged(dots, form)),
    )
    return {"main": Panel(form=form, plots=(plot,)), "beside": _halves(form)}


@lru_cache(maxsize=8)
def _still(form: Form) -> tuple[Mark, ...]:
    """Return what does not move: all but the markers."""
    marks: list[Mark] = []
    for drug in stays.DRUGS:
        low, high = (100 * stays.left(_TIME, half) for half in stays.stay_range(drug))
        ink = stays.kind(drug).name
        marks.append(Band(x=_TIME, low=low, high=high, ink=ink, opacity=0.12, edged=True))
    for drug in stays.DRUGS:
        still = 100 * stays.left(_TIME, stays.stay(drug))
        marks.append(curve(_TIME, still, stays.kind(drug), name=_name(drug), width=form.line))
    return (*marks, title("Receptors still taken, of 100", form), *_labels(form))


def _name(drug: str) -> str:
    return ligands()[drug].name.capitalize()


def _axis(ticks: tuple[tuple[float, str], ...], low: float, high: float) -> Axis:
    return Axis(
        low=low,
        high=high,
        log=True,
        ticks=tuple(minutes for minutes, _ in ticks),
        names=tuple(plain(words) for _, words in ticks),
    )


def _labels(form: Form) -> list[Label]:
    low, high = stays.stay_range("buprenorphine")
    notes = {
        "narrow": "\nband: studies\ndiffer",
        "wide": f"\nband: studies\ndiffer,\nhalf off after\n{low:.0f} to {high:.0f} min",
    }
    band = notes["narrow" if form.name == "narrow" else "wide"]
    # At the top: below, buprenorphine's line runs to the corner.
    caveat = illustrative(form)
    up = replace(caveat.place, y=1, stand="top", shift=(0, -2))
    return [
        *(
            Label(
                text=bold(_name(drug)) + (plain(band, "text") if drug == "buprenorphine" else ()),
                place=place,
                ink=stays.kind(drug).name,
                size=form.label,
                ground=0,
            )
            for drug, place in _PLACES[form.name].items()
        ),
        replace(caveat, place=up),
    ]


# --- Half-times ---------------------------------------------------------------------------------


@lru_cache(maxsize=8)
def _halves(form: Form) -> Panel:
    """Draw each study's half-time: on the receptor above, in the blood below, drug by drug."""
    dots = []
    for i, drug in enumerate(stays.DRUGS):
        ink = stays.kind(drug).name
        for quantity in ("stay", "half-life"):
            for row in stays.studies(drug, quantity):
                value, low, high = stays.minutes(row)
                middle = low if value is None else value
                bare = value is None  # only a range: no marker inside it
                dots.append(
                    Dot(
                        x=middle,
                        y=len(stays.DRUGS) - i - 0.44 * (quantity == "half-life"),
                        size=0.7 * form.marker,
                        symbol=stays.kind(drug).symbol,
                        fill=None if bare else "bg" if row.secondary else ink,
                        stroke=None if bare else ink,
                        stroke_width=2 * form.line / 3,
                        left=middle - low,
                        right=high - middle,
                    )
                )
    words = [
        Label(text=text, place=Place(x=0, y=y + 0.2), ink="text", size=form.tick, ground=0)
        for text, y in _rows()
    ]
    plot = Plot(
        x=_axis((_TICKS[1], *_TICKS[2:], _LATE[1]), 0.05, 6000),
        y=Axis(low=0.3, high=3.5),
        marks=(
            Dots(dots=tuple(dots), whisker=1.5 * form.line / 3, clipped=True),
            title("Half of it is gone after", form, left=0),
            *words,
        ),
    )
    return Panel(form=form, plots=(plot,), left=0, right=0, readout="", zoom=False)


def _rows() -> list[tuple[Text, float]]:
    """Return the words over each line of the half-times, and where they stand."""
    rows: list[tuple[Text, float]] = []
    for i, drug in enumerate(stays.DRUGS):
        y = len(stays.DRUGS) - i
        name = bold(_name(drug), stays.kind(drug).name)
        rows.append((name + plain(f", receptor: {_systems(drug, 'stay')}"), y))
        rows.append((plain(f"blood: {_systems(drug, 'half-life')}"), y - 0.44))
    return [*rows, (plain("hollow: secondary source"), 0.24)]


def _systems(drug: str, quantity: str) -> str:
    return ", ".join(dict.fromkeys(row.system for row in stays.studies(drug, quantity)))
