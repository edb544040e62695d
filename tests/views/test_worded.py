"""Each figure says what `worded.toml` says that it says, whatever is chosen or tried first.

The numbers are checked elsewhere, so each one is a `#` here; the words around them are not worked
out anywhere, and a "more" that became a "less" would be seen by nobody. They were read and agreed,
as the promises beside them. Who changes a sentence or a word on a chart changes it here. The hues
are those of a sentence's coloured words, in order.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.views.conftest import Picture, bare

from mureceptor.marks.forms import NARROW, SCENE, WIDE
from mureceptor.views import VIEWS
from mureceptor.views.parameter import Parameter
from mureceptor.views.state import State
from mureceptor.views.view import View

WORDED = tomllib.loads(Path(__file__).with_name("worded.toml").read_text("utf-8"))
NUMBER = r"(under |over |fewer than |more than )?\d+(,\d{3})*(\.\d+)?(?!-OH|\d)"

# A page and a projector say the same, but from the back row two plots can be read, not four.
NOT_ON_BOTH = {
    "dependence": {
        "Amount, the same for both (until the stop, a day’s highest)",
        "Effect, % of the largest possible (until the stop, a day’s highest)",
        "Thin: the effect that the body expects",
        "Low push #, high push # %",
        "Low push # %, high push # %",
    }
}


def looked_at(view: View) -> Iterator[State]:
    """How a figure opens, each "Try this", each option, each control at both of its ends."""
    first = view.state()
    yield first
    tries = [{field: str(value) for field, value in fields.items()} for _, fields in view.tries]
    options = [{field: option} for field, each in view.chosen.items() for option in each.options]
    for texts in (*tries, *options):
        yield view.state.parse(texts)[0]
    for field, record in view.state.parameters().items():
        if isinstance(record, Parameter):
            yield from (replace(first, **{field: end}) for end in (record.low, record.high))


def told(picture: Picture) -> Iterator[tuple[str, str]]:
    """All that one picture says: the place, the words."""
    yield "sentences", picture.sentence
    yield "hues", " ".join(picture.hues)
    yield from (("table", column) for column in picture.columns)
    for panel, spec in picture.panels.items():
        yield from (("chart", words) for words in (*picture.labels(panel), *picture.words(panel)))
        yield "readout", spec["layout"].get("meta", {}).get("x", "")
        for name, axis in spec["layout"].items():
            if "axis" in name:
                yield from (("chart", bare(words)) for words in axis.get("ticktext", ()))


@pytest.mark.parametrize("name", VIEWS)
def test_a_figure_says_what_was_agreed(name: str) -> None:
    view = VIEWS[name]
    said: dict[str, set[str]] = {}
    charts: dict[str, set[str]] = {"narrow": set(), "wide": set(), "scene": set()}
    for state in dict.fromkeys(looked_at(view)):
        fields = {field: getattr(state, field) for field in view.state.parameters()}
        for form in map(view.fit, (NARROW, WIDE, SCENE)):
            for place, words in told(Picture(name, form, **fields)):
                if re.search("[A-Za-z]", words):
                    words = re.sub(NUMBER, "#", words)
                    said.setdefault(place, set()).add(words)
                    charts[form.name].update([words] * (place == "chart"))
    for place, found in said.items():
        agreed = set(WORDED.get(name, {}).get(place, ()))  # of a new figure: nothing yet
        assert found - agreed == set(), "said and not agreed"
        assert agreed - found == set(), "agreed and not said"
    assert charts["scene"] ^ charts["wide"] == NOT_ON_BOTH.get(name, set())
