"""What can be set on this view."""

from dataclasses import dataclass, replace
from typing import Any, Final

from mureceptor.views.parameter import Choice, Parameter, Steps
from mureceptor.views.state import Pin, State, field_of
from mureceptor.views.textbook import AMOUNT

DRUGS: Final = Choice(
    label="Drugs at the receptor",
    options={"1": "One", "2": "Two", "3": "Three"},
    default="1",
    help="How many drugs compete for the same receptors.",
)
DRUG_AMOUNT: Final = replace(AMOUNT, label="Amount", note="", default=1, steps=41)
DRUG_GRIP: Final = Parameter(
    symbol="1/K",
    label="Grip",
    note="100: holds on 100 times as tightly as 1",
    low=0.01,
    high=100,
    default=1,
    steps=41,
    scale="log",
    help="How tightly the drug holds on: with twice the grip, half the amount takes as many.",
)
DRUG_PUSH: Final = Parameter(
    symbol="tau",
    label="Push",
    note="0.01: next to none, a blocker",
    low=0.01,
    high=100,
    default=0.631,
    steps=41,
    scale="log",
    help="How strongly a taken receptor is switched on, in a tissue with no spare receptors.",
)
SPARE: Final = Parameter(
    symbol="R/K_E",
    label="Spare receptors of the tissue",
    note="Multiplies every push",
    low=0.1,
    high=100,
    default=1,
    steps=31,
    scale="log",
    help="How much the tissue makes of the same push.",
)
SIGNALLING_LEFT: Final = Parameter(
    symbol="q",
    label="Signalling left",
    note="Less than 1: tolerance",
    low=0.05,
    high=1,
    default=1,
    steps=39,
    help="The share of signalling that tolerance has left.",
)
STEEPNESS: Final = Parameter(
    symbol="n",
    label="Steepness",
    low=0.5,
    high=2,
    default=1,
    steps=31,
    help="How abruptly the tissue answers to a growing push.",
    source="BlackLeff1983",
)


_BLOCKER: Final = 0.01  # [1] push: next to none
# What a task leaves out of sight: with other values it might not be done.
_USUAL: Final[dict[str, float | str]] = {"grip1": 1, "spare": 1, "left": 1, "steepness": 1}
_TWO: Final[dict[str, float | str]] = _USUAL | {"drugs": "2", "grip2": 1, "amount2": 0.01}
TASK: Final = Steps(
    label="Small tasks",
    options={
        "full": "Can a weak push look full?",
        "past": "Is a top a limit?",
        "half": "What does a blocker do?",
        "none": "Just play",
    },
    default="full",
    unnamed="none",
    opens={
        "full": _USUAL | {"drugs": "1", "amount1": 1, "push1": 0.631},
        "past": _TWO | {"amount1": 10, "push1": 0.631, "push2": 19.95},
        "half": _TWO | {"amount1": 1, "push1": 19.95, "push2": _BLOCKER},
    },
    help="Something to find out with the controls.",
)


def of_drug(parameter: Parameter, number: int, **changed: Any) -> Parameter:
    """Return the record for one of several drugs: its number begins the label; changed as given."""
    return replace(parameter, label=f"Drug {number}: {parameter.label.lower()}", **changed)


@dataclass(frozen=True)
class Sandbox(State):
    """Up to three drugs at one receptor in one tissue, and a pinned view."""

    amount1: float = field_of(of_drug(DRUG_AMOUNT, 1))
    grip1: float = field_of(of_drug(DRUG_GRIP, 1))
    push1: float = field_of(of_drug(DRUG_PUSH, 1))
    amount2: float = field_of(of_drug(DRUG_AMOUNT, 2))
    grip2: float = field_of(of_drug(DRUG_GRIP, 2))
    push2: float = field_of(of_drug(DRUG_PUSH, 2, default=19.95))
    amount3: float = field_of(of_drug(DRUG_AMOUNT, 3))
    grip3: float = field_of(of_drug(DRUG_GRIP, 3))
    push3: float = field_of(of_drug(DRUG_PUSH, 3, default=_BLOCKER))
    spare: float = field_of(SPARE)
    left: float = field_of(SIGNALLING_LEFT)
    steepness: float = field_of(STEEPNESS)
    drugs: str = field_of(DRUGS)
    task: str = field_of(TASK)
    pin: str = field_of(Pin())

    @property
    def pinned(self) -> "Sandbox | None":
        """The pinned view; parts of it that cannot be used are at their default."""
        if not self.pin:
            return None
        texts = dict(part.split("-", 1) for part in self.pin.split("--") if part)
        return Sandbox.parse(texts | {"pin": ""})[0]
