"""What a reader reads about receptors taken and free."""

import pytest

from mureceptor.views.receptor import VIEW
from mureceptor.views.receptor.state import Receptor

sentence, table = VIEW.sentence, VIEW.table


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        (0.01, "At an amount of 0.01, 1 of 100 receptors is taken and 99 are free."),
        (1, "At an amount of 1, 50 of 100 receptors are taken and 50 are free."),
        (10, "At an amount of 10, 91 of 100 receptors are taken and 9 are free."),
        (100, "At an amount of 100, 99 of 100 receptors are taken and 1 is free."),
    ],
)
def test_taken_and_free(amount: float, said: str) -> None:
    assert sentence(Receptor(amount=amount)).startswith(said)


def test_ten_times_as_much_adds_less_and_less() -> None:
    assert "Ten times as much would take 50." in sentence(Receptor(amount=0.1))
    assert "Ten times as much would take 99." in sentence(Receptor(amount=10))


def test_push_is_said_to_play_no_part() -> None:
    assert sentence(Receptor()).endswith("Push plays no part in this.")


def test_the_table_adds_up() -> None:
    rows = table(Receptor())["rows"]
    assert [row[0] for row in rows] == ["0.01", "0.03", "0.1", "0.3", "1", "3", "10", "30", "100"]
    assert all(int(taken) + int(free) == 100 for _, taken, free in rows)
    assert rows[4][1:] == ["50", "50"]
