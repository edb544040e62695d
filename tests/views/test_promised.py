"""Each figure says and lets one set what `promised.toml` says that it does."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from mureceptor.marks.forms import WIDE
from mureceptor.views import VIEWS
from mureceptor.views.parameter import Choice, Parameter
from mureceptor.views.view import View

PROMISED = tomllib.loads(Path(__file__).with_name("promised.toml").read_text("utf-8"))
each_view = pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)


def test_every_figure_is_promised() -> None:
    assert PROMISED.keys() == VIEWS.keys()


@each_view
def test_what_stands_beside_the_figure(view: View) -> None:
    promised = PROMISED[view.name]
    for words in ("title", "tag", "tag_words", "note", "caution"):
        assert getattr(view, words) == promised[words]
    assert [[words, dict(fields)] for words, fields in view.tries] == promised["tries"]


@each_view
def test_what_can_be_set(view: View) -> None:
    controls: dict[str, Any] = {}
    choices: dict[str, Any] = {}
    for field, record in view.state.parameters().items():
        if isinstance(record, Parameter):
            controls[field] = {
                "label": record.label,
                "symbol": record.symbol,
                "help": record.help,
                "source": record.source,
                "note": record.note,
                "unit": record.unit,
                "range": [record.low, record.high],
                "scale": record.scale,
                "steps": record.steps,
                "opens_at": record.default,
            }
        elif isinstance(record, Choice):
            choices[field] = {
                "label": record.label,
                "help": record.help,
                "source": record.source,
                "opens_at": record.default,
                "options": [
                    [option, words, dict(record.opens.get(option, {}))]
                    for option, words in record.options.items()
                ],
            }
    assert controls == PROMISED[view.name].get("controls", {})
    assert choices == PROMISED[view.name].get("choices", {})


@each_view
def test_each_option_opens_at_a_telling_state(view: View) -> None:
    """Whatever is chosen first, the sentence says something else than before."""
    for field, choice in view.chosen.items():
        before = view.sentence(view.state())
        for option in choice.options:
            state, refused = view.state.parse({field: option})
            assert not refused
            assert option == choice.default or view.sentence(state) != before, option


def test_each_mixture_opens_where_the_drug_that_is_added_does_much() -> None:
    view = VIEWS["mixing"]
    for option in view.chosen["mixed"].options:
        now = view.numbers(view.state.parse({"mixed": option})[0])
        assert abs(now.after - now.before) > 0.09, option
        assert "a little" not in str(view.draws(now, WIDE)["main"].plots[0].marks), option
