"""How long drugs stay: closed-form curves, spread between studies, tags that do not mix."""

import math

import numpy as np
import pytest

from mureceptor.marks.forms import FORMS, Form
from mureceptor.marks.plotly import Spec, figures
from mureceptor.views import VIEWS
from mureceptor.views.staying import VIEW
from mureceptor.views.staying.state import Staying


def draw(state: Staying, form: Form) -> dict[str, Spec]:
    return figures(VIEW.draw(state, form))


each_form = pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
WIDE = FORMS["wide"]


def words(spec: Spec) -> str:
    return " ".join(note["text"].replace("<br>", " ") for note in spec["layout"]["annotations"])


@pytest.mark.parametrize(("name", "half"), [("Naloxone", 0.29), ("Fentanyl", 2.7)])
def test_a_curve_is_plain_decay(name: str, half: float) -> None:
    (line,) = (t for t in draw(Staying(), WIDE)["main"]["data"] if t.get("name") == name)
    assert line["y"] == pytest.approx(100 * np.exp(-math.log(2) * line["x"] / half))


def test_each_curve_lies_in_its_band() -> None:
    data = draw(Staying(), WIDE)["main"]["data"]
    for i in range(3):
        low, high, line = data[2 * i]["y"], data[2 * i + 1]["y"], data[6 + i]["y"]
        assert (low <= line + 1e-9).all()
        assert (line <= high + 1e-9).all()


def test_a_marker_on_each_curve() -> None:
    marker = draw(Staying(gone=10), WIDE)["main"]["data"][-1]
    assert marker["x"] == [10, 10, 10]
    assert [round(y) for y in marker["y"]] == [0, 8, 89]


def test_what_comes_from_a_secondary_source_is_hollow_and_said() -> None:
    beside = draw(Staying(), WIDE)["beside"]
    colours = beside["data"][0]["marker"]["color"]
    assert colours.count("@bg") == 1
    assert "hollow: secondary source" in words(beside)
    assert beside["data"][0]["x"][colours.index("@bg")] == 84


def test_people_and_cells_do_not_share_a_row_unnamed() -> None:
    said = words(draw(Staying(), WIDE)["beside"])
    assert said.count("blood: people") == 3
    assert "receptor: cells, people" in said  # buprenorphine: also fits to people


@each_form
def test_it_is_no_prediction(form: Form) -> None:
    assert "Illustrative, not a prediction" in words(draw(Staying(), form)["main"])
    assert VIEWS["staying"].tag == "cells"
