"""Mitragynine's two results: two strips, never one curve."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from mureceptor.marks.forms import FORMS, Form
from mureceptor.marks.plotly import Spec, figures
from mureceptor.views.mitragynine import VIEW
from mureceptor.views.mitragynine.state import Mitragynine


def draw(state: Mitragynine, form: Form) -> dict[str, Spec]:
    return figures(VIEW.draw(state, form))


each_form = pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)


def lines(main: Spec) -> dict[str, Spec]:
    return {trace["name"]: trace for trace in main["data"] if "name" in trace}


@each_form
def test_each_laboratory_has_a_strip_of_its_own(form: Form) -> None:
    main = draw(Mitragynine(), form)["main"]
    found = lines(main)
    assert {name: trace["yaxis"] for name, trace in found.items()} == {
        "mitragynine, Kruegel 2016": "y",
        "mitragynine, Obeng 2021": "y2",
    }
    above, below = main["layout"]["yaxis"]["domain"], main["layout"]["yaxis2"]["domain"]
    assert below[1] < above[0]
    assert main["layout"]["yaxis"]["range"] == main["layout"]["yaxis2"]["range"]


def test_a_third_in_one_and_nothing_in_the_other() -> None:
    found = lines(draw(Mitragynine(), FORMS["wide"])["main"])
    x = found["mitragynine, Kruegel 2016"]["x"]
    assert_allclose(found["mitragynine, Kruegel 2016"]["y"], 34 * x / (1 + x))
    assert np.all(found["mitragynine, Obeng 2021"]["y"] == 0)


@each_form
def test_both_results_stand_on_the_chart_in_words(form: Form) -> None:
    words = " ".join(a["text"] for a in draw(Mitragynine(), form)["main"]["layout"]["annotations"])
    for said in ("Kruegel 2016", "Obeng 2021", "top 34 %", "secondary source", "no signal"):
        assert said in words


def test_the_secondary_source_is_hollow_and_follows_the_amount() -> None:
    data = draw(Mitragynine(amount=1), FORMS["wide"])["main"]["data"]
    first, second = (trace for trace in data if "marker" in trace)
    assert (first["x"], first["y"]) == ([1], [pytest.approx(17)])
    assert first["marker"]["color"] == ["@bg"]
    assert first["marker"]["line"]["color"] == ["@partial"]
    assert (second["y"], second["marker"]["color"]) == ([0], ["@antagonist"])
