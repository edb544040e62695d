"""Place a guess on the chart, then see the model's answer and the gap."""

import numpy as np

from mureceptor.marks import notes, parts
from mureceptor.marks.forms import Form, Spec
from mureceptor.marks.look import PARTIAL
from mureceptor.views.effect_plot import effect_plot
from mureceptor.views.guess.numbers import ANSWER, ANSWER_TOP, KNOWN, KNOWN_TOP, Numbers
from mureceptor.views.textbook import AMOUNT, DRAWN

_HIDDEN = np.full_like(DRAWN, np.nan)


def draw(now: Numbers, form: Form) -> dict[str, Spec]:
    """Draw the drug where it is known, the guess, and on demand the answer with the gap."""
    known, answer, shown = 100 * KNOWN, 100 * ANSWER, now.shown
    tops = (100 * KNOWN_TOP, 100 * ANSWER_TOP)
    thin = 1.75 * form.line / 3
    data = [
        parts.curve(DRAWN, known, PARTIAL, name="No spare receptors", width=thin),
        parts.curve(
            DRAWN,
            answer if shown else _HIDDEN,
            PARTIAL,
            name="Ten times the receptors",
            width=form.subject,
        ),
        _guess(now.height, tops[1] if shown else now.height, form),
    ]
    narrow = form.name == "narrow"
    beside = max(now.height, 20.0 if narrow else 8.0)  # clear of the axis and its name
    guess = {"at": (0.93, beside), "anchor": "right"} if narrow else {"end": beside}
    labels = [
        notes.label(
            "No spare receptors",
            f"top {tops[0]:.0f} %",
            PARTIAL.colour,
            form,
            at=(0.5, 14) if narrow else (0.62, 20),
        ),
        notes.label("Your guess", f"{now.height:.0f} %", "@text", form, **guess)
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
