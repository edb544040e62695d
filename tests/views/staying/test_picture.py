"""Receptors still held, by 2^(-t / half-time), with the half-times as the evidence prints them."""

from typing import Any

import numpy as np
import pytest
from numpy.testing import assert_allclose

from mureceptor.views import VIEWS

# Colour and half-times [min]: first the one that is told, then those of all other studies; the
# shortest and the longest over all.
STAYS = {
    "Naloxone": ("@antagonist", "17 seconds", [0.29], (0.18, 0.44)),
    "Fentanyl": ("@full", "2.7 minutes", [2.7, 6.8], (2.3, 6.8)),
    "Buprenorphine": ("@partial", "60 minutes", [60, 84, 8.8, 40, 166], (5.7, 166)),
}


def test_each_drug_has_a_row_of_its_own(picture: Any) -> None:
    seen = picture("staying")
    lines = [t for t in seen.traces() if t["mode"] == "lines"]
    dots = [t for t in seen.traces() if "markers" in t["mode"] and len(t["x"]) and t["x"] != [10]]
    assert len(lines) == len(dots) == 3
    heights = []
    for (name, told), line, points in zip(STAYS.items(), lines, dots, strict=True):
        colour, words, halves, ends = told
        assert list(line["x"]) == pytest.approx([0.01, halves[0]])
        assert len({*line["y"], *points["y"]}) == 1
        heights.append(line["y"][0])
        assert line["line"]["color"] == colour
        assert sorted(points["x"]) == pytest.approx(sorted(halves))
        sizes = dict(zip(points["x"], points["marker"]["size"], strict=True))
        assert max(sizes, key=lambda x: sizes[x]) == pytest.approx(halves[0])
        error = points["error_x"]
        low = np.asarray(points["x"]) - error["arrayminus"]
        high = np.asarray(points["x"]) + error["array"]
        assert (low.min(), high.max()) == pytest.approx(ends)
        label = seen.label(name)
        assert label.startswith(f"{name} half off after {words}")
        wide = seen.form != "narrow" and len(halves) > 1
        assert ("across studies" in label) is wide
        if wide:
            assert f"({ends[0]:g} to {ends[1]:g} across" in label
    assert len(set(heights)) == 3


def test_what_comes_from_a_secondary_source_is_hollow(picture: Any) -> None:
    seen = picture("staying")
    hollow = [
        x
        for trace in seen.traces()
        if "markers" in trace["mode"]
        for x, fill in zip(trace["x"], trace["marker"]["color"], strict=True)
        if fill == "@bg"
    ]
    assert hollow == [84]
    assert "Hollow: secondary source" in VIEWS["staying"].note


@pytest.mark.parametrize("gone", [0.01, 0.1, 1.0, 10.0, 63.1, 1000.0])
def test_what_is_still_held_is_told_beside_each_row(picture: Any, gone: float) -> None:
    seen = picture("staying", gone=gone)
    (told,) = (t for t in seen.traces() if t["mode"] == "text")
    shares = [100 * 2 ** (-gone / halves[0]) for _, _, halves, _ in STAYS.values()]
    words = ["under 1" if s < 0.5 else "over 99" if s >= 99.5 else f"{s:.0f}" for s in shares]
    assert seen.words() == words
    assert list(told["textfont"]["color"]) == [colour for colour, *_ in STAYS.values()]
    rows = [t["y"][0] for t in seen.traces() if t["mode"] == "lines"]
    assert_allclose(np.asarray(told["y"]) - rows, [told["y"][0] - rows[0]] * 3)
    assert sum(mark.x == pytest.approx(gone) for mark in seen.marks()) == 1
