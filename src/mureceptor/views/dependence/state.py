"""What can be set on this view."""

from dataclasses import dataclass
from typing import Final

from mureceptor.views.course import DAYS
from mureceptor.views.parameter import Choice, Parameter
from mureceptor.views.state import State, field_of

STOP: Final = Parameter(
    symbol="t_stop",
    label="Day of the stop",
    note="Days since the first intake",
    unit="day",
    low=0,
    high=DAYS,
    default=28,
    steps=DAYS + 1,
    help="From this day on the drug is not taken any more.",
)
REGULARITY: Final = Choice(
    label="Taken until then",
    options={"seldom": "Now and then", "daily": "Daily", "often": "Several times a day"},
    default="often",
    help="How regularly the drug is taken until the stop.",
)
LOSS_DRIVER: Final = Choice(
    label="What wears signalling down",
    options={"effect": "The effect", "taken": "Receptors taken"},
    default="effect",
    help="Whether signalling is lost in step with the effect or with the receptors taken.",
)
GIVEN: Final = Choice(
    label="Given after the last intake",
    options={"nothing": "Nothing", "blocker": "A full block", "low": "A low-push drug"},
    default="nothing",
    help="What is given when the last intake is at its height. A full block takes every receptor.",
)


@dataclass(frozen=True)
class Dependence(State):
    """Two drugs under the same exposure for weeks, and the stop."""

    stop: float = field_of(STOP)
    regularity: str = field_of(REGULARITY)
    driver: str = field_of(LOSS_DRIVER)
    given: str = field_of(GIVEN)
