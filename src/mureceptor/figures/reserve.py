"""Chapter 5: one drug in two pathways that make more and less of the same push."""

from typing import Any

import numpy as np

from mureceptor.figures import notes, parts
from mureceptor.figures.forms import Form, Spec
from mureceptor.look import FULL, PARTIAL
from mureceptor.parameters import AMOUNT
from mureceptor.scenarios.textbook import two_pathways
from mureceptor.states import Reserve

_X = np.geomspace(AMOUNT.low, AMOUNT.high, 161)
_CLEAR, _APART = 10, 18  # [%] of a phone's plot: from a line to the middle of its label; two labels


def draw(state: Reserve, form: Form) -> dict[str, Spec]:
    """Draw both effects of the drug, each with its height at the largest amount."""
    kind = PARTIAL if state.push == "low" else FULL
    pain, breathing = (100 * curve for curve in two_pathways(_X, state))
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
        "main": parts.effect_plot(
            [
                parts.curve(_X, pain, kind, name=names[0], width=1.75 * form.line / 3),
                parts.curve(_X, breathing, kind, name=names[1], width=form.line),
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
