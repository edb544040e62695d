"""Receptors still taken once a drug is gone, and half-times on receptors, in blood."""

from functools import lru_cache
from typing import Final

import numpy as np

from mureceptor.evidence import ligands
from mureceptor.marks import notes, parts
from mureceptor.marks.forms import Form, Spec
from mureceptor.views import stays
from mureceptor.views.staying.state import GONE, Staying

_TIME: Final = np.geomspace(GONE.low, GONE.high, 161)
_TICKS: Final = ((1 / 60, "1 s"), (1 / 6, "10 s"), (1, "1 min"), (10, "10 min"), (60, "1 h"))
_LATE: Final = ((600, "10 h"), (1440, "1 day"))


def draw(state: Staying, form: Form) -> dict[str, Spec]:
    """Draw the share still taken (`main`) and the half-times on receptors and in blood."""
    still = _still(form)
    dots = [
        parts.Dot(state.gone, 100 * float(stays.left(state.gone, stays.stay(d))), stays.kind(d))
        for d in stays.DRUGS
    ]
    main = {**still, "data": [*still["data"], parts.dragged(dots, form)]}
    return {"main": main, "beside": _halves(form)}


@lru_cache(maxsize=8)
def _still(form: Form) -> Spec:
    data = []
    for drug in stays.DRUGS:
        low, high = (100 * stays.left(_TIME, half) for half in stays.stay_range(drug))
        data += parts.band(_TIME, low, high, stays.kind(drug), 0.12, edge=True)
    data += [
        parts.curve(
            _TIME,
            100 * stays.left(_TIME, stays.stay(drug)),
            stays.kind(drug),
            name=ligands()[drug].name.capitalize(),
            width=form.line,
        )
        for drug in stays.DRUGS
    ]
    return {
        "data": data,
        "layout": parts.layout(
            form,
            _axis(_TICKS + _LATE[:1], GONE.low, GONE.high),
            parts.per_cent_axis(),
            [
                notes.title("Receptors still taken, of 100", form),
                *_labels(form),
            ],
        ),
    }


def _axis(ticks: tuple[tuple[float, str], ...], low: float, high: float) -> Spec:
    return {
        "type": "log",
        "range": [np.log10(low), np.log10(high)],
        "tickvals": [minutes for minutes, _ in ticks],
        "ticktext": [words for _, words in ticks],
    }


def _labels(form: Form) -> list[Spec]:
    narrow = form.name == "narrow"
    low, high = stays.stay_range("buprenorphine")
    band = "band: studies<br>differ"
    if not narrow:
        band += f",<br>half off after<br>{low:.0f} to {high:.0f} min"
    # At the top: below, buprenorphine's line runs to the corner.
    caveat = {**notes.illustrative(form), "y": 1, "yanchor": "top", "yshift": -2}
    labels = [
        notes.label(ligands()[drug].name.capitalize(), note, stays.kind(drug).colour, form, at=at)
        for drug, note, at in (
            ("naloxone", "", (0.02, 30)),
            ("fentanyl", "", (0.46, 25)),
            (
                "buprenorphine",
                f'<span style="color:@text">{band}</span>',
                (0.72, 86) if narrow else (0.82, 74),
            ),
        )
    ]
    labels[1] |= {"xanchor": "center", "align": "center"}
    return [*({**label, "bgcolor": "@bg/0"} for label in labels), caveat]


# --- Half-times ---------------------------------------------------------------------------------


@lru_cache(maxsize=8)
def _halves(form: Form) -> Spec:
    """Draw each study's half-time: on the receptor above, in the blood below, drug by drug."""
    rows = [
        (row, len(stays.DRUGS) - i - 0.44 * (quantity == "half-life"))
        for i, drug in enumerate(stays.DRUGS)
        for quantity in ("stay", "half-life")
        for row in stays.studies(drug, quantity)
    ]
    spans = [stays.minutes(row) for row, _ in rows]
    middle = [low if value is None else value for value, low, _ in spans]
    colours = [stays.kind(row.ligand).colour for row, _ in rows]
    bare = [value is None for value, _, _ in spans]  # only a range: no marker inside it
    points = {
        "type": "scatter",
        "mode": "markers",
        "x": middle,
        "y": [y for _, y in rows],
        "marker": {
            "symbol": [stays.kind(row.ligand).symbol for row, _ in rows],
            "size": 0.7 * form.marker,
            "color": [
                "@bg/0" if none else "@bg" if row.secondary else colour
                for (row, _), none, colour in zip(rows, bare, colours, strict=True)
            ],
            "line": {
                "color": ["@bg/0" if n else c for n, c in zip(bare, colours, strict=True)],
                "width": 2 * form.line / 3,
            },
            "opacity": 1,
        },
        "error_x": {
            "type": "data",
            "symmetric": False,
            "array": [high - at for (_, _, high), at in zip(spans, middle, strict=True)],
            "arrayminus": [at - low for (_, low, _), at in zip(spans, middle, strict=True)],
            "color": "@text",
            "thickness": 1.5 * form.line / 3,
            "width": 0,
        },
        "hoverinfo": "skip",
    }
    words = [
        {
            **notes.label(text, "", "@text", form, at=(0, y + 0.2)),
            "bgcolor": "@bg/0",
            "font": {"size": form.tick, "color": "@text"},
            "text": text,
        }
        for text, y in _rows()
    ]
    layout = parts.layout(
        form,
        _axis((_TICKS[1], *_TICKS[2:], _LATE[1]), 0.05, 6000),
        {"range": [0.3, 3.5], "tickvals": []},
        [notes.title("Half of it is gone after", form, left=False), *words],
        hovermode=False,
        dragmode=False,
    )
    layout["margin"] = {**layout["margin"], "l": 0, "r": 0}
    return {"data": [points], "layout": layout}


def _rows() -> list[tuple[str, float]]:
    """Return the words over each line of the half-times, and where they stand."""
    rows: list[tuple[str, float]] = []
    for i, drug in enumerate(stays.DRUGS):
        y = len(stays.DRUGS) - i
        name = f'<b style="color:{stays.kind(drug).colour}">{ligands()[drug].name.capitalize()}</b>'
        rows.append((f"{name}, receptor: {_systems(drug, 'stay')}", y))
        rows.append((f"blood: {_systems(drug, 'half-life')}", y - 0.44))
    return [*rows, ("hollow: secondary source", 0.24)]


def _systems(drug: str, quantity: str) -> str:
    return ", ".join(dict.fromkeys(row.system for row in stays.studies(drug, quantity)))
