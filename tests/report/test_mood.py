"""What is known of kratom and mood: each line with what it was found in, and both sides."""

import re
from html import unescape

from mureceptor.report.mood import mood


def test_each_line_is_led_by_a_tag_and_ends_in_its_source() -> None:
    lines = re.findall(r"<li>(.*?)</li>", mood())
    assert len(lines) == 6
    for line in lines:
        assert re.match(r'<span class="tag tag-(people|animals)">', line)
        assert 'class="source"' in line


def test_animals_are_told_as_animals() -> None:
    for line in re.findall(r"<li>(.*?)</li>", mood()):
        animals = bool(re.search("Mice|Rats", line))
        assert animals == ("tag-animals" in line)


def test_both_sides_and_the_package_are_told() -> None:
    told = " ".join(unescape(re.sub(r"<[^>]+>", " ", mood())).split())
    for words in (
        "but not mitragynine",
        "6 of 10 people",
        "distress, told as mild",
        "the same package as slower breathing",
        "That was not kratom.",
    ):
        assert words in told
