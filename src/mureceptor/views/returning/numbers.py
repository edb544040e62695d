"""An opioid that takes its receptors back while naloxone leaves the blood."""

import math
from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np

from mureceptor.model.binding import occupancy
from mureceptor.model.checks import Float
from mureceptor.model.kinetics import displacement_over_time
from mureceptor.views import stays
from mureceptor.views.returning.state import BLOCKING, Returning

OPIOID_AMOUNT: Final = 10.0  # [C/K] illustrative: the opioid holds 91 of 100 receptors
LAST: Final = 480.0  # [min]
# Minutes since naloxone came; dense at first, where little naloxone acts.
MINUTES: Final = np.unique(np.append(np.linspace(0, LAST, 161), np.linspace(0, 30, 31)))
LISTED: Final = np.arange(0, LAST + 1, 60)  # [min] in the table


@cache
def contest(opioid: str) -> tuple[Float, Float]:
    """Return the shares of receptors [1] held by an opioid and by naloxone that came later.

    Axes: the steps of `BLOCKING`, then `MINUTES`. Amounts count in units of each drug's own
    grip, so its on-rate is its off-rate.
    """
    drugs = ("naloxone", opioid)
    off = np.array([math.log(2.0) / stays.stay(drug) for drug in drugs])
    amounts = np.stack([np.array(BLOCKING.grid), np.full(BLOCKING.steps, OPIOID_AMOUNT)], axis=-1)
    bound = displacement_over_time(
        MINUTES,
        amounts,
        [stays.in_blood(drug) for drug in drugs],
        off,
        off,
        exponents=[1.0, 1.0],
        start=[0.0, float(occupancy(OPIOID_AMOUNT, 1.0))],
    )
    return bound[..., 1], bound[..., 0]


def undisturbed(opioid: str) -> Float:
    """Return the share [1] that the opioid would hold over `MINUTES` without naloxone."""
    return occupancy(OPIOID_AMOUNT * np.exp2(-MINUTES / stays.in_blood(opioid)), 1.0)


@dataclass(frozen=True, kw_only=True)
class Numbers:
    """Shares of receptors [1] in one `state`, over `MINUTES`.

    `held` by the opioid, `blocked` by naloxone, and `alone`: by the opioid without naloxone.
    Naloxone does most at the index `strongest`, against none at the same time: the opioid leaves
    by itself too. At the index `half_way` the opioid has half of what it takes back after that.
    """

    state: Returning
    held: Float
    blocked: Float
    alone: Float
    strongest: int
    half_way: int

    @property
    def back(self) -> float:
        """The most [1] that the opioid holds once naloxone has done most."""
        return float(self.held[self.strongest :].max())


def numbers_of(state: Returning) -> Numbers:
    """Return who holds how many receptors in `state`."""
    held, blocked = (curve[BLOCKING.grid.index(state.blocking)] for curve in contest(state.opioid))
    alone = undisturbed(state.opioid)
    strongest = int((alone - held).argmax())
    after = held[strongest:]
    half_way = strongest + int(np.argmax(after >= (after[0] + after.max()) / 2))
    return Numbers(
        state=state,
        held=held,
        blocked=blocked,
        alone=alone,
        strongest=strongest,
        half_way=half_way,
    )
