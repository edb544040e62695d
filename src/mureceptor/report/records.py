"""The model laid open: the code's own records as rows of a table."""

from typing import NamedTuple

from mureceptor.evidence import WAYS, Limit, Value, breathing, ligands, limits, values
from mureceptor.model.activation import maximal_effect
from mureceptor.report.claims import in_words
from mureceptor.views import VIEWS, textbook
from mureceptor.views.parameter import Choice, Parameter
from mureceptor.views.phrases import whole


class Record(NamedTuple):
    """One row: its cells by column, what it was measured in, and the sources behind it."""

    cells: dict[str, str]
    tag: str
    sources: tuple[str, ...]


def parameters() -> dict[str, list[Record]]:
    """Return a row for each control, by the title of its figure."""
    return {
        view.title: [
            _parameter(record)
            for record in view.state.parameters().values()
            if isinstance(record, Parameter | Choice)
        ]
        for view in VIEWS.values()
    }


def _parameter(record: Parameter | Choice) -> Record:
    if isinstance(record, Parameter):
        unit = "a plain number" if record.unit == "1" else record.unit
        span = f"{record.low:g} to {record.high:g}, {record.steps} steps"
        span += ", log scale" if record.scale == "log" else ""
        symbol, first = record.symbol, f"{record.default:g}"
    else:
        symbol, unit, span = "", "", "; ".join(record.options.values())
        first = record.options[record.default]
    cells = {
        "Control": record.label,
        "Symbol": symbol,
        "Unit": unit,
        "From, to": span,
        "At first": first,
        "What it is": record.help,
    }
    sources = () if record.source == "illustrative" else (record.source,)
    return Record(cells, "" if sources else "model", sources)


def textbook_drugs() -> list[Record]:
    """Return the settings that stand for full and partial where no drug is named."""
    pairs = (
        ("Full agonist", textbook.FULL_EFFICACY),
        ("Partial agonist", textbook.PARTIAL_EFFICACY),
    )
    return [
        Record(
            {
                "Textbook drug": name,
                "Push, tau": f"{tau:g}",
                "Top, % of the largest possible effect": whole(float(maximal_effect(tau))),
            },
            "model",
            (),
        )
        for name, tau in pairs
    ]


def measured() -> dict[str, list[Record]]:
    """Return every measured value that a figure may draw, drug by drug."""
    return {
        ligand.name: [
            Record(
                {
                    "What": row.quantity,
                    "Value": _value(row),
                    "How it was measured": f"{row.assay}; {row.species}",
                    "Where it stands": f"{row.locator}; {row.reading}",
                },
                row.system,
                (row.source,),
            )
            for row in values()
            if row.ligand == key
        ]
        for key, ligand in ligands().items()
    }


def _value(row: Value) -> str:
    told = all(f"{end:g}" in row.finding for end in (row.low, row.high) if end is not None)
    number = "" if row.value is None and told else _with_span(row.value, row.low, row.high)
    return ": ".join(part for part in (row.finding, number and f"{number} {row.unit}") if part)


def fitted() -> dict[str, list[Record]]:
    """Return the coefficients of breathing against receptors taken, in people, drug by drug."""
    return {
        ligands()[key].name: [
            Record(
                {
                    "People": row.people,
                    "Depth: alpha or d": _with_span(row.depth, row.depth_low, row.depth_high),
                    "Depth power: p2": f"{row.depth_power:g}",
                    "Stop power: p1": ("none" if row.stop_power is None else f"{row.stop_power:g}"),
                },
                row.system,
                row.sources,
            )
            for row in breathing().values()
            if row.ligand == key
        ]
        for key in dict.fromkeys(row.ligand for row in breathing().values())
    }


def _with_span(value: float | None, low: float | None, high: float | None) -> str:
    ends = [f"{end:g}" for end in (low, high) if end is not None]
    span = " to ".join(ends) if len(ends) != 1 else f"up to {ends[0]}"
    if value is None:
        return span
    return f"{value:g} ({span})" if span else f"{value:g}"


def left_out() -> dict[str, tuple[Limit, ...]]:
    """Return what the model leaves out, by the way in which that errs."""
    return {way: tuple(limit for limit in limits() if limit.way == way) for way in WAYS}


def lead() -> str:
    """Say which way most of what is left out errs."""
    mild, harsh = (in_words(len(left_out()[way])) for way in ("too mild", "too harsh"))
    return (
        f"Of {len(limits())} things left out, {mild} make the curves look too mild and {harsh} "
        "too harsh."
    )
