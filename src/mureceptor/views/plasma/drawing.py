"""How much mitragynine is in the blood after one intake, as share of its peak."""

import numpy as np

from mureceptor.marks import notes, parts
from mureceptor.marks.forms import Form, Spec
from mureceptor.marks.look import FULL, PARTIAL
from mureceptor.model.exposure import effect_driving_exposure, mitragynine_plasma_share
from mureceptor.views.plasma.state import SINCE, Plasma

_HOURS = np.linspace(SINCE.low, SINCE.high, 193)
_BLOOD = 100 * mitragynine_plasma_share(_HOURS)
_ASSUMED = 100 * effect_driving_exposure(_HOURS, [0.0])


def draw(state: Plasma, form: Form) -> dict[str, Spec]:
    """Draw the blood curve, and the made-up one that drives the effect in the weeks above."""
    blood = 100 * float(mitragynine_plasma_share(state.since))
    narrow = form.name == "narrow"
    assumed = parts.curve(
        _HOURS, _ASSUMED, FULL, name="The model’s amount", width=1.75 * form.line / 3
    )
    labels = [
        notes.label(
            "Mitragynine in the blood", "people, one intake", PARTIAL.colour, form, at=(0.3, 62)
        ),
        notes.label("The amount that the weeks assume", "made up", "@muted", form, at=(0.3, 36)),
    ]
    return {
        "main": {
            "data": [
                {**assumed, "line": {**assumed["line"], "color": "@muted"}},
                parts.curve(
                    _HOURS, _BLOOD, PARTIAL, name="Mitragynine in the blood", width=form.line
                ),
                parts.dragged([parts.Dot(state.since, blood, PARTIAL)], form),
            ],
            "layout": parts.layout(
                form,
                {
                    "range": [SINCE.low, SINCE.high],
                    "tickvals": list(range(0, 49, 12 if narrow else 6)),
                },
                parts.per_cent_axis(),
                [
                    notes.title("Share of its own peak, %. Not an effect curve", form),
                    {**notes.illustrative(form), "y": 0.05},  # clear of the tail
                    *labels,
                ],
                shapes=[
                    notes.lead((0.3 * 48, 62), (2.6, 57), PARTIAL.colour),
                    notes.lead((0.3 * 48, 36), (6.2, 47), "@muted"),
                ],
            ),
        }
    }
