"""The tables: one function a table, which reads it into records.

Each ``parse_*`` takes the text of a table, so that a test can hand it a bad one; each public
function reads the table that ships with the package, once.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import cache
from importlib.resources import files
from typing import TypeVar, get_type_hints

from mureceptor.evidence.records import (
    BreathingFit,
    Claim,
    Count,
    Finding,
    Ligand,
    Limit,
    Measure,
    Omission,
    Seen,
    Source,
    Term,
    Value,
)
from mureceptor.evidence.rows import Row, read

T = TypeVar("T")


def _text(table: str) -> str:
    return (files(__package__) / "data" / table).read_text(encoding="utf-8")


def _in_order(row: Row, *columns: str) -> None:
    found = [number for column in columns if (number := row.maybe_number(column)) is not None]
    if found != sorted(found):
        raise row.refuse(f"{', '.join(columns)} are not in rising order")


def _check_source(row: Row) -> None:
    doi, url = row.maybe("doi"), row.maybe("url")
    if doi and not doi.startswith("10."):
        raise row.refuse(f"doi is {doi!r}, which does not start with 10.")
    if url and not url.startswith("https://"):
        raise row.refuse(f"url is {url!r}, which is not an https address")
    if not doi and not url:
        raise row.refuse("neither a doi nor an official address")
    year = row.whole("year")
    if not 1900 <= year <= 2100:
        raise row.refuse(f"year is {year}")


def _check_value(row: Row) -> None:
    numbers = [row.maybe_number(column) for column in ("low", "value", "high")]
    if set(numbers) == {None} and not row.maybe("finding"):
        raise row.refuse("no value, no range and no finding")
    if any(number is not None and number < 0 for number in numbers):
        raise row.refuse("a measured value below zero")
    _in_order(row, "low", "value", "high")


def _check_breathing(row: Row) -> None:
    spread = ("depth_low", "depth_quarter", "depth", "depth_three_quarters", "depth_high")
    _in_order(row, *spread)
    if any((number := row.maybe_number(c)) is not None and not 0 <= number <= 1 for c in spread):
        raise row.refuse("a depth outside 0 to 1")


def _check_count(row: Row) -> None:
    count, out_of = row.whole("count"), row.whole("out_of")
    if out_of < 1 or count > out_of:
        raise row.refuse(f"{count} of {out_of} is not a count of a whole")


def _check_measure(row: Row) -> None:
    if row.number("value") < 0 or (row.maybe_number("spread") or 0) < 0:
        raise row.refuse("a measured value below zero")


def _check_finding(row: Row) -> None:
    if row.maybe("side") != "know":
        return
    if row.maybe("tag") == "none":
        raise row.refuse("a known thing needs a system tag")
    if row.maybe("tag") != "model" and not row.maybe("sources"):
        raise row.refuse("a known thing needs a source")


def _parse(
    record: type[T],
    table: str,
    text: str,
    check: Callable[[Row], None] | None = None,
    **known: Collection[str],
) -> tuple[T, ...]:
    """Read one table into records; `check` refuses what no single column shows to be wrong."""
    columns = get_type_hints(record, include_extras=True)

    def build(row: Row) -> T:
        if check:
            check(row)
        return record(**{column: row.held(column, rule) for column, rule in columns.items()})

    return read(table, text, tuple(columns), build, known)


def parse_sources(text: str) -> dict[str, Source]:
    """Read the table of sources."""
    rows = _parse(Source, "sources.csv", text, _check_source)
    return {source.key: source for source in rows}


def parse_ligands(text: str, sources: Collection[str]) -> dict[str, Ligand]:
    """Read the table of ligands."""
    rows = _parse(Ligand, "ligands.csv", text, source=sources)
    return {ligand.key: ligand for ligand in rows}


def parse_values(
    text: str, sources: Collection[str], ligands: Collection[str]
) -> tuple[Value, ...]:
    """Read the table of measured values."""
    return _parse(Value, "values.csv", text, _check_value, source=sources, ligand=ligands)


def parse_breathing(
    text: str, sources: Collection[str], ligands: Collection[str]
) -> dict[str, BreathingFit]:
    """Read the table of the human breathing relation."""
    rows = _parse(
        BreathingFit, "breathing.csv", text, _check_breathing, source=sources, ligand=ligands
    )
    return {row.key: row for row in rows}


def parse_claims(text: str, sources: Collection[str]) -> tuple[Claim, ...]:
    """Read the table of the article's claims."""
    return _parse(Claim, "claims.csv", text, source=sources)


def parse_omissions(text: str, sources: Collection[str]) -> tuple[Omission, ...]:
    """Read the table of what the article leaves out."""
    return _parse(Omission, "omissions.csv", text, source=sources)


def parse_counts(text: str, sources: Collection[str]) -> tuple[Count, ...]:
    """Read the table of counts."""
    return _parse(Count, "counts.csv", text, _check_count, source=sources)


def parse_measures(text: str, sources: Collection[str]) -> tuple[Measure, ...]:
    """Read the table of measured numbers of still pictures."""
    return _parse(Measure, "measures.csv", text, _check_measure, source=sources)


def parse_targets(text: str, sources: Collection[str]) -> tuple[Seen, ...]:
    """Read the table of what compounds do at which target."""
    return _parse(Seen, "targets.csv", text, source=sources)


def parse_findings(text: str, sources: Collection[str]) -> tuple[Finding, ...]:
    """Read the table of what is known and what is not, chapter by chapter."""
    return _parse(Finding, "findings.csv", text, _check_finding, source=sources)


def parse_limits(text: str, sources: Collection[str]) -> tuple[Limit, ...]:
    """Read the table of what the model leaves out."""
    return _parse(Limit, "limits.csv", text, source=sources)


def parse_glossary(text: str) -> dict[str, Term]:
    """Read the glossary."""
    return {term.term: term for term in _parse(Term, "glossary.csv", text)}


@cache
def sources() -> dict[str, Source]:
    """Return each cited work by its key."""
    return parse_sources(_text("sources.csv"))


@cache
def ligands() -> dict[str, Ligand]:
    """Return each ligand by its key."""
    return parse_ligands(_text("ligands.csv"), sources())


@cache
def values() -> tuple[Value, ...]:
    """Return every measured value that a figure may draw."""
    return parse_values(_text("values.csv"), sources(), ligands())


@cache
def breathing() -> dict[str, BreathingFit]:
    """Return the human relation of breathing to receptors taken, by its key."""
    return parse_breathing(_text("breathing.csv"), sources(), ligands())


@cache
def claims() -> tuple[Claim, ...]:
    """Return the article's claims in the article's order."""
    return parse_claims(_text("claims.csv"), sources())


@cache
def omissions() -> tuple[Omission, ...]:
    """Return what the article leaves out altogether."""
    return parse_omissions(_text("omissions.csv"), sources())


@cache
def counts() -> tuple[Count, ...]:
    """Return the counts, each with its denominator."""
    return parse_counts(_text("counts.csv"), sources())


@cache
def measures(group: str) -> tuple[Measure, ...]:
    """Return the measured numbers of one picture, in order."""
    rows = parse_measures(_text("measures.csv"), sources())
    return tuple(row for row in rows if row.group == group)


@cache
def targets() -> tuple[Seen, ...]:
    """Return what each compound was seen to do at each target, in order."""
    return parse_targets(_text("targets.csv"), sources())


@cache
def findings(chapter: str | None = None) -> tuple[Finding, ...]:
    """Return what is known and not known, of one chapter or of all."""
    rows = parse_findings(_text("findings.csv"), sources())
    return tuple(row for row in rows if chapter in (None, row.chapter))


@cache
def limits() -> tuple[Limit, ...]:
    """Return what the model leaves out, and which way that errs."""
    return parse_limits(_text("limits.csv"), sources())


@cache
def glossary() -> dict[str, Term]:
    """Return each special term by its name."""
    return parse_glossary(_text("glossary.csv"))
