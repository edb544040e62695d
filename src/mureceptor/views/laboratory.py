"""What each laboratory found about each drug: the evidence's numbers, the model's forms.

Every laboratory is a data set of its own; nothing here combines two. Amounts are counted for each
drug in units of its own half-effect amount in that laboratory, so that neither drugs nor
laboratories can be converted into each other.
"""

import math
from dataclasses import dataclass
from functools import cache
from typing import Final

from numpy.typing import ArrayLike

from mureceptor.evidence import Value, ligands, values
from mureceptor.marks.look import ANTAGONIST, KINDS, Kind
from mureceptor.model import activation
from mureceptor.model.assay import push_and_grip
from mureceptor.model.binding import occupancy
from mureceptor.model.checks import Float
from mureceptor.views.parameter import Parameter

OWN_AMOUNT: Final = Parameter(
    symbol="C/EC50",
    label="Amount, for each drug on its own scale",
    note="At 1, each drug gives half of its own top",
    low=0.01,
    high=1000,
    default=100,
    steps=121,
    scale="log",
    help="How much of each drug there is, counted in units of its own half-effect amount.",
)
NAMES: Final = {
    "kruegel": "Kruegel 2016",
    "obeng": "Obeng 2021",
    "bhowmik": "Bhowmik 2021",
    "xu": "Xu 2011",
    "bot": "Bot 1998",
    "borgland": "Borgland 2003",
}
# Left out: their curves lie on fentanyl's in the one test that has them.
_SAME_AS_FENTANYL: Final = ("sufentanil", "levorphanol")
# What 100 on the axis is, by the unit of the evidence: the axis title, and the end of a sentence.
_YARDSTICKS: Final = {
    "percent of the test's reference": (
        "Signal, % of the test’s own reference",
        "of the reference",
    ),
    "percent of dynorphin A": ("Signal, % of dynorphin A’s", "of dynorphin A’s signal"),
    "percent fall in cAMP": ("Signal, % fall in cAMP", "fall in cAMP"),
    "ratio to DAMGO": ("Push, % of DAMGO’s", "of DAMGO’s push"),
}
_ORDER_ONLY: Final = ("Signal: an order, no number read", "")


@dataclass(frozen=True)
class Result:
    """One drug in one laboratory.

    `top` is a share [1] of the laboratory's full mark with its `low` and `high`; None: in words
    only. `half_low` and `half_high` bound the half-effect amount as multiples of its central
    value [1]; None: no half-effect amount was read, so there is no curve.
    """

    name: str
    kind: Kind
    top: float | None
    low: float | None
    high: float | None
    half_low: float | None
    half_high: float | None
    words: str
    reading: str

    @property
    def secondary(self) -> bool:
        """Whether its top was read in somebody else's text: drawn hollow, and said so."""
        return self.reading == "secondary source"

    @property
    def blocks(self) -> bool:
        """Whether the laboratory saw no signal from it at any amount."""
        return self.top == 0

    @property
    def curved(self) -> bool:
        """Whether enough was read to say what an amount does."""
        return self.blocks or self.half_low is not None

    @property
    def ranged(self) -> bool:
        """Whether a spread of the top or of the half-effect amount was read."""
        return self.curved and (self.low is not None or self.half_low != self.half_high)

    def signal(self, amount: ArrayLike) -> Float:
        """Return the signal [1] at `amount` of its own half-effect amounts."""
        if self.top is None or not self.curved:
            raise ValueError(f"no curve was read for {self.name}")
        return _signal(amount, self.top, 1.0)

    def spread(self, amount: ArrayLike) -> tuple[Float, Float]:
        """Return the least and the most signal [1] that the printed ranges leave room for.

        Exact: the signal rises with the top and falls with the half-effect amount.
        """
        if self.top is None or self.half_low is None or self.half_high is None:
            raise ValueError(f"no curve was read for {self.name}")
        low = self.top if self.low is None else self.low
        high = self.top if self.high is None else self.high
        return _signal(amount, low, self.half_high), _signal(amount, high, self.half_low)

    def taken(self, amount: float) -> float | None:
        """Return the share of receptors [1] that the model has taken; None where it cannot say."""
        if self.blocks or self.top is None or not self.curved:
            return None
        _, k = push_and_grip(self.top, 1.0)
        return float(occupancy(amount, k))


def _signal(amount: ArrayLike, top: float, half_effect: float) -> Float:
    push, k = push_and_grip(top, half_effect)
    return activation.effect(amount, k, push)


@dataclass(frozen=True)
class Laboratory:
    """One laboratory's test: what was in the dish, what was read, and what it found."""

    name: str
    cells: str
    test: str
    axis: str
    of: str
    yardstick: str
    no_reference: bool
    read: str
    results: tuple[Result, ...]

    @property
    def curved(self) -> tuple[Result, ...]:
        """The drugs of which a curve can be drawn."""
        return tuple(result for result in self.results if result.curved)

    @property
    def bound(self) -> str:
        """Which way the model's share of receptors taken may be off (see `push_and_grip`)."""
        return "at most" if self.no_reference else "at least"

    def bounded(self, share: float) -> str:
        """Write a share of receptors taken [1] as a whole number of 100 for which `bound` holds."""
        if self.bound == "at least":
            return f"{math.floor(100 * share)}" if share >= 0.01 else "over 0"
        return f"{math.ceil(100 * share)}" if share <= 0.99 else "under 100"


@cache
def laboratory(key: str, only: str | None = None) -> Laboratory:
    """Return one laboratory of `NAMES` as the evidence has it, its strongest drug first.

    `only` is the key of a drug: what was found about that one, and how that was read.
    """
    rows = [
        row
        for row in values()
        if row.laboratory == NAMES[key]
        and row.ligand not in _SAME_AS_FENTANYL
        and only in (None, row.ligand)
    ]
    tests = [row for row in rows if row.quantity == "push"]
    results = [_result(name, rows) for name in dict.fromkeys(row.ligand for row in tests)]
    numbers = any(result.top is not None for result in results)
    axis, of = _YARDSTICKS[tests[0].unit] if numbers else _ORDER_ONLY
    return Laboratory(
        name=NAMES[key],
        cells=tests[0].species,
        test=tests[0].assay,
        axis=axis,
        of=of,
        yardstick=f"{'100 %' if numbers else 'Compared with'}: {tests[0].reference}",
        no_reference=tests[0].no_reference,
        read=_read(rows),
        results=tuple(sorted(results, key=lambda result: -(result.top or 0.0))),
    )


def _result(ligand: str, rows: list[Value]) -> Result:
    own = [row for row in rows if row.ligand == ligand]
    pushes = [row for row in own if row.quantity == "push"]
    number = next((row for row in pushes if row.value is not None), None)
    ranged = next((row for row in pushes if row.low is not None), None)
    half = next((row for row in own if row.quantity == "half-effect"), None)
    words = next((row.finding for row in pushes if row.value is None and row.low is None), "")
    unit = 1.0 if pushes[0].unit == "ratio to DAMGO" else 100.0
    top = number.value / unit if number and number.value is not None else None
    if any(row.no_signal for row in pushes):
        top = 0.0
    centre = half.value if half else None
    record = ligands()[ligand]
    return Result(
        name=record.name,
        kind=ANTAGONIST if top == 0 else KINDS[record.kind],
        top=top,
        low=ranged.low / unit if ranged and ranged.low is not None else None,
        high=ranged.high / unit if ranged and ranged.high is not None else None,
        half_low=(half.low or centre) / centre if half and centre else None,
        half_high=(half.high or centre) / centre if half and centre else None,
        words=words,
        reading=(number or pushes[0]).reading,
    )


def _read(rows: list[Value]) -> str:
    """Say how each kind of number was read, in the fewest words."""
    found: dict[str, list[str]] = {}
    for row in rows:
        if row.quantity == "half-effect":
            kind = "half-effect amount"
        elif row.value is not None:
            kind = "top"
        else:
            kind = "words" if row.low is None else "range"
        kinds = found.setdefault(row.reading, [])
        if kind not in kinds:
            kinds.append(kind)
    if len(found) == 1:
        return next(iter(found))
    return ", ".join(f"{reading} ({', '.join(kinds)})" for reading, kinds in found.items())
