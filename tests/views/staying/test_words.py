"""What a reader reads about drugs that stay, and an opioid that comes back."""

import pytest

from mureceptor.views.phrases import NBSP, plain
from mureceptor.views.returning import words as returning
from mureceptor.views.returning.state import Returning
from mureceptor.views.staying import words as staying
from mureceptor.views.staying.state import Staying


@pytest.mark.parametrize(
    ("gone", "start"),
    [
        (0.01778, "1.1 seconds after it is gone, of 100 receptors naloxone holds 96"),
        (1, "1 minute after it is gone, of 100 receptors naloxone holds 9, fentanyl holds 77"),
        (10, "10 minutes after it is gone, of 100 receptors naloxone holds 0, fentanyl holds 8"),
        (1000, "16.7 hours after it is gone"),
    ],
)
def test_who_still_holds_what(gone: float, start: str) -> None:
    said = plain(staying.sentence(Staying(gone=gone))).replace(NBSP, " ")
    assert said.startswith(start)
    assert said.endswith(
        "The blood is slower: half of the naloxone is still there after 64 minutes, half of the "
        "fentanyl after 3.65 hours."
    )


def test_the_spread_between_studies_is_told() -> None:
    said = plain(staying.sentence(Staying())).replace(NBSP, " ")
    assert "buprenorphine holds 89 (30 to 92 across the studies shown)" in said


def test_each_number_names_its_source_and_what_it_was_measured_in() -> None:
    rows = staying.table(Staying())["rows"]
    assert len(rows) == 9
    assert {row[4] for row in rows} == {"cells", "people"}
    assert [row[5] for row in rows if "secondary" in row[5]] == ["Mann 2022 (secondary source)"]
    assert all(row[4] == "people" for row in rows if row[1] == "the blood")


def test_naloxone_leaves_first() -> None:
    assert plain(returning.sentence(Returning())) == (
        "Naloxone at 100 pushes fentanyl from 91 of 100 receptors down to 10. But naloxone leaves "
        "the blood first: 8 of its half-lives on, fentanyl holds 59 again."
    )
    tight = plain(returning.sentence(Returning(opioid="buprenorphine")))
    assert "buprenorphine from 91 of 100 receptors down to 31" in tight


def test_little_naloxone_changes_little() -> None:
    said = plain(returning.sentence(Returning(blocking=1)))
    assert said == (
        "Naloxone at 1 changes little, and soon it is gone. Fentanyl goes from 91 of 100 receptors "
        "to 66 as it leaves the blood itself."
    )


def test_the_table_of_the_return() -> None:
    rows = returning.table(Returning())["rows"]
    assert rows[0] == ["0", "91", "0", "91"]
    assert rows[-1] == ["8", "59", "12", "66"]
