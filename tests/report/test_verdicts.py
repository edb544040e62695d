"""How the claims stand and what is left out: each a square, none missing."""

from tests.report.told import told

from mureceptor.evidence import omissions
from mureceptor.report.still import Gaps, Verdicts
from mureceptor.report.verdicts import omitted, verdicts


def test_each_claim_is_a_numbered_square_and_two_are_filled() -> None:
    (drawn,) = verdicts().pieces
    assert isinstance(drawn, Verdicts)
    assert sorted(n for row in drawn.rows for n in row.claims) == list(range(1, 19))
    assert [row.claims for row in drawn.rows if row.stands] == [(7, 17)]
    (qualified,) = (row for row in drawn.rows if row.name == "supported with qualification")
    assert (qualified.plainly, len(qualified.claims)) == ("right, with a rider", 7)


def test_each_thing_left_out_is_an_empty_square_with_its_words() -> None:
    (gaps,) = (piece for piece in omitted().pieces if isinstance(piece, Gaps))
    assert len(gaps.lines) == 15
    for row, line in zip(omissions(), gaps.lines, strict=True):
        assert row.sentence in told(line)
