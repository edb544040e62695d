import pytest

from mureceptor.evidence import VERDICTS, claims
from mureceptor.report.claims import (
    PLAINLY,
    by_verdict,
    headline,
    in_words,
    lead,
    left_out,
    number,
    pick,
    picked,
    sections,
)


def test_the_headline_and_the_lead_say_the_finding() -> None:
    assert headline() == "Only two of 18 claims stand as they are."
    assert lead() == (
        "Nine are too simple, argued over, or not shown. Seven are right with a “yes, but”."
    )


@pytest.mark.parametrize(
    ("number", "word"), [(0, "no"), (2, "two"), (13, "thirteen"), (18, "eighteen"), (21, "21")]
)
def test_small_numbers_are_words(number: int, word: str) -> None:
    assert in_words(number) == word


def test_every_claim_has_one_verdict_and_every_verdict_plain_words() -> None:
    held = [claim for rows in by_verdict().values() for claim in rows]
    assert sorted(map(number, held)) == list(range(1, 19))
    assert PLAINLY.keys() == by_verdict().keys() == set(VERDICTS)


def test_picking_by_verdict_and_section() -> None:
    assert pick() == claims()
    assert [claim.key for claim in pick("supported")] == ["C07", "C17"]
    assert [claim.key for claim in pick("contested", "Effects")] == ["C14", "C16"]
    assert pick("supported", "Introduction") == ()
    assert sum(len(pick(section=section)) for section in sections()) == len(claims())


def test_what_is_picked_is_told() -> None:
    assert picked(pick()) == "All 18 claims, in the article’s order."
    assert picked(pick("contested")) == "2 of 18 claims."
    assert picked(()) == "No claim of this section has this verdict."


def test_what_is_left_out_is_counted() -> None:
    assert left_out() == "Left out of the article: breathing, and 14 more things"
