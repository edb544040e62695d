"""How long drugs stay on their receptors and in the blood."""

from mureceptor.evidence import Value, ligands, sources
from mureceptor.views import stays
from mureceptor.views.phrases import NBSP, Table, count, ink
from mureceptor.views.staying.state import Staying


def sentence(state: Staying) -> str:
    """Say who still holds how many receptors, and why that is not what ends naloxone's work."""
    held = [_held(drug, state.gone) for drug in stays.DRUGS]
    across = held[-1].replace(")", " across the studies shown)")
    return (
        f"{_upper(_time(state.gone))} after it is gone, of 100 receptors {held[0]}, {held[1]} and "
        f"{across}. The blood is slower: half of the naloxone is still there after "
        f"{_time(stays.in_blood('naloxone'))}, half of the fentanyl after "
        f"{_time(stays.in_blood('fentanyl'))}."
    )


def _held(drug: str, gone: float) -> str:
    """Say how many receptors a drug holds, and where studies differ, from how many to how many."""
    held = _still(gone, stays.stay(drug))
    told = f"{ink(stays.kind(drug), drug)} holds {ink(stays.kind(drug), held)}"
    if len(stays.studies(drug, "stay")) == 1:
        return told
    least, most = (_still(gone, half) for half in stays.stay_range(drug))
    return f"{told} ({least} to {most})" if least != most else told


def _still(gone: float, half: float) -> str:
    # Half of what is left goes, again and again: that ends at none only in a computer.
    return count(max(float(stays.left(gone, half)), 1e-9))


def _time(minutes: float) -> str:
    """Write a time as a person would, in the unit that fits it."""
    for size, one, many in ((1440, "day", "days"), (60, "hour", "hours"), (1, "minute", "minutes")):
        if minutes >= (1.5 if size > 1 else 1) * size:
            count = float(f"{minutes / size:{'.2g' if size == 1 else '.3g'}}")
            return f"{count:g}{NBSP}{one if count == 1 else many}"
    return f"{60 * minutes:.2g}{NBSP}seconds"


def _upper(words: str) -> str:
    return words[0].upper() + words[1:]


def table(_state: Staying) -> Table:
    """Tabulate every study's half-time, with what it was measured in."""
    return {
        "columns": ["Drug", "Half is gone from", "After", "Range", "Measured in", "Source"],
        "rows": [
            [ligands()[drug].name, where, *_row(row)]
            for drug in stays.DRUGS
            for quantity, where in (("stay", "the receptor"), ("half-life", "the blood"))
            for row in stays.studies(drug, quantity)
        ],
    }


def _row(row: Value) -> list[str]:
    value, low, high = stays.minutes(row)
    secondary = " (secondary source)" if row.secondary else ""
    return [
        "not given" if value is None else _time(value),
        "not given" if low == high else f"{_time(low)} to {_time(high)}",
        row.system,
        sources()[row.source].short + secondary,
    ]
