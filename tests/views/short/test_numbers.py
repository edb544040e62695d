"""What two textbook drugs do at one amount, by plain arithmetic."""

import pytest

from mureceptor.views.short.numbers import FULL_TOP, PARTIAL_TOP, numbers_of
from mureceptor.views.short.state import Short
from mureceptor.views.textbook import BOTH_LISTED


@pytest.mark.parametrize("amount", [0.01, 1.0, 10.0, 100.0])
def test_the_numbers_are_those_of_the_formulas(amount: float) -> None:
    now = numbers_of(Short(amount=amount))
    assert now.taken == pytest.approx(amount / (1 + amount))
    assert now.full == pytest.approx(20 * amount / (1 + 21 * amount))
    assert now.partial == pytest.approx(0.7 * amount / (1 + 1.7 * amount))


def test_tops_and_rows() -> None:
    assert pytest.approx(20 / 21) == FULL_TOP
    assert pytest.approx(0.7 / 1.7) == PARTIAL_TOP
    assert [row.amount for row in BOTH_LISTED] == [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100]
    assert numbers_of(Short(amount=1.0)) in BOTH_LISTED
