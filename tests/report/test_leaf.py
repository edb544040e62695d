"""What is in the leaf: each ring at its share, each place with what it was seen in."""

import re

from tests.report.told import told

from mureceptor.evidence import TARGETS, sources, targets
from mureceptor.report import leaf
from mureceptor.report.still import Grid, Notes, Paragraph, Road, Tracks

# Shares of all alkaloids, as the notes on the sources give them, by compound.
SHARES = {
    "mitragynine": (12, 66),
    "paynantheine": (8.6,),
    "speciogynine": (6.6,),
    "7-OH": (2,),
    "speciociliatine": (0.8,),
}


def test_each_ring_stands_at_its_share_of_one_hundred() -> None:
    (drawn,) = (piece for piece in leaf.shares().pieces if isinstance(piece, Tracks))
    assert drawn.end == 100
    assert {track.name: track.values for track in drawn.tracks} == SHARES
    assert all(track.span == (min(track.values), max(track.values)) for track in drawn.tracks)


def test_what_was_read_in_later_texts_is_hollow_and_said_so() -> None:
    (drawn,) = (piece for piece in leaf.shares().pieces if isinstance(piece, Tracks))
    assert drawn.look == "hollow"
    assert "a secondary source" in told(leaf.shares())


def test_no_number_tells_how_much_is_in_a_leaf() -> None:
    words = told(leaf.shares())
    assert "they say nothing about how much is in a leaf" in words
    assert not re.search(r"dry|weight|w/w|gram|4\.94|0\.31", words)


def grid() -> Grid:
    (found,) = (piece for piece in leaf.grid().pieces if isinstance(piece, Grid))
    return found


def test_a_place_says_what_was_seen_and_in_what_and_the_rest_is_empty() -> None:
    found = {
        (name, target): told(place)
        for name, places in grid().rows
        for target, place in zip(TARGETS, places, strict=True)
    }
    assert found["mitragynine", "mu"] == "cells on in part, or not animals like an opioid"
    assert found["7-OH", "adrenaline"] == "cells no grip seen"
    assert found["pseudoindoxyl", "delta"] == "cells blocks"
    filled = {(row.compound, row.target) for row in targets()}
    assert {place for place, words in found.items() if words} == filled
    assert len(found) == 8 * 5
    assert "An empty place: we found none." in told(leaf.grid())


def test_nothing_in_the_grid_is_from_people_and_it_says_so() -> None:
    assert {row.system for row in targets()} == {"cells", "animals"}
    assert "Nothing here was shown in people." in told(leaf.grid())


def test_each_place_has_its_words_and_its_source() -> None:
    (notes,) = (piece for piece in leaf.grid().pieces if isinstance(piece, Notes))
    for row, line in zip(targets(), notes.lines, strict=True):
        assert row.note in told(line)
        assert all(sources()[key].short in told(line) for key in row.sources)


def test_what_was_read_in_a_later_text_is_framed_and_said_so() -> None:
    later = [row for row in targets() if row.reading == "secondary source"]
    assert {row.compound for row in later} == {"speciofoline"}
    cells = [cell for _, places in grid().rows for place in places for cell in place]
    assert sum(cell.hollow for cell in cells) == len(later) == 3
    first, _, notes = leaf.grid().pieces
    assert told(notes).count(", secondary source") == len(later)
    assert isinstance(first, Paragraph)
    assert "a secondary source" in told(first)


def test_the_road_has_four_steps_each_with_what_is_sold_as_it() -> None:
    (road,) = (piece for piece in leaf.road().pieces if isinstance(piece, Road))
    names = [step.name for step in road.steps]
    assert names == ["Leaf", "Mitragynine", "7-OH", "Pseudoindoxyl"]
    assert all(step.sold and step.sellers.keys for step in road.steps)
    assert "in a tube" in road.steps[3].how
    assert "people" not in road.steps[3].tags  # plasma in a tube is no living person
