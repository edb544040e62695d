"""A hard word opens what it means, where it stands: on the live page and where no script runs."""

import re
from html import unescape

import pytest
from tests.app.opened import charts, html, named, opened

from contents import CHAPTERS
from mureceptor.evidence import glossary
from mureceptor.views.explained import words
from page.asked import asked
from page.embed import embed
from page.html import explained, part_html
from page.parts import Chapter, Equations, PlainPart
from page.plain import plain

WORD = re.compile(r'<button type="button" class="word" popovertarget="([\w-]+)">([^<]+)</button>')
MEANING = re.compile(r'<div popover class="meaning" id="([\w-]+)"><b>([^<]+)</b> ([^<]+)</div>')


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda chapter: chapter.key)
def test_each_hard_word_opens_one_meaning_from_the_list_of_words(chapter: Chapter) -> None:
    whole = plain(asked(chapter, {}), lambda path, _query: f"/{path}")
    meanings = {term.screen: term.plain for term in glossary().values() if term.opens}
    for page in (html(opened(chapter)), whole):
        told = {anchor: (word, unescape(said)) for anchor, word, said in MEANING.findall(page)}
        assert list(told.values()) == list(meanings.items()), "each stands once on every page"
        for anchor, word in WORD.findall(page):
            assert word.casefold().removesuffix("s") in told[anchor][0].casefold()


def test_a_figure_opens_its_words_alone_too_and_where_it_moves() -> None:
    head = dict.fromkeys(("canonical", "style", "font", "icon"), "")
    page = embed(asked(named("naloxone"), {}), "returning", lambda path, _query: f"/{path}", **head)
    found = dict(WORD.findall(page))
    assert {"word-naloxone", "word-opioid", "word-fentanyl"} <= found.keys()
    assert found.keys() <= {anchor for anchor, _, _ in MEANING.findall(page)}
    live = charts(opened(named("naloxone")))["returning"]
    assert live["words"] == words()


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda chapter: chapter.key)
def test_a_word_opens_once_in_a_block(chapter: Chapter) -> None:
    for part in chapter.parts:
        if not isinstance(part, PlainPart) or isinstance(part, Equations):
            continue
        opens = [anchor for anchor, _ in WORD.findall(part_html(part, chapter))]
        assert len(opens) == len(set(opens))


def test_the_words_that_a_young_reader_does_not_know_are_among_them() -> None:
    shown = [plain(asked(chapter, {}), lambda path, _query: f"/{path}") for chapter in CHAPTERS]
    found = {word.lower() for page in shown for _, word in WORD.findall(page)}
    said = found | {word.removesuffix("s") for word in found}
    for young in (
        "agonist gtp-gamma-s camp damgo tolerance 7-oh placebo fentanyl morphine oxycodone",
        "methadone sufentanil heroin sedative receptor opioid tissue signalling samhsa cdc trial",
    ):
        assert set(young.split()) <= said
    phrases = {"secondary source", "standard error", "standard deviation", "mu receptor"}
    assert phrases | {"at balance", "textbook drug", "simulated people"} <= said


def test_a_word_is_explained_where_it_stands_first_and_its_text_stays_as_it_was() -> None:
    said = "A partial agonist & an agonist is an agonist."
    told = explained(said)
    assert [word for _, word in WORD.findall(told)] == ["agonist"]
    assert unescape(re.sub("<[^>]+>", "", told)) == said
    signed = explained("An agonist, or a placebo: more of a metabolite.")
    assert [word for _, word in WORD.findall(signed)] == ["agonist", "placebo", "metabolite"]
    assert re.findall(r"</button>(.)</span>", signed) == [",", ":", "."], "the sign stays with it"
    assert explained("<script> is an agonist of").startswith("&lt;script&gt; is an <button")
