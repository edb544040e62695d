"""Place a guess on the chart, then see the model's answer and the gap."""

from dataclasses import replace
from typing import Final

import numpy as np

from mureceptor.marks.curves import curve
from mureceptor.marks.forms import Form
from mureceptor.marks.labels import at_end, label, x_title
from mureceptor.marks.look import PARTIAL
from mureceptor.marks.marks import Box, Dot, Dots, Place
from mureceptor.marks.panel import Panel
from mureceptor.views.effect_plot import effect_plot
from mureceptor.views.guess.numbers import ANSWER, ANSWER_TOP, KNOWN, KNOWN_TOP, Numbers
from mureceptor.views.phrases import whole
from mureceptor.views.textbook import AMOUNT, DRAWN

_HIDDEN: Final = np.full_like(DRAWN, np.nan)
_PLACES: Final = {  # of the known drug's label, alone and below the answer; and of the answer's
    "narrow": (Place(x=0.02, y=48), Place(x=0.44, y=54), Place(x=0.02, y=94)),
    "wide": (Place(x=0.62, y=20), Place(x=0.62, y=20), Place(x=0.56, y=66)),
    # Clear of a room's guesses.
    "scene": (Place(x=0.62, y=20), Place(x=0.44, y=52), Place(x=0.02, y=94)),
}
_KNOWN, _MORE = "No receptors to spare", "Ten times the receptors"
_LIFTS: Final = "Its ceiling lifts. How high?"
_WHERE: Final = "With ten times the receptors\nit lies up here"
_QUESTION: Final = Place(x=0.02, y=80)
_LOWEST: Final = {"narrow": 20.0, "wide": 8.0, "scene": 8.0}  # clear of the axis and its name


def draw(now: Numbers, form: Form) -> dict[str, Panel]:
    """Draw the drug where it is known, the guess, and on demand the answer with the gap.

    The shade is where the answer can lie and, once it is shown, how much higher it is.
    """
    known, answer, shown = 100 * KNOWN, 100 * ANSWER, now.shown
    alone, below, answer_place = _PLACES[form.name]
    # Between two curves a phone has room for short rows only.
    row = "\n" if shown and form.name == "narrow" else " "
    ink, low, high = PARTIAL.name, 100 * KNOWN_TOP, 100 * ANSWER_TOP
    marks = (
        Box(x=(AMOUNT.low, AMOUNT.high), y=(low, high if shown else 100), ink=ink, opacity=0.12),
        curve(DRAWN, known, PARTIAL, name=_KNOWN, width=1.75 * form.line / 3),
        curve(DRAWN, answer if shown else _HIDDEN, PARTIAL, name=_MORE, width=form.subject),
        _guess(now.height, high if shown else now.height, form),
        label(
            _KNOWN.replace(" to", f"{row}to"),
            f"its ceiling:{row}{whole(KNOWN_TOP)} %",
            ink,
            form,
            below if shown else alone,
            ground=0,
        ),
        label(
            "Your guess", f"{whole(now.height / 100)} %", "text", form, _beside(now.height, form)
        ),
        label(
            _MORE,
            f"its ceiling: {whole(ANSWER_TOP)} %",
            ink,
            form,
            answer_place,
            shown=shown,
            ground=0,
        ),
        label(_LIFTS, _WHERE, "text", form, _QUESTION, shown=not shown, ground=0),
        x_title(AMOUNT.label, form),
    )
    return {"main": effect_plot(marks, form, x_name=AMOUNT.label)}


def _beside(height: float, form: Form) -> Place:
    """Return where the guess is named: left of its marker on a phone, else right of it."""
    y = max(height, _LOWEST[form.name])
    if form.name == "narrow":
        return Place(x=0.93, y=y, anchor="right", shift=(0, 5))  # off the line below
    return replace(at_end(y), shift=(0.65 * form.marker + 8, 0))


def _guess(height: float, answer: float, form: Form) -> Dots:
    """Return the guess, hollow and in ink, with a bracket to the answer."""
    dot = Dot(
        x=AMOUNT.high,
        y=height,
        size=1.3 * form.marker,
        symbol="circle-open-dot",
        stroke="text",
        stroke_width=2 * form.line / 3,
        up=max(0.0, answer - height),
        down=max(0.0, height - answer),
    )
    return Dots(dots=(dot,), whisker=1.25 * form.line / 3, cap=8)
