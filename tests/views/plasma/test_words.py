"""The sentence gives the share of the peak and says that it is no measure of effect."""

import pytest

from mureceptor.views.phrases import NBSP, plain
from mureceptor.views.plasma import VIEW
from mureceptor.views.plasma.state import Plasma

sentence, table = VIEW.sentence, VIEW.table


@pytest.mark.parametrize(("hours", "share"), [(0, 0), (2, 77), (4, 29), (12, 3), (48, 2)])
def test_the_share_of_the_peak(hours: float, share: int) -> None:
    said = plain(sentence(Plasma(since=hours))).replace(NBSP, " ")
    assert said == (
        f"{hours} hours after one intake, mitragynine in the blood is at {share} % of its peak. "
        "How much effect there is then is not known."
    )


def test_one_hour_is_an_hour() -> None:
    assert sentence(Plasma(since=1)).startswith("1 hour after one intake")


def test_the_table_goes_to_the_tail() -> None:
    rows = table(Plasma())["rows"]
    assert ["8", "5"] in rows
    assert rows[-1] == ["48", "2"]
