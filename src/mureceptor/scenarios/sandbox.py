"""What the model makes of a sandbox state: shared by its figure and its words."""

from typing import Final

import numpy as np
from numpy.typing import ArrayLike

from mureceptor.look import ANTAGONIST, FULL, PARTIAL, Kind
from mureceptor.model.activation import (
    effect,
    maximal_effect,
    mixture_effect,
    transducer_ratio,
)
from mureceptor.model.binding import competitive_occupancy
from mureceptor.model.checks import Float
from mureceptor.states import Sandbox

_BLOCKER_TOP: Final = 0.05  # [1] a drug whose top is below this is drawn as an antagonist
_FULL_TOP: Final = 0.8  # [1] and above this as a full agonist


def _drugs(state: Sandbox) -> tuple[Float, Float, Float]:
    """Return amounts, dissociation constants and pushes of the drugs in use, each (drugs,)."""
    count = int(state.drugs)
    amounts = np.array([state.amount1, state.amount2, state.amount3][:count])
    grips = np.array([state.grip1, state.grip2, state.grip3][:count])
    pushes = np.array([state.push1, state.push2, state.push3][:count])
    return amounts, 1 / grips, transducer_ratio(pushes, state.spare, state.left)


def together(state: Sandbox, amount1: ArrayLike) -> Float:
    """Return the effect [1] of all drugs in use, for any amount of the first."""
    amounts, constants, pushes = _drugs(state)
    first = np.asarray(amount1, dtype=float)
    mixed = np.broadcast_to(amounts, (*first.shape, len(amounts))).copy()
    mixed[..., 0] = first
    return mixture_effect(mixed, constants, pushes, slope=state.steepness)


def alone(state: Sandbox, amount1: ArrayLike) -> Float:
    """Return the effect [1] of the first drug by itself."""
    _, constants, pushes = _drugs(state)
    return effect(amount1, constants[0], pushes[0], slope=state.steepness)


def top(state: Sandbox) -> float:
    """Return the first drug's largest effect [1] in this tissue."""
    return float(maximal_effect(_drugs(state)[2][0], slope=state.steepness))


def taken(state: Sandbox) -> Float:
    """Return the share of receptors [1] that each drug in use sits on, (drugs,)."""
    amounts, constants, _ = _drugs(state)
    return competitive_occupancy(amounts, constants)


def kind(state: Sandbox) -> Kind:
    """Return how the first drug is drawn: by how high its top is in this tissue."""
    height = top(state)
    return ANTAGONIST if height < _BLOCKER_TOP else FULL if height >= _FULL_TOP else PARTIAL
