"""What the browser fetches, read back as `browser/sweep.js` reads it."""

import gzip
import json
import math
from dataclasses import dataclass, replace
from functools import cache
from typing import Any
from unittest.mock import MagicMock

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mureceptor.live import payload
from mureceptor.live.chart import chart_data
from mureceptor.live.contract import DocumentData, FloatsData, FrameData, HeaderData
from mureceptor.live.payload import document, leaves, pack
from mureceptor.marks.forms import FORMS, NARROW, WIDE, Form
from mureceptor.views import VIEWS
from mureceptor.views.short.state import Short
from mureceptor.views.state import State
from mureceptor.views.textbook import AMOUNT
from mureceptor.views.view import View

LARGEST = 200_000  # [bytes] of one answer, compressed
answer = cache(payload.answer)  # the server keeps them too: test_answers.py
each_view = pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
each_form = pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)


@dataclass
class Sweep:
    """`class Sweep` of sweep.js: the answer, and the document set to one step."""

    content: bytes

    def __post_init__(self) -> None:
        length = int.from_bytes(self.content[:4], "little")
        assert length % 4 == 0, "the floats must start on a multiple of four"
        self.header: HeaderData = json.loads(self.content[4 : 4 + length])
        self.floats = np.frombuffer(self.content[4 + length :], "<f4")
        self.steps: list[int] = self.header["steps"]

    def unpack(self, node: Any) -> Any:
        if isinstance(node, list):
            return [self.unpack(child) for child in node]
        if isinstance(node, dict):
            if "f32" in node:
                return self.part(node["f32"])
            return {key: self.unpack(child) for key, child in node.items()}
        return node

    def part(self, floats: FloatsData) -> Any:
        return self.floats[floats["start"] : floats["start"] + floats["length"]]

    def at(self, steps: list[int], moved: int | None = None) -> dict[str, Any]:
        shown: dict[str, Any] = self.unpack(self.header["document"])
        for frame in self.header["frames"]:
            if moved is not None and moved not in frame["controls"]:
                continue
            at = 0
            for control in frame["controls"]:
                at = at * self.steps[control] + steps[control]
            parent: Any = shown
            for key in frame["path"][:-1]:
                parent = parent[key]
            parent[frame["path"][-1]] = self.value(frame, at)
        return shown

    def value(self, frame: FrameData, at: int) -> Any:
        if frame["distinct"]:
            return frame["distinct"][frame["index"][at]]
        values = self.part(frame["floats"])
        size = frame["size"]
        return values[at * size : (at + 1) * size] if size else values[at]


def same(shown: Any, meant: Any) -> bool:
    if isinstance(meant, np.ndarray) and meant.dtype.kind in "fiu":
        return bool(np.allclose(shown, meant, rtol=1e-6, atol=1e-30, equal_nan=True))
    if isinstance(meant, np.ndarray):
        return bool(list(shown) == meant.tolist())
    if isinstance(meant, float | int | np.number) and not isinstance(meant, bool):
        if math.isnan(meant):
            return shown is None or math.isnan(shown)
        return math.isclose(shown, meant, rel_tol=1e-6, abs_tol=1e-30)
    return bool(shown == meant)


def assert_shows(shown: dict[str, Any], meant: DocumentData) -> None:
    expected = dict(leaves(meant))
    found = dict(leaves(shown))
    assert found.keys() == expected.keys()
    wrong = [path for path, value in expected.items() if not same(found[path], value)]
    assert not wrong, wrong[:5]


def chosen(view: View) -> list[State]:
    """The default, and the last option of every choice."""
    last = {field: list(choice.options)[-1] for field, choice in view.chosen.items()}
    return list(dict.fromkeys([view.state(), replace(view.state(), **last)]))


@each_view
@each_form
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_the_browser_shows_what_was_drawn(view: View, form: Form, data: st.DataObject) -> None:
    state = data.draw(st.sampled_from(chosen(view) if form is WIDE else [view.state()]))
    dragged, used = view.dragged, list(view.dragged_in(state))
    sweep = Sweep(gzip.decompress(answer(view.name, form.key, state)))
    controls = chart_data(view, state, (form,))["controls"]  # what the browser was told before
    assert [control["field"] for control in controls] == list(dragged)
    assert [len(control["values"]) for control in controls] == sweep.steps
    assert sweep.header["unused"] == [field for field in dragged if field not in used]
    steps = [parameter.grid.index(getattr(state, field)) for field, parameter in dragged.items()]
    # Where each control is swept alone, the others stay where they were.
    moved = None if view.swept_together else list(dragged).index(data.draw(st.sampled_from(used)))
    for i, count in enumerate(sweep.steps):
        if moved in {None, i}:
            steps[i] = data.draw(st.integers(0, count - 1))
    at = {c["field"]: c["values"][step] for c, step in zip(controls, steps, strict=True)}
    stepped, refused = view.state.parse(state.texts() | at)
    assert not refused
    assert_shows(sweep.at(steps, moved), document(view, view.numbers(stepped), form))


@each_view
@each_form
def test_an_answer_is_small_and_opens_on_its_own_state(view: View, form: Form) -> None:
    content = answer(view.name, form.key, view.state())
    assert len(content) < LARGEST
    sweep = Sweep(gzip.decompress(content))
    assert_shows(
        sweep.unpack(sweep.header["document"]), document(view, view.numbers(view.state()), form)
    )


def test_the_same_state_gives_the_same_bytes() -> None:
    for view in (VIEWS["short"], VIEWS["reserve"]):
        packed = gzip.decompress(answer(view.name, "wide", view.state()))
        assert packed == pack(view, view.state(), WIDE)


@each_view
def test_the_numbers_of_a_state_are_worked_out_once_for_all_that_shows_them(view: View) -> None:
    asked, swept = MagicMock(wraps=view.numbers), MagicMock(wraps=view.all_numbers)
    pack(replace(view, numbers=asked, sweep=swept), view.state(), NARROW)
    lengths = [record.steps for record in view.dragged_in(view.state()).values()]
    passes = [math.prod(lengths)] if view.swept_together else lengths
    assert [len(call.args[0]) for call in swept.call_args_list] == passes
    assert asked.call_count == 1


# --- The rules that a figure must keep ------------------------------------------------------------


@pytest.fixture
def any_json(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a view draw JSON of any shape instead of typed panels."""
    monkeypatch.setattr(payload, "figures", lambda panels: panels)


any_json_is_drawn = pytest.mark.usefixtures("any_json")


def view_that_draws(draw: Any) -> View:
    return replace(VIEWS["short"], draws=lambda state, _form: {"main": draw(state)}, beside=False)


@any_json_is_drawn
def test_a_figure_that_changes_its_parts_is_refused() -> None:
    def draw(state: Short) -> dict[str, Any]:
        return {"data": [{"y": state.amount}] * (1 if state.amount < 1 else 2)}

    with pytest.raises(ValueError, match="'short' changes its shape from one step to another"):
        pack(view_that_draws(draw), Short(), NARROW)


@any_json_is_drawn
def test_a_figure_that_changes_its_length_is_refused() -> None:
    with pytest.raises(ValueError, match="'short' changes its shape from one step to another"):
        pack(view_that_draws(lambda s: {"y": np.zeros(3 if s.amount < 1 else 4)}), Short(), NARROW)


@any_json_is_drawn
def test_a_value_that_json_does_not_know_is_refused() -> None:
    with pytest.raises(ValueError, match="JSON"):
        pack(view_that_draws(lambda _state: {"y": math.inf}), Short(), NARROW)


@any_json_is_drawn
def test_a_gap_in_a_curve_reaches_the_browser() -> None:
    def draw(state: Short) -> dict[str, Any]:
        gap = math.nan if state.amount < 1 else state.amount
        return {"still": np.array([1, math.nan]), "moving": np.array([gap, 2]), "one": [gap]}

    sweep = Sweep(pack(view_that_draws(draw), Short(), NARROW))
    low, high = (sweep.at([step])["panels"]["main"] for step in (0, AMOUNT.steps - 1))
    np.testing.assert_array_equal(low["still"], [1, np.nan])
    np.testing.assert_array_equal(low["moving"], [np.nan, 2])
    np.testing.assert_array_equal(high["moving"], [100, 2])
    assert math.isnan(low["one"][0])
    assert high["one"] == [100]


@any_json_is_drawn
def test_what_stays_is_sent_once_and_what_moves_step_by_step() -> None:
    def draw(state: Short) -> dict[str, Any]:
        word = "low" if state.amount < 1 else "high"
        return {"still": np.arange(3.0), "moves": state.amount, "word": word}

    sweep = Sweep(pack(view_that_draws(draw), Short(), NARROW))
    frames = {frame["path"][-1]: frame for frame in sweep.header["frames"]}
    assert "still" not in frames
    assert frames["moves"]["floats"]["length"] == AMOUNT.steps
    assert frames["word"]["distinct"] == ["low", "high"]
    assert len(frames["word"]["index"]) == AMOUNT.steps
