"""Words on a figure: runs of letters, each of one weight and one ink."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import floor

from mureceptor.marks.look import Token


@dataclass(frozen=True, slots=True)
class Run:
    """Letters that look alike; a line break in them begins a new row.

    `ink` is their own colour where it differs from that of the whole text.
    """

    letters: str
    bold: bool = False
    ink: Token | None = None


Text = tuple[Run, ...]


def half_up(value: float, places: int = 0) -> float:
    """Round to so many decimals; a half goes up, as at school and in the browser.

    What float64 leaves beside a half is none: 28.499999999999996 is 28.5.
    """
    size = 10.0**places
    return floor(value * size + 0.5 + 1e-9) / size


def plain(letters: str, ink: Token | None = None) -> Text:
    """Return text of the usual weight."""
    return (Run(letters, ink=ink),)


def bold(letters: str, ink: Token | None = None) -> Text:
    """Return semibold text."""
    return (Run(letters, bold=True, ink=ink),)


def headed(head: str, below: str = "") -> Text:
    """Return a semibold head, and what stands below it in the usual weight."""
    return (*bold(head), *plain(f"\n{below}")) if below else bold(head)


def rows(text: Text) -> Iterator[list[Run]]:
    """Return the runs of each row, from the top."""
    row: list[Run] = []
    for run in text:
        first, *others = run.letters.split("\n")
        row.append(Run(first, run.bold, run.ink))
        for letters in others:
            yield row
            row = [Run(letters, run.bold, run.ink)]
    yield row


def letters(text: Text) -> str:
    """Return the bare letters."""
    return "".join(run.letters for run in text)
