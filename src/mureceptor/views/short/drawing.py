"""Effect against amount for a full and a partial agonist, and 100 receptors."""

from typing import Any

import numpy as np

from mureceptor.marks import hundred, notes, parts
from mureceptor.marks.forms import Form, Spec
from mureceptor.marks.look import FULL, PARTIAL
from mureceptor.model.activation import effect, maximal_effect
from mureceptor.model.binding import occupancy
from mureceptor.views.effect_plot import effect_plot
from mureceptor.views.short.state import Short
from mureceptor.views.textbook import AMOUNT, FULL_EFFICACY, PARTIAL_EFFICACY

_X = np.geomspace(AMOUNT.low, AMOUNT.high, 161)
_FULL = 100 * effect(_X, 1.0, FULL_EFFICACY)
_PARTIAL = 100 * effect(_X, 1.0, PARTIAL_EFFICACY)
_TOPS = (100 * float(maximal_effect(FULL_EFFICACY)), 100 * float(maximal_effect(PARTIAL_EFFICACY)))


def draw(state: Short, form: Form) -> dict[str, Spec]:
    """Draw the curves (`main`) and the receptors with the effect bars (`beside`)."""
    full = 100 * float(effect(state.amount, 1.0, FULL_EFFICACY))
    partial = 100 * float(effect(state.amount, 1.0, PARTIAL_EFFICACY))
    taken = 100 * float(occupancy(state.amount, 1.0))
    return {
        "main": _curves(state, full, partial, form),
        "beside": _beside(taken, full, partial, form),
    }


def _curves(state: Short, full: float, partial: float, form: Form) -> Spec:
    names = ("Full agonist", "Partial agonist")
    tops = tuple(f"top {top:.0f} %" for top in _TOPS)
    places: list[dict[str, Any]]
    if form.name == "narrow":
        places = [{"at": (0.02, 88)}, {"at": (0.34, 56)}]
    else:
        places = [{"end": y} for y in notes.spread((_FULL[-1], _PARTIAL[-1]), form)]
    labels = [
        notes.label(name, note, kind.colour, form, **place)
        for name, note, kind, place in zip(names, tops, (FULL, PARTIAL), places, strict=True)
    ]
    dots = (parts.Dot(state.amount, full, FULL), parts.Dot(state.amount, partial, PARTIAL))
    words = "" if form.name == "narrow" else "Same receptors taken,<br>lower effect"
    data = [
        parts.curve(_X, _FULL, FULL, name=names[0], width=form.line),
        parts.curve(_X, _PARTIAL, PARTIAL, name=names[1], width=form.line),
        parts.dragged(dots, form, words=words),
    ]
    return effect_plot(data, labels, form)


def _beside(taken: float, full: float, partial: float, form: Form) -> Spec:
    bars = {
        "type": "bar",
        "x": ["full", "partial"],
        "y": [full, partial],
        "text": [f"<b>{full:.0f}</b>", f"<b>{partial:.0f}</b>"],
        "textposition": "outside",
        "textfont": {"size": 1.2 * form.label, "color": [FULL.colour, PARTIAL.colour]},
        "marker": {"color": [FULL.colour, PARTIAL.colour]},
        "width": 0.68,
        "xaxis": "x",
        "yaxis": "y",
        "hoverinfo": "skip",
        "cliponaxis": False,
    }
    count = f"<b>{taken:.0f} taken, {100 - round(taken)} free</b>  with either drug"
    blank = {"showticklabels": False, "ticks": ""}
    spec = parts.layout(
        form,
        {
            "domain": [0.76, 1],
            "tickvals": ["full", "partial"],
            "ticktext": [
                f'<b><span style="color:{FULL.colour}">full</span></b>',
                f'<b><span style="color:{PARTIAL.colour}">partial</span></b>',
            ],
            "ticks": "",
            "range": [-0.5, 1.5],
        },
        {**parts.per_cent_axis(), "showticklabels": False},
        [
            notes.title("100 receptors", form, axis="2", left=False),
            notes.title("Effect, %", form, left=False),
        ],
        images=[hundred.cups()],
        xaxis2=parts.x_axis(domain=[0, 0.7], range=[0, 10], **blank, anchor="y2"),
        yaxis2=parts.y_axis(**parts.per_cent_axis(), showticklabels=False, anchor="x2"),
        dragmode=False,
    )
    spec["margin"] = {**spec["margin"], "l": 0, "r": 0}
    spec["hovermode"] = False
    data = [hundred.receptors(taken, "@muted", form), bars, hundred.count_below(count, form)]
    return {"data": data, "layout": spec}
