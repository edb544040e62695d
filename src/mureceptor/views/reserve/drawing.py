"""One drug in two pathways that make more and less of the same push."""

from typing import Any

from mureceptor.marks import notes, parts
from mureceptor.marks.forms import Form, Spec
from mureceptor.marks.look import FULL, PARTIAL
from mureceptor.views.effect_plot import effect_plot
from mureceptor.views.reserve.numbers import Numbers
from mureceptor.views.textbook import AMOUNT, DRAWN

_CLEAR, _APART = 10, 18  # [%] of a phone's plot: from a line to the middle of its label; two labels


def draw(now: Numbers, form: Form) -> dict[str, Spec]:
    """Draw both effects of the drug, each with its height at the largest amount."""
    kind = PARTIAL if now.state.push == "low" else FULL
    pain, breathing = (100 * curve for curve in (now.pain, now.breathing))
    names = ("Pain relief", "Slowed breathing")
    ends = (float(pain[-1]), float(breathing[-1]))
    places: list[dict[str, Any]]
    if form.name == "narrow":
        places = [{"at": (1.0, y), "anchor": "right"} for y in _by_the_lines(*ends)]
    else:
        # Pain relief is never the lower one; of equals the first is placed below.
        low, high = notes.spread(ends[::-1], form)
        places = [{"end": high}, {"end": low}]
    labels = [
        notes.label(name, f"up to {end:.0f} %", kind.colour, form, **place)
        for name, end, place in zip(names, ends, places, strict=True)
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


def _by_the_lines(pain: float, breathing: float) -> tuple[float, float]:
    """Return where a phone has each label: under its line's end, or above where lines run low."""
    if pain < 2 * _APART + _CLEAR:
        low = breathing + _CLEAR
        return max(pain + _CLEAR, low + _APART), low
    high = pain - _CLEAR
    return high, min(breathing - _CLEAR, high - _APART)
