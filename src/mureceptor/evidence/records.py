"""The records: what a row of each table holds, and what each of its columns may hold.

A field that is only `str` must not be empty. The rules are those of `rows.py`.
"""

from dataclasses import dataclass
from typing import Annotated

from mureceptor.evidence.rows import Key, OneOf, maybe

SYSTEMS = ("people", "animals", "cells", "model")
READINGS = (
    "read in full text",
    "tables read",
    "model files read, not the paper",
    "read in abstract",
    "only the opening read",
    "official page read",
    "record only",
    "secondary source",
)
SECONDARY = READINGS[-1]
COMPLETED = ("given", "search", "search; authors from general knowledge")
KINDS = ("partial", "full", "antagonist", "unclassed")
AMPLIFIES = ("little", "some", "more", "much")  # our order of tests, from the receptor down
QUANTITIES = ("grip", "push", "half-effect", "breathing", "unbinding", "stay", "half-life")
VERDICTS = (
    "supported",
    "supported with qualification",
    "oversimplified",
    "contested",
    "not established",
)
SIDES = ("know", "dont_know")
TARGETS = ("mu", "kappa", "delta", "adrenaline", "serotonin")
WAYS = ("too mild", "too harsh", "either way", "not known")

Maybe = Annotated[str, maybe]
System = Annotated[str, OneOf(SYSTEMS)]
Systems = Annotated[tuple[str, ...], OneOf(SYSTEMS)]
Reading = Annotated[str, OneOf(READINGS)]
SourceKey = Annotated[str, Key("source")]
SourceKeys = Annotated[tuple[str, ...], Key("source")]
LigandKey = Annotated[str, Key("ligand")]


@dataclass(frozen=True)
class Source:
    """A work or an official page that the project cites."""

    key: str
    short: str
    authors: str
    year: int
    title: str
    venue: str
    doi: Maybe
    url: Maybe
    reading: Reading
    funding: Maybe
    completed_from: Annotated[str, OneOf(COMPLETED)]
    role: Annotated[str, OneOf(("evidence", "model"))]

    @property
    def link(self) -> str:
        """Address of the work: its DOI where it has one, its official page otherwise."""
        return f"https://doi.org/{self.doi}" if self.doi else self.url

    @property
    def citation(self) -> str:
        """The whole reference as one line of text."""
        parts = (f"{self.authors} ({self.year})", self.title, self.venue, self.link)
        return ". ".join(part.rstrip(".") for part in parts)


@dataclass(frozen=True)
class Ligand:
    """A drug or a plant compound that the figures name."""

    key: str
    name: str
    kind: Annotated[str, OneOf(KINDS)]
    note: str
    tags: Systems
    sources: SourceKeys
    kratom: bool


@dataclass(frozen=True)
class Value:
    """One measured value, or a range, or a finding in words, from one laboratory.

    `no_signal` says that the laboratory saw none from the drug, `no_reference` that its test
    compared with no other drug: what is measured is the fall itself. `amplifies` says how much
    lies between the receptor and what the test reads, in our order of words; empty: not ordered.
    """

    key: str
    ligand: LigandKey
    quantity: Annotated[str, OneOf(QUANTITIES)]
    value: float | None
    low: float | None
    high: float | None
    unit: str
    finding: Maybe
    assay: str
    amplifies: Annotated[str, OneOf(AMPLIFIES), maybe]
    laboratory: str
    system: System
    species: str
    reference: Maybe
    no_signal: bool
    no_reference: bool
    source: SourceKey
    locator: str
    reading: Reading

    @property
    def secondary(self) -> bool:
        """Whether somebody else's transcription was read: drawn hollow, and said so."""
        return self.reading == SECONDARY


@dataclass(frozen=True)
class BreathingFit:
    """Breathing against receptors taken, in people, as a fitted relation.

    With r the share of receptors taken, breathing as a share of the person's own baseline is
    ``(1 - r**stop_power) * (1 - depth * r**depth_power)``. A partial agonist has no
    ``stop_power``: its first factor is 1.
    """

    key: str
    ligand: LigandKey
    people: str
    depth: float
    depth_low: float | None
    depth_quarter: float | None
    depth_three_quarters: float | None
    depth_high: float | None
    depth_power: float
    stop_power: float | None
    tag: str
    system: System
    sources: SourceKeys
    reading: Reading


@dataclass(frozen=True)
class Claim:
    """One claim of the article, in our words, with a verdict and its reason.

    `but` says in a few words what qualifies a claim that is supported with a qualification.
    """

    key: str
    section: str
    says: str
    verdict: Annotated[str, OneOf(VERDICTS)]
    but: Maybe
    reason: str
    tags: Systems
    sources: SourceKeys


@dataclass(frozen=True)
class Omission:
    """Something that the article leaves out altogether."""

    key: str
    short: str
    sentence: str
    tags: Systems
    sources: SourceKeys


@dataclass(frozen=True)
class Count:
    """A count with what it is out of, and who, when and where was counted.

    ``sample`` is how many people stand behind it, which is not ``out_of`` where the paper prints
    a percentage only. Counts may stand side by side only if their ``alike`` is the same.
    """

    key: str
    group: str
    label: str
    count: int
    out_of: int
    sample: int
    printed: str
    population: str
    asked: str
    year: str
    place: str
    alike: str
    caution: str
    system: System
    source: SourceKey
    reading: Reading


@dataclass(frozen=True)
class Measure:
    """A measured number of a still picture, with who or what was measured, and what it is not.

    `spread` is the standard deviation [unit] where the source prints one.
    """

    key: str
    group: str
    series: str
    label: str
    value: float
    spread: float | None
    unit: str
    who: str
    how: str
    caution: str
    system: System
    source: SourceKey
    reading: Reading


@dataclass(frozen=True)
class Seen:
    """What one compound was seen to do at one target, and in what it was seen."""

    key: str
    compound: str
    target: Annotated[str, OneOf(TARGETS)]
    system: System
    does: str
    note: str
    sources: SourceKeys
    reading: Reading

    @property
    def secondary(self) -> bool:
        """Whether somebody else's transcription was read: drawn hollow, and said so."""
        return self.reading == SECONDARY


@dataclass(frozen=True)
class Finding:
    """One line of what we know, or of what we do not know, in one chapter."""

    key: str
    chapter: str
    side: Annotated[str, OneOf(SIDES)]
    tag: Annotated[str, OneOf((*SYSTEMS, "none"))]
    sentence: str
    sources: Annotated[SourceKeys, maybe]


@dataclass(frozen=True)
class Limit:
    """Something that the model leaves out, and which way its curves err for it."""

    key: str
    left_out: str
    way: Annotated[str, OneOf(WAYS)]
    errs: str
    sources: SourceKeys


@dataclass(frozen=True)
class Term:
    """A word of the screen, the special term behind it, and its plain meaning.

    `opens` says that it is a hard word: where it stands in a text, it opens its meaning.
    """

    term: str
    screen: str
    plain: str
    opens: bool
