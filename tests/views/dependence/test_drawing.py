"""The stacked weeks and the two curves: what they show of the model, and what they must say."""

import re
from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from numpy.testing import assert_allclose

from mureceptor.live.payload import answer
from mureceptor.marks.forms import FORMS, Form
from mureceptor.marks.look import ANTAGONIST, PARTIAL
from mureceptor.marks.plotly import figures
from mureceptor.marks.plotly.tokens import Spec
from mureceptor.model.activation import effect
from mureceptor.views.course import DAY, DAYS
from mureceptor.views.dependence import VIEW
from mureceptor.views.dependence.numbers import weeks
from mureceptor.views.dependence.state import GIVEN, LOSS_DRIVER, REGULARITY, Dependence


def draw(state: Dependence, form: Form) -> dict[str, Spec]:
    return figures(VIEW.draw(state, form))


each_page = pytest.mark.parametrize("form", [FORMS["narrow"], FORMS["wide"]], ids=lambda f: f.name)
each_form = pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)


def drawn(form: Form, panel: str = "main", **fields: float | str) -> dict[str, Any]:
    state = replace(Dependence(), **fields)  # type: ignore[arg-type]
    spec: dict[str, Any] = draw(state, VIEW.fit(form))[panel]
    return spec


def named(spec: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {trace["name"]: trace for trace in spec["data"] if trace.get("name")}


def plots(layout: dict[str, Any]) -> list[str]:
    return [key for key in sorted(layout) if key.startswith("yaxis") and key != "yaxis9"]


def marks(spec: dict[str, Any]) -> list[dict[str, Any]]:
    return [trace for trace in spec["data"] if "markers" in trace["mode"]]


@each_form
def test_untouched_the_low_push_drug_shows_withdrawal(form: Form) -> None:
    lines = named(drawn(form))
    low, high = lines["Low push, withdrawal"]["y"], lines["High push, withdrawal"]["y"]
    before, after = DAY <= 28, DAY > 28
    assert low[before].max() < 2
    assert low[after].max() == pytest.approx(12, abs=0.5)
    assert high[after].max() == pytest.approx(48, abs=0.5)
    low_text, high_text = marks(drawn(form))[-1]["text"]
    assert "12 %" in low_text
    assert "48 %" in high_text


@each_page
def test_withdrawal_is_what_the_effect_lacks_of_the_expected(form: Form) -> None:
    lines = named(drawn(form, stop=20))
    after = DAY > 20
    for push in ("Low push", "High push"):
        lacks = lines[f"{push}, effect expected"]["y"] - lines[f"{push}, effect"]["y"]
        assert_allclose(
            lines[f"{push}, withdrawal"]["y"][after], np.maximum(0, lacks)[after], atol=0.02
        )


@each_page
def test_both_drugs_share_one_amount_and_one_time_axis(form: Form) -> None:
    spec = drawn(form)
    assert {trace.get("xaxis", "x") for trace in spec["data"]} == {"x"}
    assert {trace.get("yaxis", "y") for trace in spec["data"]} == {"y", "y2", "y3", "y4", "y9"}
    assert list(named(spec)).count("Amount") == 1
    assert spec["layout"]["hoversubplots"] == "axis"
    assert spec["layout"]["xaxis"]["spikemode"] == "across"
    assert spec["layout"]["xaxis"]["range"] == [0, DAYS]


@each_form
@pytest.mark.parametrize("stop", [0, 14, 56])
def test_the_guide_goes_through_all_plots_at_the_stop(form: Form, stop: int) -> None:
    spec = drawn(form, stop=stop)
    (guide,) = (trace for trace in spec["data"] if trace.get("yaxis") == "y9")
    assert (guide["x"], guide["y"]) == ([stop, stop], [0, 1])
    assert spec["layout"]["yaxis9"]["range"] == [0, 1]
    assert "domain" not in spec["layout"]["yaxis9"]  # all the height there is


@each_form
@pytest.mark.parametrize("panel", ["main", "beside"])
def test_every_plot_says_that_it_is_no_prediction(form: Form, panel: str) -> None:
    layout = drawn(form, panel)["layout"]
    said = [a for a in layout["annotations"] if a["text"] == "Illustrative, not a prediction"]
    assert len(said) == len(plots(layout))
    assert len({a["yref"] for a in said}) == len(said)
    assert {(a["x"], a["y"], a["xanchor"], a["yanchor"]) for a in said} == {
        (1, 0, "right", "bottom")
    }


@each_form
def test_plots_are_stacked_with_room_for_a_title(form: Form) -> None:
    fitted = VIEW.fit(form)
    layout = drawn(form)["layout"]
    domains = [layout[key]["domain"] for key in plots(layout)]
    assert domains[0][1] == pytest.approx(1)
    assert domains[-1][0] == pytest.approx(0, abs=1e-9)
    for above, below in pairwise(domains):
        assert (above[0] - below[1]) * fitted.plot >= 1.3 * form.tick
    assert all((top - bottom) * fitted.plot > 1.5 * form.tick for bottom, top in domains)


@each_form
@pytest.mark.parametrize("given", ["blocker", "low"])
def test_what_is_given_is_marked_in_its_own_shape_on_both_drugs(form: Form, given: str) -> None:
    mark = marks(drawn(form, given=given))[-1]
    kind = ANTAGONIST if given == "blocker" else PARTIAL
    assert mark["marker"]["symbol"] == [kind.symbol] * 2
    assert mark["textfont"]["color"] == ["@partial", "@full"]
    course = weeks(Dependence())
    assert_allclose(mark["y"], 100 * course.sudden[given])
    assert_allclose(mark["x"], course.sudden_day)
    assert all("at once" in text for text in mark["text"])


@each_form
def test_no_mark_stands_beyond_the_last_day(form: Form) -> None:
    assert np.isnan(marks(drawn(form, stop=56))[-1]["y"]).all()
    assert not np.isnan(marks(drawn(form, stop=56, given="low"))[-1]["y"]).any()


@each_form
def test_numbers_too_near_to_each_other_share_a_line(form: Form) -> None:
    mark = marks(drawn(form, regularity="daily", driver="taken", given="low"))[-1]
    assert mark["text"][0].strip("<b>/\u00a0") == ""
    low, high = '<span style="color:@partial">0</span>', " and 3 % at once"
    assert mark["text"][1].startswith(f"<b>{low}</b><b>{high}</b>")
    assert "both 47 %" in marks(drawn(form, driver="taken"))[-2]["text"][1]


@each_form
def test_beside_each_curve_moves_right_and_down(form: Form) -> None:
    spec = drawn(form, "beside")
    lines = named(spec)
    course = weeks(Dependence())
    for drug, (push, tau) in enumerate((("Low push", 0.7), ("High push", 20.0))):
        x = lines[f"{push}, at the stop"]["x"]
        assert_allclose(lines[f"{push}, before"]["y"], 100 * effect(x, 1, tau), atol=0.006)
        left = float(course.left[drug])
        assert_allclose(
            lines[f"{push}, at the stop"]["y"], 100 * effect(x, 1, tau * left), atol=0.006
        )
    words = " ".join(trace["text"][0] for trace in spec["data"] if "text" in trace)
    words = words.replace("<br>", " ")
    assert "top 41 → 33 %; half of it takes 1.1 × the amount" in words
    assert "top 95 → 88 %; half of it takes 2.6 × the amount" in words
    high, low = (trace for trace in marks(spec))
    assert high["x"][1] / high["x"][0] == pytest.approx(course.shift[1])
    assert low["x"][1] / low["x"][0] == pytest.approx(course.shift[0])


@pytest.mark.parametrize("regularity", REGULARITY.options)
@pytest.mark.parametrize("driver", LOSS_DRIVER.options)
def test_how_much_more_it_takes_is_told_and_a_little_more_is_not_once(
    regularity: str, driver: str
) -> None:
    shapes = set()
    for stop in (0, 1, 7, 28):
        left = weeks(Dependence(regularity=regularity, driver=driver, stop=stop)).left
        spec = drawn(FORMS["wide"], "beside", regularity=regularity, driver=driver, stop=stop)
        words = " ".join(trace["text"][0] for trace in spec["data"] if "text" in trace)
        told = re.findall(r"half of it takes<br>([\d.]+) × the amount", words)
        for number, tau, share in zip(told, (20.0, 0.7), reversed(left), strict=True):
            shift = (1 + tau) / (1 + share * tau)
            assert float(number) == pytest.approx(shift, abs=0.0505)
            assert (float(number) > 1) is (stop > 0), number
            shapes.add(len(number))
    assert shapes == {3, 4}


@pytest.mark.parametrize("regularity", REGULARITY.options)
@pytest.mark.parametrize("driver", LOSS_DRIVER.options)
@pytest.mark.parametrize("given", GIVEN.options)
def test_every_answer_is_of_one_shape_and_small(regularity: str, driver: str, given: str) -> None:
    state = Dependence(regularity=regularity, driver=driver, given=given)
    assert (
        len(answer("dependence", "wide", state)) < 100_000
    )  # packing raises if a step has another shape


def test_the_view_says_what_must_be_read() -> None:
    assert "After a break, the same amount of an opioid can kill." in VIEW.caution
    assert "Do not stop or switch alone" in VIEW.caution
    assert "800" in VIEW.caution
    assert "makes low push look better than it is" in VIEW.note
    assert "no such curve for kratom" in VIEW.note


def test_a_scene_shows_signalling_and_withdrawal_and_names_the_drugs() -> None:
    spec = drawn(FORMS["scene"])
    titles = [a["text"] for a in spec["layout"]["annotations"]]
    assert any(text.startswith("Signalling left") for text in titles)
    assert any(text.startswith("Withdrawal") for text in titles)
    assert marks(spec)[0]["text"] == ["<b>Low push 69 %</b>", "<b>High push 35 %</b>"]
