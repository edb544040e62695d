"""The state of each view, and its way into and out of a web address.

A state is a small frozen dataclass. Each field names the record of `parameters.py` that bounds it.
In an address its key is `view.field`, so that no two views share one.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, ClassVar, Self

from mureceptor.parameters import (
    ADDED,
    AMOUNT,
    AMPLIFICATION,
    ANSWER,
    BLOCKING,
    DRUG_AMOUNT,
    DRUG_GRIP,
    DRUG_PUSH,
    DRUGS,
    FORMATION,
    GIVEN,
    GONE,
    GRIP,
    GUESS,
    LABORATORY,
    LOSS_DRIVER,
    MIXED,
    OPIOID,
    OWN_AMOUNT,
    PUSH,
    REGULARITY,
    SIGNALLING_LEFT,
    SINCE,
    SPARE,
    STEEPNESS,
    STOP,
    TAKEN,
    THERE,
    TOP,
    Choice,
    Parameter,
    of_drug,
)


def _of(parameter: Any) -> Any:
    return field(default=parameter.default, metadata={"parameter": parameter})


@dataclass(frozen=True)
class State:
    """Base of all states: each field lies on the grid, or among the options, of its record.

    Raises
    ------
    ValueError
        If a field is outside its record's range; the nearest step is taken inside it.
    """

    renamed: ClassVar[Mapping[str, str]] = {}  # a field's former name -> its name, for old links

    def __post_init__(self) -> None:
        for name, parameter in self.parameters().items():
            object.__setattr__(self, name, parameter.check(getattr(self, name)))

    @classmethod
    def parameters(cls) -> dict[str, "Parameter | Choice | Pin"]:
        """The record behind each field, in order."""
        return {f.name: f.metadata["parameter"] for f in fields(cls)}

    @classmethod
    def parse(cls, texts: Mapping[str, str]) -> tuple[Self, tuple[str, ...]]:
        """Read a state from texts by field name.

        Unknown names are ignored and missing ones take their default. A bad value takes its
        default too, and the second answer says why, one sentence each.
        """
        values: dict[str, float | str] = {}
        refused = []
        texts = {cls.renamed.get(name, name): text for name, text in texts.items()}
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
class Binding(State):
    """Chapter 2: any one drug at one amount, and the receptors it takes."""

    amount: float = _of(AMOUNT)


@dataclass(frozen=True)
class Own(State):
    """Chapter 3: a made-up drug on the map of real ones."""

    grip: float = _of(GRIP)
    push: float = _of(TOP)


@dataclass(frozen=True)
class Breathing(State):
    """Chapter 5: breathing in people at one share of receptors taken."""

    taken: float = _of(TAKEN)


@dataclass(frozen=True)
class Guess(State):
    """Chapter 5: a guess at a top, and the model's answer when it is asked for."""

    height: float = _of(GUESS)
    answer: str = _of(ANSWER)


@dataclass(frozen=True)
class Reserve(State):
    """Chapter 5: one drug, two pathways, and the two kinds of ceiling."""

    amplification: float = _of(AMPLIFICATION)
    push: str = _of(PUSH)
    formation: str = _of(FORMATION)


@dataclass(frozen=True)
class Dependence(State):
    """Chapter 7: two drugs under the same exposure for weeks, and the stop."""

    stop: float = _of(STOP)
    regularity: str = _of(REGULARITY)
    driver: str = _of(LOSS_DRIVER)
    given: str = _of(GIVEN)


@dataclass(frozen=True)
class Plasma(State):
    """Chapter 7: mitragynine in the blood after one intake."""

    since: float = _of(SINCE)


@dataclass(frozen=True, kw_only=True)
class Pin:
    """The record of a field that holds a pinned state of the same view, or nothing.

    Packing: the fields that differ from their default, `name-value` each, joined by `--`, or
    "drugs-1" if none does; only characters that every browser and server leaves as they are in an
    address. The browser packs (`chart.js`).
    """

    label: str = "The pinned view"
    default: str = ""

    def check(self, value: str) -> str:
        """Return `value` if it has the form of a packed state; `ValueError` otherwise."""
        if len(value) > 800 or not all("-" in part for part in value.split("--") if part):
            raise ValueError(f"{self.label} could not be read")
        return value

    parse = check

    def format(self, value: str) -> str:
        """Write the packed state as it stands in an address."""
        return value


@dataclass(frozen=True)
class Sandbox(State):
    """Build your own: up to three drugs at one receptor in one tissue, and a pinned view."""

    amount1: float = _of(of_drug(DRUG_AMOUNT, 1))
    grip1: float = _of(of_drug(DRUG_GRIP, 1))
    push1: float = _of(of_drug(DRUG_PUSH, 1))
    amount2: float = _of(of_drug(DRUG_AMOUNT, 2))
    grip2: float = _of(of_drug(DRUG_GRIP, 2))
    push2: float = _of(of_drug(DRUG_PUSH, 2, default=19.95))
    amount3: float = _of(of_drug(DRUG_AMOUNT, 3))
    grip3: float = _of(of_drug(DRUG_GRIP, 3))
    push3: float = _of(of_drug(DRUG_PUSH, 3, default=0.01))
    spare: float = _of(SPARE)
    left: float = _of(SIGNALLING_LEFT)
    steepness: float = _of(STEEPNESS)
    drugs: str = _of(DRUGS)
    pin: str = _of(Pin())

    @property
    def pinned(self) -> "Sandbox | None":
        """The pinned view; parts of it that cannot be used are at their default."""
        if not self.pin:
            return None
        texts = dict(part.split("-", 1) for part in self.pin.split("--") if part)
        return Sandbox.parse(texts | {"pin": ""})[0]


@dataclass(frozen=True)
class Mixing(State):
    """Chapter 6: a drug added to what is already at the receptor."""

    added: float = _of(ADDED)
    there: float = _of(THERE)
    mixed: str = _of(MIXED)


@dataclass(frozen=True)
class Staying(State):
    """Chapter 6: receptors still taken once no drug is around them."""

    gone: float = _of(GONE)


@dataclass(frozen=True)
class Returning(State):
    """Chapter 6: an opioid that is still there when naloxone has left."""

    blocking: float = _of(BLOCKING)
    opioid: str = _of(OPIOID)


@dataclass(frozen=True)
class Mitragynine(State):
    """Chapter 4: mitragynine in two laboratories."""

    amount: float = _of(OWN_AMOUNT)


@dataclass(frozen=True)
class Agonists(State):
    """Chapter 4: what one laboratory found."""

    amount: float = _of(OWN_AMOUNT)
    laboratory: str = _of(LABORATORY)
