"""Build your own: the effect of up to three drugs against the amount of the first."""

import numpy as np

from mureceptor.marks import notes, parts
from mureceptor.marks.forms import Form, Spec
from mureceptor.marks.look import MIXTURE
from mureceptor.views.effect_plot import effect_plot
from mureceptor.views.phrases import whole
from mureceptor.views.sandbox.numbers import Numbers
from mureceptor.views.sandbox.state import Sandbox
from mureceptor.views.textbook import AMOUNT, DRAWN

_CLEAR = 13  # [%] of a phone's plot, from a line's end to the middle of its label
_NOTHING = np.full_like(DRAWN, np.nan)


def draw(numbers: Numbers, form: Form) -> dict[str, Spec]:
    """Draw the present view, B, and over it the pinned one, A, with the gap between them."""
    state, pin, result, then = numbers.state, numbers.pin, numbers.now, numbers.pinned
    several = state.drugs != "1"
    first = result.kind
    kind = MIXTURE if several else first
    now = 100 * result.drawn
    alone = 100 * result.alone if several else _NOTHING
    pinned = 100 * then.drawn if then else _NOTHING
    here = 100 * result.here
    there = 100 * then.here if then else float("nan")
    name = "All together" if several else "Drug 1"
    pin_line: Spec = {"color": "@text", "width": 1.75 * form.line / 3, "dash": "1px,3px"}
    data = [
        parts.curve(DRAWN, now, kind, name=name, width=form.subject),
        parts.curve(DRAWN, alone, first, name="Drug 1 alone", width=1.75 * form.line / 3),
        parts.curve(DRAWN, pinned, kind, name="A, pinned", width=form.line)
        | {"line": pin_line | {"simplify": False}},
        _gap(pin, here, there, form),
        parts.dragged((parts.Dot(state.amount1, here, kind),), form),
    ]
    ends = [float(now[-1]), float(alone[-1]), float(pinned[-1])]
    shown = [True, several, pin is not None]
    texts = [("B, now" if pin else name, kind.colour), ("Drug 1 alone", first.colour)]
    texts.append(("A, pinned", "@text"))
    narrow = form.name == "narrow"
    # A phone has no margin: there a label stands below its line's end, or above where it runs low.
    clear = [(-_CLEAR if y > 2 * _CLEAR else _CLEAR) if narrow else 0 for y in ends]
    wanted = [y + by for y, by, show in zip(ends, clear, shown, strict=True) if show]
    heights = iter(notes.spread(wanted, form))
    labels = []
    for (words, colour), show, y in zip(texts, shown, ends, strict=True):
        at = next(heights) if show else 0
        place = {"at": (1.0, at), "anchor": "right"} if narrow else {"end": at}
        note = f"{whole(y / 100)} % at {AMOUNT.high:g}" if show else ""
        labels.append(notes.label(words, note, colour, form, **place) | {"visible": show})
    return {"main": effect_plot(data, labels, form)}


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
