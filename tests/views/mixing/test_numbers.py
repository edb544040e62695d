"""The shown mixtures: which way the added drug pulls, and where that turns."""

import numpy as np
import pytest

from mureceptor.views.mixing.numbers import (
    MIXTURES,
    TENFOLD,
    Mixture,
    before,
    joint_effect,
    lowers,
    top,
)
from mureceptor.views.mixing.state import MIXED, THERE

each_mixture = pytest.mark.parametrize("mixture", MIXTURES.values(), ids=MIXTURES)
pairs = [m for m in MIXTURES.values() if not m.blocks]


def by_hand(mixture: Mixture, added: float, there: float, grip: float = 1.0) -> float:
    """S / (S + D), the sums written out."""
    s = mixture.added.efficacy * added + sum(d.efficacy * grip * there for d in mixture.there)
    return s / (s + 1 + added + grip * there * len(mixture.there))


def test_every_option_is_a_mixture() -> None:
    assert list(MIXED.options) == list(MIXTURES)


def test_three_drugs_at_one_receptor_among_them() -> None:
    assert max(len(mixture.there) + 1 for mixture in MIXTURES.values()) == 3


@each_mixture
@pytest.mark.parametrize(("added", "there"), [(0.0, 3.0), (1.0, 10.0), (100.0, 0.01)])
@pytest.mark.parametrize("grip", [1.0, TENFOLD])
def test_together_is_the_sum_form(
    mixture: Mixture, added: float, there: float, grip: float
) -> None:
    assert joint_effect(mixture, added, there, grip) == pytest.approx(
        by_hand(mixture, added, there, grip), rel=1e-12
    )


@each_mixture
@pytest.mark.parametrize("there", THERE.grid)
def test_which_way_the_added_drug_pulls(mixture: Mixture, there: float) -> None:
    change = joint_effect(mixture, [0.01, 1, 100], there) - before(mixture, there)
    assert np.all((change < 0) == lowers(mixture, there))


@pytest.mark.parametrize("mixture", pairs)
@pytest.mark.parametrize("there", THERE.grid)
def test_the_drug_with_less_push_lowers_what_is_above_its_own_top(
    mixture: Mixture, there: float
) -> None:
    if not mixture.breaks_through:
        assert lowers(mixture, there) == (before(mixture, there) > top(mixture.added))


def test_a_blocker_lowers_any_effect() -> None:
    for mixture in MIXTURES.values():
        if mixture.blocks:
            assert all(lowers(mixture, there) for there in THERE.grid)


def test_naloxone_is_overcome_and_a_tight_grip_takes_more_of_it() -> None:
    for name in ("naloxone-on-full", "naloxone-on-partial", "naloxone-on-both"):
        mixture = MIXTURES[name]
        highest = max(top(drug) for drug in mixture.there)
        assert joint_effect(mixture, 100, 1e7) == pytest.approx(before(mixture, 1e7), rel=1e-4)
        assert before(mixture, 1e7) <= highest
        # A grip ten times tighter takes ten times as much naloxone, above the drug's own share.
        loose = joint_effect(mixture, 10.0 * 9, 9.0)
        tight = joint_effect(mixture, TENFOLD * 10.0 * 9, 9.0, TENFOLD)
        assert tight == pytest.approx(loose, rel=0.02)
        assert joint_effect(mixture, 90.0, 9.0, TENFOLD) > loose


def test_a_larger_share_of_naloxone_means_a_lower_top() -> None:
    mixture = MIXTURES["naloxone-on-full"]
    total = 1e6
    shares = (0, 0.1, 0.5, 0.9, 0.99)
    tops = [float(joint_effect(mixture, b * total, (1 - b) * total)) for b in shares]
    pushes = [20 * (1 - b) for b in shares]  # what is left of the push
    assert tops == sorted(tops, reverse=True)
    assert tops == pytest.approx([tau / (1 + tau) for tau in pushes], rel=1e-4)
