"""A figure as it stands, for a page that is read where no script runs."""

from typing import Final

from mureceptor.live.chart import chart_data
from mureceptor.live.contract import ChartData
from mureceptor.marks.forms import NARROW, WIDE, Form
from mureceptor.marks.svg import svg
from mureceptor.views.explained import words
from mureceptor.views.state import State
from mureceptor.views.view import View

PAGE: Final = (NARROW, WIDE)  # the forms that a page has


def record(view: View, state: State, forms: tuple[Form, ...] = PAGE) -> ChartData:
    """Return what the browser is told of the figure where it moves."""
    return chart_data(view, state, forms, words=words())


def drawn(
    view: View, state: State, forms: tuple[Form, ...] = PAGE
) -> list[tuple[Form, dict[str, str]]]:
    """Return the panels as SVG, by name, in each form."""
    numbers = view.numbers(state)
    return [
        (form, {name: svg(panel, f"Chart: {view.title}") for name, panel in panels.items()})
        for form in map(view.fit, forms)
        for panels in [view.draws(numbers, form)]
    ]
