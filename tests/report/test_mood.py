"""What is known of kratom and mood: both sides, each sign with what it was found in."""

import re

from tests.report.told import told

from mureceptor.report.mood import AWAY, TO, mood
from mureceptor.report.still import Grid, Notes

(GRID,) = (piece for piece in mood().pieces if isinstance(piece, Grid))
(NOTES,) = (piece for piece in mood().pieces if isinstance(piece, Notes))


def test_no_place_of_the_picture_is_empty_so_that_it_points_both_ways() -> None:
    assert GRID.columns == (TO, AWAY)
    assert [name for name, _ in GRID.rows] == ["In people", "In animals"]
    for name, (to, away) in GRID.rows:
        assert to
        assert away
        animals = [bool(re.search("mice|rats", cell.words)) for cell in (*to, *away)]
        assert set(animals) == {name == "In animals"}


def test_what_stands_on_each_side_was_found_on_that_side() -> None:
    sides: dict[str, list[str]] = {words: [] for words in GRID.columns}
    for _, places in GRID.rows:
        for side, cells in zip(GRID.columns, places, strict=True):
            sides[side] += [cell.words for cell in cells]
    assert all(re.search("liked|worked|better|pleasure", words) for words in sides[TO])
    assert all(re.search("no effort|distress", words) for words in sides[AWAY])
    assert len(sides[TO]) == 4
    assert len(sides[AWAY]) == 2


def test_each_sign_is_told_in_words_with_its_tag_and_source() -> None:
    cells = [cell for _, places in GRID.rows for cells in places for cell in cells]
    assert len(NOTES.lines) == len(cells)
    for line in NOTES.lines:
        assert line.works.keys
        assert bool(re.search("Mice|Rats", line.words)) == (line.tags == ("animals",))


def test_both_sides_and_the_package_are_told() -> None:
    for words in (
        "but not mitragynine",
        "6 of 10 people",
        "distress, which the paper calls mild",
        "the same package as slower breathing",
        "That was not kratom",
    ):
        assert words in told(mood())
