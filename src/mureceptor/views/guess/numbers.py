"""The effect of a textbook drug in a tissue with spare receptors."""

from dataclasses import dataclass
from typing import Final

from numpy.typing import ArrayLike

from mureceptor.model.activation import effect, maximal_effect, transducer_ratio
from mureceptor.model.checks import Float
from mureceptor.views.guess.state import Guess
from mureceptor.views.phrases import counted
from mureceptor.views.textbook import DRAWN, LISTED, PARTIAL_EFFICACY


def guessed_effect(amount: ArrayLike, spare: float) -> Float:
    """Return the effect [1] of the partial textbook drug with `spare` times the receptors."""
    return effect(amount, 1.0, transducer_ratio(PARTIAL_EFFICACY, spare))


def guessed_top(spare: float) -> float:
    """Return the top [1] of the partial textbook drug with `spare` times the receptors."""
    return float(maximal_effect(transducer_ratio(PARTIAL_EFFICACY, spare)))


# Effects [1] of the drug as it is known, and of the one that is guessed at: over `DRAWN`, over
# `LISTED`, and their tops.
KNOWN, ANSWER = guessed_effect(DRAWN, 1), guessed_effect(DRAWN, 10)
LISTED_KNOWN, LISTED_ANSWER = guessed_effect(LISTED, 1), guessed_effect(LISTED, 10)
KNOWN_TOP: Final = guessed_top(1)
ANSWER_TOP: Final = guessed_top(10)


@dataclass(frozen=True, kw_only=True)
class Numbers:
    """A guess [%], whether the answer is shown, and how many points the guess is too low."""

    height: float
    shown: bool
    too_low: int


def numbers_of(state: Guess) -> Numbers:
    """Return the guess of `state` against the model's answer."""
    return Numbers(
        height=state.height,
        shown=state.answer == "shown",
        too_low=counted(ANSWER_TOP) - counted(state.height / 100),
    )
