"""What helps: rates as bars on one scale, 28 people as 28 squares, and no plan for anyone."""

import re
from html import unescape

import pytest
from tests.report.shapes import area

from mureceptor.report import care


def text(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def test_the_bars_are_as_long_as_the_rates() -> None:
    bars = re.findall(r'<i style="left: 0%; width: ([\d.]+)%"', care.helps())
    inside, outside = map(float, bars)
    assert outside / inside == pytest.approx(9.5 / 4.3, rel=0.01)
    assert inside < outside / 2  # as the title says
    told = text(care.helps())
    assert "In treatment 4.3 of 1,000 in a year" in told
    assert "Out of treatment 9.5 of 1,000 in a year" in told


def test_methadone_is_told_as_a_treatment_and_not_as_a_match() -> None:
    told = text(care.helps())
    assert "A full agonist is used to treat, too." in told
    assert "11.3 of 1,000 in a year, and 36.1 out of it" in told
    assert "cannot be compared" in told


def test_the_28_are_drawn_and_20_of_them_marked() -> None:
    shapes = dict(re.findall(r'<(i|b) style="clip-path: ([^"]+)"', care.helps()))
    assert area(shapes["i"]) == 28
    assert area(shapes["b"]) == 20
    assert "nobody was compared with these people" in text(care.helps())


def test_the_rates_are_said_to_be_no_trial_and_not_about_kratom() -> None:
    told = text(care.helps())
    assert "Not a trial" in told
    assert "No kratom is in it." in told
    assert "15,831 people with opioid dependence" in told


def test_the_two_words_stand_side_by_side() -> None:
    sides = re.findall(r"<li><b>(.*?)</b>", care.two_words())
    assert sides == ["Dependence", "Use disorder"]


@pytest.mark.parametrize("html", [care.box(), care.short_box()])
def test_the_box_says_who_helps_and_what_to_do_when_somebody_does_not_breathe(html: str) -> None:
    told = text(html)
    for words in (
        "1\u2011800\u2011662\u20114357",
        "free and confidential",
        "o not stop alone",
        "Call 911 (US), give naloxone",
    ):
        assert words in told
    assert "That advice is about opioids" in text(care.box())


@pytest.mark.parametrize("html", [care.box(), care.short_box(), care.helps(), care.two_words()])
def test_nothing_could_serve_as_a_plan(html: str) -> None:
    plan = r"taper|step by step|cut down|reduce|half as much|less each|each day|per day|\bweeks?\b"
    assert not re.search(plan, text(html).casefold())
