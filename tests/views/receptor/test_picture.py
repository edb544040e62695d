"""The receptors at three amounts, and the binding curve with its marker, by C / (1 + C)."""

from typing import Any

import numpy as np
import pytest
from numpy.testing import assert_allclose

from mureceptor.views.phrases import whole


def crowds(seen: Any) -> list[list[tuple[float, float, str]]]:
    """The balls of each plot of the main panel, from left to right: where they are, their ink."""
    found: dict[str, list[tuple[float, float, str]]] = {}
    for trace in seen.traces():
        if trace["mode"] == "markers":
            x, y = (np.asarray(trace[axis], float) for axis in "xy")
            balls = found.setdefault(trace.get("xaxis", "x"), [])
            ink = trace["marker"]["color"]
            balls += [(a, b, ink) for a, b in zip(x, y, strict=True) if np.isfinite(b)]
    return [found[axis] for axis in sorted(found)]


@pytest.mark.parametrize("x", [0.01, 0.1, 1.0, 2.929, 10.0, 100.0])
def test_all_that_is_drawn(picture: Any, x: float) -> None:
    seen = picture("receptor", amount=x)
    at, height = seen.line("Receptors taken", "beside")
    assert (at[0], at[-1]) == pytest.approx((0.01, 100))
    assert_allclose(height, 100 * at / (1 + at), rtol=1e-9)
    (mark,) = seen.marks("beside")
    assert (mark.x, mark.y) == pytest.approx((x, 100 * x / (1 + x)))
    shares = [amount / (1 + amount) for amount in (x / 10, x, 10 * x)]
    # Some are always free, so a hundred balls are never drawn.
    taken = [min(round(100 * share), 99) for share in shares]
    for balls, here, before in zip(crowds(seen), taken, (taken[0], *taken), strict=False):
        # A dark ball is one that came with the last tenfold; a quiet one lies over the others.
        quiet = {(a, b) for a, b, ink in balls if ink == "@muted"}
        dark = {(a, b) for a, b, ink in balls if ink == "@text"}
        assert quiet <= dark
        assert (len(dark), len(quiet)) == (here, before)
        # The first ball is seated bottom left, and rows of ten fill upwards.
        assert all(0 < a < 10 and 0 < b < 100 for a, b in dark)
        rows = sorted({b for _, b in dark})
        assert len(rows) == -(-here // 10)
        assert all(sum(b == row for _, b in dark) == 10 for row in rows[:-1])
    first, *later = seen.words()
    assert first == f"{whole(shares[0])} taken"
    for words, here, before, share in zip(later, taken[1:], taken[:2], shares[1:], strict=True):
        assert f"{here - before} more" in words
        assert words.startswith("only ") is (here - before < 10 and before >= 50)
        assert words.endswith(f": {here}") is (share < 0.995)


def test_the_amounts_are_named_and_each_is_ten_times_the_one_before(picture: Any) -> None:
    assert picture("receptor").labels() == ["Amount 1", "Amount 10", "Amount 100"]
    told = picture("receptor", amount=2.929).labels()
    assert told == ["Amount 0.2929", "Amount 2.929", "Amount 29.29"]


def test_ten_times_as_much_takes_fewer_and_fewer_more(picture: Any) -> None:
    assert picture("receptor").words() == ["50 taken", "41 more: 91", "only 8 more: 99"]
