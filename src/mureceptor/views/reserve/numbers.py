"""One drug's effect in two pathways."""

from dataclasses import dataclass
from typing import Final

from numpy.typing import ArrayLike

from mureceptor.model.activation import effect, maximal_effect, transducer_ratio
from mureceptor.model.checks import Float
from mureceptor.model.formation import saturable_formation
from mureceptor.views.reserve.state import Reserve
from mureceptor.views.textbook import FULL_EFFICACY, LISTED, PARTIAL_EFFICACY

FORMATION_CAPACITY: Final = 1.0  # [1] amount at which a drug made in the body fills half


def two_pathways(amount: ArrayLike, state: Reserve) -> tuple[Float, Float]:
    """Return pain relief and slowed breathing [1] for one drug at `amount` [C/K].

    The pathway with fewer spare receptors makes of the push what it is; the other one
    `amplification` times it, or its inverse where that is below 1.
    """
    at_receptor = (
        amount if state.formation == "ready" else saturable_formation(amount, FORMATION_CAPACITY)
    )
    pain, breathing = (effect(at_receptor, 1.0, push) for push in _pushes(state))
    return pain, breathing


def _pushes(state: Reserve) -> tuple[Float, Float]:
    push = PARTIAL_EFFICACY if state.push == "low" else FULL_EFFICACY
    more = state.amplification
    return transducer_ratio(push, max(more, 1.0)), transducer_ratio(push, max(1.0 / more, 1.0))


def _top(push: Float, state: Reserve) -> float:
    """Return where the effect [1] ends: with every receptor taken, or all that can be formed."""
    if state.formation == "made":
        return float(effect(FORMATION_CAPACITY, 1.0, push))
    return float(maximal_effect(push))


@dataclass(frozen=True, kw_only=True)
class Numbers:
    """Both effects [1] of one `state`: their tops, and at the amounts of `LISTED`."""

    state: Reserve
    pain_top: float
    breathing_top: float
    listed_pain: Float
    listed_breathing: Float


def numbers_of(state: Reserve) -> Numbers:
    """Return both effects of the drug of `state`."""
    pain_top, breathing_top = (_top(push, state) for push in _pushes(state))
    listed_pain, listed_breathing = two_pathways(LISTED, state)
    return Numbers(
        state=state,
        pain_top=pain_top,
        breathing_top=breathing_top,
        listed_pain=listed_pain,
        listed_breathing=listed_breathing,
    )
