"""Small words that every sentence is made of, and how each number on screen is written.

Nothing else in a view rounds: so that a number reads alike wherever it stands.
"""

import re
from math import floor, log10
from typing import Final, TypedDict

from mureceptor.marks.look import Kind
from mureceptor.marks.text import half_up

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


def whole(share: float, under: str = "under", over: str = "over") -> str:
    """Write a share [0 to 1] as a whole number of 100: a little is never 0, most never 100."""
    if 0 < share < 0.005:
        return f"{under} 1"
    if 0.995 <= share < 1:
        return f"{over} 99"
    return str(counted(share))


def counted(share: float) -> int:
    """Return a share [0 to 1] as a count of 100."""
    return int(half_up(100 * share))


def from_to(before: float, now: float) -> str:
    """Write where a share [0 to 1] goes, as whole numbers of 100: once if both read alike."""
    ends = (whole(before), whole(now))
    return f"{ends[0]} \u2192 {ends[1]}" if ends[0] != ends[1] else ends[1]


def per_cent(share: float) -> str:
    """Write a share [0 to 1] as a whole per cent that does not break from its number."""
    return f"{whole(share)}{NBSP}%"


def count(share: float) -> str:
    """Write a share [0 to 1] of 100 receptors as a count."""
    return whole(share, "fewer than", "more than")


def taken_and_free(share: float) -> str:
    """Write a share [0 to 1] of 100 receptors, and the rest, as counts that add up to 100."""
    taken = whole(share)
    free = f"{100 - int(taken)}" if taken.isdigit() else whole(1 - share)
    return f"{taken} taken, {free} free"


def of_100(share: float) -> str:
    """Write a share [0 to 1] of the receptors as a count of 100."""
    return f"{count(share)} of 100 receptors"


def decimals(value: float, places: int = 0) -> str:
    """Write a value to so many decimals."""
    return f"{half_up(value, places):,.{places}f}"


def digits(value: float, count: int = 3) -> str:
    """Write a value of more than zero to so many digits that count, never as a power of ten."""
    return f"{half_up(value, count - 1 - floor(log10(value))):,.12g}"


def as_set(value: float) -> str:
    """Write a value that a control is set to as the control does."""
    return f"{value:,g}"
