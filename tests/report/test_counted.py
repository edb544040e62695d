"""Each square is one person: they are counted here, the words checked against the tables."""

from tests.report.told import told

from mureceptor.evidence import counts
from mureceptor.report import counted
from mureceptor.report.still import Counted, Groups

DEATHS, SURVEYS = counted.deaths(), counted.surveys()


def test_blocks_hold_everyone_and_the_marked_come_first() -> None:
    parted = counted.blocks(27338, 1152)
    assert sum(block.total for block in parted) == 27338
    assert [block.marked for block in parted[:3]] == [1000, 152, 0]
    assert (parted[-1].total, parted[-1].marked) == (338, 0)


def test_every_death_is_drawn_and_the_152_are_marked() -> None:
    (large,) = (piece for piece in DEATHS.pieces if isinstance(piece, Counted))
    assert sum(block.total for block in large.blocks) == 27338
    assert sum(block.marked for block in large.blocks) == 152
    assert large.aloud == "152 of 27,338 squares are marked: kratom found in the body"
    (larger,) = (piece for piece in DEATHS.pieces if isinstance(piece, Groups))
    assert not larger.apart
    squares = [block for group in larger.groups for block in group.drawn.blocks]
    assert [(each.total, each.marked) for each in squares] == [(152, 152), (91, 91), (7, 7)]


def test_the_deaths_say_who_when_where_and_what_they_are_not() -> None:
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
        assert words in told(DEATHS)


def test_the_surveys_stand_side_by_side_like_for_like() -> None:
    (apart,) = (piece for piece in SURVEYS.pieces if isinstance(piece, Groups))
    assert apart.apart
    squares = [block for group in apart.groups for block in group.drawn.blocks]
    assert [(each.total, each.marked) for each in squares] == [(129, 20), (100, 2)]
    assert [group.who.who for group in apart.groups if group.who] == [
        "adults in the US who had ever taken kratom",
        "people who take kratom",
    ]
    words = told(SURVEYS)
    for said in (
        "20 of 129 , or 15.5 in 100, had a moderate or severe use disorder in the past year",
        "2 of 100 , had a moderate or severe use disorder in the past year",
        "Printed as 56 (2 percent) of 2,798 people, so drawn as 2 in each 100.",
        "people who took part in an online survey by their own choice",
        "are no trend, and cannot tell how likely it is for any one person.",
        "18 mild, 9 moderate and 11 severe: 38 of 129",
        "asked 2,061 adults who take kratom and found 525, or 25.5 in 100",
    ):
        assert said in words
    beside = {row.alike for row in counts() if f"{row.count} of {row.out_of}" in words}
    assert "moderate or severe, past year" in beside
