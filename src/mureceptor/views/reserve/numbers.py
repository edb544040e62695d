"""One drug's effect in two pathways."""

from dataclasses import dataclass
from typing import Final

from numpy.typing import ArrayLike

from mureceptor.model.activation import effect, transducer_ratio
from mureceptor.model.checks import Float
from mureceptor.model.formation import saturable_formation
from mureceptor.views.reserve.state import Reserve
from mureceptor.views.textbook import DRAWN, FULL_EFFICACY, LISTED, PARTIAL_EFFICACY

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


@dataclass(frozen=True, kw_only=True)
class Numbers:
    """Both effects [1] of one `state`: over the amounts of `DRAWN` and of `LISTED`."""

    state: Reserve
    pain: Float
    breathing: Float
    listed_pain: Float
    listed_breathing: Float


def numbers_of(state: Reserve) -> Numbers:
    """Return both effects of the drug of `state`."""
    pain, breathing = two_pathways(DRAWN, state)
    listed_pain, listed_breathing = two_pathways(LISTED, state)
    return Numbers(
        state=state,
        pain=pain,
        breathing=breathing,
        listed_pain=listed_pain,
        listed_breathing=listed_breathing,
    )
