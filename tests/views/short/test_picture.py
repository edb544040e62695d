"""Every line, marker, bar, ball and number of chapter 1, by its closed form."""

import re
from typing import Any

import numpy as np
import pytest
from numpy.testing import assert_allclose

AMOUNTS = [0.01, 0.04642, 0.1, 1.0, 10.0, 46.42, 100.0]


@pytest.mark.parametrize("x", AMOUNTS)
def test_all_that_is_drawn(picture: Any, x: float) -> None:
    seen = picture("short", amount=x)
    full, partial, taken = 2000 * x / (1 + 21 * x), 70 * x / (1 + 1.7 * x), 100 * x / (1 + x)
    for name, tau, colour in (("Full agonist", 20, "@full"), ("Partial agonist", 0.7, "@partial")):
        at, height = seen.line(name)
        assert (at[0], at[-1]) == pytest.approx((0.01, 100))
        assert_allclose(height, 100 * tau * at / (1 + at + tau * at), rtol=1e-9)
        assert seen.colour(name) == colour
        assert f"top {100 * tau / (1 + tau):.0f} %" in seen.label(name)
    marks = [(mark.x, mark.y, mark.colour) for mark in seen.marks()]
    assert_allclose([mark[:2] for mark in marks], [(x, full), (x, partial)], rtol=1e-9)
    assert [mark[2] for mark in marks] == ["@full", "@partial"]
    assert len({mark.size for mark in seen.marks()}) == 1

    (bar_full, bar_partial) = seen.bars()
    assert bar_full == ("full", pytest.approx(full), f"{full:.0f}", "@full")
    assert bar_partial == ("partial", pytest.approx(partial), f"{partial:.0f}", "@partial")
    balls = seen.marks("beside")
    assert len(balls) == round(taken)
    assert len({(ball.x, ball.y) for ball in balls}) == len(balls)
    count = next(text for text in seen.words("beside") if "taken" in text)
    assert count.startswith(f"{round(taken)} taken, {100 - round(taken)} free")


@pytest.mark.parametrize("x", AMOUNTS[1:-1])
def test_the_sentence_s_numbers(picture: Any, x: float) -> None:
    said = picture("short", amount=x).sentence
    assert f"{100 * x / (1 + x):.0f} of 100 receptors taken" in said
    assert re.search(rf"full agonist gives {2000 * x / (1 + 21 * x):.0f} %", said)
    assert re.search(rf"partial agonist {70 * x / (1 + 1.7 * x):.0f} %", said)


def test_the_flat_part_is_named_a_ceiling_and_no_safety(picture: Any) -> None:
    seen = picture("short")
    assert seen.label("Its ceiling") == (
        "Its ceiling: more drug, hardly more effect. Breathing can slow too"
    )
    x, height = seen.line("Partial agonist")
    assert height[-1] - np.interp(10, x, height) < 3  # ten times as much adds so few points


def test_the_guide_falls_from_the_higher_marker_to_zero(picture: Any) -> None:
    seen = picture("short", amount=1)
    (guide,) = (t["error_y"] for t in seen.traces() if "error_y" in t)
    assert np.sum(guide["arrayminus"]) == pytest.approx(2000 / 22)
    assert np.sum(guide["array"]) == 0


def test_the_table(picture: Any) -> None:
    seen = picture("short")
    assert [c.split(",")[0] for c in seen.columns] == [
        "Amount",
        "Receptors taken",
        "Full agonist",
        "Partial agonist",
    ]
    assert len(seen.rows) == 9
    for row in seen.rows:
        x = float(row[0])
        expected = [100 * x / (1 + x), 2000 * x / (1 + 21 * x), 70 * x / (1 + 1.7 * x)]
        for cell, value in zip(row[1:], expected, strict=True):
            assert cell == {"under 1": cell}.get(cell, f"{value:.0f}")
            assert cell != "under 1" or 0 < value < 0.5
