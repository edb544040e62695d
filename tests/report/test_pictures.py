"""Each square is one: the shapes are measured, the words checked against the tables."""

import re
from html import unescape

import pytest
from tests.report.shapes import area

from mureceptor.evidence import counts, omissions, sources
from mureceptor.report import pictures
from mureceptor.report.pictures import blocks, first, squares


def drawn(html: str, element: str) -> float:
    return sum(area(shape) for shape in re.findall(rf'<{element} style="clip-path: ([^"]+)"', html))


def text(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


@pytest.mark.parametrize("count", [1, 7, 19, 20, 21, 91, 129, 152, 338, 1000])
@pytest.mark.parametrize("columns", [10, 19, 20])
def test_a_shape_holds_as_many_squares_as_it_says(count: int, columns: int) -> None:
    assert area(first(count, columns)) == count


def test_squares_are_as_wide_and_high_as_they_need() -> None:
    assert "--columns: 10; --rows: 13" in squares(129, 20, 10)
    assert "--columns: 10; --rows: 10" in squares(100, 0, 10)
    assert "<b" not in squares(100, 0, 10)


def test_blocks_hold_everyone_and_the_few_come_first() -> None:
    parted = blocks(27338, 1152)
    assert sum(total for total, _ in parted) == 27338
    assert [few for _, few in parted[:3]] == [1000, 152, 0]
    assert parted[-1] == (338, 0)


def test_every_death_is_drawn_and_the_152_are_marked() -> None:
    html = pictures.deaths()
    large, larger = html.split("The same 152 drawn larger")
    assert drawn(large, "i") == 27338
    assert drawn(large, "b") == 152
    assert drawn(larger, "b") == drawn(larger, "i") == 152 + 91 + 7
    assert 'aria-label="152 of 27,338 squares are marked: kratom found in the body"' in html


def test_the_deaths_say_who_when_where_and_what_they_are_not() -> None:
    told = text(pictures.deaths())
    for words in (
        "The squares cannot tell how likely kratom is to kill",
        "Testing for kratom was patchy",
        "people who died of an overdose, mostly of opioids",
        "July 2016 to December 2017, 27 US states",
        "Olsen 2019",
        "152 kratom found in the body",
        "91 kratom judged a cause of the death",
        "7 kratom the only substance found, others not ruled out",
    ):
        assert words in told


def test_the_surveys_stand_side_by_side_like_for_like() -> None:
    html = pictures.surveys()
    assert drawn(html, "i") == 129 + 100
    assert drawn(html, "b") == 20 + 2
    told = text(html)
    for words in (
        "20 of 129 , or 15.5 in 100.",
        "2 of 100 . Printed as 56 (2 percent) of 2,798 people, so drawn as 2 in each 100.",
        "Who adults in the US who had ever taken kratom",
        "Who people who take kratom",
        "How people who took part in an online survey by their own choice",
        "They are not two points of one trend, and cannot tell how likely "
        "a use disorder is for any one person.",
        "18 mild, 9 moderate and 11 severe: 38 of 129",
        "asked 2,061 adults who take kratom and found 525, or 25.5 in 100",
    ):
        assert words in told
    beside = {row.alike for row in counts() if f"{row.count} of {row.out_of}" in told}
    assert "moderate or severe, past year" in beside


def test_each_claim_is_a_numbered_square_and_two_are_filled() -> None:
    html = pictures.verdicts()
    assert sorted(map(int, re.findall(r"<a[^>]*>(\d+)</a>", html))) == list(range(1, 19))
    assert re.findall(r'<a href="#claim-\d+" class="whole"[^>]*>(\d+)</a>', html) == ["7", "17"]
    assert "Supported with qualification right, with a “yes, but” 7" in text(html)


def test_each_thing_left_out_is_an_empty_square_with_its_words() -> None:
    html = pictures.omitted()
    assert html.count("<i></i>") == len(omissions()) == 15
    assert all(row.sentence in text(html) for row in omissions())
    assert pictures.left_out() == "Left out of the article: breathing, and 14 more things"


def test_sources_are_links_to_the_work() -> None:
    link = sources()["Olsen2019"].link
    assert f'href="{link}"' in pictures.cited("Olsen2019")
    assert text(pictures.cited("Olsen2019", "Smith2022")) == "Olsen 2019 , Smith 2022"
    assert pictures.cited() == ""


def test_the_tag_nearest_to_a_person_comes_first() -> None:
    assert text(pictures.tags("cells", "people", "animals")) == "people animals cells"


@pytest.mark.parametrize(
    "html", [pictures.verdicts(), pictures.omitted(), pictures.deaths(), pictures.surveys()]
)
def test_nothing_is_coloured_in_the_markup(html: str) -> None:
    assert not re.search(r"#[0-9a-fA-F]{3,6}\b|rgb|color:", html)
