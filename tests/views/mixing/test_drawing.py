"""The picture of a mixture warns, and is quiet where nothing moves."""

import pytest

from mureceptor.marks.forms import FORMS, Form
from mureceptor.marks.plotly import figures
from mureceptor.marks.plotly.tokens import Spec
from mureceptor.views import VIEWS
from mureceptor.views.mixing import VIEW
from mureceptor.views.mixing.state import MIXED, Mixing


def draw(state: Mixing, form: Form) -> dict[str, Spec]:
    return figures(VIEW.draw(state, form))


each_form = pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
each_option = pytest.mark.parametrize("mixed", MIXED.options)


def words(spec: Spec) -> str:
    return " ".join(note["text"].replace("<br>", " ") for note in spec["layout"]["annotations"])


@each_option
@each_form
def test_the_figure_warns(mixed: str, form: Form) -> None:
    view = VIEWS["mixing"]
    caution = "Not protection. One receptor, at balance; real mixtures kill."
    assert view.caution == caution
    assert view.note == "Not drawn: breathing, withdrawal, sedatives and alcohol."
    drawn = words(draw(Mixing(mixed=mixed), form)["main"])
    assert ("no measured grip or push" in drawn) is (mixed == "7oh-on-mitragynine")


@each_option
def test_a_step_moves_bars_and_their_words_only(mixed: str) -> None:
    least, most = (
        draw(Mixing(mixed=mixed, added=added), FORMS["wide"])["main"] for added in (0.01, 100)
    )
    assert least["layout"] == most["layout"]
    assert {trace["type"] for trace in most["data"]} == {"bar", "scatter"}
