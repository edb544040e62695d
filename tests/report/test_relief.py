"""Pain relief in people: every mean with its spread, on one scale of seconds."""

import re
from html import unescape

import pytest

from mureceptor.report.relief import relief

# Seconds, mean and standard deviation: Vicknasingam 2020, abstract.
PRINTED = {
    "Kratom, before": (11.2, 6.7),
    "Kratom, after": (24.9, 39.4),
    "Placebo, before": (15.0, 19.0),
    "Placebo, after": (12.0, 8.1),
}


def text(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


@pytest.mark.parametrize(("name", "printed"), PRINTED.items())
def test_a_mean_and_its_spread_stand_where_they_were_measured(
    name: str, printed: tuple[float, float]
) -> None:
    row = re.search(rf'<li><span class="name">{name}</span>.*?</li>', relief())
    assert row
    mean, spread = printed
    last = 70  # seconds at the end of the scale
    numbers = re.findall(r"(left|width): ([\d.]+)%", row[0])
    left, width, dot = (float(number) * last / 100 for _, number in numbers)
    assert dot == pytest.approx(mean, abs=0.05)
    assert left == pytest.approx(max(0, mean - spread), abs=0.05)
    assert left + width == pytest.approx(mean + spread, abs=0.1)
    assert f"{mean:.1f} s , spread {spread:.1f} s" in text(row[0])


def test_the_scale_is_the_one_that_the_rows_are_drawn_on() -> None:
    ticks = re.findall(r"<i>(\d+)</i>", relief())
    assert [*map(int, ticks)] == [0, 10, 20, 30, 40, 50, 60, 70]


def test_it_says_that_it_is_no_proof_and_what_it_rests_on() -> None:
    told = text(relief())
    for words in (
        "Not a proof of pain relief",
        "the spread is wider than the mean itself",
        "26 men who took kratom every day",
        "We found no published comparison with an opioid",
        "oxycodone eased it more. That is news of what the company said, no paper",
        "Pure mitragynine changed little in 15 people",
    ):
        assert words in told
