"""How far a full and a partial agonist let go of the brake on reward cells.

The wiring is that of rat brain (Johnson & North 1992): mu receptors quiet cells that hold dopamine
cells back. How far these are quieted is the model's effect: no such number has been measured.
"""

from mureceptor.views.reward.state import Reward
from mureceptor.views.textbook import Both, both_at


def numbers_of(state: Reward) -> Both:
    """Return what both drugs do at the amount of `state`: their effect is the brake let go."""
    return both_at(state.amount)
