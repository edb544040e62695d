"""What comes back from the browser is input like any other."""

from typing import Any

import pytest
import streamlit as st

from mureceptor.figures.forms import NARROW, WIDE
from mureceptor.live.chart import _keep, chart_data
from mureceptor.live.routes import version
from mureceptor.states import Reserve, Short
from mureceptor.views import VIEWS

SHORT, RESERVE = VIEWS["short"], VIEWS["reserve"]
GOOD = {"amplification": "1", "push": "high", "formation": "made"}


@pytest.fixture
def query(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    params = {"elsewhere": "kept"}
    monkeypatch.setattr(st, "query_params", params)
    return params


def test_a_settled_state_goes_into_the_address(query: dict[str, str]) -> None:
    _keep(RESERVE, dict(GOOD))
    assert query == {"elsewhere": "kept"} | {f"reserve.{k}": v for k, v in GOOD.items()}


def test_a_value_between_steps_is_written_as_its_step(query: dict[str, str]) -> None:
    _keep(SHORT, {"amount": "10.01"})
    assert query["short.amount"] == "10"


@pytest.mark.parametrize(
    "value",
    [
        None,
        "amount=1",
        1.0,
        True,
        [["amplification", "1"]],
        {},
        {"amplification": "1"},
        {"push": "low", "formation": "made"},
        GOOD | {"amplification": 1},
        GOOD | {"amplification": None},
        GOOD | {"amplification": ["1"]},
        GOOD | {"amplification": {"value": "1"}},
        GOOD | {"amplification": "nan"},
        GOOD | {"amplification": "inf"},
        GOOD | {"amplification": "0.99"},
        GOOD | {"amplification": "101"},
        GOOD | {"amplification": ""},
        GOOD | {"amplification": "9" * 1_000_000},
        GOOD | {"amplification": "x" * 1_000_000},
        GOOD | {"push": "middle"},
        GOOD | {"push": "high" * 250_000},
        GOOD | {"push": "<b>"},
        GOOD | {"another": "1"},
    ],
    ids=lambda value: repr(value)[:60],
)
def test_what_is_no_state_of_the_view_is_refused(query: dict[str, str], value: Any) -> None:
    _keep(RESERVE, value)
    assert query == {"elsewhere": "kept"}


def test_the_browser_is_told_what_to_fetch_and_where_it_stands() -> None:
    data = chart_data(RESERVE, Reserve(amplification=1, push="high"), (NARROW, WIDE))
    assert data["address"] == f"/live/{version()}/figures/reserve/FORM"
    assert data["addressed"] == ("push", "formation")
    assert data["texts"] == {"amplification": "1", "push": "high", "formation": "ready"}
    assert data["sentence"] == RESERVE.sentence(Reserve(amplification=1, push="high"))
    (control,) = data["controls"]
    assert (control["field"], control["step"], control["steps"]) == ("amplification", 0, 81)
    assert [choice["field"] for choice in data["choices"]] == ["push", "formation"]
    assert [form[0] for form in data["forms"]] == ["narrow", "wide"]


def test_a_figure_that_is_swept_over_all_it_shows_has_one_address() -> None:
    data = chart_data(SHORT, Short(), (WIDE,))
    assert data["address"] == f"/live/{version()}/figures/short/FORM"
    assert data["addressed"] == ()


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_what_is_worth_a_click_is_a_step_that_the_browser_knows(view: Any) -> None:
    data = chart_data(view, view.state(), (WIDE,))
    known = {f: [p.format(v) for v in p.grid] for f, p in view.dragged.items()}
    known |= {f: list(choice.options) for f, choice in view.chosen.items()}
    assert data["tries"]
    for _words, texts in data["tries"]:
        assert all(text in known[field] for field, text in texts.items())
    assert all(data["texts"][field] in known[field] for field in known)
