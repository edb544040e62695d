"""A guess, the answer and the gap between them, by the closed form."""

import re
from typing import Any

import numpy as np
import pytest
from numpy.testing import assert_allclose
from tests.views.conftest import Picture, bare

from mureceptor.marks.forms import NARROW

NARROW_PLOT = 390 - 2 * 16 - NARROW.left - NARROW.right  # [px] as wide as on a phone
WITHOUT, TENFOLD = "No receptors to spare", "Ten times the receptors"
ANSWER = 100 * 7 / 8  # its top: ten times the receptors make ten times the push


@pytest.mark.parametrize("answer", ["hidden", "shown"])
@pytest.mark.parametrize("height", [0, 41, 80, 87, 95, 100])
def test_all_that_is_drawn(picture: Any, height: float, answer: str) -> None:
    seen = picture("guess", height=height, answer=answer)
    x, known = seen.line(WITHOUT)
    assert (x[0], x[-1]) == pytest.approx((0.01, 100))
    assert_allclose(known, 70 * x / (1 + 1.7 * x), rtol=1e-9)
    assert "41 %" in seen.label(WITHOUT)
    assert f"{height:.0f} %" in seen.label("Your guess")
    x, tenfold = seen.line(TENFOLD)
    if answer == "shown":
        assert_allclose(tenfold, 700 * x / (1 + 8 * x), rtol=1e-9)
        number = float(re.findall(r"([\d.]+) %", seen.label(TENFOLD))[0])
        assert number == 88
    else:
        assert np.isnan(tenfold).all()
        assert not any(text.startswith(TENFOLD) for text in seen.labels())
    # The shade says where the answer can lie, then how much higher it is.
    (box,) = (s for s in seen.panels["main"]["layout"]["shapes"] if s["type"] == "rect")
    assert (box["y0"], box["y1"]) == pytest.approx((70 / 1.7, ANSWER if answer == "shown" else 100))
    asked = (
        "Its ceiling lifts. How high? With ten times the receptors it lies up here" in seen.labels()
    )
    assert asked is (answer == "hidden")
    (mark,) = seen.marks()
    assert (mark.x, mark.y) == (100, height)
    (gap,) = (trace["error_y"] for trace in seen.traces() if "error_y" in trace)
    up = max(0, ANSWER - height) if answer == "shown" else 0
    down = max(0, height - ANSWER) if answer == "shown" else 0
    assert_allclose([gap["array"][0], gap["arrayminus"][0]], [up, down])


@pytest.mark.parametrize(
    ("height", "verdict"), [(0, "low"), (50, "low"), (80, "low"), (95, "high"), (100, "high")]
)
def test_the_sentence_says_which_way_the_guess_lies(
    picture: Any, height: float, verdict: str
) -> None:
    said = picture("guess", height=height, answer="shown").sentence
    gap, way = re.findall(r"(\d+) points too (\w+)", said)[0]
    assert way == verdict
    assert int(gap) == abs(88 - height)
    assert "The model says 88 %." in said


def test_a_guess_of_the_answer_is_right(picture: Any) -> None:
    assert "guess of 88 % is right" in picture("guess", height=88, answer="shown").sentence


def test_a_hidden_answer_is_not_told(picture: Any) -> None:
    seen = picture("guess", height=50)
    assert not re.search(r"8[78]", seen.sentence + " ".join(seen.labels()))


def test_on_a_phone_the_guess_is_named_clear_of_the_known_drug() -> None:
    wide, room = 8, NARROW_PLOT  # [px] of a letter at most; of the plot
    for height in range(101):
        notes = Picture("guess", NARROW, height=height).panels["main"]["layout"]["annotations"]
        known, guess = (
            next(note for note in notes if bare(note["text"]).startswith(name))
            for name in (WITHOUT, "Your guess")
        )
        assert known["xanchor"] == "left"
        assert guess["xanchor"] == "right"
        rows = bare(known["text"].replace("<br>", "|")).split("|")
        end = known["x"] * room + wide * max(map(len, rows))
        assert end < guess["x"] * room - wide * len("Your guess"), height
