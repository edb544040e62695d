"""Receptors still held, by 2^(-t / half-time), with the half-times as the evidence prints them."""

from typing import Any

import pytest

from mureceptor.views import VIEWS

# Colour and half-times [min]: the one that is told, the shortest and the longest over all studies.
STAYS = {
    "Naloxone": ("@antagonist", "17 seconds", 0.29, (0.18, 0.44)),
    "Fentanyl": ("@full", "2.7 minutes", 2.7, (2.3, 6.8)),
    "Buprenorphine": ("@partial", "60 minutes", 60, (5.7, 166)),
}


def held(gone: float, half: float) -> float:
    """What is still held, of 100 receptors."""
    return float(100 * 2 ** (-gone / half))


@pytest.mark.parametrize("gone", [0.01, 0.1, 1.0, 10.0, 63.1, 1000.0])
def test_a_bar_for_each_drug_and_pale_what_the_studies_come_to(picture: Any, gone: float) -> None:
    seen = picture("staying", gone=gone)
    bands = seen.bands()
    assert len(bands) == 6
    heights = []
    for (colour, _, half, ends), spread, bar in zip(
        STAYS.values(), bands[::2], bands[1::2], strict=True
    ):
        assert (spread[3], bar[3]) == (colour, colour)
        assert list(spread[0]) == pytest.approx([held(gone, end) for end in ends], abs=1e-3)
        assert bar[0][0] == 0
        assert bar[0][1] == pytest.approx(max(held(gone, half), 0.4))
        assert spread[1][0] < bar[1][0] < bar[2][0] < spread[2][0], "the pale one is seen around it"
        heights.append((bar[1][0] + bar[2][0]) / 2)
    assert heights == sorted(heights, reverse=True)
    assert len(set(heights)) == 3
    assert "Pale: the studies’ range" in VIEWS["staying"].note


@pytest.mark.parametrize(
    ("gone", "time"),
    [
        (0.01, "0.6 seconds"),
        (1.0, "1 minute"),
        (10.0, "10 minutes"),
        (63.1, "63 minutes"),
        (1000.0, "16.7 hours"),
    ],
)
def test_time_and_numbers_are_told(picture: Any, gone: float, time: str) -> None:
    seen = picture("staying", gone=gone)
    (told,) = (t for t in seen.traces() if t["mode"] in ("text", "markers+text"))
    shares = [held(gone, half) for _, _, half, _ in STAYS.values()]
    words = ["under 1" if s < 0.5 else "over 99" if s >= 99.5 else f"{s:.0f}" for s in shares]
    assert seen.words() == [f"{time} after it is gone from the dish", *words]
    assert list(told["textfont"]["color"])[1:] == [colour for colour, *_ in STAYS.values()]
    for (name, (_, half, *_)), x, y, (spread, bar) in zip(
        STAYS.items(),
        told["x"][1:],
        told["y"][1:],
        zip(seen.bands()[::2], seen.bands()[1::2], strict=True),
        strict=True,
    ):
        assert bar[1][0] < y < bar[2][0], "beside its bar"
        assert x > max(spread[0].max(), bar[0].max())
        assert seen.label(name) == f"{name} half off after {half}"
