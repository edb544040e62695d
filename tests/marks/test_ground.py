"""Words find the free place that is nearest to where they wish to be, by going over all places."""

from typing import Any

import numpy as np
import pytest

from mureceptor.marks.forms import NARROW, SCENE, WIDE, Form
from mureceptor.marks.ground import Ground
from mureceptor.marks.panel import Axis
from mureceptor.marks.raster import length
from server.workarounds import font_file

each_form = pytest.mark.parametrize("form", [NARROW, WIDE, SCENE], ids=lambda form: form.name)
X = np.linspace(0, 480, 481)
ACROSS, UP = Axis(low=0, high=480), Axis(low=-10, high=100)
ROOM = {"narrow": 358 - 46, "wide": 724 - 190, "scene": 1696 - 436}  # [px] of a main plot


def ground(form: Form, *lines: Any) -> Ground:
    return Ground(X, lines, form, across=ACROSS, up=UP, between=(0, 100))


def clear(box: tuple[float, float, float, float], lines: tuple[Any, ...], taken: list[Any]) -> bool:
    """Whether no line runs through a box and no words lie on it."""
    left, right, foot, head = box
    for line in lines:
        y = line[(left <= X) & (right >= X)]
        y = y[np.isfinite(y)]
        if y.size and y.max() > foot and y.min() < head:
            return False
    return not any(left < b and right > a and foot < d and head > c for a, b, c, d in taken)


@each_form
def test_words_are_about_as_wide_and_as_high_as_the_font_makes_them(form: Form) -> None:
    free = ground(form, X * 0)
    for words in (
        "It comes back",
        "Naloxone\ntakes over",
        "Tolerance is lost:\nthe same amount",
    ):
        rows = words.split("\n")
        own = max(length(row, form.label, "bold", font_file()) for row in rows)
        wide = free.wide(words, form.label) * ROOM[form.name] / 480
        assert 0.98 * own < wide < 1.4 * own, words
        high = free.high(words, form.label) * form.plot / 110
        assert high == pytest.approx(1.25 * form.label * len(rows))


def test_words_find_the_nearest_free_place() -> None:
    form = WIDE
    draw = np.random.default_rng(5)
    words = "It comes\nback"
    for _ in range(6):
        lines = tuple(
            100 * draw.random() * np.exp(-X / draw.uniform(50, 400)) + draw.uniform(0, 60)
            for _ in range(2)
        )
        lines[0][X > 300] = np.nan
        free = ground(form, *lines)
        taken = [(100.0, 200.0, 40.0, 60.0)]
        free.take(*taken[0])
        wish = draw.uniform(0, 480), draw.uniform(0, 100)
        wide, high = free.wide(words, form.label), free.high(words, form.label)
        x, y = free.near(*wish, words, form.label)
        box = x, x + wide, y - high / 2, y + high / 2
        assert 0 <= box[0] < box[1] <= 480 + 1e-9
        assert 0 <= box[2] < box[3] <= 100 + 1e-9
        assert clear(box, lines, taken), "a line or words lie on it"

        def far(left: float, middle: float, wish: Any = wish) -> float:
            return float(np.hypot((left - wish[0]) / 480, (middle - wish[1]) / 100))

        # A wider box is asked to be free here, as the search keeps some distance.
        best = min(
            (
                far(left, foot + high / 2)
                for left in np.arange(10, 480 - wide, 12.0)
                for foot in np.arange(0, 100 - high, 2.0)
                if clear((left - 10, left + wide + 10, foot - 2, foot + high + 2), lines, taken)
            ),
            default=9.0,
        )
        assert far(x, y) <= best + 0.03, (wish, (x, y))
        again = free.near(*wish, words, form.label)
        second = again[0], again[0] + wide, again[1] - high / 2, again[1] + high / 2
        assert clear(second, lines, [*taken, box]), "the first words are kept free"


def test_another_state_s_words_do_not_take_this_one_s_ground() -> None:
    first = ground(WIDE, X * 0)
    other = first.again()
    place = other.near(100, 50, "words", WIDE.label)
    assert first.near(100, 50, "words", WIDE.label) == place
    assert other.near(100, 50, "words", WIDE.label) != place


def test_where_there_is_no_room_words_stand_where_they_wished() -> None:
    full = ground(WIDE, *(X * 0 + y for y in range(0, 101, 5)))
    x, y = full.near(100, 50, "words", WIDE.label)
    assert abs(x - 100) <= 480 / 48
    assert abs(y - 50) <= 100 / 60 + 0.5 * full.high("words", WIDE.label)
