"""What a still picture is made of: its words, counts and measured values, as data.

How each piece looks is said in `app/page/templates/still/`, in a file of the piece's name. The
fields of a piece stand in the order in which they are read.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, Literal


@dataclass(frozen=True)
class Cited:
    """The works that stand at one place of a text, by their keys."""

    keys: tuple[str, ...]


def cited(*keys: str) -> Cited:
    """Name works where the text rests on them."""
    return Cited(keys)


Words = tuple[str | Cited, ...]


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; it may begin with some words in bold."""

    words: Words
    begins: str = ""


@dataclass(frozen=True)
class Line:
    """One statement of a list: what it is about in bold, what it was found in, its works."""

    begins: str
    tags: tuple[str, ...]
    words: str
    works: Cited
    ends: str = ""


@dataclass(frozen=True)
class Lines:
    """Statements below each other."""

    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Notes:
    """Statements that are folded under a title."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Gaps:
    """Things that are not there: each an empty square with its words."""

    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Pair:
    """Two things side by side, each with its name and what it is."""

    sides: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class Who:
    """Who was asked or measured, how, when and where, and where that was read."""

    who: str = ""
    how: str
    when_where: str = ""
    source: Cited
    reading: str


@dataclass(frozen=True)
class Squares:
    """`total` squares in rows of `columns`; the first `marked` of them stand out."""

    total: int
    marked: int
    columns: int

    @property
    def rows(self) -> int:
        """How many rows they fill, the last one in part."""
        return -(-self.total // self.columns)


@dataclass(frozen=True)
class Counted:
    """Squares, one for each that was counted, in blocks, and what they are called aloud."""

    blocks: tuple[Squares, ...]
    aloud: str
    large: bool = True


@dataclass(frozen=True)
class Group:
    """One of several groups of people: its total, its squares, and who was counted."""

    total: str
    words: str
    drawn: Counted
    aside: str = ""
    who: Who | None = None


@dataclass(frozen=True)
class Groups:
    """Groups side by side: parts of one whole, or such as are asked `apart` from each other."""

    groups: tuple[Group, ...]
    apart: bool


@dataclass(frozen=True)
class Track:
    """Values on a line, as dots, over what they span; at its end a number and its words.

    `aloud` is what a screen reader says of the line, where that is more than stands at its end.
    """

    name: str
    values: tuple[float, ...]
    span: tuple[float, float]
    number: str
    words: str
    aloud: str = ""


@dataclass(frozen=True)
class Tracks:
    """Lines on one scale from 0 to `end`; `look` is how their values are drawn."""

    tracks: tuple[Track, ...]
    end: float
    look: Literal["dots", "hollow", "bar"]
    unit: str = ""
    ticks: tuple[int, ...] = ()


@dataclass(frozen=True)
class Cell:
    """What was seen at one place of a grid, and in what; hollow where others read it.

    Without a `tag` the row says in what.
    """

    tag: str
    words: str
    hollow: bool


@dataclass(frozen=True)
class Grid:
    """Rows by columns; an empty place holds no cell."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[tuple[Cell, ...], ...]], ...]


@dataclass(frozen=True)
class Step:
    """A step of a road: what it is, how one gets there, and what is sold as it."""

    name: str
    how: str
    tags: tuple[str, ...]
    works: Cited
    sold: str
    sellers: Cited


@dataclass(frozen=True)
class Road:
    """Steps, one after the other."""

    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Verdict:
    """A verdict, what it means in plain words, and the numbers of the claims that got it."""

    name: str
    plainly: str
    claims: tuple[int, ...]
    stands: bool


@dataclass(frozen=True)
class Verdicts:
    """Every claim as a numbered square in the row of its verdict."""

    rows: tuple[Verdict, ...]


Piece = (
    Paragraph
    | Lines
    | Notes
    | Gaps
    | Pair
    | Who
    | Counted
    | Groups
    | Tracks
    | Grid
    | Road
    | Verdicts
)


@dataclass(frozen=True, kw_only=True)
class Still:
    """A picture that does not move; `key` is its name in a link."""

    key: str
    title: str
    tags: tuple[str, ...] = ()
    note: str = ""
    caution: str = ""
    pieces: tuple[Piece, ...]


def works(piece: Any) -> Iterator[str]:
    """Yield the keys of all works that a piece or a whole picture names, in reading order."""
    if isinstance(piece, Cited):
        yield from piece.keys
    elif isinstance(piece, tuple):
        for each in piece:
            yield from works(each)
    elif is_dataclass(piece):
        for field in fields(piece):
            yield from works(getattr(piece, field.name))


def corners(count: int, columns: int) -> list[tuple[int, int]]:
    """Return the corners, in squares, of a shape that holds the first `count` of all rows."""
    full, rest = divmod(count, columns)
    if not rest:
        return [(0, 0), (columns, 0), (columns, full), (0, full)]
    return [(0, 0), (columns, 0), (columns, full), (rest, full), (rest, full + 1), (0, full + 1)]
