"""How long drugs stay on their receptors and in the blood."""

from mureceptor.evidence import Value, ligands, sources
from mureceptor.views import stays
from mureceptor.views.phrases import NBSP, Table, count, digits, ink
from mureceptor.views.staying.numbers import Held, Numbers


def sentence(now: Numbers) -> str:
    """Say who still holds how many receptors, and why that is not what ends naloxone's work."""
    held = [_held(each) for each in now.held]
    across = held[-1].replace(")", " across the studies shown)")
    return (
        f"{upper(time_in_words(now.gone))} after it is gone, of 100 receptors {held[0]}, "
        f"{held[1]} and {across}. In a body the blood brings more: half of the naloxone is still "
        f"in it after {time_in_words(stays.in_blood('naloxone'))}, half of the fentanyl after "
        f"{time_in_words(stays.in_blood('fentanyl'))}."
    )


def _held(held: Held) -> str:
    """Say how many receptors a drug holds, and where studies differ, from how many to how many."""
    kind, share = stays.kind(held.drug), count(held.share)
    told = f"{ink(kind, held.drug)} holds {ink(kind, share)}"
    if len(stays.studies(held.drug, "stay")) == 1:
        return told
    least, most = count(held.least), count(held.most)
    return f"{told} ({least} to {most})" if least != most else told


def time_in_words(minutes: float, beside: float | None = None) -> str:
    """Write a time as a person would, in the unit that fits it, or the one `beside` it."""
    fits = minutes if beside is None else beside
    for size, one, many in ((1440, "day", "days"), (60, "hour", "hours"), (1, "minute", "minutes")):
        if fits >= (1.5 if size > 1 else 1) * size:
            count = digits(minutes / size, 2 if size == 1 else 3)
            return f"{count}{NBSP}{one if count == '1' else many}"
    return f"{digits(60 * minutes, 2)}{NBSP}seconds"


def upper(words: str) -> str:
    """Begin words as a sentence does."""
    return words[0].upper() + words[1:]


def table(_now: Numbers) -> Table:
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
        "not given" if value is None else time_in_words(value),
        "not given" if low == high else f"{time_in_words(low)} to {time_in_words(high, low)}",
        row.system,
        sources()[row.source].short + secondary,
    ]
