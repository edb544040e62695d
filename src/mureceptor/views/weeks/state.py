"""What can be set on this view."""

from dataclasses import dataclass
from typing import Final

from mureceptor.views.course import DAYS
from mureceptor.views.parameter import Parameter, Steps
from mureceptor.views.state import State, field_of

STOP_DAY: Final = 28
STEP: Final = Steps(
    label="Step by step",
    options={
        "daily": "Daily: tolerance",
        "adapt": "Adapted: dependence",
        "stop": "Stop: withdrawal",
        "again": "Break: tolerance lost, can kill",
    },
    default="daily",
    unnamed="daily",
    opens={
        "daily": {"day": STOP_DAY},
        "adapt": {"day": STOP_DAY},
        "stop": {"day": STOP_DAY + 2},
        "again": {"day": STOP_DAY + 21},
    },
    help="What happens to a body over weeks with a drug, one thing after the other.",
)
DAY: Final = Parameter(
    symbol="t",
    label="Day",
    note="Day 1: the first with the drug",
    unit="day",
    low=1,
    high=DAYS,
    default=STOP_DAY,
    steps=DAYS,
    help="The day to look at.",
)


@dataclass(frozen=True)
class Weeks(State):
    """One thing that weeks with a drug do, and the day that is looked at."""

    step: str = field_of(STEP)
    day: float = field_of(DAY)
