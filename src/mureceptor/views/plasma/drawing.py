"""How much mitragynine is in the blood after one intake, as share of its peak."""

from dataclasses import replace
from typing import Final

from mureceptor.marks.axes import per_cent_axis
from mureceptor.marks.curves import curve, dot, dragged
from mureceptor.marks.forms import Form
from mureceptor.marks.labels import illustrative, label, title
from mureceptor.marks.look import FULL, PARTIAL
from mureceptor.marks.marks import Leader, Place
from mureceptor.marks.panel import Axis, Panel, Plot
from mureceptor.views.plasma.numbers import ASSUMED, BLOOD, HOURS, Numbers
from mureceptor.views.plasma.state import SINCE

_TICK_EVERY: Final = {"narrow": 12, "wide": 6, "scene": 6}  # [h]
_LABELS: Final = 0.3  # of the plot's width: where both labels begin


def draw(now: Numbers, form: Form) -> dict[str, Panel]:
    """Draw the blood curve, and the made-up one that drives the effect in the weeks above."""
    name, assumed = "Mitragynine in the blood", "The amount that the weeks assume"
    caveat = illustrative(form)
    begin = _LABELS * SINCE.high
    plot = Plot(
        x=Axis(low=SINCE.low, high=SINCE.high, ticks=tuple(range(0, 49, _TICK_EVERY[form.name]))),
        y=per_cent_axis(),
        marks=(
            curve(
                HOURS,
                100 * ASSUMED,
                FULL,
                name="The model’s amount",
                width=1.75 * form.line / 3,
                ink="muted",
            ),
            curve(HOURS, 100 * BLOOD, PARTIAL, name=name, width=form.line),
            dragged([dot(now.since, 100 * now.blood, PARTIAL, form)], form),
            title("Share of its own peak, %. Not an effect curve", form),
            replace(caveat, place=replace(caveat.place, y=0.05)),  # clear of the tail
            label(name, "people, one intake", PARTIAL.name, form, Place(x=_LABELS, y=62)),
            label(assumed, "made up", "muted", form, Place(x=_LABELS, y=36)),
            Leader(start=(begin, 62), end=(2.6, 57), ink=PARTIAL.name),
            Leader(start=(begin, 36), end=(6.2, 47), ink="muted"),
        ),
    )
    return {"main": Panel(form=form, plots=(plot,))}
