"""Breathing against receptors taken, in people, for a partial and a full agonist."""

from typing import Final

from mureceptor.marks.axes import PER_CENT_TICKS, per_cent_axis
from mureceptor.marks.curves import curve, dot, dragged
from mureceptor.marks.forms import Form
from mureceptor.marks.labels import label, title
from mureceptor.marks.look import FULL, PARTIAL
from mureceptor.marks.marks import Band, Label, Leader, Mark, Place
from mureceptor.marks.panel import Axis, Panel, Plot
from mureceptor.marks.text import bold, plain
from mureceptor.views.breathing import numbers
from mureceptor.views.breathing.numbers import Numbers

_OTHER_PEOPLE: Final = 1.75  # [px] the same drug in other people is drawn thinner
_NAIVE, _DAILY = "Fentanyl, not used to opioids", "Fentanyl, used to opioids"
_SPREAD: Final = "\nwide: 19 in 20 simulated people\ninner: the middle half"
_TOP: Final = Place(x=1, y=98, anchor="right")
_ROOMY: Final = (Place(x=0.12, y=34), Place(x=0.4, y=14), _TOP)
_PLACES: Final = {
    "narrow": (Place(x=0.06, y=42), Place(x=0.06, y=14), _TOP),
    "wide": _ROOMY,
    "scene": _ROOMY,
}
_ROOMY_LEADERS: Final = (
    ((20.0, 44.0), (29.0, 83.8)),
    ((59.0, 14.0), (92.5, 15.5)),
    ((77.0, 94.0), (77.0, 70.5)),
)
_LEADERS: Final = {  # from a label to its line
    "narrow": (
        ((30.0, 50.0), (37.0, 79.3)),
        ((62.0, 14.0), (92.0, 17.0)),
        ((70.0, 94.0), (70.0, 79.6)),
    ),
    "wide": _ROOMY_LEADERS,
    "scene": _ROOMY_LEADERS,
}


def draw(now: Numbers, form: Form) -> dict[str, Panel]:
    """Draw the three curves, the spread between people, and a marker on each curve."""
    x = 100 * numbers.DRAWN
    least, most = numbers.SPREAD
    lower, upper = numbers.MIDDLE_HALF
    ink = PARTIAL.name
    thin = _OTHER_PEOPLE * form.line / 3
    drugs = (
        ("Buprenorphine", numbers.BUPRENORPHINE, now.buprenorphine, PARTIAL, form.line, 1.0),
        (_NAIVE, numbers.FENTANYL_NAIVE, now.fentanyl_naive, FULL, form.line, 1.0),
        (_DAILY, numbers.FENTANYL_DAILY, now.fentanyl_daily, FULL, thin, 0.7),
    )
    dots = [
        dot(100 * now.taken, 100 * height, kind, form, scale=scale)
        for _, _, height, kind, _, scale in drugs
    ]
    plot = Plot(
        x=Axis(low=0, high=100, ticks=PER_CENT_TICKS),
        y=per_cent_axis(),
        marks=(
            Band(x=x, low=100 * least, high=100 * most, ink=ink, opacity=0.12, edged=True),
            Band(x=x, low=100 * lower, high=100 * upper, ink=ink, opacity=0.14, edged=False),
            *(
                curve(x, 100 * breathing, kind, name=name, width=width)
                for name, breathing, _, kind, width, _ in drugs
            ),
            dragged(dots, form),
            title("Breathing, % of the person\u2019s own starting level", form),
            *_labels(form),
        ),
    )
    return {"main": Panel(form=form, plots=(plot,))}


def _labels(form: Form) -> list[Mark]:
    bup, naive, daily = _PLACES[form.name]
    spread = bold("Buprenorphine") + plain(_SPREAD, "text")
    inks = (PARTIAL.name, FULL.name, FULL.name)
    return [
        Label(text=spread, place=bup, ink=PARTIAL.name, size=form.label, ground=0),
        label(_NAIVE, "", FULL.name, form, naive),
        label(_DAILY, "", FULL.name, form, daily, ground=0),
        *(
            Leader(start=start, end=end, ink=ink)
            for (start, end), ink in zip(_LEADERS[form.name], inks, strict=True)
        ),
    ]
