"""Every parameter that a visitor can move: one frozen record each, and nowhere else.

Slider, axis title, unit, help, table, alt text, URL and test bounds read these records. To add a
parameter, add a record here and name it in a state (`states.py`).
"""

import math
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Final, Literal


@dataclass(frozen=True, kw_only=True)
class Parameter:
    """A number that can be moved between `low` and `high` in equal steps of its scale.

    `symbol` is the field's sign, `label` the plain words on screen, `note` what helps to read the
    scale, `source` a key of the evidence or "illustrative".
    """

    symbol: str
    label: str
    note: str = ""
    unit: str = "1"
    low: float
    high: float
    default: float
    steps: int
    scale: Literal["linear", "log"] = "linear"
    help: str
    source: str = "illustrative"

    @cached_property
    def grid(self) -> tuple[float, ...]:
        """The values that the control can take, `low` to `high`, rounded to four digits."""
        last = self.steps - 1
        if self.scale == "log":
            ratio = math.log(self.high / self.low)
            values = (self.low * math.exp(ratio * i / last) for i in range(self.steps))
        else:
            values = (self.low + (self.high - self.low) * i / last for i in range(self.steps))
        return tuple(float(f"{value:.4g}") for value in values)

    def check(self, value: float) -> float:
        """Return the step nearest to `value`; `ValueError` outside `low` to `high`."""
        if not self.low <= value <= self.high:  # also refuses NaN
            raise ValueError(
                f"{self.label} ({self.symbol}) must be between {self.low:g} and {self.high:g}, "
                f"got {value!r}"
            )
        if value in self.grid:
            return float(value)
        measure = math.log if self.scale == "log" else float
        return min(self.grid, key=lambda step: abs(measure(step) - measure(value)))

    def parse(self, text: str) -> float:
        """Read a value as a URL or the browser gives it; `ValueError` says what is wrong."""
        try:
            value = float(text)
        except ValueError:
            raise ValueError(
                f"{self.label} ({self.symbol}) must be a number from {self.low:g} to "
                f"{self.high:g}, got {text[:20]!r}"
            ) from None
        return self.check(value)

    def format(self, value: float) -> str:
        """Write `value` as it stands in a URL."""
        return f"{value:g}"


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One of a few named settings; `options` maps the URL's word to the words on screen."""

    label: str
    options: dict[str, str]
    default: str
    help: str
    source: str = "illustrative"

    def check(self, value: str) -> str:
        """Return `value` if it is an option; `ValueError` otherwise."""
        if value not in self.options:
            raise ValueError(
                f"{self.label} must be one of {', '.join(self.options)}, got {value[:20]!r}"
            )
        return value

    def parse(self, text: str) -> str:
        """Read an option as a URL or the browser gives it."""
        return self.check(text)

    def format(self, value: str) -> str:
        """Write an option as it stands in a URL."""
        return value


AMOUNT: Final = Parameter(
    symbol="C/K",
    label="Amount at the receptor",
    note="At 1, half of the receptors are taken",
    low=0.01,
    high=100,
    default=10,
    steps=121,
    scale="log",
    help="How much of the drug is at the receptor, counted in units of its own grip.",
)
TAKEN: Final = Parameter(
    symbol="rho",
    label="Receptors taken by the drug, %",
    unit="%",
    low=0,
    high=100,
    default=80,
    steps=101,
    help="How many of 100 receptors the drug sits on.",
    source="Mann2022",
)
GRIP: Final = Parameter(
    symbol="K",
    label="Grip",
    note="nM that take half of the receptors: less is tighter",
    unit="nM",
    low=0.1,
    high=1000,
    default=316.2,
    steps=25,
    scale="log",
    help="How tightly the made-up drug holds on: the less of it takes half, the tighter.",
)
TOP: Final = Parameter(
    symbol="E_max",
    label="Push",
    note="% of the largest possible effect, at its top",
    unit="%",
    low=0,
    high=100,
    default=90,
    steps=21,
    help="How hard the made-up drug pushes, seen as its top: its effect with every receptor taken.",
)
AMPLIFICATION: Final = Parameter(
    symbol="R/K_E",
    label="Spare receptors in the pain pathway",
    note="At 1, as few as in the breathing pathway",
    low=1,
    high=100,
    default=10,
    steps=81,
    scale="log",
    help="How much more the pain pathway makes of the same push than the breathing pathway does.",
)
GUESS: Final = Parameter(
    symbol="guess",
    label="Your guess",
    note="% of the largest possible effect",
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
PUSH: Final = Choice(
    label="Push of the drug",
    options={"low": "Low push", "high": "High push"},
    default="low",
    help="How strongly a taken receptor is switched on.",
)
FORMATION: Final = Choice(
    label="The drug that acts",
    options={"ready": "Is ready-made", "made": "Is made in the body, only so fast"},
    default="ready",
    help="Whether the body has to make the active drug first, which it can do only so fast.",
    source="Hill2022",
)
STOP: Final = Parameter(
    symbol="t_stop",
    label="Day of the stop",
    note="Days since the first intake",
    unit="day",
    low=0,
    high=56,
    default=28,
    steps=57,
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
SINCE: Final = Parameter(
    symbol="t",
    label="Hours after one intake",
    unit="h",
    low=0,
    high=48,
    default=24,
    steps=97,
    help="Time since a single intake.",
    source="Tanna2023",
)

# --- Build your own: up to three drugs in one tissue ----------------------------------------------

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


def of_drug(parameter: Parameter, number: int, **changed: Any) -> Parameter:
    """Return the record for one of several drugs: its number in the label, changed as given."""
    return replace(parameter, label=f"{parameter.label} of drug {number}", **changed)


ADDED: Final = Parameter(
    symbol="C_B/K_B",
    label="Amount of the drug that is added",
    note="At 1 and alone, it takes half of the receptors",
    low=0.01,
    high=100,
    default=1,
    steps=41,
    scale="log",
    help="How much of the second drug is at the receptor, counted in units of its own grip.",
)
THERE: Final = Parameter(
    symbol="C_A/K_A",
    label="Amount of what is already there",
    note="Counted in units of its own grip too",
    low=0.01,
    high=100,
    default=10,
    steps=21,
    scale="log",
    help="How much of the first drug is at the receptor, counted in units of its own grip.",
)
MIXED: Final = Choice(
    label="Mixture",
    options={
        "full-on-partial": "Full added to partial",
        "partial-on-full": "Partial added to full",
        "naloxone-on-full": "Naloxone added to full",
        "naloxone-on-partial": "Naloxone added to partial",
        "naloxone-on-both": "Naloxone added to both",
        "7oh-on-mitragynine": "7-OH added to mitragynine",
    },
    default="full-on-partial",
    help="Which drug is there already, and which one is added.",
)
GONE: Final = Parameter(
    symbol="t",
    label="Time since the drug is gone",
    note="Gone from around the receptors: what has left does not come back",
    unit="min",
    low=0.01,
    high=1000,
    default=10,
    steps=101,
    scale="log",
    help="How long no drug has been around the receptors, only on them.",
    source="Mann2022",
)
BLOCKING: Final = Parameter(
    symbol="C_N/K_N",
    label="Naloxone at the receptor",
    note="At 1 and alone, it takes half of the receptors",
    low=1,
    high=1000,
    default=100,
    steps=61,
    scale="log",
    help="How much naloxone is at the receptor at first, counted in units of its own grip.",
)
OPIOID: Final = Choice(
    label="The opioid that is there",
    options={"fentanyl": "Fentanyl", "buprenorphine": "Buprenorphine, a tight grip"},
    default="fentanyl",
    help="Which opioid holds the receptors when naloxone comes.",
)
OWN_AMOUNT: Final = Parameter(
    symbol="C/EC50",
    label="Amount, for each drug on its own scale",
    note="At 1, each drug gives half of its own top",
    low=0.01,
    high=1000,
    default=100,
    steps=121,
    scale="log",
    help="How much of each drug there is, counted in units of its own half-effect amount.",
)
LABORATORY: Final = Choice(
    label="Laboratory",
    options={
        "kruegel": "Kruegel 2016: mitragynine, 7-OH",
        "obeng": "Obeng 2021: 7-OH, mitragynine",
        "bhowmik": "Bhowmik 2021: 7-OH, buprenorphine",
        "xu": "Xu 2011: morphine, DAMGO",
        "bot": "Bot 1998: fentanyl, morphine",
        "borgland": "Borgland 2003: methadone, DAMGO",
    },
    default="obeng",
    help="Whose test the figure shows. Each has its own cells, its own reading and its own 100 %.",
)
