"""One made-up drug: as it is, with another grip alone, with another push alone.

Amounts count in the amount at which the drug as it is takes half of the receptors.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from mureceptor.model.activation import effect, half_effect_concentration
from mureceptor.model.assay import push_and_grip
from mureceptor.model.checks import Float
from mureceptor.views.strong.state import Strong

TOP_BEFORE: Final = 40.0  # [%]
DRAWN: Final = np.geomspace(1e-4, 1e4, 241)  # in every curve


@dataclass(frozen=True, kw_only=True)
class Drug:
    """Its `grip` [1], `top` [%], `effects` [1] over `DRAWN`, the amount for `half` its top."""

    grip: float
    top: float
    half: float
    effects: Float


def _drug(grip: float, top: float) -> Drug:
    tau = float(push_and_grip(top / 100, 1.0)[0])
    return Drug(
        grip=grip,
        top=top,
        half=float(half_effect_concentration(1 / grip, tau)),
        effects=effect(DRAWN, 1 / grip, tau),
    )


BEFORE: Final = _drug(1, TOP_BEFORE)


@dataclass(frozen=True, kw_only=True)
class Numbers:
    """The drug with another grip, `gripping`, and with another push, `pushing`."""

    gripping: Drug
    pushing: Drug


def numbers_of(state: Strong) -> Numbers:
    """Return both drugs of `state`."""
    return Numbers(gripping=_drug(state.grip, TOP_BEFORE), pushing=_drug(1, state.push))
