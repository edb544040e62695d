"""What a reader reads about the brake on reward."""

import pytest

from mureceptor.views.phrases import NBSP, plain
from mureceptor.views.reward import VIEW
from mureceptor.views.reward.state import Reward


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        (0.01, "lets go of 17 % of the brake in this model, and the partial agonist of 1 %."),
        (1, "lets go of 91 % of the brake in this model, and the partial agonist of 26 %."),
        (100, "lets go of 95 % of the brake in this model, and the partial agonist of 41 %."),
    ],
)
def test_how_far_each_drug_lets_go(amount: float, said: str) -> None:
    state = Reward(amount=amount)
    assert said in plain(VIEW.sentence(state)).replace(NBSP, " ")


def test_a_part_is_not_told_as_nothing() -> None:
    assert "in part still lets" in VIEW.sentence(Reward(amount=0.01))
