"""Breathing against receptors taken, in people, for a partial and a full agonist."""

from typing import Final

from mureceptor.marks.axes import PER_CENT_TICKS
from mureceptor.marks.curves import curve, dot, dragged
from mureceptor.marks.forms import Form
from mureceptor.marks.labels import at_end, label, title
from mureceptor.marks.look import FULL, PARTIAL
from mureceptor.marks.marks import Band, Dot, Dots, Label, Leader, Mark, Place
from mureceptor.marks.panel import Axis, Panel, Plot
from mureceptor.marks.text import plain
from mureceptor.views.breathing import numbers
from mureceptor.views.breathing.numbers import Numbers
from mureceptor.views.phrases import whole

_OTHER_PEOPLE: Final = 1.75  # [px] the same drug in other people is drawn thinner
_NAIVE, _DAILY = "Fentanyl, not used to opioids", "Fentanyl, used to opioids"
_CEILING: Final = "Buprenorphine at its ceiling:"
_BOTH: Final = "Both slow breathing"
_BANDS: Final = "Shaded: 19 in 20\nsimulated people;\ndarker: half of them"
# Where the words stand: at the ends of the two thick lines, at the thin line, and on the bands. A
# phone has no margin: there they stand where the lines leave room.
_ROOMY: Final = (
    at_end(44),
    at_end(4),
    Place(x=1, y=96, anchor="right"),
    Place(x=0.02, y=36),
    Place(x=0.02, y=13),
)
_PLACES: Final = {
    "narrow": (
        Place(x=1, y=109, anchor="right"),
        Place(x=0.86, y=15, anchor="right"),
        Place(x=0.02, y=57),
        Place(x=0.02, y=38),
        Place(x=0.02, y=15),
    ),
    "wide": _ROOMY,
    "scene": _ROOMY,
}
_HEADS: Final = {"narrow": _CEILING}
_HEAD: Final = _CEILING.replace(" ", "\n", 1)
_THIN: Final = {"narrow": "Thin: used\nto opioids"}
_HIGH: Final = {"narrow": 119.0, "wide": 100.6, "scene": 100.6}  # a phone: with room for words
_LEADERS: Final = {  # from words to the thin line; on a phone, to the other drug's
    "narrow": ((93.0, 100.0), (93.0, 48.0), PARTIAL.name),
    "wide": ((77.0, 92.0), (77.0, 70.5), "muted"),
    "scene": ((77.0, 91.0), (77.0, 70.5), "muted"),
}


def draw(now: Numbers, form: Form) -> dict[str, Panel]:
    """Draw the curves, the spread between people, and a marker on each curve.

    What is told is that both fall, and where they end: on average and at the least. People used to
    opioids are a thin line, drawn where they are asked for.
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
    )[: 3 if now.used else 2]
    # The thin line's marker first: where lines meet, that of a thick one covers it.
    dots = [
        dot(100 * now.taken, 100 * height, kind, form, scale=scale)
        for _, _, height, kind, _, scale in reversed(drugs)
    ]
    plot = Plot(
        x=Axis(low=0, high=100, ticks=PER_CENT_TICKS),
        y=Axis(low=0, high=_HIGH[form.name], ticks=PER_CENT_TICKS),
        marks=(
            Band(x=x, low=100 * least, high=100 * most, ink=ink, opacity=0.12, edged=True),
            Band(x=x, low=100 * lower, high=100 * upper, ink=ink, opacity=0.14, edged=False),
            *(
                curve(x, 100 * breathing, kind, name=name, width=width)
                for name, breathing, _, kind, width, _ in drugs
            ),
            _spread(form),
            dragged(dots, form),
            title("Breathing, % of the person\u2019s own starting level", form),
            *_labels(form, used=now.used),
        ),
    )
    return {"main": Panel(form=form, plots=(plot,))}


def _spread(form: Form) -> Dots:
    """Return a bracket around buprenorphine's end: how far simulated people lie apart there."""
    ends = numbers.ENDS
    middle = 100 * ends.buprenorphine
    dot = Dot(x=100, y=middle, size=1, up=100 * ends.most - middle, down=middle - 100 * ends.least)
    return Dots(dots=(dot,), whisker=form.line / 2, cap=8)


def _labels(form: Form, *, used: bool) -> list[Mark]:
    partial, full, thin, both, bands = _PLACES[form.name]
    average, least = whole(numbers.ENDS.buprenorphine), whole(numbers.ENDS.least)
    row = " " if form.name == "narrow" else "\n"
    left = f"{average} % on average,{row}in some only {least} %"
    marks: list[Mark] = [
        label(_HEADS.get(form.name, _HEAD), left, PARTIAL.name, form, partial, ground=0),
        label("Fentanyl", "breathing stops", FULL.name, form, full, ground=0),
        label(_BOTH, "", "text", form, both),
        _quiet(_BANDS, bands, form),
    ]
    if used:
        marks.append(_quiet(_THIN.get(form.name, f"{_DAILY}: stops too"), thin, form))
    if used or form.name == "narrow":
        start, end, ink = _LEADERS[form.name]
        marks.append(Leader(start=start, end=end, ink=ink))
    return marks


def _quiet(words: str, place: Place, form: Form) -> Label:
    return Label(text=plain(words), place=place, ink="muted", size=form.tick)
