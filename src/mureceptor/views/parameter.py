"""What can be moved or chosen: a frozen record for each field of a view's state.

Slider, axis title, unit, help, table, alternative text, address and test bounds all read it.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal


@dataclass(frozen=True, kw_only=True)
class Parameter:
    """A number that can be moved between `low` and `high` in equal steps of its scale.

    `symbol` is the field's sign, `label` the plain words on screen, `note` what helps to read the
    scale, `source` a key of the evidence or "illustrative". `unnamed` is the value that a link
    means which sets other fields and not this one, where that is not the default: it was made when
    the figure opened at that value.
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
    unnamed: float | None = None

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
    """One of a few named settings; `options` maps the URL's word to the words on screen.

    `opens` gives the other fields with which an option opens, where the usual ones would show
    little of it. `unnamed` is the option that a link means which sets other fields and not this
    one, where that is not the default: it was made before there was a choice.
    """

    label: str
    options: dict[str, str]
    default: str
    help: str
    source: str = "illustrative"
    opens: Mapping[str, Mapping[str, float | str]] = field(default_factory=dict)
    unnamed: str | None = None

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


@dataclass(frozen=True, kw_only=True)
class Steps(Choice):
    """What a figure says one after the other: its options, numbered, stand over the plot."""
