"""Chapter 3: real drugs by grip and push, and a made-up one that can be dragged among them."""

from collections.abc import Sequence
from functools import cache

import numpy as np

from mureceptor.drugmap import START, TESTS, Measured, efficacy, measured, needed
from mureceptor.figures import parts
from mureceptor.figures.forms import Form
from mureceptor.figures.parts import Spec
from mureceptor.look import ANY
from mureceptor.model.activation import effect
from mureceptor.parameters import GRIP
from mureceptor.states import Own

_X = (1e-5, 1e3)  # [amount needed at the start] the axis of the effect curve
_AMOUNTS = np.geomspace(1e-7, 1e6, 261)  # [grip of the drug drawn] from end to end for every grip
_MADE_UP = "made-up drug"


def draw(state: Own, form: Form) -> dict[str, Spec]:
    """Draw the map (`main`) and the made-up drug's effect curve (`beside`)."""
    return {"main": _map(state, form), "beside": _curve(state, form)}


# --- The map --------------------------------------------------------------------------------------


def _map(state: Own, form: Form) -> Spec:
    below = form.name == "narrow"
    own = {
        "type": "scatter",
        "mode": "markers+text",
        "x": [state.grip],
        "y": [state.push],
        "text": [f"<b>{_MADE_UP}</b>"],
        "textposition": "bottom center" if below else "middle right",
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
        parts.per_cent_axis(),
        [parts.title("Push: the largest effect in a test, %", form), *labels],
        shapes=shapes,
        dragmode=False,
    )
    spec["hovermode"] = "closest"
    return {"data": [*drugs, own], "layout": spec}


@cache
def _real(_name: str, form: Form) -> tuple[list[Spec], list[Spec], list[Spec]]:
    """Return what never moves: lines, labels and spreads of the real drugs, and the notes."""
    marks = measured()
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
    narrow = form.name == "narrow"
    where = f" {mark.where}" if mark.where == "in people" else ""
    note = "tight grip, half the effect" if mark.name == "Buprenorphine" else ""
    weak = mark.grip[1] > 1
    share = _share(mark.grip[1] if weak else mark.grip[0])
    anchor = "right" if weak and narrow else "left"
    label = parts.label(
        mark.name + where, note, mark.kind.colour, form, at=(share, mark.top), anchor=anchor
    )
    if weak and not narrow:
        return {**label, "xshift": 6}
    # Above its line, but below where another label or the axis title stands above.
    under = mark.name in ("Buprenorphine", "Levorphanol") or mark.top == 100
    gap = 2 + (0.35 * form.marker if mark.point else 0)
    placed = {"yanchor": "top" if under else "bottom", "yshift": -gap if under else gap}
    return {**label, **placed, "bgcolor": "@bg/0"}


def _share(grip: float) -> float:
    """Return where a grip lies on the axis, from 0 to 1."""
    return float(np.log(grip / GRIP.low) / np.log(GRIP.high / GRIP.low))


def _notes(form: Form) -> list[Spec]:
    kinds = "<br>".join(f"{where[0].upper()}{where[1:]}: {what}" for where, what in TESTS.values())
    warning = "Per cents of two tests<br>do not compare one to one"
    ends: Sequence[tuple[float, str, str]] = (
        (0, "\u2190 tighter grip", "left"),
        (1, "weaker grip \u2192", "right"),
    )
    plain = {"color": "@muted", "size": form.tick}
    notes = [
        {**parts.label(words, "", "@muted", form, at=(x, 5), anchor=anchor), "text": words}
        for x, words, anchor in ends
    ]
    corner = {"at": (1.0, 24), "anchor": "right"} if form.name == "narrow" else {"end": 24}
    about = parts.label(kinds, warning, "@muted", form, **corner)
    about["text"] = f"{kinds}<br>{warning}"
    return [{**note, "font": plain} for note in (*notes, about)]


# --- The curve ------------------------------------------------------------------------------------


def _scaled(grip: float) -> float:
    """Return a grip in units of the amount needed at the start."""
    return grip / START.grip * (1 + efficacy(START))


def _curve(state: Own, form: Form) -> Spec:
    amount = needed(state)
    half = state.push / 2 if amount else np.nan
    top_words = f"<b>top {state.push:.0f} %</b>" if amount else "<b>no effect</b>"
    own = parts.curve(
        _scaled(state.grip) * _AMOUNTS,
        100 * effect(_AMOUNTS, 1.0, efficacy(state)),
        ANY,
        name="Made-up drug",
        width=form.line,
    )
    start = {
        **parts.curve(
            _scaled(START.grip) * _AMOUNTS,
            100 * effect(_AMOUNTS, 1.0, efficacy(START)),
            ANY,
            name="At the start",
            width=1.75 * form.line / 3,
        ),
    }
    start["line"] = {**start["line"], "color": "@line"}
    marker = parts.dragged((parts.Dot(amount or 1, half, ANY),), form, words="half its top")
    top = {
        "type": "scatter",
        "mode": "text",
        "x": [_X[1]],
        "y": [state.push],
        "text": [top_words],
        "textposition": "bottom left" if state.push > 15 else "top left",
        "textfont": {"size": form.label, "color": "@text"},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }
    ticks = {1e-4: "\u00f710,000", 1e-2: "\u00f7100", 1: "start", 1e2: "\u00d7100"}
    spec = parts.layout(
        form,
        {
            "type": "log",
            "range": [float(np.log10(end)) for end in _X],
            "tickvals": list(ticks),
            "ticktext": list(ticks.values()),
        },
        parts.per_cent_axis(),
        [parts.title("Its effect, %, against the amount needed at the start", form)],
        dragmode=False,
    )
    spec["margin"] = {**spec["margin"], "r": 0}
    spec["hovermode"] = False
    return {"data": [start, own, marker, top], "layout": spec}
