"""The textbook drugs that stand for "full" and "partial" wherever no named drug is meant.

Illustrative settings, not measurements: no push (transducer ratio) of any opioid was found
published in a form that could be used here.
"""

from typing import Final

import numpy as np
from numpy.typing import ArrayLike

from mureceptor.model.activation import effect, maximal_effect, transducer_ratio
from mureceptor.model.checks import Float
from mureceptor.model.formation import saturable_formation
from mureceptor.states import Reserve

FULL_EFFICACY: Final = 20.0  # [1] transducer ratio; top 95 %
PARTIAL_EFFICACY: Final = 0.7  # [1] transducer ratio; top 41 %
LISTED: Final = np.array([0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100])  # [C/K] in every table
FORMATION_CAPACITY: Final = 1.0  # [1] amount at which a drug made in the body fills half


def two_pathways(amount: ArrayLike, state: Reserve) -> tuple[Float, Float]:
    """Return pain relief and slowed breathing [1] for one drug at `amount` [C/K].

    The breathing pathway makes of the push what it is; the pain pathway `amplification` times it.
    """
    push = PARTIAL_EFFICACY if state.push == "low" else FULL_EFFICACY
    at_receptor = (
        amount if state.formation == "ready" else saturable_formation(amount, FORMATION_CAPACITY)
    )
    pain = effect(at_receptor, 1.0, transducer_ratio(push, state.amplification))
    return pain, effect(at_receptor, 1.0, transducer_ratio(push, 1.0))


def guessed_effect(amount: ArrayLike, spare: float) -> Float:
    """Return the effect [1] of the partial textbook drug with `spare` times the receptors."""
    return effect(amount, 1.0, transducer_ratio(PARTIAL_EFFICACY, spare))


def guessed_top(spare: float) -> float:
    """Return the top [1] of the partial textbook drug with `spare` times the receptors."""
    return float(maximal_effect(transducer_ratio(PARTIAL_EFFICACY, spare)))
