"""The map and the curve of grip and push."""

from typing import Any

import numpy as np
import pytest

from mureceptor.live.payload import answer
from mureceptor.marks.forms import FORMS, Form
from mureceptor.marks.plotly import figures
from mureceptor.marks.plotly.tokens import Spec
from mureceptor.views.drugmap import VIEW
from mureceptor.views.drugmap.numbers import START, measured, needed
from mureceptor.views.drugmap.state import Drugmap


def draw(state: Drugmap, form: Form) -> dict[str, Spec]:
    return figures(VIEW.draw(state, form))


WIDE = FORMS["wide"]
ALL = Drugmap(drugs="all")
STATES = [
    START,
    Drugmap(0.3162, 90),
    Drugmap(316.2, 45),
    Drugmap(100, 70),
    Drugmap(1000, 5),
    Drugmap(0.1, 100),
]
each_form = pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
each_state = pytest.mark.parametrize("state", STATES, ids=str)


def named(spec: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {trace["name"]: trace for trace in spec["data"] if trace.get("name")}


def words(spec: dict[str, Any]) -> str:
    return " ".join(note["text"] for note in spec["layout"]["annotations"])


@each_form
def test_each_drug_lies_over_its_grips_at_its_top(form: Form) -> None:
    drawn = named(draw(ALL, form)["main"])
    assert len(drawn) == len(measured()) + 2
    for mark in measured():
        trace = drawn[f"{mark.name}, {mark.where}"]
        grips, colour = list(mark.grip), f"@{mark.kind.name}"
        if mark.point:
            assert (trace["mode"], trace["x"], trace["y"]) == ("markers", [mark.point], [mark.top])
            assert trace["marker"]["color"] == [colour]
        else:
            assert (list(trace["x"]), list(trace["y"])) == (grips, [mark.top] * 2)
            assert (trace["mode"], trace["line"]["color"]) == ("lines", colour)


@each_form
def test_kratom_is_a_hollow_bar_of_all_that_sources_say(form: Form) -> None:
    drawn = named(draw(ALL, form)["main"])
    for name, low, high, top in (("Mitragynine", 7.24, 709, 34), ("7-OH", 7.16, 77.9, 47)):
        bar = drawn[name]
        assert (min(bar["x"]), max(bar["x"])) == (low, high)
        assert (min(bar["y"]) + max(bar["y"])) / 2 == pytest.approx(top)
        assert (bar["x"][0], bar["y"][0]) == (bar["x"][-1], bar["y"][-1])
        assert "fill" not in bar
        assert bar["hovertemplate"].removesuffix("<extra></extra>").endswith("Secondary source")
    bars = sorted([*drawn["Mitragynine"]["y"]]), sorted([*drawn["7-OH"]["y"]])
    assert bars[0][-1] < bars[1][0]


@each_form
def test_the_chart_says_that_sources_disagree_and_what_hollow_means(form: Form) -> None:
    said = words(draw(ALL, form)["main"]).replace("<br>", " ")
    assert "<b>Mitragynine</b> sources disagree a hundredfold" in said
    assert 95 < 709 / 7.24 < 105
    assert "ead in a later text" in said + VIEW.note
    assert "Hollow: read in a later text" in VIEW.note
    assert "guinea pig" in VIEW.note


@each_form
def test_two_drugs_are_in_focus_and_the_rest_quiet(form: Form) -> None:
    spec = draw(ALL, form)["main"]
    said = words(spec).replace("<br>", " ")
    assert "<b>Buprenorphine in people</b> tighter grip, weaker push" in said
    assert "<b>Fentanyl in people</b> weaker grip, harder push" in said
    drawn = named(spec)
    loud = [drawn[f"{name}, in people"]["line"]["width"] for name in ("Buprenorphine", "Fentanyl")]
    for mark in measured():
        if mark.where != "in people":
            assert f"<b>{mark.name}</b>" not in said
            (note,) = (n for n in spec["layout"]["annotations"] if n["text"] == mark.name)
            assert note["font"]["color"] == "@muted"
            if mark.point is None:
                width = drawn[f"{mark.name}, {mark.where}"]["line"]["width"]
                assert width <= min(loud) / 2


@each_form
def test_at_first_there_are_two_drugs_and_two_words_each(form: Form) -> None:
    spec = draw(START, form)["main"]
    assert named(spec).keys() == {"Buprenorphine, in people", "Fentanyl, in people"}
    said = words(spec).replace("<br>", " ")
    assert "<b>Buprenorphine in people</b> tighter grip, weaker push" in said
    assert "<b>Fentanyl in people</b> weaker grip, harder push" in said
    assert "\u2190 tighter grip" in said
    all_of_them = named(draw(ALL, form)["main"])
    for name, trace in named(spec).items():
        assert list(trace["x"]) == list(all_of_them[name]["x"])
        assert list(trace["y"]) == list(all_of_them[name]["y"])


@each_form
def test_the_chart_says_which_way_is_tight_and_that_tests_do_not_compare(form: Form) -> None:
    said = words(draw(ALL, form)["main"]).replace("<br>", " ")
    assert "\u2190 tighter grip" in said
    assert "weaker grip \u2192" in said
    assert "in its own test" in said
    if form.name != "narrow":
        assert "In people: breathing" in said
        assert "Their per cents do not compare" in said


@each_state
def test_the_marker_stands_at_grip_and_push(state: Drugmap) -> None:
    own = draw(state, WIDE)["main"]["data"][-1]
    assert (own["x"], own["y"]) == ([state.grip], [state.push])


@each_state
def test_the_curve_passes_half_its_top_at_the_amount_needed(state: Drugmap) -> None:
    beside = draw(state, WIDE)["beside"]
    curve, marker = named(beside)["Made-up drug"], beside["data"][2]
    assert marker["x"][0] == pytest.approx(needed(state))
    assert marker["y"][0] == min(state.push, 99.9) / 2
    at_marker = np.interp(np.log(marker["x"][0]), np.log(curve["x"]), curve["y"])
    assert at_marker == pytest.approx(marker["y"][0], abs=0.1)


@each_state
def test_the_curve_covers_the_axis_and_ends_at_its_top(state: Drugmap) -> None:
    beside = draw(state, WIDE)["beside"]
    curve, axis = named(beside)["Made-up drug"], beside["layout"]["xaxis"]["range"]
    assert np.log10(curve["x"][0]) <= axis[0]
    assert np.log10(curve["x"][-1]) >= axis[1]
    assert curve["y"].max() == pytest.approx(state.push, abs=0.11)


def test_grip_shifts_the_curve_and_push_shapes_it() -> None:
    start, tight, weak = (
        named(draw(state, WIDE)["beside"])["Made-up drug"]
        for state in (START, Drugmap(0.3162, 90), Drugmap(316.2, 45))
    )
    assert (start["y"] == tight["y"]).all()
    assert start["x"] / tight["x"] == pytest.approx(1000, rel=1e-3)
    assert (start["x"] == weak["x"]).all()
    assert (start["y"] > weak["y"]).all()


def test_without_push_there_is_no_marker_on_the_curve() -> None:
    beside = draw(Drugmap(push=0), WIDE)["beside"]
    assert np.isnan(beside["data"][2]["y"]).all()
    assert (named(beside)["Made-up drug"]["y"] == 0).all()


@each_form
def test_all_steps_of_both_controls_are_small_to_send(form: Form) -> None:
    assert len(answer("drugmap", form.name, START)) < 120_000
