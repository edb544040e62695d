"""The state of each view, and its way into and out of a web address.

A state is a small frozen dataclass. Each field stands beside the record that bounds it.
In an address its key is `view.field`, so that no two views share one.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, ClassVar, Self

from mureceptor.views.parameter import Choice, Parameter


def field_of(parameter: Any) -> Any:
    """Return a state's field that `parameter` bounds."""
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

        Unknown names are ignored. A missing one takes what a chosen option opens with, or what
        links without it mean, if anything else is set, or its default. A bad value counts as
        missing, but from no older link, and the second answer says why, one sentence each.
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
        for name, parameter in cls.parameters().items():
            unnamed = None if isinstance(parameter, Pin) else parameter.unnamed
            if unnamed is not None and values and name not in texts:
                values[name] = unnamed
        return cls(**cls._opened(values) | values), tuple(refused)

    @classmethod
    def _opened(cls, values: Mapping[str, float | str]) -> dict[str, float | str]:
        """Return the fields with which the chosen options open."""
        fields: dict[str, float | str] = {}
        for name, record in cls.parameters().items():
            if isinstance(record, Choice):
                fields |= record.opens.get(str(values.get(name, record.default)), {})
        return fields

    def texts(self) -> dict[str, str]:
        """Each field as it stands in an address."""
        return {
            name: parameter.format(getattr(self, name))
            for name, parameter in self.parameters().items()
        }


@dataclass(frozen=True, kw_only=True)
class Pin:
    """The record of a field that holds a pinned state of the same view, or nothing.

    Packing: the fields that differ from their default, `name-value` each, joined by `--`, or
    "drugs-1" if none does; only characters that every browser and server leaves as they are in an
    address. The browser packs (`chart_address.js`).
    """

    label: str = "The kept view"
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
