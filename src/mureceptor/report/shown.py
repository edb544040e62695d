"""Which claims the model can show, and in which state of which figure."""

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


SHOWN: Final = (
    Shown(
        claim="C05",
        chapter="ceiling",
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
        chapter="ceiling",
        view="reserve",
        fields={"amplification": "100", "push": "low", "formation": "ready"},
        look="Low push with many spare receptors",
        promise="99 % for pain relief",
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


def shown(claim: str) -> tuple[Shown, ...]:
    """Return the figures that show one claim."""
    return tuple(link for link in SHOWN if link.claim == claim)
