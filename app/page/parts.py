"""What a chapter is made of: its parts, as data. How they look is said in `templates/`."""

import re
from dataclasses import dataclass
from typing import Literal

from mureceptor.report.care import Box
from mureceptor.report.still import Still


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text, which an empty line parts; other line ends mean nothing."""
    # Not `split()`: that would part at the spaces that must not break, too.
    return [re.sub(r"[ \n]+", " ", each).strip(" ") for each in re.split(r"\n\s*\n", text)]


@dataclass(frozen=True)
class Figure:
    """A live figure: the view of this name, folded under some words or not."""

    view: str
    folded: str = ""


@dataclass(frozen=True)
class Section:
    """Paragraphs under a title."""

    title: str
    text: str


@dataclass(frozen=True)
class Retelling:
    """What the article says, in our words, at most 120 of them."""

    text: str


@dataclass(frozen=True)
class Oversimplified:
    """Where the article oversimplifies."""

    text: str


@dataclass(frozen=True)
class Known:
    """What is known beside what is not: the chapter's lines of the evidence."""


@dataclass(frozen=True)
class Place:
    """Where mu receptors sit, what they carry there, and what that rests on."""

    name: str
    carries: str
    tag: str


@dataclass(frozen=True)
class Body:
    """The drawing of a body, with what mu receptors carry in each of its places."""

    title: str
    places: tuple[Place, ...]
    caption: str


@dataclass(frozen=True)
class Fold:
    """Still pictures that are folded under a title."""

    title: str
    stills: tuple[Still, ...]


@dataclass(frozen=True)
class ClaimList:
    """The article's claims with their verdicts, to be chosen from."""


@dataclass(frozen=True)
class OnThisPage:
    """Links to the parts of the model's page, and what it says of itself."""

    text: str


@dataclass(frozen=True)
class ModelPart:
    """One part of the model's page, made from the code's own records; `key` is its anchor."""

    key: Literal["left-out", "equations", "parameters", "numbers", "words", "references"]
    title: str
    text: str = ""


@dataclass(frozen=True)
class Equations(ModelPart):
    """The model's equations, which Streamlit sets."""


# What is HTML alone, and what needs more than that.
PlainPart = (
    Section
    | Retelling
    | Oversimplified
    | Known
    | Body
    | Still
    | Box
    | Fold
    | OnThisPage
    | ModelPart
)
Part = PlainPart | Figure | ClaimList | Equations


@dataclass(frozen=True, kw_only=True)
class Chapter:
    """A chapter: its URL path, its name in lists and titles, and its parts in reading order.

    `key` names its file and its lines of the evidence. `headline` is its finding, `lead` the
    retelling's first sentence, at most 25 words: they are said even where the page itself cannot
    be shown.
    """

    key: str
    path: str
    name: str
    headline: str
    lead: str
    parts: tuple[Part, ...]

    @property
    def views(self) -> tuple[str, ...]:
        """The names of the views that the chapter shows, in reading order."""
        return tuple(part.view for part in self.parts if isinstance(part, Figure))
