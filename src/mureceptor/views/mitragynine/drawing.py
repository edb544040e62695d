"""Mitragynine in two laboratories, one above the other."""

from typing import Final

from mureceptor.marks.forms import Form
from mureceptor.marks.labels import at_end, label, title
from mureceptor.marks.marks import Label, Mark, Place
from mureceptor.marks.panel import Axis, Panel, Plot
from mureceptor.views import laboratory_drawing as drawn
from mureceptor.views.laboratory import Laboratory, Result, laboratory
from mureceptor.views.mitragynine.state import Mitragynine

_ABOVE, _BELOW = laboratory("kruegel", "mitragynine"), laboratory("obeng", "mitragynine")
_TICKS: Final = (0.0, 50.0, 100.0)


def draw(state: Mitragynine, form: Form) -> dict[str, Panel]:
    """Draw a strip for each laboratory, above one axis of amounts."""
    words = title("Signal, % of each test’s own full mark", form)
    above = _strip(_ABOVE, state.amount, form, (0.56, 1), (words,), zero=True)
    below = _strip(_BELOW, state.amount, form, (0, 0.44))
    return {"main": Panel(form=form, plots=(above, below), stacked=True)}


def _strip(
    lab: Laboratory,
    amount: float,
    form: Form,
    up: tuple[float, float],
    words: tuple[Mark, ...] = (),
    *,
    zero: bool = False,
) -> Plot:
    (result,) = lab.results
    marks = (
        *drawn.lines(lab, form),
        *drawn.marks(lab, amount, form),
        *words,
        drawn.caption(lab, form, _CAPTION[form.name](lab, form)),
        _LABEL[form.name](result, form),
    )
    y = Axis(low=-8, high=100, ticks=_TICKS, zero=zero)
    return Plot(x=drawn.amount_axis(), y=y, up=up, marks=marks)


def _in_the_margin(result: Result, form: Form) -> Label:
    place = at_end(max(100 * (result.top or 0), 24))
    return label(drawn.name(result), drawn.note(result), result.kind.name, form, place)


def _above_the_line(result: Result, form: Form) -> Label:
    # A phone has no margin, and a scene's holds the caution.
    place = Place(x=0.99, y=100 * (result.top or 0) + 30, anchor="right")
    return label(drawn.in_one_line(result), "", result.kind.name, form, place)


def _in_rows(lab: Laboratory, form: Form) -> str:
    return drawn.tested(lab, form, 90)


def _after_the_name(lab: Laboratory, _form: Form) -> str:
    # A phone's strip has room for one line above the curve's own.
    return f", {lab.test.split(',')[0]}"


_LABEL: Final = {"narrow": _above_the_line, "wide": _in_the_margin, "scene": _above_the_line}
_CAPTION: Final = {"narrow": _after_the_name, "wide": _in_rows, "scene": _in_rows}
