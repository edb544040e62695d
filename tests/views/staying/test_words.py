"""What a reader reads about drugs that stay, and an opioid that comes back."""

import pytest

from mureceptor.views import VIEWS
from mureceptor.views.phrases import NBSP, plain
from mureceptor.views.returning.state import Returning
from mureceptor.views.staying.state import Staying

returning, staying = VIEWS["returning"], VIEWS["staying"]


@pytest.mark.parametrize(
    ("gone", "start"),
    [
        (0.01778, "1.1 seconds after it is gone, of 100 receptors naloxone holds 96"),
        (1, "1 minute after it is gone, of 100 receptors naloxone holds 9, fentanyl holds 77"),
        (10, "10 minutes after it is gone, of 100 receptors naloxone holds fewer than 1, fentanyl"),
        (1000, "16.7 hours after it is gone"),
    ],
)
def test_who_still_holds_what(gone: float, start: str) -> None:
    said = plain(staying.sentence(Staying(gone=gone))).replace(NBSP, " ")
    assert said.startswith(start)
    assert said.endswith(
        "In a body the blood brings more: half of the naloxone is still in it after 64 minutes, "
        "half of the fentanyl after 3.65 hours."
    )


def test_the_spread_between_studies_is_told() -> None:
    said = plain(staying.sentence(Staying())).replace(NBSP, " ")
    assert (
        "fentanyl holds 8 (5 to 36) and buprenorphine holds 89 (30 to 96 across the studies shown)"
        in said
    )


def test_each_number_names_its_source_and_what_it_was_measured_in() -> None:
    rows = staying.table(Staying())["rows"]
    assert len(rows) == 11
    assert {row[4] for row in rows} == {"cells", "people"}
    assert [row[5] for row in rows if "secondary" in row[5]] == ["Mann 2022 (secondary source)"]
    assert all(row[4] == "people" for row in rows if row[1] == "the blood")


def test_naloxone_leaves_first() -> None:
    assert plain(returning.sentence(Returning())) == (
        "Naloxone at 100 leaves fentanyl 10 of 100 receptors, where it would hold 90 "
        "without naloxone. But naloxone leaves the blood first: fentanyl takes receptors back and, "
        "after 8 hours, holds 58 (69 without naloxone)."
    )
    tight = plain(returning.sentence(Returning(opioid="buprenorphine")))
    assert "leaves buprenorphine 31 of 100 receptors" in tight


def test_little_naloxone_is_compared_with_none_and_not_with_the_start() -> None:
    said = plain(returning.sentence(Returning(blocking=3.981)))
    assert "leaves fentanyl 68 of 100 receptors, where it would hold 91 without" in said
    assert "takes receptors back up to 78; " in said
    assert said.endswith("as it leaves the blood too, it holds 68 (69 without naloxone).")


def test_the_table_of_the_return() -> None:
    rows = returning.table(Returning())["rows"]
    assert rows[0] == ["0", "91", "0", "91"]
    assert rows[-1] == ["480", "58", "15", "69"]
