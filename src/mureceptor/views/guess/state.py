"""What can be set on this view."""

from dataclasses import dataclass
from typing import Final

from mureceptor.views.parameter import Choice, Parameter
from mureceptor.views.state import State, field_of

GUESS: Final = Parameter(
    symbol="guess",
    label="Your guess",
    note="% of the largest possible effect: move the ring up or down",
    unit="%",
    low=0,
    high=100,
    default=50,
    steps=101,
    help="How high you think the curve will go.",
)
ANSWER: Final = Choice(
    label="The model\u2019s answer",
    options={"hidden": "Keep it hidden", "shown": "Show it"},
    default="hidden",
    help="Whether the model\u2019s answer is drawn beside your guess.",
)


@dataclass(frozen=True)
class Guess(State):
    """A guess at a top, and the model's answer when it is asked for."""

    height: float = field_of(GUESS)
    answer: str = field_of(ANSWER)
