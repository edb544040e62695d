"""One drug, two tops: each line keeps a label of its own."""

from itertools import pairwise

import pytest

from mureceptor.marks.forms import NARROW, Form
from mureceptor.marks.plotly import Spec, figures
from mureceptor.views.reserve import VIEW
from mureceptor.views.reserve.state import AMPLIFICATION, FORMATION, PUSH, Reserve


def draw(state: Reserve, form: Form) -> dict[str, Spec]:
    return figures(VIEW.draw(state, form))


LINES = 2 * 1.3 * NARROW.label / NARROW.plot * 100  # [%] of the plot that a label's two lines take


@pytest.mark.parametrize("push", PUSH.options)
@pytest.mark.parametrize("formation", FORMATION.options)
def test_on_a_phone_labels_keep_clear_of_each_other_and_stay_in_the_plot(
    push: str, formation: str
) -> None:
    for amplification in AMPLIFICATION.grid:
        state = Reserve(amplification=amplification, push=push, formation=formation)
        panel = draw(state, NARROW)["main"]
        labels = [a for a in panel["layout"]["annotations"] if a["text"].startswith("<b>")]
        heights = sorted(a["y"] for a in labels)
        assert len(heights) == 2
        assert all(above - below >= LINES for below, above in pairwise(heights)), state
        assert heights[0] >= LINES / 2, state
        assert heights[-1] <= 100 - LINES / 2, state
        for name, more in (("Pain relief", amplification), ("Slowed breathing", 1 / amplification)):
            strength = {"low": 0.7, "high": 20.0}[push] * max(more, 1)
            # Ready-made it can take every receptor; made in the body as many as an amount of 1.
            top = 100 * strength / (strength + (1 if formation == "ready" else 2))
            (label,) = (a["text"] for a in labels if name in a["text"])
            assert label.endswith("top over 99 %" if top >= 99.5 else f"top {top:.0f} %"), state
