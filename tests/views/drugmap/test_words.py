"""The sentence says which of grip, push and amount needed changed, and how."""

import pytest

from mureceptor.views.drugmap import VIEW
from mureceptor.views.drugmap.numbers import START
from mureceptor.views.drugmap.state import Drugmap
from mureceptor.views.phrases import NBSP

sentence, table = VIEW.sentence, VIEW.table


def said(state: Drugmap) -> str:
    return sentence(state).replace(NBSP, " ")


def test_the_start_tells_of_buprenorphine_without_a_click() -> None:
    assert said(START) == (
        "The made-up drug starts with a weak grip and a hard push: its top is 90 %. "
        "Buprenorphine is the other way round: a tight grip, and breathing that falls by half."
    )


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (
            Drugmap(0.3162, 90),
            "Against the start: a grip 1,000 times tighter, and the same push, so the top stays "
            "at 90 %. The amount needed for half its top is 1,000 times smaller.",
        ),
        (
            Drugmap(316.2, 45),
            "Against the start: the same grip, and a weaker push, so the top is 45 %. "
            "The amount needed for half its top is 5.5 times larger.",
        ),
        (
            Drugmap(316.2, 95),
            "Against the start: the same grip, and a harder push, so the top is 95 %. "
            "The amount needed for half its top is 2 times smaller.",
        ),
        (
            Drugmap(1000, 90),
            "Against the start: a grip 3.2 times weaker, and the same push, so the top stays at "
            "90 %. The amount needed for half its top is 3.2 times larger.",
        ),
        (
            Drugmap(100, 70),
            "Against the start: a grip 3.2 times tighter, and a weaker push, so the top is 70 %. "
            "The amount needed for half its top stays about the same.",
        ),
        (
            Drugmap(316.2, 0),
            "Against the start: the same grip, and no push at all. "
            "It takes receptors and does nothing with them: no amount is enough.",
        ),
    ],
)
def test_which_word_changed(state: Drugmap, words: str) -> None:
    assert said(state) == words


def test_the_table_holds_every_drug_and_the_made_up_one_last() -> None:
    rows = table(Drugmap(100, 70))["rows"]
    assert rows[0] == [
        "Buprenorphine",
        "0.138 to 1",
        "50",
        "fall of breathing",
        "in people (Dahan 2005)",
    ]
    assert [
        "Sufentanil",
        "0.138",
        "81 (80 to 82)",
        "fall of a signal",
        "in cells (Bot 1998)",
    ] in rows
    assert rows[-1] == ["Made-up drug", "100", "70", "the largest possible", "model"]
    assert [
        "Mitragynine",
        "not Volpe: 7 to 709 by source",
        "34",
        "the test’s own reference",
        "in cells (Kruegel 2016, secondary source)",
    ] in rows
    assert len(rows) == 10
