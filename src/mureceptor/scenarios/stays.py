"""How long drugs stay: on their receptors and in the blood, from the evidence's rows.

Times in minutes. Each function takes the key of a ligand.
"""

import math
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import ArrayLike

from mureceptor.evidence import Value, ligands, values
from mureceptor.look import KINDS, Kind
from mureceptor.model.binding import occupancy
from mureceptor.model.checks import Float
from mureceptor.model.kinetics import bound_share_over_time, displacement_over_time
from mureceptor.parameters import BLOCKING

DRUGS: Final = ("naloxone", "fentanyl", "buprenorphine")
OPIOID_AMOUNT: Final = 10.0  # [C/K] illustrative: the opioid holds 91 of 100 receptors
# Time, counted in half-lives of naloxone in the blood; dense at first, where little naloxone acts.
HALF_LIVES: Final = np.unique(np.append(np.linspace(0, 8, 161), np.linspace(0, 0.5, 26)).round(3))

_MINUTES: Final = {"min": 1.0, "h": 60.0}


def kind(ligand: str) -> Kind:
    """Return how the drug is drawn."""
    return KINDS[ligands()[ligand].kind]


def studies(ligand: str, quantity: str) -> tuple[Value, ...]:
    """Return the rows of one quantity ("stay" or "half-life"), the one that is drawn first."""
    return tuple(v for v in values() if (v.ligand, v.quantity) == (ligand, quantity))


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


@cache
def contest(opioid: str) -> tuple[Float, Float]:
    """Return the shares of receptors [1] held by an opioid and by naloxone that came later.

    Axes: the steps of `BLOCKING`, then `HALF_LIVES`. Amounts count in units of each drug's own
    grip, so its on-rate is its off-rate.
    """
    drugs = ("naloxone", opioid)
    off = np.array([math.log(2.0) / stay(drug) for drug in drugs])
    amounts = np.stack([np.array(BLOCKING.grid), np.full(BLOCKING.steps, OPIOID_AMOUNT)], axis=-1)
    bound = displacement_over_time(
        HALF_LIVES * in_blood("naloxone"),
        amounts,
        [in_blood(drug) for drug in drugs],
        off,
        off,
        exponents=[1.0, 1.0],
        start=[0.0, float(occupancy(OPIOID_AMOUNT, 1.0))],
    )
    return bound[..., 1], bound[..., 0]


def undisturbed(opioid: str) -> Float:
    """Return the share [1] that the opioid would hold over `HALF_LIVES` without naloxone."""
    passed = HALF_LIVES * in_blood("naloxone") / in_blood(opioid)
    return occupancy(OPIOID_AMOUNT * np.exp2(-passed), 1.0)
