"""How much mitragynine is in the blood after one intake, as share of its peak."""

from dataclasses import replace
from typing import Final

import numpy as np

from mureceptor.marks.axes import per_cent_axis
from mureceptor.marks.curves import curve, dot, dragged
from mureceptor.marks.forms import Form
from mureceptor.marks.labels import illustrative, label, title
from mureceptor.marks.look import FULL, PARTIAL
from mureceptor.marks.marks import Leader, Place
from mureceptor.marks.panel import Axis, Panel, Plot
from mureceptor.model.exposure import effect_driving_exposure, mitragynine_plasma_share
from mureceptor.views.plasma.state import SINCE, Plasma

_HOURS: Final = np.linspace(SINCE.low, SINCE.high, 193)
_BLOOD: Final = 100 * mitragynine_plasma_share(_HOURS)
_ASSUMED: Final = 100 * effect_driving_exposure(_HOURS, [0.0])
_TICK_EVERY: Final = {"narrow": 12, "wide": 6, "scene": 6}  # [h]
_LABELS: Final = 0.3  # of the plot's width: where both labels begin


def draw(state: Plasma, form: Form) -> dict[str, Panel]:
    """Draw the blood curve, and the made-up one that drives the effect in the weeks above."""
    blood = 100 * float(mitragynine_plasma_share(state.since))
    name, assumed = "Mitragynine in the blood", "The amount that the weeks assume"
    caveat = illustrative(form)
    begin = _LABELS * SINCE.high
    plot = Plot(
        x=Axis(low=SINCE.low, high=SINCE.high, ticks=tuple(range(0, 49, _TICK_EVERY[form.name]))),
        y=per_cent_axis(),
        marks=(
            curve(
                _HOURS,
                _ASSUMED,
                FULL,
                name="The model’s amount",
                width=1.75 * form.line / 3,
                ink="muted",
            ),
            curve(_HOURS, _BLOOD, PARTIAL, name=name, width=form.line),
            dragged([dot(state.since, blood, PARTIAL, form)], form),
            title("Share of its own peak, %. Not an effect curve", form),
            replace(caveat, place=replace(caveat.place, y=0.05)),  # clear of the tail
            label(name, "people, one intake", PARTIAL.name, form, Place(x=_LABELS, y=62)),
            label(assumed, "made up", "muted", form, Place(x=_LABELS, y=36)),
            Leader(start=(begin, 62), end=(2.6, 57), ink=PARTIAL.name),
            Leader(start=(begin, 36), end=(6.2, 47), ink="muted"),
        ),
    )
    return {"main": Panel(form=form, plots=(plot,))}
