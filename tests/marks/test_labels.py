"""Where words that stay stand: at the ends of lines, apart from each other, over their plot."""

from itertools import pairwise

import numpy as np
import pytest

from mureceptor.marks.curves import dragged
from mureceptor.marks.forms import FORMS, NARROW, SCENE, WIDE, Form
from mureceptor.marks.labels import at_end, illustrative, spread, title, x_title
from mureceptor.marks.marks import Dot
from mureceptor.marks.text import letters

each_form = pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)


def room(form: Form, rows: float = 2) -> float:
    """Per cent of the plot that so many rows of a label take, 1.4 of its letters each."""
    return 140 * rows * form.label / form.plot


@each_form
def test_what_is_far_apart_stays_where_it_is(form: Form) -> None:
    gap = room(form)
    ends = [100.0, 100 - 1.01 * gap, 0.3 * gap]
    assert spread(ends, form) == pytest.approx(ends)


@each_form
def test_labels_at_lines_that_end_together_have_their_rows_around_them(form: Form) -> None:
    gap = room(form)
    assert spread([50, 50], form) == pytest.approx([50 - gap / 2, 50 + gap / 2])
    assert spread([60, 50, 55], form, rows=1) == pytest.approx(
        [55 + gap / 2, 55 - gap / 2, 55] if gap > 10 else [60, 50, 55]
    )


@pytest.mark.parametrize("form", [NARROW, WIDE, SCENE], ids=lambda form: form.name)
def test_of_any_ends_none_lies_on_another_nor_off_the_axis(form: Form) -> None:
    gap, draw = room(form), np.random.default_rng(7)
    for _ in range(300):
        count = int(draw.integers(1, 4))
        ends = (100 * draw.beta(0.4, 0.4, count)).tolist()
        found = spread(ends, form)
        order = np.argsort(ends, kind="stable")
        placed = np.array(found)[order]
        assert placed[-1] <= 100
        assert placed[0] >= gap / 4 - 1e-9, "two rows clear of the names of the ticks"
        assert all(b - a >= gap - 1e-9 for a, b in pairwise(placed)), (ends, found)
        assert max(abs(a - b) for a, b in zip(ends, found, strict=True)) <= (count - 0.74) * gap
        inside = (np.min(ends) > 1.3 * gap) and (np.max(ends) < 100 - 1.3 * gap)
        if inside:  # what moves, moves to both sides
            assert np.mean(found) == pytest.approx(np.mean(ends))


def test_a_label_at_the_end_of_a_line_stands_12_px_right_of_it() -> None:
    place = at_end(41)
    assert (place.x, place.y, place.shift) == (1, 41, (12, 0))
    assert (place.across, place.up, place.anchor, place.stand) == (
        "share",
        "data",
        "left",
        "middle",
    )


@each_form
def test_a_title_stands_at_the_left_edge_over_its_plot_and_below_the_panel_s_edge(
    form: Form,
) -> None:
    for left, px in ((None, form.left), (7.0, 7)):
        label = title("Effect", form, left=left)
        place = label.place
        assert (place.x, place.y, place.up, place.stand) == (0, 1, "share", "bottom")
        assert place.shift[0] == -px
        assert place.shift[1] >= 2, "clear of the plot"
        assert place.shift[1] == int(place.shift[1]), "or ways to draw round differently"
        assert place.shift[1] + 1.3 * form.tick + 2 <= form.top
        assert (label.ink, label.size) == ("muted", form.tick)


@each_form
def test_what_no_prediction_is_and_an_axis_stand_at_the_foot_on_the_right(form: Form) -> None:
    for label, words in (
        (illustrative(form), "Illustrative, not a prediction"),
        (x_title("Hours", form), "Hours \u2192"),
    ):
        place = label.place
        assert letters(label.text) == words
        assert (place.x, place.y, place.up) == (1, 0, "share")
        assert (place.anchor, place.stand, place.shift) == ("right", "bottom", (0, 2))
        assert (label.ink, label.size) == ("muted", form.tick)


@each_form
def test_words_that_follow_the_pointer_stand_between_its_markers(form: Form) -> None:
    dots = [Dot(x=3, y=y, size=15, fill="text") for y in (80, 30)]
    *marked, words = dragged(dots, form, words="half way", side="middle left").dots
    assert (words.x, words.y, words.side) == (3, 55, "middle left")
    assert (letters(words.text), words.text_size) == ("half way", form.tick)
    assert words.size == form.marker, "clear of the guide"
    assert words.fill is words.stroke is None, "it is not seen"
    assert [dot.down for dot in marked] == [80, 0], "one guide, from the highest down to zero"
    assert len(dragged(dots, form).dots) == 2
