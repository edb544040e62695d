"""How long drugs stay: what the figure rests on, and that it is no prediction."""

import pytest

from mureceptor.marks.forms import FORMS, Form
from mureceptor.marks.plotly import figures
from mureceptor.views.staying import VIEW
from mureceptor.views.staying.state import Staying


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_it_is_no_prediction(form: Form) -> None:
    main = figures(VIEW.draw(Staying(), form))["main"]
    said = [note["text"] for note in main["layout"]["annotations"]]
    assert "Illustrative, not a prediction" in said
    assert VIEW.tag == "cells"
    assert "also fits to people" in VIEW.tag_words
