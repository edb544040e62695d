"""The words a visitor reads: plain, person first, no dose, no reassurance."""

import re

import pytest

from mureceptor.evidence import (
    breathing,
    claims,
    counts,
    findings,
    glossary,
    ligands,
    limits,
    omissions,
    values,
)


def sentences() -> dict[str, str]:
    texts = {f"{claim.key} says": claim.says for claim in claims()}
    texts |= {f"{claim.key} reason": claim.reason for claim in claims()}
    texts |= {f"{claim.key} but": claim.but for claim in claims() if claim.but}
    texts |= {row.key: row.sentence for row in findings()}
    texts |= {f"left out: {row.key}": row.sentence for row in omissions()}
    texts |= {f"limit: {row.key}": f"{row.left_out} {row.errs}" for row in limits()}
    texts |= {f"term: {row.term}": row.plain for row in glossary().values()}
    texts |= {f"note: {row.key}": row.note for row in ligands().values()}
    texts |= {row.key: f"{row.label}. {row.population}. {row.caution}" for row in counts()}
    texts |= {f"value: {row.key}": f"{row.finding} {row.assay}" for row in values()}
    texts |= {f"breathing: {row.key}": row.people for row in breathing().values()}
    return texts


def test_a_finding_has_thirty_words_at_most() -> None:
    assert [row.key for row in findings() if len(row.sentence.split()) > 30] == []


def test_the_article_is_reported_not_quoted() -> None:
    for claim in claims():
        assert re.match(r"(The article|It) says ", claim.says), claim.key
        assert not re.search(r"[\"“”]", claim.says), claim.key


@pytest.mark.parametrize(
    "word",
    [
        r"m?[cg]g|µg|μg|ng|mL|g/kg|mg/kg",
        r"milligrams?|micrograms?|grams?",
        r"doses?|dosing|dosage",
        r"taper\w*",
        r"times a day|per day|once a day|twice a day",
        r"lethal|fatal level",
    ],
)
def test_no_dose_and_no_timing(word: str) -> None:
    assert [key for key, text in sentences().items() if re.search(rf"\b({word})\b", text)] == []


@pytest.mark.parametrize(
    "word",
    [
        r"addicts?",
        r"abusers?|abuse",
        r"users?",
        r"junk\w+",
        r"clean",
        r"alcoholics?",
        r"victims?",
        r"suffer\w*",
        r"drug habit",
    ],
)
def test_people_come_first(word: str) -> None:
    found = [key for key, text in sentences().items() if re.search(rf"(?i)\b({word})\b", text)]
    assert found == []


def test_no_reassurance_by_comparison() -> None:
    soothing = r"(?i)safer|less dangerous|less addictive|milder than|only a small risk|harmless"
    assert [key for key, text in sentences().items() if re.search(soothing, text)] == []


def test_nothing_reassures_when_skimmed() -> None:
    """Its first words alone, read in passing, promise nothing."""
    skimmed = (
        r"(?i)\b(not|no|never|without) an? (risk|rate|danger|harm)|\b(no|little) (risk|danger)\b"
    )
    assert [key for key, text in sentences().items() if re.search(skimmed, text)] == []
    first = {key: re.split(r"[.:;,]", text)[0] for key, text in sentences().items()}
    soothing = r"(?i)no serious harm|no hidden|never|always undo|mild\b"
    reading = {key for key, text in first.items() if re.search(soothing, text)}
    assert reading == {"smith-mild"}  # a level, by its name


@pytest.mark.parametrize(
    "word", ["affinity", "efficacy", "potency", "occupancy", "occupied", "intrinsic activity"]
)
def test_one_word_for_one_thing(word: str) -> None:
    visible = {key: text for key, text in sentences().items() if not key.startswith("term:")}
    assert [key for key, text in visible.items() if word in text.lower()] == []
