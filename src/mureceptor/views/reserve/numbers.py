"""One drug's effect in two pathways."""

from typing import Final

from numpy.typing import ArrayLike

from mureceptor.model.activation import effect, transducer_ratio
from mureceptor.model.checks import Float
from mureceptor.model.formation import saturable_formation
from mureceptor.views.reserve.state import Reserve
from mureceptor.views.textbook import FULL_EFFICACY, PARTIAL_EFFICACY

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
