"""Eight weeks of one state: what the drawing and the words share."""

from collections.abc import Sequence
from dataclasses import dataclass

from mureceptor.views.course import Course, every_stop
from mureceptor.views.dependence.state import STOP, Dependence


@dataclass(frozen=True, kw_only=True)
class Weeks(Course):
    """Eight weeks of one `state`, with its day of the stop."""

    state: Dependence


def weeks(state: Dependence) -> Weeks:
    """Return the eight weeks of `state`."""
    return weeks_of([state])[0]


def weeks_of(states: Sequence[Dependence]) -> list[Weeks]:
    """Return the eight weeks of each state; one pass serves all that differ in the stop only."""
    passes = {driving: every_stop(*driving) for driving in dict.fromkeys(map(_driving, states))}
    return [
        Weeks(state=state, **vars(passes[_driving(state)][STOP.grid.index(state.stop)]))
        for state in states
    ]


def _driving(state: Dependence) -> tuple[str, str]:
    """Return the settings that need a pass of their own; not the stop."""
    return state.regularity, state.driver
