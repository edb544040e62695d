"""Real drugs from the evidence, and a made-up one from the model.

A real drug is on it if one binding test gives its grip and another named test the largest effect
it reached. The made-up drug's amounts are counted in what it needed at the start, so that nothing
on the page is an amount of anything. Kratom's compounds are ranges of what sources say.
"""

from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np

from mureceptor.evidence import Value, ligands, values
from mureceptor.marks.look import ANY, KINDS, Kind
from mureceptor.model.activation import effect, half_effect_concentration
from mureceptor.model.assay import LARGEST_TOP, push_and_grip
from mureceptor.model.checks import Float
from mureceptor.views.drugmap.state import Drugmap

START: Final = Drugmap()
_AMOUNTS: Final = np.geomspace(1e-9, 1e6, 301)  # [grip of the drug drawn] end to end for every grip
OF_KRATOM: Final = ("7-oh", "mitragynine")  # as in the evidence
PUSH_OF_KRATOM: Final = "Kruegel 2016"  # the one laboratory that has a top for both
# The tests whose largest effects are drawn: where each was measured, and what fell.
TESTS: Final = {"Dahan 2005": ("in people", "breathing"), "Bot 1998": ("in cells", "a signal")}


@dataclass(frozen=True)
class Measured:
    """A real drug on the map.

    `grip` bounds the amount that takes half of the receptors [nM]; `point` [nM] is there only
    where one value was printed. `top` is the largest effect in its test [%], `low` and `high` one
    standard error away, where one was printed.
    """

    name: str
    kind: Kind
    laboratory: str
    grip: tuple[float, float]
    point: float | None
    top: float
    low: float
    high: float
    sources: tuple[str, ...]

    @property
    def where(self) -> str:
        """Where the top was measured."""
        return TESTS[self.laboratory][0]


@cache
def measured() -> tuple[Measured, ...]:
    """Return the drugs for which both are in the evidence and were read at the source."""
    read = [value for value in values() if not value.secondary]
    grips = {value.ligand: value for value in read if value.quantity == "grip"}
    return tuple(
        _measured(grips[value.ligand], value)
        for laboratory in TESTS
        for value in read
        if value.laboratory == laboratory
        and value.quantity in ("push", "breathing")
        and value.ligand in grips
    )


@dataclass(frozen=True)
class Disputed:
    """A kratom compound: all that sources say of its grip [nM], and its `top` [%] in one test.

    All of it was read in later texts.
    """

    name: str
    kind: Kind
    grip: tuple[float, float]
    top: float
    sources: tuple[str, ...]

    @property
    def fold(self) -> float:
        """How many times the weakest grip is that of the tightest [1]."""
        return self.grip[1] / self.grip[0]


@cache
def disputed() -> tuple[Disputed, ...]:
    """Return the compounds of `OF_KRATOM`."""
    return tuple(_disputed(ligand) for ligand in OF_KRATOM)


def _disputed(ligand: str) -> Disputed:
    rows = [row for row in values() if row.ligand == ligand and row.value is not None]
    grips = [row for row in rows if row.quantity == "grip"]
    (push,) = (row for row in rows if (row.quantity, row.laboratory) == ("push", PUSH_OF_KRATOM))
    held = [row.value for row in grips if row.value is not None]
    if push.value is None:
        raise ValueError(f"{ligand} cannot be drawn from {push.key}")
    record = ligands()[ligand]
    return Disputed(
        name=record.name[0].upper() + record.name[1:],
        kind=KINDS[record.kind],
        grip=(min(held), max(held)),
        top=push.value,
        sources=tuple(row.source for row in (*grips, push)),
    )


@cache
def sources() -> tuple[str, ...]:
    """Return the keys of the works behind all that is drawn of real drugs."""
    drawn = [drug.sources for drug in measured()] + [drug.sources for drug in disputed()]
    return tuple(dict.fromkeys(key for keys in drawn for key in keys))


def _measured(grip: Value, push: Value) -> Measured:
    ligand = ligands()[grip.ligand]
    low, high = (grip.value, grip.value) if grip.value is not None else (grip.low, grip.high)
    if low is None or high is None or push.value is None:
        raise ValueError(f"{ligand.name} cannot be drawn from {grip.key} and {push.key}")
    # The breathing rows say what is left of it, the others how far the signal fell.
    top = 100 - push.value if push.quantity == "breathing" else push.value
    return Measured(
        name=ligand.name[0].upper() + ligand.name[1:],
        kind=KINDS.get(ligand.kind, ANY),
        laboratory=push.laboratory,
        grip=(low, high),
        point=grip.value,
        top=top,
        low=top if push.low is None else push.low,
        high=top if push.high is None else push.high,
        sources=(grip.source, push.source),
    )


def top(state: Drugmap) -> float:
    """Return the made-up drug's top [%]; no push in the model reaches 100."""
    return 100 * _top(state)


def _top(state: Drugmap) -> float:
    return min(state.push / 100, LARGEST_TOP)


@cache
def efficacy(state: Drugmap) -> float:
    """Return the made-up drug's push as a transducer ratio [1]."""
    tau, _ = push_and_grip(_top(state), state.grip)
    return float(tau)


@cache
def needed(state: Drugmap) -> float | None:
    """Return the amount for half of its own top, as a multiple of the start's; None without push.

    Without push there is no effect, and so no half of it.
    """
    if not state.push:
        return None
    start = half_effect_concentration(START.grip, efficacy(START))
    return float(half_effect_concentration(state.grip, efficacy(state)) / start)


@cache
def _amounts(grip: float) -> Float:
    return _AMOUNTS * grip / half_effect_concentration(START.grip, efficacy(START))


@cache
def _effects(tau: float) -> Float:
    return effect(_AMOUNTS, 1.0, tau)


@dataclass(frozen=True, kw_only=True)
class Numbers:
    """The made-up drug of one `state`: its `top` [%], and its effects [1] at `amounts`.

    Amounts, and the one `needed` for half of the top (None without push), count in units of what
    was needed at the start.
    """

    state: Drugmap
    top: float
    needed: float | None
    amounts: Float
    effects: Float


def numbers_of(state: Drugmap) -> Numbers:
    """Return the made-up drug of `state`."""
    return Numbers(
        state=state,
        top=top(state),
        needed=needed(state),
        amounts=_amounts(state.grip),
        effects=_effects(efficacy(state)),
    )
