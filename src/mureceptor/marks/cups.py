"""100 receptors, ten rows of ten: open cups, and a ball in each that is taken."""

from typing import Final

import numpy as np

from mureceptor.marks.marks import Array
from mureceptor.marks.text import half_up

_HEIGHT: Final = 5.2  # of a row's 10 units: the rim, and the centre of a seated ball
WIDTH: Final = 1.6  # [px] of a cup's line
# All cups in a square of 100, y downwards: each the lower arc, 6.6 wide, from its left rim.
PATH: Final = "".join(
    f"M{10 * i + 1.7:g} {10 * j + 10 - _HEIGHT:g}a3.3 3.1 0 0 0 6.6 0"
    for j in range(10)
    for i in range(10)
)


def balls(taken: float) -> tuple[Array, Array]:
    """Return x, y of 100 balls, from 0 to 10 and to 100; y is NaN where the cup is free."""
    place = np.arange(100)
    seated = np.where(place < half_up(taken), place // 10 * 10 + _HEIGHT, np.nan)
    return place % 10 + 0.5, seated
