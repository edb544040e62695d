"""Small words that every sentence is made of."""

import re
from typing import Final, TypedDict

from mureceptor.marks.look import Kind

NBSP: Final = "\u00a0"
_MARK: Final = re.compile(r":(\w+)\[([^\]]*)\]")


class Table(TypedDict):
    """A figure's numbers as a reader sees them: headings with units, rows of text."""

    columns: list[str]
    rows: list[list[str]]


def ink(kind: Kind, words: str) -> str:
    """Mark `words` as meaning a line of this kind."""
    return f":{kind.name}[{words}]"


def plain(sentence: str) -> str:
    """Return the sentence without its colour marks."""
    return _MARK.sub(r"\2", sentence)


def per_cent(share: float) -> str:
    """Write a share [0 to 1] as a whole per cent that does not break from its number."""
    return f"{100 * share:.0f}{NBSP}%"


def of_100(share: float) -> str:
    """Write a share [0 to 1] of the receptors as a count of 100."""
    return f"{100 * share:.0f} of 100 receptors"


def number(value: float) -> str:
    """Write a value to three digits, never as a power of ten."""
    return f"{float(f'{value:.3g}'):g}"
