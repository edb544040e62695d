"""What helps: rates as bars on one scale, 28 people as 28 squares, and no plan for anyone."""

import re
from typing import Any

import pytest
from tests.report.told import told

from mureceptor.report import care
from mureceptor.report.still import Counted, Pair, Squares, Tracks

HELPS = care.helps()


def test_the_bars_are_as_long_as_the_rates() -> None:
    (bars,) = (piece for piece in HELPS.pieces if isinstance(piece, Tracks))
    assert bars.look == "bar"
    assert [bar.span for bar in bars.tracks] == [(0, 4.3), (0, 9.5)]
    assert 4.3 < 9.5 / 2  # as the title says
    assert all(end <= bars.end for _, end in (bar.span for bar in bars.tracks))
    assert "In treatment 4.3 of 1,000 in a year" in told(bars)
    assert "Out of treatment 9.5 of 1,000 in a year" in told(bars)


def test_methadone_is_told_as_a_treatment_and_not_as_a_match() -> None:
    words = told(HELPS)
    assert "A full agonist is used to treat, too." in words
    assert "11.3 of 1,000 in a year, and 36.1 out of it" in words
    assert "cannot be compared" in words


def test_the_28_are_drawn_and_20_of_them_marked() -> None:
    (drawn,) = (piece for piece in HELPS.pieces if isinstance(piece, Counted))
    assert drawn.blocks == (Squares(28, 20, 14),)
    assert "nobody was compared with these people" in told(HELPS)


def test_the_rates_are_said_to_be_no_trial_and_not_about_kratom() -> None:
    words = told(HELPS)
    assert "Not a trial" in words
    assert "No kratom is in it." in words
    assert "15,831 people with opioid dependence" in words


def test_the_two_words_stand_side_by_side() -> None:
    (pair,) = (piece for piece in care.two_words().pieces if isinstance(piece, Pair))
    assert [name for name, _ in pair.sides] == ["Dependence", "Use disorder"]


def test_the_box_says_what_is_known_calmly() -> None:
    assert "Do not stop alone" in told(care.BOX)
    assert "That advice is about opioids" in told(care.BOX)


@pytest.mark.parametrize("piece", [care.BOX, HELPS, care.two_words()])
def test_nothing_could_serve_as_a_plan(piece: Any) -> None:
    plan = r"taper|step by step|cut down|reduce|half as much|less each|each day|per day|\bweeks?\b"
    assert not re.search(plan, told(piece).casefold())
