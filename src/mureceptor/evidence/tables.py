"""The tables: one function a table, which reads it into records.

Each ``parse_*`` takes the text of a table, so that a test can hand it a bad one; each public
function reads the table that ships with the package, once.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import fields
from functools import cache
from importlib.resources import files

from mureceptor.evidence.records import (
    AMPLIFIES,
    COMPLETED,
    KINDS,
    QUANTITIES,
    READINGS,
    SIDES,
    SYSTEMS,
    TARGETS,
    VERDICTS,
    WAYS,
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


def _columns(record: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(record))


def _text(table: str) -> str:
    return (files(__package__) / "data" / table).read_text(encoding="utf-8")


def _in_order(row: Row, *columns: str) -> None:
    found = [number for column in columns if (number := row.maybe_number(column)) is not None]
    if found != sorted(found):
        raise row.refuse(f"{', '.join(columns)} are not in rising order")


def _source(row: Row) -> Source:
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
    return Source(
        key=row.text("key"),
        short=row.text("short"),
        authors=row.text("authors"),
        year=year,
        title=row.text("title"),
        venue=row.text("venue"),
        doi=doi,
        url=url,
        reading=row.one_of("reading", READINGS),
        funding=row.maybe("funding"),
        completed_from=row.one_of("completed_from", COMPLETED),
        role=row.one_of("role", ("evidence", "model")),
    )


def _ligand(row: Row) -> Ligand:
    return Ligand(
        key=row.text("key"),
        name=row.text("name"),
        kind=row.one_of("kind", KINDS),
        note=row.text("note"),
        tags=row.several("tags", SYSTEMS),
        sources=row.keys_of("sources", "source"),
        kratom=row.yes("kratom"),
    )


def _value(row: Row) -> Value:
    value, low, high = (row.maybe_number(column) for column in ("value", "low", "high"))
    if value is None and low is None and high is None and not row.maybe("finding"):
        raise row.refuse("no value, no range and no finding")
    if any(number is not None and number < 0 for number in (value, low, high)):
        raise row.refuse("a measured value below zero")
    _in_order(row, "low", "value", "high")
    return Value(
        key=row.text("key"),
        ligand=row.key_of("ligand", "ligand"),
        quantity=row.one_of("quantity", QUANTITIES),
        value=value,
        low=low,
        high=high,
        unit=row.text("unit"),
        finding=row.maybe("finding"),
        assay=row.text("assay"),
        amplifies=row.one_of("amplifies", AMPLIFIES) if row.maybe("amplifies") else "",
        laboratory=row.text("laboratory"),
        system=row.one_of("system", SYSTEMS),
        species=row.text("species"),
        reference=row.maybe("reference"),
        no_signal=row.yes("no_signal"),
        no_reference=row.yes("no_reference"),
        source=row.key_of("source", "source"),
        locator=row.text("locator"),
        reading=row.one_of("reading", READINGS),
    )


def _breathing(row: Row) -> BreathingFit:
    spread = ("depth_low", "depth_quarter", "depth", "depth_three_quarters", "depth_high")
    _in_order(row, *spread)
    if any((number := row.maybe_number(c)) is not None and not 0 <= number <= 1 for c in spread):
        raise row.refuse("a depth outside 0 to 1")
    return BreathingFit(
        key=row.text("key"),
        ligand=row.key_of("ligand", "ligand"),
        people=row.text("people"),
        depth=row.number("depth"),
        depth_low=row.maybe_number("depth_low"),
        depth_quarter=row.maybe_number("depth_quarter"),
        depth_three_quarters=row.maybe_number("depth_three_quarters"),
        depth_high=row.maybe_number("depth_high"),
        depth_power=row.number("depth_power"),
        stop_power=row.maybe_number("stop_power"),
        tag=row.text("tag"),
        system=row.one_of("system", SYSTEMS),
        sources=row.keys_of("sources", "source"),
        reading=row.one_of("reading", READINGS),
    )


def _claim(row: Row) -> Claim:
    return Claim(
        key=row.text("key"),
        section=row.text("section"),
        says=row.text("says"),
        verdict=row.one_of("verdict", VERDICTS),
        reason=row.text("reason"),
        tags=row.several("tags", SYSTEMS),
        sources=row.keys_of("sources", "source"),
    )


def _omission(row: Row) -> Omission:
    return Omission(
        key=row.text("key"),
        short=row.text("short"),
        sentence=row.text("sentence"),
        tags=row.several("tags", SYSTEMS),
        sources=row.keys_of("sources", "source"),
    )


def _count(row: Row) -> Count:
    count, out_of = row.whole("count"), row.whole("out_of")
    if out_of < 1 or count > out_of:
        raise row.refuse(f"{count} of {out_of} is not a count of a whole")
    return Count(
        key=row.text("key"),
        group=row.text("group"),
        label=row.text("label"),
        count=count,
        out_of=out_of,
        sample=row.whole("sample"),
        printed=row.text("printed"),
        population=row.text("population"),
        asked=row.text("asked"),
        year=row.text("year"),
        place=row.text("place"),
        alike=row.text("alike"),
        caution=row.text("caution"),
        system=row.one_of("system", SYSTEMS),
        source=row.key_of("source", "source"),
        reading=row.one_of("reading", READINGS),
    )


def _measure(row: Row) -> Measure:
    value, spread = row.number("value"), row.maybe_number("spread")
    if value < 0 or (spread is not None and spread < 0):
        raise row.refuse("a measured value below zero")
    return Measure(
        key=row.text("key"),
        group=row.text("group"),
        series=row.text("series"),
        label=row.text("label"),
        value=value,
        spread=spread,
        unit=row.text("unit"),
        who=row.text("who"),
        how=row.text("how"),
        caution=row.text("caution"),
        system=row.one_of("system", SYSTEMS),
        source=row.key_of("source", "source"),
        reading=row.one_of("reading", READINGS),
    )


def _seen(row: Row) -> Seen:
    return Seen(
        key=row.text("key"),
        compound=row.text("compound"),
        target=row.one_of("target", TARGETS),
        system=row.one_of("system", SYSTEMS),
        does=row.text("does"),
        note=row.text("note"),
        sources=row.keys_of("sources", "source"),
        reading=row.one_of("reading", READINGS),
    )


def _finding(row: Row) -> Finding:
    side = row.one_of("side", SIDES)
    tag = row.one_of("tag", (*SYSTEMS, "none"))
    if side == "know" and tag == "none":
        raise row.refuse("a known thing needs a system tag")
    cited = row.keys_of("sources", "source") if row.maybe("sources") else ()
    if side == "know" and tag != "model" and not cited:
        raise row.refuse("a known thing needs a source")
    return Finding(
        key=row.text("key"),
        chapter=row.text("chapter"),
        side=side,
        tag=tag,
        sentence=row.text("sentence"),
        sources=cited,
    )


def _limit(row: Row) -> Limit:
    return Limit(
        key=row.text("key"),
        left_out=row.text("left_out"),
        way=row.one_of("way", WAYS),
        errs=row.text("errs"),
        sources=row.keys_of("sources", "source"),
    )


def _term(row: Row) -> Term:
    return Term(term=row.text("term"), screen=row.text("screen"), plain=row.text("plain"))


def parse_sources(text: str) -> dict[str, Source]:
    """Read the table of sources."""
    rows = read("sources.csv", text, _columns(Source), _source)
    return {source.key: source for source in rows}


def parse_ligands(text: str, sources: Collection[str]) -> dict[str, Ligand]:
    """Read the table of ligands."""
    rows = read("ligands.csv", text, _columns(Ligand), _ligand, {"source": sources})
    return {ligand.key: ligand for ligand in rows}


def parse_values(
    text: str, sources: Collection[str], ligands: Collection[str]
) -> tuple[Value, ...]:
    """Read the table of measured values."""
    known = {"source": sources, "ligand": ligands}
    return read("values.csv", text, _columns(Value), _value, known)


def parse_breathing(
    text: str, sources: Collection[str], ligands: Collection[str]
) -> dict[str, BreathingFit]:
    """Read the table of the human breathing relation."""
    known = {"source": sources, "ligand": ligands}
    rows = read("breathing.csv", text, _columns(BreathingFit), _breathing, known)
    return {row.key: row for row in rows}


def parse_claims(text: str, sources: Collection[str]) -> tuple[Claim, ...]:
    """Read the table of the article's claims."""
    return read("claims.csv", text, _columns(Claim), _claim, {"source": sources})


def parse_omissions(text: str, sources: Collection[str]) -> tuple[Omission, ...]:
    """Read the table of what the article leaves out."""
    return read("omissions.csv", text, _columns(Omission), _omission, {"source": sources})


def parse_counts(text: str, sources: Collection[str]) -> tuple[Count, ...]:
    """Read the table of counts."""
    return read("counts.csv", text, _columns(Count), _count, {"source": sources})


def parse_measures(text: str, sources: Collection[str]) -> tuple[Measure, ...]:
    """Read the table of measured numbers of still pictures."""
    return read("measures.csv", text, _columns(Measure), _measure, {"source": sources})


def parse_targets(text: str, sources: Collection[str]) -> tuple[Seen, ...]:
    """Read the table of what compounds do at which target."""
    return read("targets.csv", text, _columns(Seen), _seen, {"source": sources})


def parse_findings(text: str, sources: Collection[str]) -> tuple[Finding, ...]:
    """Read the table of what is known and what is not, chapter by chapter."""
    return read("findings.csv", text, _columns(Finding), _finding, {"source": sources})


def parse_limits(text: str, sources: Collection[str]) -> tuple[Limit, ...]:
    """Read the table of what the model leaves out."""
    return read("limits.csv", text, _columns(Limit), _limit, {"source": sources})


def parse_glossary(text: str) -> dict[str, Term]:
    """Read the glossary."""
    return {term.term: term for term in read("glossary.csv", text, _columns(Term), _term)}


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
