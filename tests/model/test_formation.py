"""What the body makes of a parent drug, by the limits of the saturable form."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from mureceptor.model.formation import saturable_formation

PARENT = np.geomspace(1e-3, 1e6, 60)


@pytest.mark.parametrize("capacity", [0.1, 1.0, 3.0, 40.0])
def test_little_is_all_made_and_of_much_no_more_than_the_capacity(capacity: float) -> None:
    made = saturable_formation(PARENT, capacity)
    assert saturable_formation(0, capacity) == 0
    assert_allclose(saturable_formation(1e-6 * capacity, capacity), 1e-6 * capacity, rtol=2e-6)
    assert_allclose(saturable_formation(capacity, capacity), capacity / 2)
    assert_allclose(saturable_formation(1e9 * capacity, capacity), capacity, rtol=1e-8)
    assert (np.diff(made) > 0).all()
    assert (made < np.minimum(PARENT, capacity)).all()


@pytest.mark.parametrize("capacity", [0.1, 1.0, 3.0, 40.0])
def test_what_is_made_is_what_is_lost_at_balance(capacity: float) -> None:
    """Made at the rate c p / (c + p), as Michaelis and Menten have it, and lost in proportion."""
    assert_allclose(saturable_formation(PARENT, capacity), capacity * PARENT / (capacity + PARENT))


def test_each_parent_meets_each_capacity() -> None:
    both = saturable_formation(PARENT[:, None], [1.0, 2.0])
    assert both.shape == (60, 2)
    assert_allclose(both[:, 1], saturable_formation(PARENT, 2.0))
