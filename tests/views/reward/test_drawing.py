"""Cells, brakes and rings are as large as the model lets go, and nothing is said of dopamine."""

import json
from typing import Any

import numpy as np
import pytest
from tests.views.conftest import bare

from mureceptor.marks.forms import FORMS, Form
from mureceptor.marks.plotly import figure
from mureceptor.views.reward import VIEW
from mureceptor.views.reward.state import Reward

each_form = pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
each_amount = pytest.mark.parametrize("amount", [0.01, 1, 10, 100])
BRAKE, REWARD = 80, 34  # where the two rows of cells stand


def main(state: Reward, form: Form) -> dict[str, Any]:
    return figure(VIEW.draw(state, form)["main"])


def let_go(amount: float) -> list[float]:
    """By the closed form: without a drug, with the partial and with the full one."""
    return [0, *(push * amount / (1 + amount + push * amount) for push in (0.7, 20))]


def sizes(spec: dict[str, Any], y: float, x: int) -> list[tuple[float, str, str]]:
    """Each circle of a cell: its diameter, its fill, its edge."""
    found = []
    for trace in spec["data"]:
        marker = trace.get("marker", {})
        if trace["mode"] == "lines" or "size" not in marker:
            continue
        rows = zip(trace["x"], trace["y"], marker["size"], marker["color"], strict=True)
        edges = np.broadcast_to(
            np.asarray(marker.get("line", {}).get("color", "")), len(trace["x"])
        )
        found += [
            (float(size), str(fill), str(edge))
            for (at, height, size, fill), edge in zip(rows, edges, strict=True)
            if (at, height) == (x, y)
        ]
    return found


@each_form
@each_amount
def test_a_brake_cell_is_as_full_as_its_brake_is_still_on(form: Form, amount: float) -> None:
    spec = main(Reward(amount=amount), form)
    for x, share in enumerate(let_go(amount)):
        whole, left = sizes(spec, BRAKE, x)
        assert whole[1:] == ("@bg", "@text")
        assert left[1] == "@muted"
        assert (left[0] / whole[0]) ** 2 == pytest.approx(1 - share)  # by area


@each_form
@each_amount
def test_a_reward_cell_is_as_full_and_has_as_many_rings_as_its_brake_is_let_go(
    form: Form, amount: float
) -> None:
    spec = main(Reward(amount=amount), form)
    for x, share in enumerate(let_go(amount)):
        *rings, whole, full = sizes(spec, REWARD, x)
        assert [edge for _, _, edge in rings] == ["@text"] * 5
        wider = np.array([size - whole[0] for size, _, _ in rings]) / form.marker
        assert wider[-1] == pytest.approx(2.5 * share)  # the outermost
        # Evenly apart, so that fewer rings never look denser; those to come lie on the outermost.
        apart = np.diff([0, *wider])
        seen = int(5 * share)
        assert apart[:seen] == pytest.approx([0.5] * seen)
        assert apart[seen + 1 :] == pytest.approx([0] * len(apart[seen + 1 :]))
        assert full[1] == "@text"
        assert (full[0] / whole[0]) ** 2 == pytest.approx(share, abs=1e-12)


@each_form
@each_amount
def test_a_brake_is_as_thick_as_it_is_still_on_and_ends_over_the_rings_of_its_cell(
    form: Form, amount: float
) -> None:
    spec = main(Reward(amount=amount), form)
    brakes = [trace for trace in spec["data"] if trace["mode"] == "lines"]
    assert [trace["x"][0] for trace in brakes] == [0, 1, 2]
    for trace, share in zip(brakes, let_go(amount), strict=True):
        assert trace["line"]["width"] == pytest.approx(form.line * (0.4 + 3.1 * (1 - share)))
        assert trace["y"][0] == BRAKE
        radius = 100 * 1.2 * form.marker / form.plot
        rings = 100 * 5 * 0.25 * share * form.marker / form.plot
        assert REWARD + radius + rings < trace["y"][1] < REWARD + rings + 1.5 * radius


@each_form
def test_each_pair_is_told_in_words(form: Form) -> None:
    spec = main(Reward(amount=10), form)
    at = {(n["x"], bare(n["text"])) for n in spec["layout"]["annotations"]}
    pairs = [
        ("brake on", "held back"),
        ("39 % let go", "fires more"),
        ("95 % let go", "fires most"),
    ]
    assert {(x, words) for x, pair in enumerate(pairs) for words in pair} <= at
    axis = spec["layout"]["yaxis"]
    rows = dict(zip(axis["tickvals"], map(bare, axis["ticktext"]), strict=True))
    assert rows == {BRAKE: "Brake cell", REWARD: "Reward cell"}


@each_form
def test_it_says_that_it_is_illustrative_and_gives_no_amount_of_dopamine(form: Form) -> None:
    drawn = json.dumps(main(Reward(), form), default=np.ndarray.tolist)
    assert "Illustrative, not a prediction" in drawn
    assert "dopamine" not in drawn.casefold()
    assert "rat brain" in VIEW.tag_words
