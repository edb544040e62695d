"""The mixtures that are shown: which drug is there, which one is added, and what both do together.

Illustrative settings, not measurements. Amounts are counted in units of each drug's own grip
[C/K], so a tighter grip makes more of the same amount.
"""

from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import ArrayLike

from mureceptor.marks.look import ANTAGONIST, FULL, MIXTURE, PARTIAL, Kind
from mureceptor.model.activation import maximal_effect
from mureceptor.model.binding import occupancy
from mureceptor.model.checks import Float
from mureceptor.model.mixture import mixture_effect, switch_over_efficacy
from mureceptor.views.mixing.state import Mixing
from mureceptor.views.textbook import FULL_EFFICACY, LISTED, PARTIAL_EFFICACY

TENFOLD: Final = 10.0  # [1] how many times as much, or as tight a grip, it is compared with


@dataclass(frozen=True)
class Drug:
    """A drug in a mixture: its name, a word for it once it is known, its kind and its push [1].

    `in_short` is its name where there is no room for it.
    """

    name: str
    short: str
    in_short: str
    kind: Kind
    efficacy: float


@dataclass(frozen=True)
class Mixture:
    """Drugs already there, each at the same amount, and one that is added."""

    there: tuple[Drug, ...]
    added: Drug

    @property
    def name(self) -> str:
        """What is there, in words."""
        return "both drugs" if len(self.there) > 1 else self.there[0].name

    @property
    def in_short(self) -> str:
        """What is there, in as few words as will do."""
        return "both" if len(self.there) > 1 else self.there[0].in_short

    @property
    def kind(self) -> Kind:
        """The kind of what is there: a mixture if it is more than one drug."""
        return MIXTURE if len(self.there) > 1 else self.there[0].kind

    @property
    def breaks_through(self) -> bool:
        """Whether the added drug has a higher top than what is there."""
        return all(self.added.efficacy > drug.efficacy for drug in self.there)

    @property
    def stronger(self) -> str:
        """What has more push, in as few words as will do."""
        return self.added.in_short if self.breaks_through else self.in_short

    @property
    def blocks(self) -> bool:
        """Whether the added drug does not push at all."""
        return self.added.efficacy == 0.0


FULL_AGONIST: Final = Drug("full agonist", "full one", "full", FULL, FULL_EFFICACY)
PARTIAL_AGONIST: Final = Drug(
    "partial agonist", "partial one", "partial", PARTIAL, PARTIAL_EFFICACY
)
NALOXONE: Final = Drug("naloxone", "naloxone", "naloxone", ANTAGONIST, 0.0)
# No usable number for both from one laboratory: textbook drugs of less and more push stand in.
PARENT: Final = Drug("mitragynine stand-in", "mitragynine stand-in", "mitragynine", PARTIAL, 0.3)
METABOLITE: Final = Drug("7-OH stand-in", "7-OH stand-in", "7-OH", PARTIAL, 0.7)

MIXTURES: Final = {
    "full-on-partial": Mixture((PARTIAL_AGONIST,), FULL_AGONIST),
    "partial-on-full": Mixture((FULL_AGONIST,), PARTIAL_AGONIST),
    "naloxone-on-full": Mixture((FULL_AGONIST,), NALOXONE),
    "naloxone-on-partial": Mixture((PARTIAL_AGONIST,), NALOXONE),
    "naloxone-on-both": Mixture((FULL_AGONIST, PARTIAL_AGONIST), NALOXONE),
    "7oh-on-mitragynine": Mixture((PARENT,), METABOLITE),
}


def joint_effect(mixture: Mixture, added: ArrayLike, there: ArrayLike, grip: float = 1.0) -> Float:
    """Return the effect [1] of all drugs; `grip` makes what is there hold so much tighter."""
    amounts = np.broadcast_arrays(added, *(there for _ in mixture.there))
    constants = [1.0, *(1.0 / grip for _ in mixture.there)]
    efficacies = [mixture.added.efficacy, *(drug.efficacy for drug in mixture.there)]
    return mixture_effect(np.stack(amounts, axis=-1), constants, efficacies)


def before(mixture: Mixture, there: ArrayLike) -> Float:
    """Return the effect [1] of what is there, before anything is added."""
    return joint_effect(mixture, 0.0, there)


@cache
def top(drug: Drug) -> float:
    """Return the largest effect [1] of a drug alone."""
    return float(maximal_effect(drug.efficacy))


@cache
def lowers(mixture: Mixture, there: float) -> bool:
    """Whether adding the drug lowers the effect of what is there."""
    pushes = [drug.efficacy for drug in mixture.there]
    limit = switch_over_efficacy([there] * len(pushes), [1.0] * len(pushes), pushes)
    return mixture.added.efficacy < float(limit)


@dataclass(frozen=True, kw_only=True)
class Numbers:
    """What a mixture does in one state: effects [1] before and after the drug is added.

    `taken` is the share of receptors [1] that what is there sits on before. `added_alone` is the
    effect of the added drug by itself. `with_more` is the effect of all with `TENFOLD` times as
    much of the drug with more push; as much of it with that many times its grip does the same. The
    `listed` ones are effects at the added amounts of
    `LISTED`: of all together, and of what they are compared with, the added drug alone or, where
    that blocks, what is there with the tighter grip.
    """

    mixture: Mixture
    taken: float
    before: float
    after: float
    added_alone: float
    lowered: bool
    with_more: float
    listed: Float
    listed_other: Float

    @property
    def top(self) -> float:
        """The top [1] of the one drug that is there, or the higher one of two."""
        return max(top(drug) for drug in self.mixture.there)


def numbers_of(state: Mixing) -> Numbers:
    """Return what the mixture of `state` does at its amounts."""
    mixture = MIXTURES[state.mixed]
    added, there = state.added, state.there
    more = (TENFOLD * added, there) if mixture.breaks_through else (added, TENFOLD * there)
    return Numbers(
        mixture=mixture,
        taken=float(occupancy(there, 1.0)),
        before=float(before(mixture, there)),
        after=float(joint_effect(mixture, added, there)),
        added_alone=float(joint_effect(mixture, added, 0.0)),
        lowered=lowers(mixture, there),
        with_more=float(joint_effect(mixture, *more)),
        listed=_listed(mixture, there),
        listed_other=(
            _listed(mixture, there, TENFOLD) if mixture.blocks else _listed(mixture, 0.0)
        ),
    )


@cache
def _listed(mixture: Mixture, there: float, grip: float = 1.0) -> Float:
    return joint_effect(mixture, LISTED, there, grip)
