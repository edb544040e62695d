"""The plot that most figures of textbook drugs are: effect against amount."""

from collections.abc import Sequence
from typing import Any

from mureceptor.marks import notes, parts
from mureceptor.marks.forms import Form, Spec
from mureceptor.views.textbook import AMOUNT


def effect_plot(data: Sequence[Spec], labels: Sequence[Spec], form: Form, **more: Any) -> Spec:
    """Return a whole panel: effect [%] against the amount of one drug, on a log axis."""
    x = parts.amount_axis(AMOUNT.low, AMOUNT.high)
    annotations = [notes.title(parts.EFFECT_TITLE, form), *labels]
    return {
        "data": list(data),
        "layout": parts.layout(form, x, parts.per_cent_axis(), annotations, **more),
    }
