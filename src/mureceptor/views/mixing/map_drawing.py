"""The effect of a mixture against both amounts, as a map beside the curve."""

from functools import lru_cache
from typing import Final

import numpy as np

from mureceptor.marks import notes, parts
from mureceptor.marks.forms import Form, Spec
from mureceptor.marks.look import MIXTURE
from mureceptor.views.mixing.numbers import Mixture, switch_over, together
from mureceptor.views.mixing.state import ADDED, THERE, Mixing

_X: Final = np.geomspace(ADDED.low, ADDED.high, 41)
_Y: Final = np.geomspace(THERE.low, THERE.high, 41)
_EDGE: Final = 0.1  # [decades] left free, so that the marker is whole at the map's edge


def draw(mixture: Mixture, state: Mixing, form: Form) -> Spec:
    """Draw the map with a marker at the present amounts and guides to both axes.

    What moves is a trace of its own, so Plotly draws the surface once and not at every step.
    """
    ground = _ground(mixture, form)
    x, y = state.added, state.there
    guides_and_marker = {
        "type": "scatter",
        "mode": "lines+markers",
        "x": [x, x, ADDED.low],
        "y": [THERE.low, y, y],
        "line": {"color": "@text", "width": 1.25 * form.line / 3, "simplify": False},
        "marker": {
            "symbol": MIXTURE.symbol,
            "size": [0, form.marker, 0],
            "color": MIXTURE.colour,
            "line": {"color": "@bg", "width": [0, form.line, 0]},
            "opacity": 1,
        },
        "hoverinfo": "skip",
        "cliponaxis": False,
    }
    return {**ground, "data": [*ground["data"], guides_and_marker]}


@lru_cache(maxsize=64)
def _ground(mixture: Mixture, form: Form) -> Spec:
    surface = {
        "type": "contour",
        "x": np.tile(_X, _Y.size),
        "y": np.repeat(_Y, _X.size),
        "z": together(mixture, _X, _Y[:, None]).ravel(),
        "zmin": 0,
        "zmax": 2,  # so that the ink stops half way, and words stay legible on it
        "colorscale": [[0, "@bg"], [1, "@mixture"]],
        "showscale": False,
        "contours": {
            "start": 0.1,
            "end": 0.9,
            "size": 0.1,
            "coloring": "heatmap",
            "showlabels": True,
            "labelformat": ".0%",
            "labelfont": {"size": 13 * form.tick / 15, "color": "@text"},
        },
        "line": {"width": 1, "color": "@text/0.4"},
        "hovertemplate": "%{z:.0%}<extra></extra>",
    }
    names = [
        _word(f"\u2191 {mixture.name}", mixture.kind.colour, form, 0.03, 0.93),
        _word(f"\u2192 {mixture.added.name}", mixture.added.kind.colour, form, 0.97, 0.08),
    ]
    names[1]["xanchor"] = "right"
    line, words = _switch(mixture, form)
    layout = parts.layout(
        form,
        _axis(ADDED.low, ADDED.high),
        {**_axis(THERE.low, THERE.high), "showgrid": False},
        [notes.title("Effect against both amounts", form), *names, *words],
        shapes=line,
        hovermode="closest",
        dragmode=False,
    )
    layout["margin"] = {**layout["margin"], "r": 16}
    return {"data": [surface], "layout": layout}


def _axis(low: float, high: float) -> Spec:
    ticks = 10.0 ** np.arange(round(np.log10(low)), round(np.log10(high)) + 1)
    ends = [np.log10(low) - _EDGE, np.log10(high) + _EDGE]
    return {"type": "log", "range": ends, "tickvals": ticks, "tickformat": "~g"}


def _switch(mixture: Mixture, form: Form) -> tuple[list[Spec], list[Spec]]:
    """Return the line on which the switch-over lies, and its name."""
    switch = switch_over(mixture)
    if switch is None:
        return [], []
    amount = switch[0]
    low, high = _axis(ADDED.low, ADDED.high)["range"]
    share = float((np.log10(amount) - low) / (high - low))
    if mixture.breaks_through:  # it is an amount of the added drug
        words = _word("Switch-over", "@text", form, share + 0.01, 0.2)
        return [notes.lead((amount, THERE.low), (amount, THERE.high), "@text")], [words]
    words = _word("Switch-over", "@text", form, 0.03, share - 0.07)
    return [notes.lead((ADDED.low, amount), (ADDED.high, amount), "@text")], [words]


def _word(text: str, colour: str, form: Form, x: float, y: float) -> Spec:
    return {
        **notes.label(text, "", colour, form, at=(x, y)),
        "yref": "y domain",
        "font": {"size": form.tick, "color": colour},
    }
