"""Each pad hangs as high as the model lets go of its brake, and nothing is said of dopamine."""

import json
from typing import Any

import numpy as np
import pytest

from mureceptor.marks.forms import FORMS, Form
from mureceptor.marks.plotly import figure
from mureceptor.views.reward import VIEW
from mureceptor.views.reward.state import Reward

each_form = pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)


def main(state: Reward, form: Form) -> dict[str, Any]:
    return figure(VIEW.draw(state, form)["main"])


def pads(spec: dict[str, Any]) -> list[float]:
    lines = [trace for trace in spec["data"] if trace["mode"] == "lines"]
    return [float(trace["y"][0]) for trace in sorted(lines, key=lambda t: float(t["x"][0]))]


@each_form
@pytest.mark.parametrize("amount", [0.01, 1, 10, 100])
def test_a_pad_hangs_at_the_effect_of_its_drug(form: Form, amount: float) -> None:
    none, partial, full = pads(main(Reward(amount=amount), form))
    effects = [100 * push * amount / (1 + amount + push * amount) for push in (0.7, 20)]
    assert none == 0
    assert [partial, full] == pytest.approx(effects)


@each_form
def test_a_rod_ends_at_its_pad(form: Form) -> None:
    spec = main(Reward(), form)
    rods = next(t for t in spec["data"] if "error_y" in t and max(t["error_y"]["array"]) > 0)
    assert rods["y"] == pytest.approx(pads(spec))
    assert np.add(rods["y"], rods["error_y"]["array"]) == pytest.approx([114] * 3)
    assert rods["mode"] == "markers"  # else Plotly joins them by a line


@each_form
def test_it_says_that_it_is_illustrative_and_gives_no_amount_of_dopamine(form: Form) -> None:
    drawn = json.dumps(main(Reward(), form), default=np.ndarray.tolist)
    assert "Illustrative, not a prediction" in drawn
    assert "dopamine" not in drawn.casefold()
    assert "rat brain" in VIEW.tag_words
