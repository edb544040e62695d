"""Real drugs by grip and push, and a made-up one that can be dragged among them."""

from collections.abc import Sequence
from functools import cache

import numpy as np

from mureceptor.marks import notes, parts
from mureceptor.marks.forms import Form, Spec
from mureceptor.marks.look import ANY
from mureceptor.views.drugmap.numbers import START, TESTS, Measured, Numbers, measured, numbers_of
from mureceptor.views.drugmap.state import GRIP, TOP, Drugmap

_X = (1e-5, 1e3)  # [amount needed at the start] the axis of the effect curve
_MADE_UP = "made-up drug"


def draw(now: Numbers, form: Form) -> dict[str, Spec]:
    """Draw the map (`main`) and the made-up drug's effect curve (`beside`)."""
    return {"main": _map(now.state, form), "beside": _curve(now, form)}


# --- The map --------------------------------------------------------------------------------------


def _map(state: Drugmap, form: Form) -> Spec:
    own = {
        "type": "scatter",
        "mode": "markers+text",
        "x": [state.grip],
        "y": [state.push],
        "text": [f"<b>{_MADE_UP.split()[0] if form.name == 'narrow' else _MADE_UP}</b>"],
        "textposition": [_side(state, form)],
        "textfont": {"size": form.label, "color": "@text"},
        "marker": {
            "symbol": ANY.symbol,
            "size": form.marker,
            "color": ANY.colour,
            "line": {"color": "@bg", "width": form.line},
            "opacity": 1,
        },
        "hoverinfo": "skip",
        "cliponaxis": False,
    }
    drugs, labels, shapes = _real(form.name, form)
    spec = parts.layout(
        form,
        parts.amount_axis(GRIP.low, GRIP.high),
        {**parts.per_cent_axis(), "range": [TOP.low, TOP.high]},
        [notes.title("Push: the largest effect in a test, %", form), *labels],
        shapes=shapes,
        dragmode=False,
    )
    spec["hovermode"] = "closest"
    return {"data": [*drugs, own], "layout": spec}


def _side(state: Drugmap, form: Form) -> str:
    """Return where the made-up drug's name stands: above or below the levels of the real ones."""
    narrow = form.name == "narrow"
    if state == START and not narrow:
        return "middle right"
    across = "center" if narrow else "left" if state.grip > GRIP.high / 6 else "right"
    return f"{'bottom' if state.push > 95 else 'top'} {across}"


@cache
def _real(_name: str, form: Form) -> tuple[list[Spec], list[Spec], list[Spec]]:
    """Return what never moves: lines, labels and spreads of the real drugs, and the notes."""
    # A point first: a page is ready when its first trace has an area, which a level line has not.
    marks = sorted(measured(), key=lambda mark: mark.point is None)
    labels = [_label(mark, form) for mark in marks]
    spreads = [_spread(mark) for mark in marks if mark.low < mark.high]
    return [_mark(mark, form) for mark in marks], [*labels, *_notes(form)], spreads


def _mark(mark: Measured, form: Form) -> Spec:
    """Return a marker where one grip was printed, else a line over the band of grips."""
    grip = "one value" if mark.point else f"{mark.grip[0]:g} to {mark.grip[1]:g} nM"
    words = f"{mark.name}, {mark.where}: {mark.top:.0f} %, grip {grip} ({mark.laboratory})"
    return {
        **parts.curve(
            list(mark.grip), [mark.top] * 2, mark.kind, name=words.split(":")[0], width=form.line
        ),
        "mode": "markers" if mark.point else "lines",
        "marker": {"symbol": mark.kind.symbol, "size": 0.7 * form.marker, "opacity": 1},
        "hovertemplate": words + "<extra></extra>",
        "cliponaxis": False,
    }


def _spread(mark: Measured) -> Spec:
    """Return one standard error to both sides, over the band of grips."""
    low, high = mark.grip
    return {
        "type": "rect",
        "x0": low / 1.03,
        "x1": high * 1.03,
        "y0": mark.low,
        "y1": mark.high,
        "fillcolor": f"{mark.kind.colour}/0.12",
        "line": {"width": 0},
        "layer": "below",
    }


def _label(mark: Measured, form: Form) -> Spec:
    where = f" {mark.where}" if mark.where == "in people" else ""
    note = "tight grip, half the effect on breathing" if mark.name == "Buprenorphine" else ""
    label = notes.label(mark.name + where, note, mark.kind.colour, form)
    band, narrow = mark.grip, form.name == "narrow"
    if band[1] > 1 and not (narrow and where):  # on a phone the longer ones find no room there
        return {**label, "x": _share(band[1]), "y": mark.top, "xshift": 6, "bgcolor": "@bg/0"}
    # Else below its line, at the end that is nearer to an edge; a point's stands above it. On a
    # phone the short line's ends where the band beside it begins.
    weak = band[1] > 1
    right_end = weak or (narrow and mark.where == "in cells" and not mark.point)
    above = mark.point is not None
    return {
        **label,
        "x": _share(band[1] if right_end else band[0]),
        "y": mark.top,
        "xanchor": "right" if right_end else "left",
        "yanchor": "bottom" if above else "top",
        "yshift": 2 if above else -1,
        "bgcolor": "@bg/0",
    }


def _share(grip: float) -> float:
    """Return where a grip lies on the axis, from 0 to 1."""
    return float(np.log(grip / GRIP.low) / np.log(GRIP.high / GRIP.low))


def _notes(form: Form) -> list[Spec]:
    narrow = form.name == "narrow"
    kinds = [f"{where[0].upper()}{where[1:]}: {what}" for where, what in TESTS.values()]
    about = (". " if narrow else "<br>").join(kinds)
    about += (
        "<br>Their per cents do not compare" if narrow else "<br>Their per cents<br>do not compare"
    )
    ends: Sequence[tuple[float, str, str]] = (
        (0, "\u2190 tighter grip", "left"),
        (1, "weaker grip \u2192", "right"),
    )
    plain = {"color": "@muted", "size": form.tick}
    standing = [
        {**notes.label(words, "", "@muted", form, at=(x, 5), anchor=anchor), "text": words}
        for x, words, anchor in ends
    ]
    label = (
        notes.label("", "", "@muted", form, at=(1.0, 20), anchor="right")
        if narrow
        else notes.label("", "", "@muted", form, end=24)
    )
    return [{**note, "font": plain} for note in (*standing, {**label, "text": about})]


# --- The curve ------------------------------------------------------------------------------------


def _curve(now: Numbers, form: Form) -> Spec:
    state, amount, first = now.state, now.needed, numbers_of(START)
    half = now.top / 2 if amount else np.nan
    thin = 1.75 * form.line / 3
    own = parts.curve(now.amounts, 100 * now.effects, ANY, name="Made-up drug", width=form.line)
    start = parts.curve(first.amounts, 100 * first.effects, ANY, name="At the start", width=thin)
    start["line"] = {**start["line"], "color": "@line"}
    apart = abs(state.push - START.push) > 150 * form.label / form.plot
    marker = parts.dragged((parts.Dot(amount or 1, half, ANY),), form, words="half its top")
    # On the side away from the curve at the start, as long as there is room.
    away = "middle left" if amount and 1e-3 < amount < 1 else "middle right"
    marker["textposition"] = [away] * len(marker["x"])
    tops = {
        "type": "scatter",
        "mode": "text",
        "x": [_X[1]] * 2,
        "y": [now.top, START.push],
        "text": [f" <b>top {now.top:g} %</b>", " at the start" if apart else ""],
        "textposition": "middle right",
        "textfont": {"size": [form.label, form.tick], "color": ["@text", "@muted"]},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }
    ticks = {1e-3: "\u00f71,000", 1: "start", 1e3: "\u00d71,000"}
    spec = parts.layout(
        form,
        {
            "type": "log",
            "range": [float(np.log10(end)) for end in _X],
            "tickvals": list(ticks),
            "ticktext": list(ticks.values()),
        },
        parts.per_cent_axis(),
        [notes.title(f"The {_MADE_UP}\u2019s effect, %, by amount", form)],
        dragmode=False,
    )
    spec["margin"] = {**spec["margin"], "r": round(6 * form.label)}
    spec["hovermode"] = False
    return {"data": [start, own, marker, tops], "layout": spec}
