"""Eight weeks by a plain Runge-Kutta of the design's two equations, against all that is drawn."""

import math
import re
from functools import cache
from itertools import chain
from typing import Any

import numpy as np
import pytest
from numpy.testing import assert_allclose

PUSHES = {"Low push": (0.7, "@partial"), "High push": (20.0, "@full")}
EVERY = {"seldom": 72, "daily": 24, "often": 8}  # [h] from intake to intake
STEP = 0.1  # [h]
TIME = STEP * np.arange(10 * 24 * 61 + 1)
SHOWN = 80 * np.arange(3 * 56 + 1)  # steps: every 8 hours
GIVEN = {"blocker": (1e6, 0.0), "low": (30.0, 0.7)}
STATES: list[dict[str, Any]] = [
    {"stop": 28},
    {"stop": 20, "regularity": "often", "given": "low"},
    {"stop": 3, "regularity": "daily", "given": "blocker"},
    {"stop": 50, "regularity": "daily", "driver": "taken"},
    {"stop": 37, "regularity": "seldom"},
    {"stop": 56, "regularity": "seldom", "driver": "taken", "given": "blocker"},
]


def two_rows(seen: Any) -> bool:
    """Whether there is room for signalling left and for withdrawal alone."""
    return bool(seen.form == "scene" or seen.low)


def exposure(t: Any, intakes: Any) -> Any:
    """In at 1.6 an hour, out with a half-life of 4 hours; a single intake peaks at 1."""
    out = math.log(2) / 4

    def one(s: Any) -> Any:
        return np.exp(-out * s) - np.exp(-1.6 * s)

    since = np.maximum(np.subtract.outer(t, intakes), 0)
    return one(since).sum(axis=-1) / one(math.log(1.6 / out) / (1.6 - out))


@cache
def course(stop: int, regularity: str, driver: str, tau: float) -> Any:
    """Exposure, effect, signalling left and expectation at each of `TIME`."""
    intakes = np.arange(0, 24 * stop, EVERY[regularity])
    x = exposure(TIME, intakes)
    xs = np.stack([x[:-1], exposure(TIME[:-1] + STEP / 2, intakes), x[1:]], axis=1).tolist()

    def slopes(q: float, a: float, x: float) -> tuple[float, float]:
        e = q * tau * x / (1 + x + q * tau * x)
        drive = e if driver == "effect" else x / (1 + x)
        return (1 - q) / 240 - 0.01 * drive * q, (e - a) / 96

    q, a = 1.0, 0.0
    states = [(q, a)]
    for begin, middle, end in xs:
        q1, a1 = slopes(q, a, begin)
        q2, a2 = slopes(q + STEP / 2 * q1, a + STEP / 2 * a1, middle)
        q3, a3 = slopes(q + STEP / 2 * q2, a + STEP / 2 * a2, middle)
        q4, a4 = slopes(q + STEP * q3, a + STEP * a3, end)
        q += STEP / 6 * (q1 + 2 * q2 + 2 * q3 + q4)
        a += STEP / 6 * (a1 + 2 * a2 + 2 * a3 + a4)
        states.append((q, a))
    left, expected = np.array(states).T
    return x, left * tau * x / (1 + x + left * tau * x), left, expected


def shown(values: Any, stop: int) -> Any:
    """Until the stop the highest of 24 hours, then what is there."""
    highest = [values[max(0, i - 240) : i + 1].max() for i in SHOWN]
    return np.where(24 * stop >= SHOWN * STEP, highest, values[SHOWN])


@pytest.mark.parametrize("fields", STATES, ids=str)
def test_all_that_is_drawn(picture: Any, fields: dict[str, Any]) -> None:
    full = {"regularity": "often", "driver": "effect", "given": "nothing"} | fields
    stop, given = full["stop"], full["given"]
    seen = picture("dependence", **fields)
    last = EVERY[full["regularity"]] * math.ceil(24 * stop / EVERY[full["regularity"]] - 1)
    effects, lefts, missed = [], [], []
    for name, (tau, colour) in PUSHES.items():
        x, effect, left, expectation = course(stop, full["regularity"], full["driver"], tau)
        withdrawal = np.maximum(0, 0.8 * expectation - effect)
        lines = {
            "signalling left": 100 * left[SHOWN],
            "withdrawal": 100 * shown(withdrawal, stop),
        }
        if not two_rows(seen):
            lines |= {
                "effect": 100 * shown(effect, stop),
                "effect expected": 80 * expectation[SHOWN],
            }
            assert_allclose(seen.line("Amount")[1], shown(x, stop), atol=2e-3)
        for what, expected in lines.items():
            day, drawn = seen.line(f"{name}, {what}")
            assert_allclose(day, SHOWN * STEP / 24)
            assert_allclose(drawn, expected, atol=0.06)
            assert seen.colour(f"{name}, {what}") == colour
        since = last - STEP / 2 < TIME
        best = int(np.where(since, effect, 0).argmax())
        worst = int(np.where(since, withdrawal, 0).argmax())
        effects.append((stop, 100 * effect[best], colour))
        lefts.append((stop, 100 * left[round(24 * stop / STEP)], colour))
        if given == "nothing":
            missed.append((TIME[worst] / 24, 100 * withdrawal[worst], colour))
        else:
            more, push = GIVEN[given]
            pushing = left[best] * (tau * x[best] + push * more)
            there = pushing / (pushing + 1 + x[best] + more)
            sudden = max(0, 0.8 * expectation[best] - there)
            look = "@antagonist" if given == "blocker" else "@partial"
            missed.append((TIME[best] / 24, 100 * sudden, look))
        # Beside the weeks: the curve before them, and at the stop.
        q = left[round(24 * stop / STEP)]
        for when, push in (("before", tau), ("at the stop", q * tau)):
            c, height = seen.line(f"{name}, {when}", "beside")
            assert_allclose(height, 100 * push * c / (1 + c + push * c), atol=0.05)
            halves = [(mark.x, mark.y) for mark in seen.marks("beside")]
            expected = (1 / (1 + push), 50 * push / (1 + push))
            assert any(np.allclose(half, expected, rtol=2e-3) for half in halves)
        (told,) = (text for text in seen.words("beside") if text.startswith(name))
        tops = [100 * tau / (1 + tau), 100 * q * tau / (1 + q * tau)]
        said = [float(number) for number in re.findall(r"[\d.]+", told)]
        # One number stands for both where they read alike.
        assert len(said) == (3 if f"{tops[0]:.0f}" != f"{tops[1]:.0f}" else 2)
        assert_allclose((said[0], said[-2]), tops, atol=0.51 if len(said) == 3 else 1.01)
        assert said[-1] == pytest.approx((1 + tau) / (1 + q * tau), abs=0.051)
    assert len(seen.marks("beside")) == 4
    groups = [lefts, missed] if two_rows(seen) else [effects, lefts, missed]
    marks = seen.marks()
    assert len(marks) == 2 * len(groups)
    for mark, (day, height, colour) in zip(marks, chain(*groups), strict=True):
        assert mark.x == pytest.approx(day, abs=0.09 if height else 60)  # flat at the top
        assert mark.y == pytest.approx(height, abs=0.06)
        assert mark.colour == colour
    words = [" ".join(map(str, t["text"])) for t in seen.traces() if any(t.get("text", ()))]
    for told, pair in zip(words, groups, strict=True):
        said = [float(number) for number in re.findall(r"(?<![\d@#])\d+(?= %|<|,| and)", told)]
        assert_allclose(said, [h for _, h, _ in pair][-len(said) :], atol=0.56)
        assert len(said) == 2 or (len(said) == 1 and "both" in told)
