"""The chapters in reading order: one record and one file each."""

from dataclasses import dataclass
from typing import Final

TALK: Final = "present"  # the URL path of the live-demo mode
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
    Chapter("receptor", "receptor", "The receptor"),
    Chapter("activation", "activation", "Grip, push, amount"),
    Chapter("agonists", "agonists", "Partial and full"),
    Chapter("ceiling", "ceiling", "The ceiling"),
    Chapter("mixing", "mixing", "What breaks it: mixing"),
    Chapter("dependence", "dependence", "Over time: dependence"),
    Chapter("claims", "claims", "The article, checked"),
    Chapter("sandbox", "sandbox", "Build your own"),
    Chapter("model", "model", "The model and its limits"),
)
