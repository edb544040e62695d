"""Each drug's top in each kind of test, from the evidence, and one push of it in the model.

The model takes the push of a drug from one test that adds little, in one laboratory, and asks what
the same push comes to in a test that adds more. It takes the test's full mark for the most that a
drug can reach there. It is never fitted to two laboratories at once.
"""

from dataclasses import dataclass
from functools import cache
from typing import Final

from mureceptor.evidence import Value, ligands, values
from mureceptor.marks.look import ANTAGONIST, KINDS, Kind
from mureceptor.model.activation import maximal_effect
from mureceptor.model.assay import push_and_grip
from mureceptor.views.phrases import decimals
from mureceptor.views.tops.state import Tops

DRUGS: Final = ("7-oh", "mitragynine", "buprenorphine", "morphine")  # as in the evidence
ADDS: Final = ("little", "some", "more", "much")
RECEPTOR: Final = "human receptor"  # whose tests are drawn; the others are in the table


@dataclass(frozen=True)
class Top:
    """One drug's `top` [%] in one test; 0 where no signal was seen.

    `low` and `high` [%] are the spread where one was read, else the top itself. `adds` is a word
    of `ADDS`.
    """

    drug: str
    adds: str
    top: float
    low: float
    high: float
    row: Value

    @property
    def kind(self) -> Kind:
        """How the drug is drawn: as a blocker where it gave no signal."""
        return ANTAGONIST if self.row.no_signal else KINDS[ligands()[self.drug].kind]

    @property
    def spread(self) -> bool:
        """Whether a spread around the top was read."""
        return self.row.value is not None and self.low < self.high

    @property
    def printed(self) -> str:
        """The top [%] as it was read, in whole numbers."""
        if self.row.value is None and self.low < self.high:
            return f"{self.low:g} to {self.high:g}"
        return decimals(self.top)

    @property
    def test(self) -> tuple[str, str, str]:
        """The test that it was found in: laboratory, what was read, whose receptor."""
        return self.row.laboratory, self.row.assay, self.row.species


@cache
def tops() -> tuple[Top, ...]:
    """Return every top of `DRUGS` whose test has a place in the order of `ADDS`, in that order."""
    found = [_top(row) for row in values() if row.amplifies and row.ligand in DRUGS]
    return tuple(sorted(found, key=lambda top: (DRUGS.index(top.drug), ADDS.index(top.adds))))


def _top(row: Value) -> Top:
    if row.no_signal:
        value = low = high = 0.0
    elif row.value is not None:
        value = row.value
        low, high = (value if end is None else end for end in (row.low, row.high))
    elif row.low is not None and row.high is not None:
        low, high = row.low, row.high
        value = (low + high) / 2
    else:
        raise ValueError(f"{row.key} has no top to draw")
    return Top(row.ligand, row.amplifies, value, low, high, row)


@cache
def drawn(drug: str) -> tuple[Top, ...]:
    """Return a drug's tops at the human receptor, from the test that adds least."""
    return tuple(top for top in tops() if top.drug == drug and top.row.species == RECEPTOR)


@cache
def push(drug: str) -> float | None:
    """Return a drug's push [1] in the first test that adds little; None if none was read."""
    first = drawn(drug)[0]
    if first.adds != "little":
        return None
    tau, _ = push_and_grip(first.top / 100, 1.0)
    return float(tau)


@dataclass(frozen=True, kw_only=True)
class Numbers:
    """The `amplification` of the model's test, and the top [1] that each drug has there.

    `drugs` are those that are shown; of some, no push was read.
    """

    amplification: float
    drugs: tuple[str, ...]
    tops: dict[str, float]


def numbers_of(state: Tops) -> Numbers:
    """Return what each drug's push comes to at the amplification of `state`."""
    drugs = DRUGS if state.drugs == "all" else DRUGS[:1]
    pushes = {drug: tau for drug in drugs if (tau := push(drug)) is not None}
    return Numbers(
        amplification=state.amplification,
        drugs=drugs,
        tops={d: float(maximal_effect(tau * state.amplification)) for d, tau in pushes.items()},
    )


START: Final = numbers_of(Tops(drugs="all"))
LEAST, MOST = drawn(DRUGS[0])[0], drawn(DRUGS[0])[-1]  # what the finding is told of
