"""The binding curve, its marker and the 100 receptors, by C / (1 + C)."""

from typing import Any

import pytest
from numpy.testing import assert_allclose


@pytest.mark.parametrize("x", [0.01, 0.1, 1.0, 2.929, 10.0, 100.0])
def test_all_that_is_drawn(picture: Any, x: float) -> None:
    seen = picture("receptor", amount=x)
    taken = 100 * x / (1 + x)
    at, height = seen.line("Receptors taken")
    assert (at[0], at[-1]) == pytest.approx((0.01, 100))
    assert_allclose(height, 100 * at / (1 + at), rtol=1e-9)
    (mark,) = seen.marks()
    assert (mark.x, mark.y) == pytest.approx((x, taken))
    balls = seen.marks("beside")
    assert len({(ball.x, ball.y) for ball in balls}) == len(balls) == round(taken)
    assert seen.words("beside") == [f"{round(taken)} taken, {100 - round(taken)} free"]
    # The first ball is seated bottom left, and rows of ten fill upwards.
    assert all(0 < ball.x < 10 and 0 < ball.y < 100 for ball in balls)
    rows = sorted({ball.y for ball in balls})
    assert len(rows) == -(-round(taken) // 10)
    assert all(sum(b.y == row for b in balls) == 10 for row in rows[:-1])


def test_ten_times_as_much_takes_fewer_and_fewer_more(picture: Any) -> None:
    seen = picture("receptor", amount=3)
    corners = [(x, y) for x, y, _ in seen.leads()]
    half, most, nearly = (100 * x / (1 + x) for x in (1, 10, 100))
    wanted = [(10, half), (10, most), (100, most), (100, nearly)]
    assert_allclose(corners, wanted)
    assert seen.label("ten times as") == "ten times as much: 41 more"
    assert seen.label("ten times again") == "ten times again: only 8 more"
    assert (round(most - half), round(nearly - most)) == (41, 8)
