"""Build your own: the effect of up to three drugs against the amount of the first."""

import numpy as np

from mureceptor.figures import parts
from mureceptor.figures.forms import Form
from mureceptor.figures.parts import Spec
from mureceptor.look import MIXTURE
from mureceptor.parameters import AMOUNT
from mureceptor.scenarios import sandbox
from mureceptor.states import Sandbox

_X = np.geomspace(AMOUNT.low, AMOUNT.high, 161)
_NOTHING = np.full_like(_X, np.nan)


def draw(state: Sandbox, form: Form) -> dict[str, Spec]:
    """Draw the present view, B, and over it the pinned one, A, with the gap between them."""
    several = state.drugs != "1"
    first = sandbox.kind(state)
    kind = MIXTURE if several else first
    now = 100 * sandbox.together(state, _X)
    alone = 100 * sandbox.alone(state, _X) if several else _NOTHING
    pin = state.pinned
    pinned = 100 * sandbox.together(pin, _X) if pin else _NOTHING
    here = 100 * float(sandbox.together(state, state.amount1))
    there = 100 * float(sandbox.together(pin, pin.amount1)) if pin else float("nan")
    name = "All together" if several else "Drug 1"
    pin_line: Spec = {"color": "@text", "width": 1.75 * form.line / 3, "dash": "1px,3px"}
    data = [
        parts.curve(_X, now, kind, name=name, width=form.subject),
        parts.curve(_X, alone, first, name="Drug 1 alone", width=1.75 * form.line / 3),
        parts.curve(_X, pinned, kind, name="A, pinned", width=form.line)
        | {"line": pin_line | {"simplify": False}},
        _gap(pin, here, there, form),
        parts.dragged((parts.Dot(state.amount1, here, kind),), form),
    ]
    ends = [float(now[-1]), float(alone[-1]), float(pinned[-1])]
    shown = [True, several, pin is not None]
    texts = [("B, now" if pin else name, kind.colour), ("Drug 1 alone", first.colour)]
    texts.append(("A, pinned", "@text"))
    placed = parts.spread([y for y, show in zip(ends, shown, strict=True) if show], form)
    heights = iter(placed)
    labels = []
    for (words, colour), show, y in zip(texts, shown, ends, strict=True):
        at = next(heights) if show else 0
        place = {"end": at} if form.name != "narrow" else {"at": (1.0, at), "anchor": "right"}
        note = f"{y:.0f} %" if show else ""
        labels.append(parts.label(words, note, colour, form, **place) | {"visible": show})
    return {"main": parts.effect_plot(data, labels, form)}


def _gap(pin: Sandbox | None, here: float, there: float, form: Form) -> Spec:
    """Mark the pinned view's own point, and how far the present one lies above or below it."""
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [pin.amount1 if pin else float("nan")],
        "y": [there],
        "error_y": {
            "type": "data",
            "symmetric": False,
            "array": [max(0.0, here - there) if pin else 0.0],
            "arrayminus": [max(0.0, there - here) if pin else 0.0],
            "color": "@text",
            "thickness": 1.25 * form.line / 3,
            "width": 6,
        },
        "marker": {
            "symbol": "circle-open",
            "size": form.marker,
            "color": "@text",
            "line": {"width": 2},
        },
        "hoverinfo": "skip",
        "cliponaxis": False,
    }
