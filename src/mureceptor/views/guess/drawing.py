"""Place a guess on the chart, then see the model's answer and the gap."""

import numpy as np

from mureceptor.marks import notes, parts
from mureceptor.marks.forms import Form, Spec
from mureceptor.marks.look import PARTIAL
from mureceptor.views.effect_plot import effect_plot
from mureceptor.views.guess.numbers import guessed_effect, guessed_top
from mureceptor.views.guess.state import Guess
from mureceptor.views.textbook import AMOUNT

_X = np.geomspace(AMOUNT.low, AMOUNT.high, 161)
_HIDDEN = np.full_like(_X, np.nan)


def draw(state: Guess, form: Form) -> dict[str, Spec]:
    """Draw the drug where it is known, the guess, and on demand the answer with the gap."""
    known = 100 * guessed_effect(_X, spare=1)
    answer = 100 * guessed_effect(_X, spare=10)
    shown = state.answer == "shown"
    tops = [100 * guessed_top(spare) for spare in (1, 10)]
    thin = 1.75 * form.line / 3
    data = [
        parts.curve(_X, known, PARTIAL, name="No spare receptors", width=thin),
        parts.curve(
            _X,
            answer if shown else _HIDDEN,
            PARTIAL,
            name="Ten times the receptors",
            width=form.subject,
        ),
        _guess(state.height, tops[1] if shown else state.height, form),
    ]
    narrow = form.name == "narrow"
    beside = max(state.height, 20.0 if narrow else 8.0)  # clear of the axis and its name
    guess = {"at": (0.93, beside), "anchor": "right"} if narrow else {"end": beside}
    labels = [
        notes.label(
            "No spare receptors",
            f"top {tops[0]:.0f} %",
            PARTIAL.colour,
            form,
            at=(0.5, 14) if narrow else (0.62, 20),
        ),
        notes.label("Your guess", f"{state.height:.0f} %", "@text", form, **guess)
        | ({} if narrow else {"xshift": 0.65 * form.marker + 8}),
        notes.label(
            "Ten times the receptors",
            f"top {tops[1]:.0f} %",
            PARTIAL.colour,
            form,
            at=(0.02, 92) if narrow else (0.56, 66),
        )
        | {"visible": shown},
    ]
    labels.append(notes.x_title(AMOUNT.label, form))
    return {"main": effect_plot(data, labels, form, meta={"x": AMOUNT.label}, dragmode=False)}


def _guess(height: float, answer: float, form: Form) -> Spec:
    """Return the guess, hollow and in ink, with a bracket to the answer."""
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [AMOUNT.high],
        "y": [height],
        "marker": {
            "symbol": "circle-open-dot",
            "size": 1.3 * form.marker,
            "color": "@text",
            "line": {"width": 2 * form.line / 3},
        },
        "error_y": {
            "type": "data",
            "symmetric": False,
            "array": [max(0.0, answer - height)],
            "arrayminus": [max(0.0, height - answer)],
            "color": "@text",
            "thickness": 1.25 * form.line / 3,
            "width": 8,
        },
        "hoverinfo": "skip",
        "cliponaxis": False,
    }
