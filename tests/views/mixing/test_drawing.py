"""The curve and the map of a mixture: against the model by hand, linked, and honest."""

import json

import numpy as np
import pytest

from mureceptor.marks.forms import FORMS, Form
from mureceptor.marks.plotly import Spec, figures
from mureceptor.views import VIEWS
from mureceptor.views.mixing import VIEW
from mureceptor.views.mixing.numbers import MIXTURES
from mureceptor.views.mixing.state import ADDED, MIXED, THERE, Mixing


def draw(state: Mixing, form: Form) -> dict[str, Spec]:
    return figures(VIEW.draw(state, form))


each_form = pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
each_option = pytest.mark.parametrize("mixed", MIXED.options)
WIDE = FORMS["wide"]


def named(spec: Spec) -> dict[str, Spec]:
    return {trace["name"]: trace for trace in spec["data"] if "name" in trace}


def words(spec: Spec) -> str:
    return " ".join(note["text"].replace("<br>", " ") for note in spec["layout"]["annotations"])


def test_the_picture_of_the_default() -> None:
    main = draw(Mixing(), WIDE)["main"]
    lines = named(main)
    x = lines["Both together"]["x"]
    assert lines["Full agonist alone"]["y"] == pytest.approx(100 * 20 * x / (1 + 21 * x))
    assert lines["Both together"]["y"] == pytest.approx(100 * (20 * x + 7) / (18 + 21 * x))
    assert set(lines["Partial agonist alone, its top"]["y"].round(6)) == {round(100 * 0.7 / 1.7, 6)}
    assert main["data"][-1]["text"] == ["<b>Both together<br>69 %</b>"]


@each_option
def test_the_marker_lies_on_the_curve_and_on_the_map(mixed: str) -> None:
    state = Mixing(added=10, there=1, mixed=mixed)
    panels = draw(state, WIDE)
    both = panels["main"]["data"][2]
    marker, point = panels["main"]["data"][-1], panels["beside"]["data"][-1]
    assert marker["x"] == [10]
    assert marker["y"][0] == pytest.approx(np.interp(np.log(10), np.log(both["x"]), both["y"]))
    assert (point["x"], point["y"]) == ([10], [1])
    guides = panels["beside"]["data"][-2]
    assert (list(guides["x"]), list(guides["y"])) == ([10, 10, ADDED.low], [THERE.low, 1, 1])


@each_option
def test_a_column_of_the_map_is_the_curve(mixed: str) -> None:
    surface = draw(Mixing(mixed=mixed), WIDE)["beside"]["data"][0]
    row = np.isclose(surface["y"], 10)
    both = draw(Mixing(there=10, mixed=mixed), WIDE)["main"]["data"][2]
    assert both["name"] in ("Both together", "With naloxone")
    np.testing.assert_allclose(100 * surface["z"][row], both["y"][::4], rtol=1e-9)


@each_form
def test_the_switch_over_is_where_the_added_drug_alone_meets_both(form: Form) -> None:
    main = draw(Mixing(), form)["main"]
    (mark,) = (n for n in main["layout"]["annotations"] if n["text"] == "Switch-over")
    lines = named(main)
    alone, both = lines["Full agonist alone"], lines["Both together"]
    gap = alone["y"] - both["y"]
    crossing = np.interp(0, gap[:60], np.log10(alone["x"][:60]))
    assert mark["x"] == pytest.approx(crossing, abs=1e-3)
    assert mark["y"] == pytest.approx(np.interp(mark["x"], np.log10(both["x"]), both["y"]), abs=0.1)


def test_the_switch_over_of_a_partial_added_to_a_full_is_its_own_top() -> None:
    panels = draw(Mixing(mixed="partial-on-full"), WIDE)
    assert "Switch-over: 41 %" in words(panels["main"])
    line, *_ = panels["beside"]["layout"]["shapes"]
    assert line["y0"] == line["y1"] == pytest.approx(0.7 / 19.3)


@each_option
@each_form
def test_the_figure_warns(mixed: str, form: Form) -> None:
    view = VIEWS["mixing"]
    caution = "Not protection. One receptor, at balance; real mixtures kill."
    assert view.caution == caution
    assert "Sedatives and alcohol" in view.note
    drawn = words(draw(Mixing(mixed=mixed), form)["main"])
    assert (caution in drawn) == (form.name != "scene")  # there the talk puts it in the margin
    assert ("no measured grip or push" in drawn) == (mixed == "7oh-on-mitragynine")


@each_option
def test_no_colour_reads_as_safe(mixed: str) -> None:
    surface = draw(Mixing(mixed=mixed), WIDE)["beside"]["data"][0]
    colours = {colour for _, colour in surface["colorscale"]}
    assert colours == {"@bg", "@mixture"}
    assert surface["contours"]["showlabels"]
    ink = json.dumps(draw(Mixing(mixed=mixed), WIDE)["main"]["data"][2]["line"])
    assert "@mixture" in ink


def test_a_tighter_grip_leaves_naloxone_less() -> None:
    for mixed in (name for name, mixture in MIXTURES.items() if mixture.blocks):
        lines = named(draw(Mixing(mixed=mixed), WIDE)["main"])
        assert (lines["Opioid’s grip 10 times tighter"]["y"] > lines["With naloxone"]["y"]).all()
