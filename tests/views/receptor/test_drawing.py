"""The receptors fill as the law of mass action says, and no kind of drug is meant."""

import json
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from mureceptor.marks.forms import FORMS, Form
from mureceptor.marks.look import KINDS
from mureceptor.marks.plotly import figures
from mureceptor.views.receptor import VIEW
from mureceptor.views.receptor.state import Receptor


def draw(state: Receptor, form: Form) -> dict[str, Any]:
    return figures(VIEW.draw(state, form))


each_form = pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)


@each_form
def test_the_curve_is_the_odds_of_being_taken(form: Form) -> None:
    curve = draw(Receptor(), form)["beside"]["data"][0]
    taken = curve["y"] / 100
    assert taken / (1 - taken) == pytest.approx(curve["x"])  # odds = amount, in units of the grip


@pytest.mark.parametrize(("amount", "taken"), [(0.01, 1), (1, 50), (10, 91), (100, 99)])
def test_as_many_balls_as_receptors_taken(amount: float, taken: int) -> None:
    main = draw(Receptor(amount=amount), FORMS["wide"])["main"]
    (middle, _) = (t for t in main["data"] if t.get("xaxis") == "x2" and t["mode"] == "markers")
    assert np.isfinite(middle["y"]).sum() == taken
    assert len(main["layout"]["images"]) == 3, "the cups of a plot are drawn once"


def test_balls_fill_from_the_bottom_and_never_move() -> None:
    few, many = (
        draw(Receptor(amount=amount), FORMS["wide"])["main"]["data"][0]["y"] for amount in (1, 100)
    )
    stay = np.isfinite(few)
    assert (few[stay] == many[stay]).all()
    assert np.flatnonzero(stay).tolist() == list(range(9))


@each_form
def test_no_colour_of_a_kind_of_drug(form: Form) -> None:
    drawn = json.dumps(draw(replace(Receptor(), amount=1), form), default=np.ndarray.tolist)
    assert not any(f"@{kind}" in drawn for kind in KINDS)
