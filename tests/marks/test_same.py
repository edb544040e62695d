"""Each figure is the same picture by Plotly's JSON and by SVG, so nothing jumps at the swap.

Both are read back into what they draw. Nothing may be in one only.
"""

from collections.abc import Iterator
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from tests.marks.seen import Drawn, Planned, Seen

from mureceptor.marks.forms import FORMS, Form
from mureceptor.marks.panel import Panel
from mureceptor.marks.plotly import figure
from mureceptor.marks.svg import svg
from mureceptor.views import VIEWS
from mureceptor.views.parameter import Parameter
from mureceptor.views.state import State
from mureceptor.views.view import View


def looked_at(view: View, form: Form) -> Iterator[State]:
    """How a figure opens, each option, all controls at their ends: some in each form."""
    first = view.state()
    yield first
    tries = [{field: str(v) for field, v in fields.items()} for _, fields in view.tries]
    options = [{field: option} for field, each in view.chosen.items() for option in each.options]
    states = [view.state.parse(texts)[0] for texts in (*tries, *options)]
    records = view.state.parameters().items()
    bounds = {f: (r.low, r.high) for f, r in records if isinstance(r, Parameter)}
    states += [replace(first, **{f: ends[i] for f, ends in bounds.items()}) for i in (0, 1)]
    yield from dict.fromkeys(states[list(FORMS).index(form.key) :: len(FORMS)])


def compared(panel: Panel) -> tuple[list[Seen], list[Seen]]:
    """What is left of Plotly's JSON and of the SVG when all that they share is taken away."""
    planned = list(Planned(figure(panel), panel.form).seen())
    root = ElementTree.fromstring(svg(panel, "t"))  # noqa: S314 - of our own making
    left, found = [], Drawn(root, panel.form).found
    for each in planned:
        same = next((i for i, other in enumerate(found) if each.matches(other)), None)
        if same is None:
            left.append(each)
        else:
            del found[same]
    return left, found


@pytest.mark.parametrize("name", VIEWS)
@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_a_figure_is_the_same_picture_in_both(name: str, form: Form) -> None:
    view = VIEWS[name]
    for state in looked_at(view, form):
        for panel in view.draw(state, view.fit(form)).values():
            left, found = compared(panel)
            assert not left, f"Plotly alone, at {state.texts()}: {left[:3]}; SVG: {found[:3]}"
            assert not found, f"SVG alone, at {state.texts()}: {found[:3]}"
            style = ElementTree.fromstring(svg(panel, "t")).get("style", "")  # noqa: S314
            margin = figure(panel)["layout"]["margin"]
            sides = " ".join(f"{margin[side]}px" for side in "trbl")
            assert f"height:{panel.form.plot}px;margin:{sides};" in style
            assert f"calc(100% - {margin['l'] + margin['r']}px)" in style
