"""The plot that most figures of textbook drugs are: effect against amount."""

from collections.abc import Iterable
from typing import Any

from mureceptor.marks.axes import EFFECT_TITLE, amount_axis, per_cent_axis
from mureceptor.marks.forms import Form
from mureceptor.marks.labels import title
from mureceptor.marks.marks import Mark
from mureceptor.marks.panel import Panel, Plot
from mureceptor.views.textbook import AMOUNT


def effect_plot(marks: Iterable[Mark], form: Form, **more: Any) -> Panel:
    """Return a whole panel: effect [%] against the amount of one drug, on a log axis."""
    plot = Plot(
        x=amount_axis(AMOUNT.low, AMOUNT.high),
        y=per_cent_axis(),
        marks=(*marks, title(EFFECT_TITLE, form)),
    )
    return Panel(form=form, plots=(plot,), **more)
