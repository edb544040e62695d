"""Where each claim is drawn: in which state of which figure, or on which still picture."""

import csv
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import parse_qsl

from mureceptor.views.phrases import NBSP


@dataclass(frozen=True)
class Shown:
    """A link from a claim to what shows it: at what to look, and what is said there.

    `address` follows the chapter's path: the state of a figure, or the `part` of the page that is
    a still picture.
    """

    claim: str
    chapter: str
    address: str
    look: str
    promise: str

    @property
    def query(self) -> dict[str, str]:
        """The address, read."""
        return dict(parse_qsl(self.address))

    @property
    def words(self) -> str:
        """What the link says."""
        return f"See it drawn. {self.look}: “{self.promise}”".replace(" %", f"{NBSP}%")


with Path(__file__).with_suffix(".csv").open(encoding="utf-8", newline="") as _table:
    SHOWN: Final = tuple(Shown(**row) for row in csv.DictReader(_table))


def shown(claim: str) -> tuple[Shown, ...]:
    """Return the figures and the still pictures that show one claim."""
    return tuple(link for link in SHOWN if link.claim == claim)
