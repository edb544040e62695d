"""What is known of kratom and mood: each line with what it was found in, and both sides."""

import re

from tests.report.told import told

from mureceptor.report.mood import mood
from mureceptor.report.still import Lines

(LINES,) = (piece.lines for piece in mood().pieces if isinstance(piece, Lines))


def test_each_line_is_led_by_a_tag_and_ends_in_its_source() -> None:
    assert len(LINES) == 6
    for line in LINES:
        assert line.tags in {("people",), ("animals",)}
        assert line.works.keys


def test_animals_are_told_as_animals() -> None:
    for line in LINES:
        assert bool(re.search("Mice|Rats", line.words)) == (line.tags == ("animals",))


def test_both_sides_and_the_package_are_told() -> None:
    for words in (
        "but not mitragynine",
        "6 of 10 people",
        "distress, told as mild",
        "the same package as slower breathing",
        "That was not kratom.",
    ):
        assert words in told(mood())
