import csv
import io
from collections import Counter
from collections.abc import Callable
from dataclasses import fields
from importlib.resources import files
from typing import Any

import pytest

from mureceptor.evidence import (
    BreathingFit,
    Count,
    Measure,
    Value,
    breathing,
    claims,
    counts,
    findings,
    glossary,
    ligands,
    limits,
    measures,
    omissions,
    sources,
    tables,
    targets,
    values,
)

SOURCES = {"Known2000"}
LIGANDS = {"drug"}

# One good row a table. A test spoils one cell and expects the refusal that names it.
GOOD: dict[str, dict[str, str]] = {
    "sources": {
        "key": "Known2000",
        "short": "Known 2000",
        "authors": "Known A",
        "year": "2000",
        "title": "A title",
        "venue": "A journal 1:1",
        "doi": "10.1000/1",
        "url": "",
        "reading": "read in abstract",
        "funding": "",
        "completed_from": "given",
        "role": "evidence",
    },
    "ligands": {
        "key": "drug",
        "name": "drug",
        "kind": "partial",
        "note": "A note.",
        "tags": "people",
        "sources": "Known2000",
        "kratom": "no",
    },
    "values": {
        "key": "known-drug",
        "ligand": "drug",
        "quantity": "grip",
        "value": "2",
        "low": "1",
        "high": "3",
        "unit": "nM",
        "finding": "",
        "assay": "binding",
        "amplifies": "",
        "laboratory": "Known 2000",
        "system": "cells",
        "species": "human receptor",
        "reference": "",
        "no_signal": "no",
        "no_reference": "no",
        "source": "Known2000",
        "locator": "abstract",
        "reading": "read in abstract",
    },
    "breathing": {
        "key": "drug",
        "ligand": "drug",
        "people": "volunteers",
        "depth": "0.5",
        "depth_low": "0.1",
        "depth_quarter": "0.4",
        "depth_three_quarters": "0.6",
        "depth_high": "0.9",
        "depth_power": "1",
        "stop_power": "",
        "tag": "model fitted to people",
        "system": "people",
        "sources": "Known2000",
        "reading": "read in full text",
    },
    "claims": {
        "key": "C01",
        "section": "Effects",
        "says": "It says so.",
        "verdict": "contested",
        "but": "one study",
        "reason": "One. Two.",
        "tags": "people;cells",
        "sources": "Known2000",
    },
    "omissions": {
        "key": "gap",
        "short": "A gap",
        "sentence": "It is left out.",
        "tags": "people",
        "sources": "Known2000",
    },
    "counts": {
        "key": "some",
        "group": "deaths",
        "label": "some of them",
        "count": "3",
        "out_of": "10",
        "sample": "10",
        "printed": "3 of 10",
        "population": "people",
        "asked": "by survey",
        "year": "2000",
        "place": "somewhere",
        "alike": "deaths",
        "caution": "Not a risk.",
        "system": "people",
        "source": "Known2000",
        "reading": "read in abstract",
    },
    "measures": {
        "key": "some",
        "group": "relief",
        "series": "drug",
        "label": "before",
        "value": "2",
        "spread": "1",
        "unit": "seconds",
        "who": "people",
        "how": "in turn",
        "caution": "Not a proof.",
        "system": "people",
        "source": "Known2000",
        "reading": "read in abstract",
    },
    "targets": {
        "key": "drug-mu-cells",
        "compound": "drug",
        "target": "mu",
        "system": "cells",
        "does": "blocks",
        "note": "It blocked.",
        "sources": "Known2000",
        "reading": "read in abstract",
    },
    "findings": {
        "key": "short-k1",
        "chapter": "short",
        "side": "know",
        "tag": "people",
        "sentence": "It is so.",
        "sources": "Known2000",
    },
    "limits": {
        "key": "gap",
        "left_out": "It is not in it.",
        "way": "too mild",
        "errs": "It matters.",
        "sources": "Known2000",
    },
    "glossary": {
        "term": "affinity",
        "screen": "grip",
        "plain": "How tightly it holds.",
        "opens": "no",
    },
}
PARSE: dict[str, Callable[[str], Any]] = {
    "sources": tables.parse_sources,
    "ligands": lambda text: tables.parse_ligands(text, SOURCES),
    "values": lambda text: tables.parse_values(text, SOURCES, LIGANDS),
    "breathing": lambda text: tables.parse_breathing(text, SOURCES, LIGANDS),
    "claims": lambda text: tables.parse_claims(text, SOURCES),
    "omissions": lambda text: tables.parse_omissions(text, SOURCES),
    "counts": lambda text: tables.parse_counts(text, SOURCES),
    "measures": lambda text: tables.parse_measures(text, SOURCES),
    "targets": lambda text: tables.parse_targets(text, SOURCES),
    "findings": lambda text: tables.parse_findings(text, SOURCES),
    "limits": lambda text: tables.parse_limits(text, SOURCES),
    "glossary": tables.parse_glossary,
}
MAY_BE_EMPTY = {
    "sources": {"doi", "url", "funding"},
    "values": {"value", "low", "high", "finding", "amplifies", "reference"},
    "breathing": {
        "depth_low",
        "depth_quarter",
        "depth_three_quarters",
        "depth_high",
        "stop_power",
    },
    "measures": {"spread"},
    "claims": {"but"},
    "findings": {"sources"},
}
WORDS = {
    ("sources", "reading"),
    ("sources", "completed_from"),
    ("sources", "role"),
    ("ligands", "kind"),
    ("ligands", "tags"),
    ("ligands", "sources"),
    ("ligands", "kratom"),
    ("values", "amplifies"),
    ("values", "no_signal"),
    ("values", "no_reference"),
    ("values", "ligand"),
    ("values", "quantity"),
    ("values", "system"),
    ("values", "source"),
    ("values", "reading"),
    ("breathing", "ligand"),
    ("breathing", "system"),
    ("breathing", "sources"),
    ("breathing", "reading"),
    ("claims", "verdict"),
    ("claims", "tags"),
    ("claims", "sources"),
    ("omissions", "tags"),
    ("omissions", "sources"),
    ("counts", "system"),
    ("counts", "source"),
    ("counts", "reading"),
    ("measures", "system"),
    ("measures", "source"),
    ("measures", "reading"),
    ("targets", "target"),
    ("targets", "system"),
    ("targets", "sources"),
    ("targets", "reading"),
    ("findings", "side"),
    ("findings", "tag"),
    ("findings", "sources"),
    ("limits", "way"),
    ("limits", "sources"),
}
NUMBERS = {
    ("sources", "year"),
    ("values", "value"),
    ("values", "low"),
    ("values", "high"),
    ("breathing", "depth"),
    ("breathing", "depth_low"),
    ("breathing", "depth_power"),
    ("breathing", "stop_power"),
    ("counts", "count"),
    ("counts", "out_of"),
    ("counts", "sample"),
    ("measures", "value"),
    ("measures", "spread"),
}
REQUIRED = [
    (table, column)
    for table, row in GOOD.items()
    for column in row
    if column not in MAY_BE_EMPTY.get(table, ())
]


def table_text(table: str, **spoiled: str) -> str:
    row = GOOD[table] | spoiled
    out = io.StringIO()
    writer = csv.DictWriter(out, list(row), lineterminator="\n")
    writer.writeheader()
    writer.writerow(row)
    return out.getvalue()


@pytest.mark.parametrize("table", sorted(GOOD))
def test_the_good_row_is_read(table: str) -> None:
    assert len(PARSE[table](table_text(table))) == 1


@pytest.mark.parametrize(("table", "column"), REQUIRED)
def test_an_empty_cell_is_refused(table: str, column: str) -> None:
    with pytest.raises(ValueError, match=rf"{table}\.csv, line 2 .*no {column}|no key"):
        PARSE[table](table_text(table, **{column: ""}))


@pytest.mark.parametrize(("table", "column"), sorted(WORDS))
def test_an_unknown_word_or_key_is_refused(table: str, column: str) -> None:
    with pytest.raises(ValueError, match=rf"{table}\.csv, line 2 .*'nothing such'"):
        PARSE[table](table_text(table, **{column: "nothing such"}))


@pytest.mark.parametrize("cell", ["nan", "inf", "-inf", "lots"])
@pytest.mark.parametrize(("table", "column"), sorted(NUMBERS))
def test_what_is_not_a_finite_number_is_refused(table: str, column: str, cell: str) -> None:
    with pytest.raises(ValueError, match=rf"{table}\.csv, line 2 .*not a (finite )?number"):
        PARSE[table](table_text(table, **{column: cell}))


@pytest.mark.parametrize(
    ("table", "spoiled", "message"),
    [
        ("sources", {"doi": "", "url": ""}, "neither a doi nor an official address"),
        ("sources", {"doi": "doi:10.1000/1"}, "does not start with 10"),
        ("sources", {"url": "ftp://example.org"}, "not an https address"),
        ("sources", {"year": "20000"}, "year is 20000"),
        ("values", {"value": "", "low": "", "high": ""}, "no value, no range and no finding"),
        ("values", {"value": "-1", "low": "", "high": ""}, "below zero"),
        ("values", {"low": "3", "high": "1"}, "not in rising order"),
        ("values", {"value": "9"}, "not in rising order"),
        ("breathing", {"depth": "0.95"}, "not in rising order"),
        ("breathing", {"depth_high": "1.5"}, "a depth outside 0 to 1"),
        ("counts", {"count": "11"}, "11 of 10 is not a count of a whole"),
        ("counts", {"out_of": "0"}, "3 of 0 is not a count of a whole"),
        ("counts", {"count": "2.5"}, "not a whole number"),
        ("measures", {"value": "-1"}, "a measured value below zero"),
        ("measures", {"spread": "-1"}, "a measured value below zero"),
        ("findings", {"tag": "none"}, "a known thing needs a system tag"),
        ("findings", {"sources": ""}, "a known thing needs a source"),
    ],
)
def test_a_row_that_makes_no_sense_is_refused(
    table: str, spoiled: dict[str, str], message: str
) -> None:
    with pytest.raises(ValueError, match=rf"{table}\.csv, line 2 \(.+\): .*{message}"):
        PARSE[table](table_text(table, **spoiled))


def test_what_we_do_not_know_needs_no_source() -> None:
    text = table_text("findings", side="dont_know", tag="none", sources="")
    assert tables.parse_findings(text, SOURCES)[0].sources == ()


def test_a_source_shows_itself() -> None:
    source = sources()["Dahan2005"]
    assert source.short == "Dahan 2005"
    assert source.link == "https://doi.org/10.1093/bja/aei145"
    assert source.citation == (
        "Dahan A, Yassen A, Bijl H, Romberg R, Sarton E, Teppema L, Olofsen E, Danhof M (2005). "
        "Comparison of the respiratory effects of intravenous buprenorphine and fentanyl in "
        "humans and rats. British Journal of Anaesthesia 94(6):825-834. "
        "https://doi.org/10.1093/bja/aei145"
    )
    assert sources()["FDA2025"].link.startswith("https://content.govdelivery.com/")


def test_sources_are_complete_and_distinct() -> None:
    shorts = Counter(source.short for source in sources().values())
    assert [short for short, times in shorts.items() if times > 1] == []
    links = Counter(source.link for source in sources().values())
    assert [link for link, times in links.items() if times > 1] == []
    for source in sources().values():
        assert "not shown" not in source.citation.lower(), source.key
        assert str(source.year) in source.short, source.key
        assert source.link.startswith("https://"), source.key
        assert " " not in source.link, source.key


def drawn() -> list[Measure]:
    return [row for group in ("relief", "treatment", "leaf") for row in measures(group)]


def cited() -> set[str]:
    keys = {row.source for row in values()} | {row.source for row in counts()}
    keys |= {row.source for row in drawn()}
    by_key = (ligands().values(), breathing().values())
    for table in (*by_key, claims(), omissions(), findings(), limits(), targets()):
        for row in table:
            keys.update(row.sources)
    return keys


def test_every_source_is_cited_or_is_a_reference_of_the_model() -> None:
    orphans = set(sources()) - cited()
    assert {key for key in orphans if sources()[key].role != "model"} == set()


def test_the_files_are_these_tables_and_nothing_else() -> None:
    found = {path.name for path in (files("mureceptor.evidence") / "data").iterdir()}
    assert found == {f"{table}.csv" for table in GOOD}


def test_every_ligand_has_a_value_and_naloxone_is_the_blocker() -> None:
    assert {value.ligand for value in values()} == set(ligands())
    assert {key for key, ligand in ligands().items() if ligand.kratom} == {"mitragynine", "7-oh"}
    assert [key for key, row in ligands().items() if row.kind == "antagonist"] == ["naloxone"]
    assert ligands()["7-oh"].name == "7-OH"


def test_grip_comes_from_one_laboratory_and_a_band_holds_no_point() -> None:
    grips = [value for value in values() if value.quantity == "grip" and not value.secondary]
    assert {grip.laboratory for grip in grips} == {"Volpe 2011"}
    points = {grip.ligand: grip.value for grip in grips if grip.value is not None}
    assert points == {"sufentanil": 0.138, "tramadol": 12486.0}
    assert {grip.ligand for grip in grips} & {"mitragynine", "7-oh"} == set()


def test_sources_disagree_on_how_kratom_grips_but_not_on_the_order_at_the_human_receptor() -> None:
    grips = [value for value in values() if value.quantity == "grip" and value.secondary]
    assert {grip.ligand for grip in grips} == {"mitragynine", "7-oh"}
    by_test = {(grip.laboratory, grip.species, grip.ligand): grip.value or 0 for grip in grips}
    human = {laboratory for laboratory, species, _ in by_test if species == "human receptor"}
    assert human == {"Obeng 2020", "Obeng 2021"}
    for laboratory in human:
        tight, weak = (by_test[laboratory, "human receptor", d] for d in ("7-oh", "mitragynine"))
        assert 9 < weak / tight < 23
    (other,) = {laboratory for laboratory, species, _ in by_test if species != "human receptor"}
    assert other == "Takayama 2002"


def test_a_laboratory_speaks_for_one_source_and_one_system() -> None:
    for laboratory in {value.laboratory for value in values()}:
        rows = [value for value in values() if value.laboratory == laboratory]
        assert len({row.source for row in rows}) == 1, laboratory


def test_the_two_laboratories_disagree_on_mitragynine() -> None:
    pushes = {
        value.laboratory: value
        for value in values()
        if value.ligand == "mitragynine" and value.quantity == "push" and not value.secondary
    }
    assert pushes["Kruegel 2016"].finding == "partial agonist"
    assert pushes["Obeng 2021"].value is None
    assert "no signal" in pushes["Obeng 2021"].finding


def test_secondary_values_say_so() -> None:
    hollow = {value.key for value in values() if value.secondary}
    assert "kruegel-mitragynine-push" in hollow
    assert "obeng-7-oh-push" not in hollow


def breathing_left(row: BreathingFit, taken: float, depth: float | None = None) -> float:
    share = 1 - (row.depth if depth is None else depth) * float(taken**row.depth_power)
    return share if row.stop_power is None else share * (1 - float(taken**row.stop_power))


@pytest.mark.parametrize(
    ("key", "at"),
    [
        ("buprenorphine", {0.5: 72, 0.8: 55, 1.0: 44}),
        ("fentanyl-naive", {0.5: 78, 0.8: 39, 1.0: 0}),
        ("fentanyl-daily", {0.5: 92, 0.8: 65, 1.0: 0}),
    ],
)
def test_the_human_relation_gives_the_printed_percentages(key: str, at: dict[float, int]) -> None:
    row = breathing()[key]
    assert {taken: round(100 * breathing_left(row, taken)) for taken in at} == at
    assert breathing_left(row, 0) == 1


def test_people_differ_in_how_deep_breathing_falls() -> None:
    row = breathing()["buprenorphine"]
    assert row.tag == "model fitted to people; simulated spread"
    assert row.depth_low is not None
    assert row.depth_high is not None
    assert round(100 * breathing_left(row, 1, row.depth_low)) == 82
    assert round(100 * breathing_left(row, 1, row.depth_high)) == 10


def test_the_verdicts_tally() -> None:
    assert [claim.key for claim in claims()] == [f"C{number:02d}" for number in range(1, 19)]
    assert Counter(claim.verdict for claim in claims()) == {
        "supported": 2,
        "supported with qualification": 7,
        "oversimplified": 4,
        "not established": 3,
        "contested": 2,
    }


def test_potency_follows_from_grip_and_push() -> None:
    reason = next(claim.reason for claim in claims() if claim.key == "C15")
    assert "grip and push together" in reason


def test_the_counts_add_up() -> None:
    by_key = {count.key: count for count in counts()}
    levels = [by_key[f"smith-{level}"].count for level in ("mild", "moderate", "severe")]
    assert levels == [18, 9, 11]
    assert sum(levels) == by_key["smith-any"].count == 38
    assert sum(levels[1:]) == by_key["smith-moderate-severe"].count == 20
    assert round(100 * 20 / by_key["smith-moderate-severe"].out_of, 1) == 15.5
    deaths = [count.count for count in counts() if count.group == "deaths"]
    assert deaths == [152, 91, 7]
    assert {count.out_of for count in counts() if count.group == "deaths"} == {27338}
    assert all(count.caution.startswith("The squares cannot tell") for count in counts())


def test_counts_stand_side_by_side_only_like_for_like() -> None:
    alike = [count for count in counts() if count.alike == "moderate or severe, past year"]
    assert {(count.count, count.out_of, count.sample) for count in alike} == {
        (2, 100, 2798),
        (20, 129, 129),
    }
    assert {count.group for count in alike} == {"disorder"}


def test_findings_of_all_chapters_are_those_of_each() -> None:
    chapters = {line.chapter for line in findings()}
    assert len(findings()) == sum(len(findings(chapter)) for chapter in chapters)
    assert findings("nowhere") == ()


def test_the_ceiling_chapter_says_there_is_no_such_curve_for_kratom() -> None:
    unknown = [row.sentence for row in findings("ceiling") if row.side == "dont_know"]
    assert any(
        line.startswith("We found no such curve for kratom, mitragynine") for line in unknown
    )


def test_a_mouse_result_is_tagged_as_one() -> None:
    for row in findings():
        if {"Hill2022", "Matthes1996", "Sora1999"} & set(row.sources):
            assert row.tag == "animals", row.key


def test_one_word_on_screen_for_each_special_term() -> None:
    screen = {key: term.screen for key, term in glossary().items()}
    assert screen["affinity"] == "grip"
    assert screen["efficacy"] == "push"
    assert screen["concentration"] == "amount"
    assert screen["occupancy"] == "taken"
    assert screen["maximal effect"] == screen["ceiling"] == "top"


def test_each_record_has_the_columns_of_its_table() -> None:
    for name, record in (("counts", Count), ("values", Value)):
        assert list(GOOD[name]) == [field.name for field in fields(record)]
