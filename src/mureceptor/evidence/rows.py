"""Reading a table: one row at a time, each cell checked, a bad row refused by name."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Final, TypeVar, get_args, get_origin

T = TypeVar("T")


@dataclass(frozen=True)
class OneOf:
    """The words that a column may hold."""

    words: Collection[str]


@dataclass(frozen=True)
class Key:
    """A column that holds keys of another table, by what that table is of."""

    kind: str


maybe: Final = "maybe"  # the cell may be empty


@dataclass(frozen=True)
class Row:
    """One line of a table and what it may refer to."""

    table: str
    line: int
    cells: Mapping[str, str]
    known: Mapping[str, Collection[str]] = field(default_factory=dict)

    def refuse(self, why: str) -> ValueError:
        """Return the error that names the table, the row and the reason."""
        name = next(iter(self.cells.values()), "") or "no key"
        return ValueError(f"{self.table}, line {self.line} ({name}): {why}")

    def maybe(self, column: str) -> str:
        """Return the text of a cell, which may be empty."""
        return self.cells[column].strip()

    def text(self, column: str) -> str:
        """Return the text of a cell that must not be empty."""
        found = self.maybe(column)
        if not found:
            raise self.refuse(f"no {column}")
        return found

    def one_of(self, column: str, allowed: Collection[str]) -> str:
        """Return the text of a cell that must be one of a few words."""
        found = self.text(column)
        if found not in allowed:
            raise self.refuse(f"{column} is {found!r}, not one of {', '.join(sorted(allowed))}")
        return found

    def several(self, column: str, allowed: Collection[str]) -> tuple[str, ...]:
        """Return the words of a cell, parted by semicolons, each of which must be allowed."""
        found = tuple(part.strip() for part in self.text(column).split(";"))
        for part in found:
            if part not in allowed:
                raise self.refuse(f"{column} has {part!r}, not one of {', '.join(sorted(allowed))}")
        if len(set(found)) != len(found):
            raise self.refuse(f"{column} names one thing twice")
        return found

    def key_of(self, column: str, kind: str) -> str:
        """Return a key that must exist in another table."""
        found = self.text(column)
        if found not in self.known[kind]:
            raise self.refuse(f"there is no {kind} {found!r}")
        return found

    def keys_of(self, column: str, kind: str) -> tuple[str, ...]:
        """Return keys, parted by semicolons, each of which must exist in another table."""
        found = tuple(part.strip() for part in self.text(column).split(";"))
        for part in found:
            if part not in self.known[kind]:
                raise self.refuse(f"there is no {kind} {part!r}")
        if len(set(found)) != len(found):
            raise self.refuse(f"{column} names one {kind} twice")
        return found

    def maybe_number(self, column: str) -> float | None:
        """Return a finite number, or None for an empty cell."""
        found = self.maybe(column)
        if not found:
            return None
        try:
            number = float(found)
        except ValueError:
            raise self.refuse(f"{column} is {found!r}, not a number") from None
        if not math.isfinite(number):
            raise self.refuse(f"{column} is {found!r}, not a finite number")
        return number

    def number(self, column: str) -> float:
        """Return a finite number from a cell that must not be empty."""
        number = self.maybe_number(column)
        if number is None:
            raise self.refuse(f"no {column}")
        return number

    def whole(self, column: str) -> int:
        """Return a whole number, zero or more, from a cell that must not be empty."""
        number = self.number(column)
        if number < 0 or number != int(number):
            raise self.refuse(f"{column} is {number}, not a whole number")
        return int(number)

    def yes(self, column: str) -> bool:
        """Return True for yes and False for no."""
        return self.one_of(column, ("yes", "no")) == "yes"

    def held(self, column: str, hint: Any) -> Any:
        """Return what a cell holds, by the type of a record's field and the rules in it."""
        held, *rules = get_args(hint) if get_origin(hint) is Annotated else (hint,)
        several = held == tuple[str, ...]
        if maybe in rules and not self.maybe(column):
            return () if several else ""
        for rule in rules:
            match rule:
                case OneOf(words):
                    return (self.several if several else self.one_of)(column, words)
                case Key(kind):
                    return (self.keys_of if several else self.key_of)(column, kind)
        plain: dict[Any, Callable[[str], Any]] = {
            str: self.text,
            int: self.whole,
            float: self.number,
            float | None: self.maybe_number,
            bool: self.yes,
        }
        return plain[held](column)


def read(
    table: str,
    text: str,
    columns: tuple[str, ...],
    build: Callable[[Row], T],
    known: Mapping[str, Collection[str]] | None = None,
) -> tuple[T, ...]:
    """Build one record from each row of a table.

    Parameters
    ----------
    table
        The file's name, for the error.
    text
        The file's content, comma separated with one header line.
    columns
        What the header must say; the first column is the row's key and never repeats.
    build
        Makes a record from a row, or raises the row's refusal.
    known
        The keys that rows may refer to, by kind.

    Raises
    ------
    ValueError
        Naming the table, the line, the row's key and the reason.
    """
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        lines = [(reader.line_num, cells) for cells in reader]
    except csv.Error as error:
        raise ValueError(f"{table}, line {reader.line_num}: {error}") from error
    if not lines or tuple(lines[0][1]) != columns:
        raise ValueError(f"{table}: the header must be {','.join(columns)}")
    records: list[T] = []
    seen: set[str] = set()
    for line, cells in lines[1:]:
        if len(cells) != len(columns):
            raise ValueError(f"{table}, line {line}: {len(cells)} cells for {len(columns)} columns")
        row = Row(table, line, dict(zip(columns, cells, strict=True)), known or {})
        key = row.text(columns[0])
        if key in seen:
            raise row.refuse("this key is taken by an earlier row")
        seen.add(key)
        records.append(build(row))
    return tuple(records)
