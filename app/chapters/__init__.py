"""The chapters in reading order: one record and one file each."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Chapter:
    """A chapter: its file in this folder, its URL path, its name in lists and titles."""

    key: str
    path: str
    name: str


CHAPTERS: Final = (
    Chapter("short", "", "The short version"),
    Chapter("ceiling", "ceiling", "The ceiling"),
)
