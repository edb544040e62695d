"""Where each claim is drawn: in which state of which figure, or on which still picture."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from mureceptor.views.phrases import NBSP


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A figure that shows what a claim is about: at what to look, and what its sentence says."""

    claim: str
    chapter: str
    view: str
    fields: Mapping[str, str]
    look: str
    promise: str

    @property
    def words(self) -> str:
        """What the link says."""
        return f"See it drawn. {self.look}: “{self.promise}”".replace(" %", f"{NBSP}%")

    @property
    def query(self) -> dict[str, str]:
        """The state as it stands in the address of the chapter."""
        return {f"{self.view}.{field}": text for field, text in self.fields.items()}


@dataclass(frozen=True, kw_only=True)
class Pictured:
    """A still picture of what a claim is about: which part of a chapter it is, and what it says."""

    claim: str
    chapter: str
    part: str
    look: str
    promise: str

    @property
    def words(self) -> str:
        """What the link says."""
        return f"See it drawn. {self.look}: “{self.promise}”".replace(" %", f"{NBSP}%")

    @property
    def query(self) -> dict[str, str]:
        """The part as it stands in the address of the chapter."""
        return {"part": self.part}


SHOWN: Final[tuple[Shown, ...]] = (
    Shown(
        claim="C04",
        chapter="reward",
        view="reward",
        fields={"amount": "10"},
        look="From mu receptors to reward",
        promise="the full agonist lets go of 95 % of the brake",
    ),
    Shown(
        claim="C05",
        chapter="tissue",
        view="reserve",
        fields={"amplification": "1", "push": "high", "formation": "ready"},
        look="One drug, two effects",
        promise="95 % for pain relief and 95 % for slowed breathing",
    ),
    Shown(
        claim="C06",
        chapter="agonists",
        view="tops",
        fields={"amplification": "1"},
        look="Two compounds of the leaf, each in several tests",
        promise="7-OH 22 % where the test amplifies little, 7-OH 96 % where it amplifies much",
    ),
    Shown(
        claim="C08",
        chapter="activation",
        view="drugmap",
        fields={"grip": "316.2", "push": "90"},
        look="Grip and push on one map",
        promise="Buprenorphine is the other way round: a tight grip, half the effect on breathing",
    ),
    Shown(
        claim="C09",
        chapter="short",
        view="short",
        fields={"amount": "100"},
        look="A partial agonist with almost every receptor taken",
        promise="its top is 41 %",
    ),
    Shown(
        claim="C09",
        chapter="agonists",
        view="tops",
        fields={"amplification": "10"},
        look="One push, in a test that amplifies more",
        promise="The test has changed, not the drug",
    ),
    Shown(
        claim="C10",
        chapter="ceiling",
        view="breathing",
        fields={"taken": "100"},
        look="Another partial drug, in people",
        promise="buprenorphine leaves breathing at 44 %",
    ),
    Shown(
        claim="C12",
        chapter="tissue",
        view="reserve",
        fields={"amplification": "100", "push": "low", "formation": "ready"},
        look="Low push with many spare receptors",
        promise="99 % for pain relief",
    ),
    Shown(
        claim="C14",
        chapter="reward",
        view="reward",
        fields={"amount": "100"},
        look="From mu receptors to reward",
        promise="A brake let go in part still lets the reward cell fire more",
    ),
    Shown(
        claim="C15",
        chapter="activation",
        view="drugmap",
        fields={"grip": "0.3162", "push": "45"},
        look="Half the push, a far tighter grip",
        promise="The amount needed for half its top is 182 times smaller",
    ),
    Shown(
        claim="C17",
        chapter="dependence",
        view="dependence",
        fields={"stop": "28", "regularity": "often", "driver": "effect", "given": "nothing"},
        look="Low push for weeks, then a stop",
        promise="withdrawal reaches 12 %",
    ),
    Shown(
        claim="C18",
        chapter="mixing",
        view="mixing",
        fields={"mixed": "full-on-partial", "there": "10", "added": "10"},
        look="Another opioid on top",
        promise="lifts the effect past the partial one’s top, 41 %",
    ),
)


PICTURED: Final = (
    Pictured(
        claim="C01",
        chapter="ceiling",
        part="relief",
        look="What was measured on pain, in people",
        promise="a longer mean, and a very wide spread",
    ),
    Pictured(
        claim="C02",
        chapter="agonists",
        part="targets",
        look="The other targets",
        promise="more than one compound on one target",
    ),
    Pictured(
        claim="C03",
        chapter="receptor",
        part="where",
        look="A drawing of the body",
        promise="Where mu receptors sit",
    ),
    Pictured(
        claim="C06",
        chapter="agonists",
        part="leaf",
        look="Leaf from two places",
        promise="12 % in one Malaysian leaf, 66 % in one Thai leaf",
    ),
    Pictured(
        claim="C07",
        chapter="agonists",
        part="targets",
        look="Compounds and targets",
        promise="An empty place: we found none",
    ),
    Pictured(
        claim="C11",
        chapter="ceiling",
        part="relief",
        look="26 men, a hand in ice water",
        promise="a longer mean, and a very wide spread",
    ),
    Pictured(
        claim="C12",
        chapter="ceiling",
        part="relief",
        look="What was measured in people",
        promise="We found no published comparison with an opioid",
    ),
    Pictured(
        claim="C13",
        chapter="reward",
        part="mood",
        look="Mood, in people and in animals",
        promise="6 of 10 people told of mild pleasure",
    ),
    Pictured(
        claim="C16",
        chapter="records",
        part="surveys",
        look="Two surveys, every person drawn",
        promise="Two surveys that do not agree",
    ),
    Pictured(
        claim="C17",
        chapter="daily",
        part="helps",
        look="What helps",
        promise="in treatment, fewer than half as many died",
    ),
)


def shown(claim: str) -> tuple[Shown | Pictured, ...]:
    """Return the figures and the pictures that show one claim."""
    links: tuple[Shown | Pictured, ...] = (*SHOWN, *PICTURED)
    return tuple(link for link in links if link.claim == claim)
