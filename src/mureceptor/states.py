"""The state of each view, and its way into and out of a web address.

A state is a small frozen dataclass. Each field names the record of `parameters.py` that bounds it.
In an address its key is `view.field`, so that no two views share one.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from mureceptor.parameters import (
    AMOUNT,
    AMPLIFICATION,
    FORMATION,
    PUSH,
    TAKEN,
    Choice,
    Parameter,
)


def _of(parameter: Parameter | Choice) -> Any:
    return field(default=parameter.default, metadata={"parameter": parameter})


@dataclass(frozen=True)
class State:
    """Base of all states: each field lies on the grid, or among the options, of its record.

    Raises
    ------
    ValueError
        If a field is outside its record's range; the nearest step is taken inside it.
    """

    def __post_init__(self) -> None:
        for name, parameter in self.parameters().items():
            object.__setattr__(self, name, parameter.check(getattr(self, name)))

    @classmethod
    def parameters(cls) -> dict[str, Parameter | Choice]:
        """The record behind each field, in order."""
        return {f.name: f.metadata["parameter"] for f in fields(cls)}

    @classmethod
    def parse(cls, texts: Mapping[str, str]) -> tuple["State", tuple[str, ...]]:
        """Read a state from texts by field name.

        Unknown names are ignored and missing ones take their default. A bad value takes its
        default too, and the second answer says why, one sentence each.
        """
        values: dict[str, float | str] = {}
        refused = []
        for name, parameter in cls.parameters().items():
            if name in texts:
                try:
                    values[name] = parameter.parse(texts[name])
                except ValueError as error:
                    refused.append(str(error))
        return cls(**values), tuple(refused)

    def texts(self) -> dict[str, str]:
        """Each field as it stands in an address."""
        return {
            name: parameter.format(getattr(self, name))
            for name, parameter in self.parameters().items()
        }


@dataclass(frozen=True)
class Short(State):
    """Chapter 1: a full and a partial agonist at one amount."""

    amount: float = _of(AMOUNT)


@dataclass(frozen=True)
class Breathing(State):
    """Chapter 5: breathing in people at one share of receptors taken."""

    taken: float = _of(TAKEN)


@dataclass(frozen=True)
class Reserve(State):
    """Chapter 5: one drug, two pathways, and the two kinds of ceiling."""

    amplification: float = _of(AMPLIFICATION)
    push: str = _of(PUSH)
    formation: str = _of(FORMATION)
