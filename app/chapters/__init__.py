"""The chapters in reading order: one record and one file each."""

from dataclasses import dataclass
from typing import Final

TITLE: Final = "The mu receptor, explained"
DESCRIPTION: Final = (
    "Kratom, the mu-opioid receptor, and why a drug that acts only partly is not safe for that."
)


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
