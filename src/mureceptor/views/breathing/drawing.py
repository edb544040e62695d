"""Breathing against receptors taken, in people, for a partial and a full agonist."""

from dataclasses import replace
from typing import Any

from mureceptor.marks import notes, parts
from mureceptor.marks.forms import Form, Spec
from mureceptor.marks.look import FULL, PARTIAL
from mureceptor.views.breathing import numbers
from mureceptor.views.breathing.numbers import Numbers

_OTHER_PEOPLE = 1.75  # [px] the same drug in other people is drawn thinner


def draw(now: Numbers, form: Form) -> dict[str, Spec]:
    """Draw the three curves, the spread between people, and a marker on each curve."""
    x = 100 * numbers.DRAWN
    thin = _OTHER_PEOPLE * form.line / 3
    least, most = numbers.SPREAD
    lower, upper = numbers.MIDDLE_HALF
    heights = (
        (now.buprenorphine, PARTIAL),
        (now.fentanyl_naive, FULL),
        (now.fentanyl_daily, FULL),
    )
    dots = [parts.Dot(100 * now.taken, 100 * height, kind) for height, kind in heights]
    dots[2] = replace(dots[2], scale=0.7)
    return {
        "main": {
            "data": [
                *parts.band(x, 100 * least, 100 * most, PARTIAL, 0.12, edge=True),
                *parts.band(x, 100 * lower, 100 * upper, PARTIAL, 0.14, edge=False),
                parts.curve(
                    x,
                    100 * numbers.BUPRENORPHINE,
                    PARTIAL,
                    name="Buprenorphine",
                    width=form.line,
                ),
                parts.curve(
                    x,
                    100 * numbers.FENTANYL_NAIVE,
                    FULL,
                    name="Fentanyl, not used to opioids",
                    width=form.line,
                ),
                parts.curve(
                    x,
                    100 * numbers.FENTANYL_DAILY,
                    FULL,
                    name="Fentanyl, used to opioids",
                    width=thin,
                ),
                parts.dragged(dots, form),
            ],
            "layout": parts.layout(
                form,
                {"range": [0, 100], "tickvals": list(parts.PER_CENT_TICKS)},
                parts.per_cent_axis(),
                [
                    notes.title("Breathing, % of the person\u2019s own starting level", form),
                    *_labels(form),
                ],
                shapes=_leaders(form),
            ),
        }
    }


def _labels(form: Form) -> list[Spec]:
    spread = "wide: 19 in 20 simulated people<br>inner: the middle half"
    naive, daily = "Fentanyl, not used to opioids", "Fentanyl, used to opioids"
    places: tuple[dict[str, Any], ...] = (
        {"at": (0.06, 42)} if form.name == "narrow" else {"at": (0.12, 34)},
        {"at": (0.06, 14)} if form.name == "narrow" else {"at": (0.4, 14)},
        {"at": (1.0, 98), "anchor": "right"},
    )
    return [
        {
            **notes.label(
                "Buprenorphine",
                f'<span style="color:@text">{spread}</span>',
                PARTIAL.colour,
                form,
                **places[0],
            ),
            "bgcolor": "@bg/0",
        },
        notes.label(naive, "", FULL.colour, form, **places[1]),
        {**notes.label(daily, "", FULL.colour, form, **places[2]), "bgcolor": "@bg/0"},
    ]


def _leaders(form: Form) -> list[Spec]:
    narrow = form.name == "narrow"
    return [
        notes.lead(
            (30, 50) if narrow else (20, 44), (37, 79.3) if narrow else (29, 83.8), PARTIAL.colour
        ),
        notes.lead(
            (62, 14) if narrow else (59, 14), (92, 17) if narrow else (92.5, 15.5), FULL.colour
        ),
        notes.lead((70, 94), (70, 79.6), FULL.colour)
        if narrow
        else notes.lead((77, 94), (77, 70.5), FULL.colour),
    ]
