"""A figure as it stands, for a page that is read where no script runs."""

from typing import Final

from mureceptor.live.chart import chart_data
from mureceptor.live.contract import ChartData
from mureceptor.marks.forms import NARROW, WIDE, Form
from mureceptor.marks.svg import svg
from mureceptor.views.state import State
from mureceptor.views.view import View

_FORMS: Final = (NARROW, WIDE)


def record(view: View, state: State) -> ChartData:
    """Return what the browser is told of the figure where it moves."""
    return chart_data(view, state, _FORMS)


def drawn(view: View, state: State) -> list[tuple[Form, dict[str, str]]]:
    """Return the panels as SVG, by name, in each form that a page has."""
    numbers = view.numbers(state)
    return [
        (form, {name: svg(panel, f"Chart: {view.title}") for name, panel in panels.items()})
        for form in map(view.fit, _FORMS)
        for panels in [view.draws(numbers, form)]
    ]
