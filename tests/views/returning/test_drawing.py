"""Naloxone leaves first: who holds the receptors, in every form and for both opioids."""

import numpy as np
import pytest

from mureceptor.marks.forms import FORMS, Form
from mureceptor.marks.plotly import figures
from mureceptor.marks.plotly.tokens import Spec
from mureceptor.views import VIEWS
from mureceptor.views.returning import VIEW
from mureceptor.views.returning.state import BLOCKING, Returning


def draw(state: Returning, form: Form) -> dict[str, Spec]:
    return figures(VIEW.draw(state, form))


each_form = pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)


@each_form
@pytest.mark.parametrize("opioid", ["fentanyl", "buprenorphine"])
def test_receptors_are_held_once(form: Form, opioid: str) -> None:
    for blocking in BLOCKING.grid[::20]:
        main = draw(Returning(blocking=blocking, opioid=opioid), form)["main"]
        alone, blocked, held = (trace["y"] for trace in main["data"] if trace["mode"] == "lines")
        assert held[0] == pytest.approx(100 * 10 / 11)
        assert blocked[0] == 0
        assert (held + blocked <= 100).all()
        assert (np.diff(alone) < 0).all()


@each_form
def test_it_is_no_prediction(form: Form) -> None:
    layout = draw(Returning(), form)["main"]["layout"]
    said = " ".join(note["text"] for note in layout["annotations"])
    assert "Illustrative, not a prediction" in said
    assert layout["meta"] == {"x": "Minutes"}


def test_the_view_says_what_to_do() -> None:
    view = VIEWS["returning"]
    assert view.caution == "Naloxone can wear off before the opioid does. Call 911, and stay."
    assert "Not a guide to when or how much." in view.note
