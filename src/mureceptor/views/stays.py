"""How long drugs stay: on their receptors and in the blood, from the evidence's rows.

Times in minutes. Each function takes the key of a ligand.
"""

import math
from collections.abc import Iterable
from typing import Final

from numpy.typing import ArrayLike

from mureceptor.evidence import Value, ligands, values
from mureceptor.marks.look import KINDS, Kind
from mureceptor.model.checks import Float
from mureceptor.model.kinetics import bound_share_over_time

DRUGS: Final = ("naloxone", "fentanyl", "buprenorphine")
_MINUTES: Final = {"min": 1.0, "h": 60.0}


def kind(ligand: str) -> Kind:
    """Return how the drug is drawn."""
    return KINDS[ligands()[ligand].kind]


def studies(ligand: str, quantity: str) -> tuple[Value, ...]:
    """Return the rows of one quantity ("stay" or "half-life"), the one that is drawn first."""
    return tuple(v for v in values() if (v.ligand, v.quantity) == (ligand, quantity))


def sources(drugs: Iterable[str]) -> tuple[str, ...]:
    """Return the keys of the works behind these drugs' times, on the receptor and in the blood."""
    rows = (row for d in drugs for what in ("stay", "half-life") for row in studies(d, what))
    return tuple(dict.fromkeys(row.source for row in rows))


def minutes(row: Value) -> tuple[float | None, float, float]:
    """Return value, low and high of a row; a missing end of the range is the value itself."""
    unit = _MINUTES[row.unit]
    value = None if row.value is None else unit * row.value
    low, high = (unit * end if end is not None else value for end in (row.low, row.high))
    if low is None or high is None:
        raise ValueError(f"the evidence row {row.key!r} has neither a value nor a range")
    return value, low, high


def stay(ligand: str) -> float:
    """Return after how many minutes half is off the receptors: in cells, one laboratory."""
    value = minutes(studies(ligand, "stay")[0])[0]
    if value is None:
        raise ValueError(f"the evidence gives no stay for {ligand!r}")
    return value


def stay_range(ligand: str) -> tuple[float, float]:
    """Return the shortest and the longest stay over all studies and their spread."""
    rows = [minutes(row) for row in studies(ligand, "stay")]
    return min(low for _, low, _ in rows), max(high for _, _, high in rows)


def in_blood(ligand: str) -> float:
    """Return the half-life in the blood; the middle where only a range is given."""
    value, low, high = minutes(studies(ligand, "half-life")[0])
    return (low + high) / 2 if value is None else value


def left(time: ArrayLike, half: float) -> Float:
    """Return the share of receptors [1] still taken when half of the drug leaves every `half`."""
    return bound_share_over_time(time, 0.0, 1.0, math.log(2.0) / half, start=1.0)
