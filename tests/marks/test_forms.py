"""Sizes of each form, as the look has them, and margins with room for what stands in them.

Tables by hand: a new size is a decision, not a slip.
"""

import pytest

from mureceptor.marks.forms import FORMS, LOW, NARROW, SCENE, WIDE, Form
from mureceptor.marks.raster import length
from mureceptor.views import VIEWS
from server.workarounds import font_file

each_form = pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
# Height of the plot, letters of ticks and of labels, lines, their subject, a dragged marker [px].
LOOK = {
    "narrow": (224, 13, 13.5, 3, 3, 15),
    "wide": (280, 15, 16, 3, 3, 15),
    "scene": (484, 28, 30, 5, 7, 26),
}
# Figures that need another height of their plot [px], and no more than a screen has.
HIGHER = {"narrow": 450, "low": 330, "wide": 440, "scene": 484}
SCREEN = {"narrow": 0.72 * 844, "low": 450, "wide": 720, "scene": 640}


@each_form
def test_sizes_are_those_of_the_look(form: Form) -> None:
    sizes = form.plot, form.tick, form.label, form.line, form.subject, form.marker
    assert sizes == LOOK[form.name]


def test_a_phone_a_frame_a_page_and_a_projector() -> None:
    assert [form.key for form in FORMS.values()] == ["narrow", "low", "wide", "scene"]
    assert [form.from_width for form in FORMS.values()] == [0, 0, 900, 900]
    assert (WIDE.side, NARROW.side, SCENE.side) == (372, 0, 0)
    assert (LOW.low, NARROW.low, WIDE.low, SCENE.low) == (True, False, False, False)
    assert {form.key: form for form in (NARROW, LOW, WIDE, SCENE)} == FORMS


@each_form
def test_margins_hold_what_stands_in_them_and_no_more(form: Form) -> None:
    font = font_file()
    assert 0 <= form.left - 7 - length("100", form.tick, "", font) <= 28, "the y axis's numbers"
    foot = 1 + 5 + 1.2 * form.tick + 0.25 * form.tick  # a tick, its name, what hangs below letters
    assert -1 <= form.bottom - foot <= 4, "the x axis's names"
    assert 0 <= form.top - 1.3 * form.tick <= 20, "a title over the plot"
    assert form.height == form.top + form.plot + form.bottom
    if form.name != "narrow":  # a phone's labels stand in the plot
        longest = length("Partial agonist", form.label, "bold", font)
        assert 12 + longest <= form.right <= 2.5 * longest
    half = length("100", form.tick, "", font) / 2
    assert form.right >= half, "the last tick's name"


@pytest.mark.parametrize("name", VIEWS)
@each_form
def test_a_figure_is_as_high_as_a_screen_has_room_for(name: str, form: Form) -> None:
    fitted = VIEWS[name].fit(form)
    assert fitted.plot <= HIGHER[form.key]
    assert fitted.height <= SCREEN[form.name if not form.low else "low"]
    assert fitted.plot >= 110
