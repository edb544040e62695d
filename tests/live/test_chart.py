"""What the browser is told of a figure before it fetches it."""

from typing import Any

import pytest

from mureceptor.live.chart import chart_data
from mureceptor.live.routes import version
from mureceptor.live.still import drawn, record
from mureceptor.marks.forms import NARROW, WIDE
from mureceptor.views import VIEWS
from mureceptor.views.phrases import plain
from mureceptor.views.reserve.state import Reserve
from mureceptor.views.sandbox.state import Sandbox
from mureceptor.views.short.state import Short

SHORT, RESERVE = VIEWS["short"], VIEWS["reserve"]


def test_the_browser_is_told_what_to_fetch_and_where_it_stands() -> None:
    data = chart_data(RESERVE, Reserve(amplification=1, push="high"), (NARROW, WIDE))
    assert data["address"] == f"/live/{version()}/figures/reserve/FORM"
    assert data["addressed"] == ["push", "formation"]
    assert data["texts"] == {"amplification": "1", "push": "high", "formation": "ready"}
    assert data["sentence"] == RESERVE.sentence(Reserve(amplification=1, push="high"))
    (control,) = data["controls"]
    assert control["field"] == "amplification"
    values = control["values"]
    assert (len(values), values[0], values[80], values[-1]) == (161, "0.01", "1", "100")
    assert [choice["field"] for choice in data["choices"]] == ["push", "formation"]
    assert [form["name"] for form in data["forms"]] == ["narrow", "wide"]


def test_a_figure_that_is_swept_over_all_it_shows_has_one_address() -> None:
    data = chart_data(SHORT, Short(), (WIDE,))
    assert data["address"] == f"/live/{version()}/figures/short/FORM"
    assert data["addressed"] == []


def test_controls_that_mean_nothing_in_a_state_are_named() -> None:
    data = chart_data(VIEWS["sandbox"], Sandbox(drugs="2", task="none"), (WIDE,))
    assert len(data["controls"]) == 12
    assert data["unused"] == ["amount3", "grip3", "push3"]
    assert data["usual"] == Sandbox().texts(), "what a pin is packed against"
    assert chart_data(SHORT, Short(), (WIDE,))["usual"] is None


# Effect [%] before and after, by hand: sum of push x amount over itself + 1 + sum of amounts.
EFFECT = {
    "full-on-partial": (39, 69),
    "partial-on-full": (91, 56),
    "naloxone-on-full": (91, 16),
    "naloxone-on-partial": (39, 6),
    "naloxone-on-both": (87, 17),
    "7oh-on-mitragynine": (21, 32),
}


def test_a_mixture_opens_at_a_state_of_its_own_when_chosen_and_in_its_own_link() -> None:
    view = VIEWS["mixing"]
    (choice,) = chart_data(view, view.state(), (WIDE,))["choices"]
    assert choice["opens"].keys() == choice["options"].keys()
    known = {f: [p.format(v) for v in p.grid] for f, p in view.dragged.items()}
    for option, texts in choice["opens"].items():
        assert texts.keys() == {"there", "added"}
        assert all(text in known[field] for field, text in texts.items())
        opened = view.read({"mixing.mixed": option})[0]
        assert opened.texts() == {"mixed": option, **texts}
        own = view.read({"mixing.mixed": option, "mixing.added": "0.1"})[0]
        assert own.texts() == {"mixed": option, **texts, "added": "0.1"}, "a link\u2019s own stay"
        first, last = EFFECT[option]
        assert f"{first}\u00a0%" in plain(view.sentence(opened))
        assert f"to {last}\u00a0%" in plain(view.sentence(opened))


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_what_is_worth_a_click_is_a_step_that_the_browser_knows(view: Any) -> None:
    data = chart_data(view, view.state(), (WIDE,))
    known = {f: [p.format(v) for v in p.grid] for f, p in view.dragged.items()}
    known |= {f: list(choice.options) for f, choice in view.chosen.items()}
    assert data["tries"]
    for each in data["tries"]:
        assert all(text in known[field] for field, text in each["texts"].items())
    assert all(data["texts"][field] in known[field] for field in known)


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_a_control_is_spoken_in_plain_words_and_sized_like_the_figure(view: Any) -> None:
    data = chart_data(view, view.state(), (NARROW, WIDE))
    for control in data["controls"]:
        assert control["unit"] in ("", "hours", "minutes", "days", "%", "nM"), control["field"]
    for told, form in zip(data["forms"], map(view.fit, (NARROW, WIDE)), strict=True):
        assert (told["plot"], told["height"]) == (form.plot, form.height)
        assert (told["left"], told["right"], told["top"]) == (form.left, form.right, form.top)
        assert (told["side"], told["from_width"]) == (form.side, form.from_width)


def test_a_page_has_each_figure_for_a_phone_and_for_a_screen() -> None:
    for view in VIEWS.values():
        assert [form.name for form, _ in drawn(view, view.state())] == ["narrow", "wide"]
        assert [form["name"] for form in record(view, view.state())["forms"]] == ["narrow", "wide"]
