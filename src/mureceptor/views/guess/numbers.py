"""The effect of a textbook drug in a tissue with spare receptors."""

from numpy.typing import ArrayLike

from mureceptor.model.activation import effect, maximal_effect, transducer_ratio
from mureceptor.model.checks import Float
from mureceptor.views.textbook import PARTIAL_EFFICACY


def guessed_effect(amount: ArrayLike, spare: float) -> Float:
    """Return the effect [1] of the partial textbook drug with `spare` times the receptors."""
    return effect(amount, 1.0, transducer_ratio(PARTIAL_EFFICACY, spare))


def guessed_top(spare: float) -> float:
    """Return the top [1] of the partial textbook drug with `spare` times the receptors."""
    return float(maximal_effect(transducer_ratio(PARTIAL_EFFICACY, spare)))
