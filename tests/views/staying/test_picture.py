"""Receptors still held, by 2^(-t / half-time), with the half-times as the evidence prints them."""

from typing import Any

import pytest

from mureceptor.views import VIEWS

# Colour and half-times [min]: the one that is told, the shortest and the longest over all studies.
STAYS = {
    "Naloxone": ("@antagonist", 0.29, (0.18, 0.44)),
    "Fentanyl": ("@full", 2.7, (2.3, 6.8)),
    "Buprenorphine": ("@partial", 60, (5.7, 166)),
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
    for (colour, half, ends), spread, bar in zip(
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
    shares = [held(gone, half) for _, half, _ in STAYS.values()]
    words = [
        "fewer than 1" if s < 0.5 else "more than 99" if s >= 99.5 else f"{s:.0f}" for s in shares
    ]
    assert seen.words() == [
        f"{time} after the drug is gone, in a dish",
        *(f"{name} still holds {each}" for name, each in zip(STAYS, words, strict=True)),
    ]
    for (colour, *_), text in zip(STAYS.values(), told["text"][1:], strict=True):
        assert f"color:{colour}" in text, "a name has the hue of its bar"
    for y, bar in zip(told["y"][1:], seen.bands()[1::2], strict=True):
        assert bar[2][0] < y < bar[2][0] + 0.5, "over its bar"
