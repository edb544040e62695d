"""How much mitragynine is in the blood after one intake, as share of its peak."""

from dataclasses import replace
from typing import Final

from mureceptor.marks.axes import per_cent_axis
from mureceptor.marks.curves import curve, dot, dragged
from mureceptor.marks.forms import Form
from mureceptor.marks.labels import illustrative, label, title
from mureceptor.marks.look import PARTIAL
from mureceptor.marks.marks import Leader, Place
from mureceptor.marks.panel import Axis, Panel, Plot
from mureceptor.views.plasma.numbers import BLOOD, HOURS, Numbers
from mureceptor.views.plasma.state import SINCE

_TICK_EVERY: Final = {"narrow": 12, "wide": 6, "scene": 6}  # [h]
_BEGIN: Final = 0.3  # of the plot's width: where the words begin
_FINDING: Final = "Most is gone within hours,\na small rest stays for days"


def draw(now: Numbers, form: Form) -> dict[str, Panel]:
    """Draw the curve, and a marker at the hour of `now`."""
    name = "Mitragynine in the blood"
    caveat = illustrative(form)
    plot = Plot(
        x=Axis(low=SINCE.low, high=SINCE.high, ticks=tuple(range(0, 49, _TICK_EVERY[form.name]))),
        y=per_cent_axis(),
        marks=(
            curve(HOURS, 100 * BLOOD, PARTIAL, name=name, width=form.line),
            dragged([dot(now.since, 100 * now.blood, PARTIAL, form)], form),
            title("Share of its own peak, %. Not an effect curve", form),
            replace(caveat, place=replace(caveat.place, y=0.07)),  # clear of the tail
            label(name, "people, one intake", PARTIAL.name, form, Place(x=_BEGIN, y=74)),
            Leader(start=(_BEGIN * SINCE.high, 74), end=(2.1, 74), ink=PARTIAL.name),
            label(_FINDING, "", "text", form, Place(x=_BEGIN, y=38)),
        ),
    )
    return {"main": Panel(form=form, plots=(plot,))}
