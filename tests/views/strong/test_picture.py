"""One drug with another grip and with another push, by the closed form."""

import re
from typing import Any

import numpy as np
import pytest
from numpy.testing import assert_allclose


@pytest.mark.parametrize("grip", [0.01, 0.1, 1, 10, 100])
@pytest.mark.parametrize("push", [5, 40, 90, 95])
def test_each_curve_is_moved_by_its_own_control_alone(
    picture: Any, grip: float, push: float
) -> None:
    seen = picture("strong", grip=grip, push=push)
    for name, tau, tight in (
        ("Before, beside another grip", 2 / 3, 1),
        ("Another grip", 2 / 3, grip),
        ("Before, beside another push", 2 / 3, 1),
        ("Another push", push / (100 - push), 1),
    ):
        amount, height = seen.line(name)
        x = amount * tight
        assert_allclose(height, 100 * tau * x / (1 + x + tau * x), rtol=1e-9)
        low, high = seen.panels["main"]["layout"]["xaxis"]["range"]
        assert np.log10(amount[0]) <= low < high <= np.log10(amount[-1])
    half, top = seen.marks()
    assert (half.x, half.y) == pytest.approx((0.6 / grip, 20))  # half of 40 at 1 / (1 + 2 / 3)
    assert (top.x, top.y) == pytest.approx((1000, push))
    sideways, upwards = (t for t in seen.traces() if "error_y" in t or "error_x" in t)
    ends = [sideways["error_x"][side][0] for side in ("array", "arrayminus")]
    assert_allclose(ends, [max(0.6 - 0.6 / grip, 0), max(0.6 / grip - 0.6, 0)], atol=1e-8)
    ends = [upwards["error_y"][side][0] for side in ("array", "arrayminus")]
    assert_allclose(ends, [max(40 - push, 0), max(push - 40, 0)], atol=1e-8)


@pytest.mark.parametrize(
    ("grip", "push", "on_chart", "said"),
    [
        (
            100,
            90,
            ["\u2190 100 times less drug", "\u2191 top 40 \u2192 90 %"],
            "A tighter grip: 100 times less drug is needed, and the top stays at 40 %. "
            "A harder push: the top rises from 40 % to 90 %, and less is needed for half of it.",
        ),
        (
            0.1,
            20,
            ["10 times more drug \u2192", "\u2193 top 40 \u2192 20 %"],
            "A weaker grip: 10 times more drug is needed, and the top stays at 40 %. "
            "A weaker push: the top falls from 40 % to 20 %, and more is needed for half of it.",
        ),
        (
            1,
            40,
            ["as much drug", "top 40 %"],
            "The same grip: as much drug is needed, and the top is 40 %. The same push: "
            "the top stays at 40 %.",
        ),
    ],
)
def test_what_is_told(
    picture: Any, grip: float, push: float, on_chart: list[str], said: str
) -> None:
    seen = picture("strong", grip=grip, push=push)
    assert seen.words() == on_chart
    assert seen.sentence == said
    notes = seen.panels["main"]["layout"]["annotations"]
    told = {
        y
        for t in seen.traces()
        if "text" in t["mode"]
        for y, w in zip(t["y"], t["text"], strict=True)
        if w
    }
    assert max(told) < min(n["y"] for n in notes if re.search("Grip|Push", n["text"])), (
        "below its head"
    )
    heads = [words for words in seen.labels() if re.match("Grip|Push", words)]
    assert heads == ["Grip: how little is needed", "Push: how high it gets"]


def test_more_push_needs_less_for_half_of_its_own_top(picture: Any) -> None:
    for push in (5, 20, 60, 95):
        rows = picture("strong", push=push).rows
        assert [row[0] for row in rows] == ["As before", "Another grip", "Another push"]
        # Half of the top at 1 / (1 + tau), which is (100 - top) / 100
        assert float(rows[2][2]) == pytest.approx((100 - push) / 60, rel=0.01)
        assert rows[1][1:] == ["100", "0.01", "40"]
