"""Breathing against receptors taken, in people, for a partial and a full agonist."""

from typing import Final

from mureceptor.marks.axes import PER_CENT_TICKS, per_cent_axis
from mureceptor.marks.curves import curve, dot, dragged
from mureceptor.marks.forms import Form
from mureceptor.marks.labels import at_end, label, title
from mureceptor.marks.look import FULL, PARTIAL
from mureceptor.marks.marks import Band, Label, Leader, Mark, Place
from mureceptor.marks.panel import Axis, Panel, Plot
from mureceptor.marks.text import plain
from mureceptor.views.breathing import numbers
from mureceptor.views.breathing.numbers import Numbers
from mureceptor.views.phrases import whole

_OTHER_PEOPLE: Final = 1.75  # [px] the same drug in other people is drawn thinner
_NAIVE, _DAILY = "Fentanyl, not used to opioids", "Fentanyl, used to opioids"
_ALIKE: Final = "Thick lines: much alike\nuntil they cross here"
_BANDS: Final = "Bands: 19 in 20, and half,\nof simulated people"
# Where the words stand: at the ends of the two thick lines, at the thin line, and on the bands. A
# phone has no margin: there they stand where the lines leave room.
_CORNER: Final = Place(x=1, y=96, anchor="right")
_ROOMY: Final = (at_end(44), at_end(4), _CORNER, Place(x=0.02, y=13))
_PLACES: Final = {
    "narrow": (
        Place(x=1, y=94, anchor="right"),
        Place(x=0.93, y=9, anchor="right"),
        Place(x=0.03, y=4),
        Place(x=0.03, y=16),
    ),
    "wide": _ROOMY,
    "scene": _ROOMY,
}
_THIN: Final = {"narrow": "Thin: used to opioids"}
_LEADERS: Final = {  # from words to the line that they are of
    "narrow": ((93.0, 86.0), (93.0, 48.0), PARTIAL.name),
    "wide": ((77.0, 92.0), (77.0, 70.5), "muted"),
    "scene": ((77.0, 91.0), (77.0, 70.5), "muted"),
}


def draw(now: Numbers, form: Form) -> dict[str, Panel]:
    """Draw the three curves, the spread between people, and a marker on each curve.

    What is told is where the lines end, and up to where the two thick ones are alike.
    """
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
    # The thin line's marker first: where lines meet, that of a thick one covers it.
    dots = [
        dot(100 * now.taken, 100 * height, kind, form, scale=scale)
        for _, _, height, kind, _, scale in reversed(drugs)
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
    partial, full, thin, bands = _PLACES[form.name]
    ends = numbers.ENDS
    spread = f"{whole(ends.buprenorphine)} %, {whole(ends.least)} to {whole(ends.most)}"
    parting = 100 * numbers.PARTING
    height = 100 * float(numbers.buprenorphine(numbers.PARTING))
    start, end, ink = _LEADERS[form.name]
    daily = _THIN.get(form.name, f"{_DAILY}: stops too")
    return [
        label("Buprenorphine", spread, PARTIAL.name, form, partial, ground=0),
        label("Fentanyl", "breathing stops", FULL.name, form, full, ground=0),
        _quiet(daily, thin, form),
        _quiet(_BANDS, bands, form),
        label(_ALIKE, "", "text", form, Place(x=parting / 100 - 0.01, y=34, anchor="right")),
        Leader(start=(parting, 0), end=(parting, height), ink="text"),
        Leader(start=start, end=end, ink=ink),
    ]


def _quiet(words: str, place: Place, form: Form) -> Label:
    return Label(text=plain(words), place=place, ink="muted", size=form.tick, ground=0)
