"""Every parameter that a visitor can move: one frozen record each, and nowhere else.

Slider, axis title, unit, help, table, alt text, URL and test bounds read these records. To add a
parameter, add a record here and name it in a state (`states.py`).
"""

import math
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal


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
            return value
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
