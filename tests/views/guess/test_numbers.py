"""A guess against the model's answer, by plain arithmetic."""

import pytest

from mureceptor.views.guess.numbers import ANSWER_TOP, KNOWN_TOP, numbers_of
from mureceptor.views.guess.state import Guess


def test_ten_times_the_receptors_make_ten_times_the_push() -> None:
    assert pytest.approx(0.7 / 1.7) == KNOWN_TOP
    assert pytest.approx(7 / 8) == ANSWER_TOP


@pytest.mark.parametrize(("height", "too_low"), [(0, 88), (88, 0), (100, -12)])
def test_how_far_a_guess_is_off(height: float, too_low: int) -> None:
    now = numbers_of(Guess(height=height, answer="shown"))
    assert (now.height, now.too_low, now.shown) == (height, too_low, True)
    assert not numbers_of(Guess(height=height)).shown
