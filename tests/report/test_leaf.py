"""What is in the leaf, as drawn: each ring at its share, each place with what it was seen in."""

import re
from html import unescape

import pytest

from mureceptor.evidence import TARGETS, sources, targets
from mureceptor.report import leaf

# Shares of all alkaloids, as the notes on the sources give them, by compound.
SHARES = {
    "mitragynine": [12, 66],
    "paynantheine": [8.6],
    "speciogynine": [6.6],
    "7-OH": [2],
    "speciociliatine": [0.8],
}


def text(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def test_each_ring_stands_at_its_share_of_one_hundred() -> None:
    rows = re.findall(r'<li class="hollow">.*?</li>', leaf.shares())
    drawn = {
        text(row).split()[0]: [float(x) for x in re.findall(r'<b style="left: ([\d.]+)%"', row)]
        for row in rows
    }
    assert drawn == SHARES
    (low, wide) = re.findall(r'<i style="left: ([\d.]+)%; width: ([\d.]+)%"', rows[0])[0]
    assert (float(low), float(wide)) == (12, 54)


def test_what_was_read_in_later_texts_is_hollow_and_said_so() -> None:
    html = leaf.shares()
    assert html.count('<li class="hollow">') == len(SHARES)
    assert "a secondary source" in text(html)


def test_no_number_tells_how_much_is_in_a_leaf() -> None:
    told = text(leaf.shares())
    assert "they say nothing about how much is in a leaf" in told
    assert not re.search(r"dry|weight|w/w|gram|4\.94|0\.31", told)


def cells() -> dict[tuple[str, str], str]:
    table = re.search(r"<tbody>.*</tbody>", leaf.grid())
    assert table
    found: dict[tuple[str, str], str] = {}
    for row in re.findall(r"<tr>.*?</tr>", table[0]):
        name = text(re.search(r"<th.*?</th>", row)[0])  # type: ignore[index]
        places = re.findall(r"<td>(.*?)</td>", row)
        found |= {(name, t): text(p) for t, p in zip(TARGETS, places, strict=True)}
    return found


def test_a_place_says_what_was_seen_and_in_what_and_the_rest_is_empty() -> None:
    found = cells()
    assert found["mitragynine", "mu"] == "cells on in part, or not animals like an opioid"
    assert found["7-OH", "adrenaline"] == "cells no grip seen"
    assert found["pseudoindoxyl", "delta"] == "cells blocks"
    filled = {(row.compound, row.target) for row in targets()}
    assert {place for place, words in found.items() if words} == filled
    assert len(found) == 8 * 5
    assert "An empty place: we found none." in text(leaf.grid())


def test_nothing_in_the_grid_is_from_people_and_it_says_so() -> None:
    assert {row.system for row in targets()} == {"cells", "animals"}
    assert "Nothing here was shown in people." in text(leaf.grid())


def test_each_place_has_its_words_and_its_source() -> None:
    told = text(leaf.grid().split("<details>")[1])
    for row in targets():
        assert row.note in told
        assert all(sources()[key].short in told for key in row.sources)


def test_what_was_read_in_a_later_text_is_framed_and_said_so() -> None:
    html = leaf.grid()
    later = [row for row in targets() if row.reading == "secondary source"]
    assert {row.compound for row in later} == {"speciofoline"}
    assert html.count('<span class="hollow">') == len(later) == 3
    told = text(html.split("<details>")[1])
    assert told.count(", secondary source") == len(later)
    assert "a secondary source" in text(html.split("<table")[0])


def test_the_road_has_four_steps_each_with_what_is_sold_as_it() -> None:
    html = leaf.road()
    steps = re.findall(r"<li>.*?</li>", html)
    assert [text(step).split()[0] for step in steps] == [
        "Leaf",
        "Mitragynine",
        "7-OH",
        "Pseudoindoxyl",
    ]
    assert all("Sold as" in step for step in steps)
    assert "in a tube" in steps[3]
    assert 'class="tag tag-people"' not in steps[3]  # plasma in a tube is no living person


@pytest.mark.parametrize("html", [leaf.shares(), leaf.grid(), leaf.road()])
def test_nothing_is_coloured_in_the_markup(html: str) -> None:
    assert not re.search(r"#[0-9a-fA-F]{3,6}\b|rgb|color:", html)
