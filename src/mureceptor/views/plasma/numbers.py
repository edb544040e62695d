"""Mitragynine in the blood after one intake."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import ArrayLike

from mureceptor.model.checks import Float
from mureceptor.model.exposure import mitragynine_plasma_share
from mureceptor.views.plasma.state import SINCE, Plasma

_PEAK: Final = mitragynine_plasma_share(1.0)  # 0.9998: the curve's coefficients are rounded


def _blood(hours: ArrayLike) -> Float:
    return mitragynine_plasma_share(hours) / _PEAK


# Shares of the peak [1], at hours after the intake [h]: drawn, and in the table.
HOURS: Final = np.linspace(SINCE.low, SINCE.high, 193)
BLOOD: Final = _blood(HOURS)
LISTED_HOURS: Final = (0, 1, 2, 4, 6, 8, 12, 18, 24, 36, 48)
LISTED_BLOOD: Final = _blood(LISTED_HOURS)


@dataclass(frozen=True, kw_only=True)
class Numbers:
    """What is left in the blood, as share of its peak [1], `since` hours after the intake."""

    since: float
    blood: float


def numbers_of(state: Plasma) -> Numbers:
    """Return what is left in the blood at the hour of `state`."""
    return Numbers(since=state.since, blood=float(_blood(state.since)))
