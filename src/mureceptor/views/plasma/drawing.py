"""How much mitragynine is in the blood after one intake, as share of its peak."""

from mureceptor.marks import notes, parts
from mureceptor.marks.forms import Form, Spec
from mureceptor.marks.look import FULL, PARTIAL
from mureceptor.views.plasma.numbers import ASSUMED, BLOOD, HOURS, Numbers
from mureceptor.views.plasma.state import SINCE


def draw(now: Numbers, form: Form) -> dict[str, Spec]:
    """Draw the blood curve, and the made-up one that drives the effect in the weeks above."""
    narrow = form.name == "narrow"
    assumed = parts.curve(
        HOURS, 100 * ASSUMED, FULL, name="The model’s amount", width=1.75 * form.line / 3
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
                    HOURS, 100 * BLOOD, PARTIAL, name="Mitragynine in the blood", width=form.line
                ),
                parts.dragged([parts.Dot(now.since, 100 * now.blood, PARTIAL)], form),
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
