"""Mitragynine in the blood is kept apart from effect."""

import numpy as np
import pytest

from mureceptor.marks.forms import FORMS, Form
from mureceptor.marks.plotly import figures
from mureceptor.marks.plotly.tokens import Spec
from mureceptor.views.plasma import VIEW
from mureceptor.views.plasma.state import Plasma


def draw(state: Plasma, form: Form) -> dict[str, Spec]:
    return figures(VIEW.draw(state, form))


each_form = pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)


@each_form
def test_the_blood_curve_has_the_measured_peak_time_and_tail(form: Form) -> None:
    data = draw(Plasma(), form)["main"]["data"]
    blood = next(trace for trace in data if trace.get("name") == "Mitragynine in the blood")
    hours, share = np.asarray(blood["x"]), np.asarray(blood["y"])
    assert hours[share.argmax()] == 1.0
    assert share.max() == pytest.approx(100, abs=0.1)
    late = hours >= 24
    slope = np.polyfit(hours[late], np.log(share[late]), 1)[0]
    assert np.log(2) / -slope == pytest.approx(45.3, abs=0.5)  # [h] terminal half-life


@each_form
def test_the_chart_says_that_it_is_no_effect_curve(form: Form) -> None:
    words = [a["text"] for a in draw(Plasma(), form)["main"]["layout"]["annotations"]]
    assert any("Not an effect curve" in text for text in words)
    assert "Illustrative, not a prediction" in words


@each_form
def test_the_marker_sits_on_the_curve(form: Form) -> None:
    for hours in (0.0, 1.0, 12.0, 48.0):
        *_, dot = draw(Plasma(since=hours), form)["main"]["data"]
        blood = draw(Plasma(), form)["main"]["data"][0]
        assert dot["x"][0] == hours
        assert dot["y"][0] == pytest.approx(np.interp(hours, blood["x"], blood["y"]), abs=1e-9)
