"""Mitragynine in two laboratories, one above the other."""

from mureceptor.marks import notes, parts
from mureceptor.marks.forms import Form, Spec
from mureceptor.views import laboratory_drawing as drawn
from mureceptor.views.laboratory import Laboratory, laboratory
from mureceptor.views.mitragynine.state import Mitragynine

_ABOVE, _BELOW = laboratory("kruegel", "mitragynine"), laboratory("obeng", "mitragynine")
_TICKS = {"range": [-8, 100], "tickvals": [0, 50, 100]}


def draw(state: Mitragynine, form: Form) -> dict[str, Spec]:
    """Draw a strip for each laboratory, above one axis of amounts."""
    title = notes.title("Signal, % of each test’s own full mark", form)
    layout = parts.layout(
        form,
        {**drawn.amount_axis(), "anchor": "y2"},
        {**_TICKS, "domain": [0.56, 1], "zeroline": True, "zerolinecolor": "@line"},
        [title, *_words(_ABOVE, form, "y"), *_words(_BELOW, form, "y2")],
        yaxis2=parts.y_axis(**_TICKS, domain=[0, 0.44]),
    )
    data = [
        *drawn.lines(_ABOVE, form),
        *drawn.lines(_BELOW, form, axis="y2"),
        *drawn.marks(_ABOVE, state.amount, form),
        *drawn.marks(_BELOW, state.amount, form, axis="y2"),
    ]
    return {"main": {"data": data, "layout": layout}}


def _words(lab: Laboratory, form: Form, axis: str) -> list[Spec]:
    (result,) = lab.results
    height = 100 * (result.top or 0)
    place: Spec = {"end": max(height, 24)}
    name, note = drawn.name(result), drawn.note(result)
    caption = drawn.caption(lab, form, width=90)
    if form.name == "narrow":  # a strip has room for one line above the curve's own
        caption["text"] = caption["text"].split("<br>")[0] + f", {lab.test.split(',')[0]}"
    if form.name != "wide":  # a phone has no margin, and a scene's holds the caution
        place = {"at": (0.99, height + 30), "anchor": "right"}
        source = ", secondary source" if result.secondary else ""
        name, note = f"{drawn.name(result)}, {drawn.height(result)}{source}", ""
    label = notes.label(name, note, result.kind.colour, form, **place)
    return [{**each, "yref": axis} for each in (caption, label)]
