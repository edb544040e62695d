"""Real drugs where their papers put them, and the made-up drug by the closed form."""

from typing import Any

import numpy as np
import pytest
from numpy.testing import assert_allclose

# Grip [nM] as Volpe 2011 prints it: a band, or one value; largest effect [%] and one standard error
# to both sides, as Dahan 2005 (people) and Bot 1998 (cells) print them.
REAL: dict[str, tuple[tuple[float, ...], float, float, str]] = {
    "Buprenorphine, in people": ((0.138, 1), 50, 0, "@partial"),
    "Fentanyl, in people": ((1, 100), 100, 0, "@full"),
    "Morphine, in cells": ((1, 100), 71.7, 2.8, "@full"),
    "Fentanyl, in cells": ((1, 100), 81.3, 1.9, "@full"),
    "Sufentanil, in cells": ((0.138,), 81, 1, "@full"),
    "Levorphanol, in cells": ((0.138, 1), 79, 2.4, "@full"),
    "Nalbuphine, in cells": ((1, 100), 58, 5.6, "@partial"),
}
# Sources' least and largest grip [nM] and Kruegel 2016's top [%], which later texts quote.
KRATOM = {"Mitragynine": (7.24, 709, 34), "7-OH": (7.16, 77.9, 47)}
STATES = [(316.2, 90), (0.3162, 90), (316.2, 45), (1000, 5), (0.1, 95), (10, 0)]


def test_the_real_drugs_lie_where_they_were_measured(picture: Any) -> None:
    seen = picture("drugmap", drugs="all")
    real = {t["name"]: t for t in seen.traces() if t.get("name")}
    assert real.keys() == REAL.keys() | KRATOM.keys()
    for name, (grips, top, _, _) in REAL.items():
        assert_allclose(np.asarray(real[name]["x"], float), grips)
        assert_allclose(np.asarray(real[name]["y"], float), [top] * len(grips))
        drug, where = name.split(", ")
        said = real[name]["hovertemplate"]
        assert said.startswith(f"{name}: {top:.0f} %")
        assert ("Dahan 2005" if where == "in people" else "Bot 1998") in said
        assert ("one value" in said) is (len(grips) == 1)
        if len(grips) == 2:
            assert f"grip {grips[0]:g} to {grips[1]:g} nM" in said
        assert any(text.startswith(drug) for text in seen.labels())
    boxes = [s for s in seen.panels["main"]["layout"]["shapes"] if s["type"] == "rect"]
    expected = sorted((top - error, top + error) for _, top, error, _ in REAL.values() if error)
    assert_allclose(sorted((box["y0"], box["y1"]) for box in boxes), expected)


def test_kratom_spans_what_its_sources_say(picture: Any) -> None:
    seen = picture("drugmap", drugs="all")
    for name, (tightest, weakest, top) in KRATOM.items():
        x, y = seen.line(name)
        assert (x.min(), x.max()) == pytest.approx((tightest, weakest))
        assert (y.min() + y.max()) / 2 == pytest.approx(top)
        assert seen.colour(name) == "@partial"
        assert seen.label(name)


@pytest.mark.parametrize(("grip", "push"), STATES)
def test_the_made_up_drug(picture: Any, grip: float, push: float) -> None:
    seen = picture("drugmap", grip=grip, push=push)
    own = seen.marks()[-1]
    assert (own.x, own.y) == pytest.approx((grip, push))
    tau = push / (100 - push)
    start = 316.2 / (1 + 90 / 10)  # what half of the top of 90 % takes at the start
    a, height = seen.line("Made-up drug", "beside")
    x = a * start / grip
    assert_allclose(height, 100 * tau * x / (1 + x + tau * x), rtol=1e-9, atol=1e-12)
    a, first = seen.line("At the start", "beside")
    x = a * start / 316.2
    assert_allclose(first, 900 * x / (1 + 10 * x), rtol=1e-9)
    halves = seen.marks("beside")
    if push:
        assert [(mark.x, mark.y) for mark in halves] == [
            pytest.approx((grip / (1 + tau) / start, push / 2))
        ]
    else:
        assert halves == []
    assert f"top {push:g} %" in seen.words("beside")
