"""What the model makes of a sandbox state: shared by its figure and its words."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np

from mureceptor.marks.look import ANTAGONIST, FULL, PARTIAL, Kind
from mureceptor.model.activation import effect, maximal_effect, transducer_ratio
from mureceptor.model.binding import competitive_occupancy
from mureceptor.model.checks import Float
from mureceptor.model.mixture import mixture_effect
from mureceptor.views.phrases import whole
from mureceptor.views.sandbox.state import TASK, Sandbox
from mureceptor.views.textbook import DRAWN, LISTED

_BLOCKER_TOP: Final = 0.05  # [1] a drug whose top is below this is drawn as an antagonist
WEAK: Final = 1.0  # [1] push that gives half of the largest effect, no receptors being to spare
FULL_LOOK: Final = 0.9  # [1] a top that looks full
_NO_PUSH: Final = 0.02  # [1] of a blocker
_FULL_TOP: Final = 0.8  # [1] and above this as a full agonist


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What the drugs of one state do; effects [1].

    `drawn`, `listed` and `here` are the effect of all drugs in use, at `DRAWN`, at `LISTED` and at
    the state's own amount of the first. `alone` and `alone_here` are that of the first by itself,
    `top` is its largest in this tissue, and `kind` how it is drawn, which follows from its top.
    `taken` is the share of receptors [1] that each drug in use sits on, (drugs,).
    """

    drawn: Float
    listed: Float
    here: float
    alone: Float
    alone_here: float
    top: float
    taken: Float
    kind: Kind


@lru_cache(maxsize=16)  # a step's figure, sentence and table ask one after the other
def outcome(state: Sandbox) -> Outcome:
    """Return what the drugs of `state` do; what is pinned has no part in it."""
    count = int(state.drugs)
    amounts = np.array([state.amount1, state.amount2, state.amount3][:count])
    constants = 1 / np.array([state.grip1, state.grip2, state.grip3][:count])
    intrinsic = np.array([state.push1, state.push2, state.push3][:count])
    pushes = transducer_ratio(intrinsic, state.spare, state.left)
    first = np.concatenate((DRAWN, LISTED, amounts[:1]))
    mixed = np.repeat(amounts[None], first.size, axis=0)
    mixed[:, 0] = first
    joint = mixture_effect(mixed, constants, pushes, slope=state.steepness)
    alone = effect(first, constants[0], pushes[0], slope=state.steepness)
    top = float(maximal_effect(pushes[0], slope=state.steepness))
    return Outcome(
        drawn=joint[: DRAWN.size],
        listed=joint[DRAWN.size : -1],
        here=float(joint[-1]),
        alone=alone[: DRAWN.size],
        alone_here=float(alone[-1]),
        top=top,
        taken=competitive_occupancy(amounts, constants),
        kind=ANTAGONIST if top < _BLOCKER_TOP else FULL if top >= _FULL_TOP else PARTIAL,
    )


@dataclass(frozen=True, kw_only=True)
class Numbers:
    """What one `state` does `now`, and what the state pinned in it does (`pin`, `pinned`).

    `goal` is the effect [1] that its task is about, `done` whether that is reached; without a task
    there is no goal.
    """

    state: Sandbox
    now: Outcome
    pin: Sandbox | None
    pinned: Outcome | None
    goal: float | None
    done: bool


def numbers_of(state: Sandbox) -> Numbers:
    """Return what the drugs of `state` do, and those of the one that is pinned."""
    pin, now = state.pinned, outcome(state)
    then = outcome(pin) if pin else None
    goal, done = (None, False) if state.task == "none" else _TASKS[state.task](state, now)
    return Numbers(state=state, now=now, pin=pin, pinned=then, goal=goal, done=done)


def _full(state: Sandbox, now: Outcome) -> tuple[float, bool]:
    return FULL_LOOK, state.push1 <= WEAK and now.top >= FULL_LOOK


def _past(state: Sandbox, now: Outcome) -> tuple[float, bool]:
    seen = now.here > now.top and whole(now.here) != whole(now.top)
    return now.top, state.drugs != "1" and seen


def _half(state: Sandbox, now: Outcome) -> tuple[float, bool]:
    return now.alone_here / 2, has_blocker(state) and 2 * now.here <= now.alone_here


def has_blocker(state: Sandbox) -> bool:
    """Whether there are two drugs, the second of next to no push."""
    return state.drugs == "2" and state.push2 <= _NO_PUSH


def needed(state: Sandbox) -> tuple[str, ...]:
    """Return the controls that a task is done with; none without one, or where more has been set.

    There it may not be done with these alone, so none is out of sight.
    """
    usual = TASK.opens.get(state.task, {})
    shown = _DONE_WITH.get(state.task, ())
    hidden = usual.keys() - set(shown)
    return shown if all(getattr(state, field) == usual[field] for field in hidden) else ()


_DONE_WITH: Final = {
    "full": ("amount1", "spare"),
    "past": ("amount1", "amount2"),
    "half": ("amount1", "amount2"),
}
_TASKS: Final = {"full": _full, "past": _past, "half": _half}
