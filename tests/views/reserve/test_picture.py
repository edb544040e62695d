"""One drug in two pathways, by the closed forms of the two ceilings: both ways round."""

from typing import Any

import pytest
from tests.views.conftest import bare

PUSHES = {"low": (0.7, "@partial"), "high": (20.0, "@full")}


def written(top: float) -> str:
    return "over 99 %" if top >= 99.5 else f"{top:.0f} %"


@pytest.mark.parametrize("push", PUSHES)
@pytest.mark.parametrize("formation", ["ready", "made"])
@pytest.mark.parametrize("spare", [0.01, 0.1, 1, 10, 100])
def test_both_tops_both_ways_round(picture: Any, push: str, formation: str, spare: float) -> None:
    seen = picture("reserve", push=push, formation=formation, amplification=spare)
    tau, colour = PUSHES[push]
    # Ready-made it can take every receptor; made in the body as many as an amount of 1.
    room = 1 if formation == "ready" else 2
    pain, breathing = (
        100 * more * tau / (more * tau + room) for more in (max(spare, 1), max(1 / spare, 1))
    )
    expected = [pain, breathing, breathing, pain]
    axis = seen.panels["main"]["layout"]["yaxis"]
    names = dict(zip(axis["tickvals"], map(bare, axis["ticktext"]), strict=True))
    bars = [t for t in seen.traces() if t["mode"] == "lines"]
    assert [list(bar["x"]) for bar in bars] == [[0, pytest.approx(top)] for top in expected]
    effects = [names[bar["y"][0]] for bar in bars]
    assert effects == ["Pain relief", "Slowed breathing"] * 2
    assert {bar["line"]["color"] for bar in bars} == {colour}
    # One drug, one colour. What stands out is the pair in which breathing is slowed further.
    widths = [bar["line"]["width"] for bar in bars]
    assert widths[0] == widths[1]
    assert widths[2] == widths[3]
    assert (widths[0] > widths[2]) is (breathing > pain)
    assert (widths[0] < widths[2]) is (breathing < pain)
    marks = seen.marks()
    assert [mark.x for mark in marks] == pytest.approx(expected)
    assert [mark.y for mark in marks] == [bar["y"][0] for bar in bars]
    assert seen.words() == [written(top) for top in expected]

    labels = seen.labels()
    same = written(pain) == written(breathing)
    nearly = "" if spare == 1 else "nearly "
    assert (f"Same drug: both tops are {nearly}the same here" in labels) is same
    assert ("Breathing can slow more than pain eases" in labels) is not same
    assert "Or the other way round" in labels
    (heading,) = (text for text in labels if text.startswith("With"))
    if spare != 1:
        assert heading.endswith("pain relief" if spare > 1 else "breathing")
        assert f"{max(spare, 1 / spare):.4g} times" in heading
