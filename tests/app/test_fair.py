"""The pages lean to no side, read through and skimmed: their own texts, figures and pictures.

The sentences of the evidence are held in `tests/evidence`; here is all that a chapter shows.
"""

import re
from collections.abc import Iterator
from functools import cache

import pytest
from tests.app.opened import text

from contents import CHAPTERS
from mureceptor.evidence import claims, findings, limits
from mureceptor.report.shown import SHOWN
from mureceptor.views import VIEWS
from mureceptor.views.phrases import plain
from page.html import part_html
from page.parts import Chapter, ClaimList, Equations, Figure, ModelPart, Retelling
from presenter.talk import scenes

BLOCK = re.compile(r"<(p|li|dd|figcaption)\b[^>]*>(.*?)</\1>", re.DOTALL)
STANDS_OUT = re.compile(r"<(b|dt|h2|h3|summary)\b[^>]*>(.*?)</\1>", re.DOTALL)
ASIDE = re.compile(r'<span class="(?:source|tag)\b.*?</span>', re.DOTALL)
FIRST = 5  # words of a sentence that are read by somebody who skims


def sentences(words: str) -> list[str]:
    return [each for each in re.split(r"(?<=[.!?:;])\s+", words) if each]


def parts(chapter: Chapter) -> Iterator[str]:
    """Return the HTML of what a chapter says for itself: not what it says that the article says."""
    for part in chapter.parts:
        if not isinstance(part, Figure | ClaimList | Equations | ModelPart | Retelling):
            yield ASIDE.sub(" ", part_html(part, chapter))


def figures() -> Iterator[tuple[str, list[str]]]:
    """Return what stands around each figure, and what it says where it opens and at each "try"."""
    for name, view in VIEWS.items():
        tries = [view.state(**fields) for _, fields in view.tries]
        told = [plain(view.sentence(state)) for state in (view.state(), *tries)]
        yield f"figure {name}", [view.title, view.note, view.caution, *dict(view.tries), *told]


@cache
def blocks() -> dict[str, list[str]]:
    """Return every text on screen and in the talk, by where it stands."""
    found = {
        chapter.key: [
            chapter.headline,
            chapter.lead,
            *(text(block) for html in parts(chapter) for _, block in BLOCK.findall(html)),
        ]
        for chapter in CHAPTERS
    }
    found |= dict(figures())
    found["links"] = [link.words for link in SHOWN]
    found["reasons"] = [claim.reason for claim in claims()]
    talk = scenes()
    found["talk"] = [
        words for s in talk for words in (s.headline, s.question, *s.answers, s.notes) if words
    ]
    return found


@cache
def skimmed() -> dict[str, str]:
    """Return what somebody reads who skims, and where it stands.

    The first words of each sentence, and all that stands out: titles and what is bold.
    """
    found = {
        " ".join(sentence.split()[:FIRST]): place
        for place, texts in blocks().items()
        for words in texts
        for sentence in sentences(words)
    }
    for chapter in CHAPTERS:
        for html in parts(chapter):
            found |= {text(each): chapter.key for _, each in STANDS_OUT.findall(html)}
    return found


# Denials of comfort: what is left of a skimmed text without them may not comfort.
DENIED = re.compile(
    r"(?i)\bnot? (?:mean )?(?:a )?(?:safe|protect\w*|shield)|none of this protects"
    r"|not a guide|does not show"
)
LEVELS = {"By level, found 18 mild,", "It can be mild, moderate"}  # of a use disorder, by name
COMFORT = [
    r"\b(?:no|not an?|never|without|little|low|hardly any|nothing)\s+(?:\w+\s+)?"
    r"(?:risks?|dangers?|harms?|deaths?|withdrawal|dependence|problems?|overdoses?)\b",
    r"\bsafe(?:r|ly|ty|st)?\b|\bharmless|\bprotects?\b|\bprotection\b|\bgentl[ey]|\bmild(?:er|ly)?\b",
    r"\bweak(?:er|ly)? (?:withdrawal|dependence)|\bless (?:risk|danger|harm|addict\w*|push wears)",
    r"\b(?:cannot|can ?not|won't|will not) (?:kill|stop breathing|harm)",
]


@pytest.mark.parametrize("comfort", COMFORT)
def test_nothing_comforts_when_skimmed(comfort: str) -> None:
    read = {words: place for words, place in skimmed().items() if words not in LEVELS}
    left = {words: (place, DENIED.sub("", words)) for words, place in read.items()}
    found = {w: place for w, (place, rest) in left.items() if re.search(f"(?i){comfort}", rest)}
    assert found == {}


@pytest.mark.parametrize(
    "words",
    [
        *["No risk for healthy people", "Little harm was seen here", "Mild withdrawal at most"],
        *[
            "Safer than other opioids, it",
            "It cannot stop breathing in",
            "Less push wears down less",
        ],
    ],
)
def test_the_search_finds_comfort(words: str) -> None:
    left = DENIED.sub("", words)
    assert any(re.search(f"(?i){comfort}", left) for comfort in COMFORT)


# A result that calms where it is read alone, and what must be read before it.
NULL = re.compile(
    r"(?i)no signal(?! in a dish does not mean)|no push (?:at all|in a dish)|then no more"
    r"|\b(?<!we )(?:saw|found) (?:none|nothing)\b"
    r"|chang\w+ (?:\w+ ){0,3}little|little change|less than without|did not clearly"
    r"|mild or moderate|levelled off|few reported|most leaves|does not prevent"
)
LIMIT = re.compile(
    r"(?i)\b(?:cannot|nothing|neither|not|nor|slow\w*|fell|disorder|loss|stays|danger\w*|distress"
    r"|opioid|withdrawal|may|depends|in part|partial|morphine|no (?:amount|proof|comfort|shield))\b"
)


def test_what_was_not_found_stands_after_a_limit_or_a_danger() -> None:
    told = [(place, words) for place, texts in blocks().items() for words in texts]
    told += [("finding", line.sentence) for line in findings()]
    told += [("limit", limit.errs) for limit in limits()]
    met = [(place, words, found.start()) for place, words in told for found in NULL.finditer(words)]
    assert len(met) > 20
    assert [(place, words) for place, words, at in met if not LIMIT.search(words[:at])] == []


@pytest.mark.parametrize(
    "words",
    [
        *[
            "In ten people breathing changed little",
            "A third saw no signal",
            "One study found none",
        ],
        *["In rats it did not clearly do so", "Most were mild or moderate, still a disorder"],
    ],
)
def test_the_search_finds_a_result_that_calms(words: str) -> None:
    found = NULL.search(words)
    assert found
    assert not LIMIT.search(words[: found.start()])


# What the article holds that calms; and our verdict, which is read before it in the same sentence.
CALMS = re.compile(r"(?i)milder|gentl|weakly|less (?:strong|often|likely|potent|addictive)")
VERDICT = re.compile(r"(?i)\b(?:without proof|too simple|disputed)\b")


def test_a_claim_of_the_article_that_calms_comes_after_its_verdict() -> None:
    told = [
        (chapter.key, sentence)
        for chapter in CHAPTERS
        for part in chapter.parts
        if isinstance(part, Retelling)
        for sentence in re.split(r"(?<=[.!?])\s+", " ".join(part.text.split()))
    ]
    calm = [(key, said, found.start()) for key, said in told if (found := CALMS.search(said))]
    assert len(calm) >= 6
    assert [(key, said) for key, said, at in calm if not VERDICT.search(said[:at])] == []


def places(pattern: str) -> dict[str, str]:
    return {
        words: place
        for place, texts in blocks().items()
        for words in texts
        if re.search(f"(?i){pattern}", words)
    }


def test_every_kind_of_text_is_read() -> None:
    assert {"short", "figure tops", "links", "reasons", "talk"} <= blocks().keys()
    said = " ".join(skimmed())
    for words in ("Not a proof of pain", "Not protection.", "And calm?", "Hollow: secondary"):
        assert words.split(":")[0] in said, words


def test_no_control_reads_as_a_plan() -> None:
    """No button, option or title names a time to take, to stop or to wait for."""
    plan = re.compile(
        r"(?i)\b(?:days?|weeks?|months?|hours?) (?:after|before|off|without)\b|\bonly\b"
    )
    words = [
        each
        for view in VIEWS.values()
        for each in (
            view.title,
            *dict(view.tries),
            *(option for choice in view.chosen.values() for option in choice.options.values()),
        )
    ]
    assert len(words) > 60
    assert [each for each in words if plan.search(each)] == []


def test_an_absence_is_only_what_we_did_not_find() -> None:
    absolute = (
        r"\bno (?:such|other) \w+ (?:exists?|was|were|has been)\b"
        r"|there (?:is|are) no (?:stud|trial)|\bno (?:study|trial)s? (?:has|have|exist)"
        r"|\bnobody has (?:measured|studied)"
    )
    assert places(absolute) == {}


def test_no_comfort_by_comparison() -> None:
    soothing = r"safer|less dangerous|less addictive|milder|less harmful|only a small risk|harmless"
    assert places(soothing) == {}


def test_a_break_names_the_drug() -> None:
    told = places(r"\bbreak\b.*\bkill")
    assert len(told) >= 4
    assert [words for words in told if not re.search("heroin|opioid", words)] == []


def test_the_first_page_tells_leaf_from_strong_7oh() -> None:
    first = " ".join(blocks()["short"])
    assert re.search(r"Strong 7-OH in tablets and drinks is another thing", first)
    assert re.search(r"leaf holds little 7-OH or too little to measure, but strong 7-OH", first)


def test_a_count_of_laboratories_is_of_those_that_we_read() -> None:
    absolute = r"of (?:the )?(?:two|three|four) laboratories that (?:tried|tested)|only laborator"
    assert places(absolute) == {}
