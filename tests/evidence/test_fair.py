"""The evidence leans to no side: what is said of one is said of the other, and dated."""

import re

from mureceptor.evidence import (
    READINGS,
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
    targets,
    values,
)


def lines() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Return each sentence that rests on sources, with them."""
    told = {row.key: (row.sentence, row.sources) for row in findings()}
    told |= {f"left out: {gap.key}": (gap.sentence, gap.sources) for gap in omissions()}
    told |= {claim.key: (claim.reason, claim.sources) for claim in claims()}
    told |= {f"note: {key}": (drug.note, drug.sources) for key, drug in ligands().items()}
    return told | {f"limit: {limit.key}": (limit.errs, limit.sources) for limit in limits()}


def test_an_absence_is_only_what_we_did_not_find() -> None:
    absolute = (
        r"(?i)\bno (such|other) \w+ (exists?|was|were|has been) |there (is|are) no (stud|trial)"
    )
    assert [key for key, (text, _) in lines().items() if re.search(absolute, text)] == []


def test_every_count_of_people_says_who_how_when_and_what_it_is_not() -> None:
    for row in counts():
        assert row.sample >= row.out_of or row.out_of == 100, row.key
        assert f"{row.sample:,}" in row.printed or str(row.sample) in row.printed, row.key
        assert re.match(r"The squares cannot tell how (likely|common)", row.caution), row.key


def test_a_survey_in_a_sentence_has_its_denominator() -> None:
    surveys = {row.source: f"{row.sample:,}" for row in counts() if row.group == "disorder"}
    for key, (text, cited) in lines().items():
        if key in {claim.key for claim in claims()} or not re.search(r"\d", text):
            continue
        for source in set(cited) & surveys.keys():
            assert surveys[source] in text, (key, source)


def test_overdose_deaths_are_told_as_deaths_mostly_of_opioids() -> None:
    assert all("mostly of opioids" in r.population for r in counts() if r.group == "deaths")
    assert "mostly of opioids" in lines()["records-k1"][0]


def test_money_is_named_on_every_side_and_says_whose_word_it_is() -> None:
    funded = {key: row.funding for key, row in sources().items() if row.funding}
    for_kratom = {"Henningfield2018", "Henningfield2022", "Henningfield2022Rat", "Huestis2024"}
    warns, rival, drug = {"Smith2025"}, {"Algera2021", "Moss2022"}, {"Hill2022", "Kruegel2016"}
    assert for_kratom | warns | rival | drug <= funded.keys()
    # an author who is named once as an adviser is named wherever he or she writes
    # and so are two who were experts in court, as the same paper says
    named = r"\b(Smith KE|McCurdy CR|Grundmann O)\b"
    told = {key for key, row in sources().items() if re.search(named, row.authors)}
    assert len(told) > 10
    assert told <= funded.keys()
    company = {key for key, row in sources().items() if re.search(r"\bKruegel AC\b", row.authors)}
    assert company <= funded.keys()
    assert {"Henningfield2018", "Smith2025", "Moss2022"} <= set(lines()["claims-k2"][1])


def test_a_null_result_stands_beside_the_result_of_the_same_paper() -> None:
    for key, (text, cited) in lines().items():
        if "Henningfield2022Rat" in cited:
            assert re.search("[Mm]itragynine.* did not clearly", text), key
            assert "a kratom group paid" in text, key
        if "Tanna2023DDI" in cited:
            assert re.search("left another as it was|not of another", text), key


def test_the_law_says_to_which_date_it_was_read() -> None:
    law = next(row for row in omissions() if row.key == "law")
    assert "We have read nothing after 10 October 2026." in law.sentence
    years = {sources()[key].year for key in law.sources}
    assert {str(year) for year in years} - {"2025"} <= set(re.findall(r"\d{4}", law.sentence))


def test_a_break_names_the_drug() -> None:
    for key, (text, cited) in lines().items():
        if "Strang2003" in cited:
            assert re.search("heroin|an opioid", text), key


def test_a_caution_on_withholding_treatment_is_cited_for_that() -> None:
    told = [text for text, cited in lines().values() if "FDA2017" in cited]
    assert told
    assert all("Withholding it" in text for text in told)


def test_buprenorphine_is_told_as_a_treatment_too() -> None:
    assert "treat opioid use disorder" in glossary()["buprenorphine"].plain
    assert any("Sordo2017" in cited for key, (_, cited) in lines().items() if "daily" in key)


def test_dependence_and_use_disorder_are_set_against_each_other() -> None:
    assert "not a use disorder" in glossary()["dependence"].plain
    assert "Dependence is often part of it" in glossary()["use disorder"].plain


# How far a work was read, from the whole of it to somebody else's word.
FAR = {reading: place for place, reading in enumerate(READINGS)}


def test_no_number_was_read_further_than_its_work() -> None:
    read = [(row.key, row.reading, row.source) for row in values()]
    read += [(row.key, row.reading, row.source) for row in counts()]
    for group in ("relief", "treatment", "methadone", "leaf"):
        read += [(row.key, row.reading, row.source) for row in measures(group)]
    read += [(r.key, r.reading, s) for r in breathing().values() for s in r.sources[:1]]
    for key, reading, source in read:
        assert FAR[reading] >= FAR[sources()[source].reading], key
    for seen in targets():
        nearest = min(FAR[sources()[key].reading] for key in seen.sources)
        assert FAR[seen.reading] >= nearest, seen.key


def test_a_sentence_with_a_number_rests_on_a_work_that_was_read() -> None:
    read = set(READINGS) - {"record only", "secondary source", "only the opening read"}
    told_as = r"later texts?|a later text|company|We have read nothing after"
    for key, (words, cited) in lines().items():
        if re.search(r"(?<![\w-])\d(?!-OH)", words) and cited:
            enough = any(sources()[each].reading in read for each in cited)
            assert enough or re.search(told_as, words), key


def test_a_number_from_a_later_text_says_so() -> None:
    """In words as on the charts, where it is hollow."""
    seen = 0
    for key, (words, cited) in lines().items():
        numbers = set(re.findall(r"(?<![\w.])\d+(?:\.\d+)?", words))
        for row in values():
            if row.source not in cited or not row.secondary or row.value is None:
                continue
            if f"{row.value:g}" in numbers:
                seen += 1
                assert re.search("[Ll]ater texts?", words), (key, row.key)
    assert seen >= 4


def test_few_authors_rest_on_general_knowledge_and_no_title_does() -> None:
    remembered = {k for k, row in sources().items() if "general knowledge" in row.completed_from}
    assert remembered <= {
        *["Bhowmik2021", "Boas1985", "Chavkin1982", "Duttaroy1995", "Murthy2019", "Selley1998"],
        *["Todd2020", "Toll1998", "VanDorp2006", "Xu2011", "Yassen2006"],
    }
