"""Pain relief in people: every mean with its spread, on one scale of seconds."""

import pytest
from tests.report.told import told

from mureceptor.report.relief import relief
from mureceptor.report.still import Tracks

# Seconds, mean and standard deviation: Vicknasingam 2020, abstract.
PRINTED = {
    "With kratom, before": (11.2, 6.7),
    "With kratom, after": (24.9, 39.4),
    "Without kratom, before": (15.0, 19.0),
    "Without kratom, after": (12.0, 8.1),
}
(DRAWN,) = (piece for piece in relief().pieces if isinstance(piece, Tracks))


@pytest.mark.parametrize(("name", "printed"), PRINTED.items())
def test_a_mean_and_its_spread_stand_where_they_were_measured(
    name: str, printed: tuple[float, float]
) -> None:
    (track,) = (track for track in DRAWN.tracks if track.name == name)
    mean, spread = printed
    assert track.values == (mean,)
    assert track.span == pytest.approx((max(0, mean - spread), mean + spread))
    assert f"{mean:.1f} s on average, give or take {spread:.1f} s" in told(track)


def test_the_scale_is_the_one_that_the_rows_are_drawn_on() -> None:
    assert DRAWN.ticks == (0, 10, 20, 30, 40, 50, 60, 70)
    assert DRAWN.end == 70
    assert all(track.span[1] <= DRAWN.end for track in DRAWN.tracks)


def test_it_says_that_it_is_no_proof_and_what_it_rests_on() -> None:
    for words in (
        "Not a proof of pain relief",
        "The spread is wider than the average itself",
        "26 men who took kratom every day",
        "We found no published comparison with an opioid",
        "oxycodone eased it more. That is news of what the company said, no paper",
        "Pure mitragynine changed little in 15 people",
    ):
        assert words in told(relief())
