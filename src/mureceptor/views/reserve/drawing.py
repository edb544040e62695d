"""One drug in two pathways that make more and less of the same push."""

from typing import Any

from mureceptor.marks import notes, parts
from mureceptor.marks.forms import Form, Spec
from mureceptor.marks.look import FULL, PARTIAL
from mureceptor.views.effect_plot import effect_plot
from mureceptor.views.phrases import whole
from mureceptor.views.reserve.numbers import Numbers
from mureceptor.views.textbook import AMOUNT, DRAWN

_CLEAR, _APART = 10, 18  # [%] of a phone's plot: from a line to the middle of its label; two labels


def draw(now: Numbers, form: Form) -> dict[str, Spec]:
    """Draw both effects of the drug, each with its top."""
    kind = PARTIAL if now.state.push == "low" else FULL
    pain, breathing = (100 * curve for curve in (now.pain, now.breathing))
    names = ("Pain relief", "Slowed breathing")
    tops = (now.pain_top, now.breathing_top)
    ends = (float(pain[-1]), float(breathing[-1]))
    # The lower one first: of equals that is breathing.
    lower = ends if ends[0] < ends[1] else ends[::-1]
    if form.name == "narrow":
        places: list[dict[str, Any]] = [
            {"at": (1.0, y), "anchor": "right"} for y in _by_the_lines(*lower)
        ]
    else:
        places = [{"end": y} for y in notes.spread(lower, form)]
    if lower != ends:
        places.reverse()
    labels = [
        notes.label(name, f"top {whole(top)} %", kind.colour, form, **place)
        for name, top, place in zip(names, tops, places, strict=True)
    ]
    labels.append(notes.x_title(AMOUNT.label, form))
    return {
        "main": effect_plot(
            [
                parts.curve(DRAWN, pain, kind, name=names[0], width=1.75 * form.line / 3),
                parts.curve(DRAWN, breathing, kind, name=names[1], width=form.line),
            ],
            labels,
            form,
        )
    }


def _by_the_lines(low: float, high: float) -> tuple[float, float]:
    """Return where a phone has each label: under its line's end, or above where lines run low."""
    if high < 2 * _APART + _CLEAR:
        under = low + _CLEAR
        return under, max(high + _CLEAR, under + _APART)
    over = high - _CLEAR
    return min(low - _CLEAR, over - _APART), over
