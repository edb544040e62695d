"""A hard word opens what it means, where it stands: on the live page and where no script runs."""

import re
from html import unescape

import pytest
from tests.app.opened import html, opened

from contents import CHAPTERS
from mureceptor.evidence import glossary
from page.asked import asked
from page.html import explained
from page.parts import Chapter
from page.plain import plain

WORD = re.compile(r'<button type="button" class="word" popovertarget="([\w-]+)">([^<]+)</button>')
MEANING = re.compile(r'<div popover class="meaning" id="([\w-]+)"><b>([^<]+)</b> ([^<]+)</div>')


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda chapter: chapter.key)
def test_each_hard_word_opens_one_meaning_from_the_list_of_words(chapter: Chapter) -> None:
    whole = plain(asked(chapter, {}), lambda path, _query: f"/{path}")
    meanings = {term.screen: term.plain for term in glossary().values()}
    for page in (html(opened(chapter)), whole):
        words = dict(WORD.findall(page))
        told = MEANING.findall(page)
        assert words.keys() == {anchor for anchor, _, _ in told}
        assert len(told) == len(words), "no id stands twice"
        for anchor, word, plainly in told:
            assert words[anchor] == word
            assert unescape(plainly) == meanings[word]


def test_the_words_that_a_young_reader_does_not_know_are_among_them() -> None:
    said = {word for chapter in CHAPTERS for _, word in WORD.findall(html(opened(chapter)))}
    assert {"agonist", "GTP-gamma-S", "cAMP", "DAMGO", "tolerance", "7-OH"} <= said
    assert {"secondary source", "standard error", "placebo"} <= said


def test_a_word_is_explained_where_it_stands_first_and_its_text_stays_as_it_was() -> None:
    text = "A partial agonist & an agonist is an agonist."
    told = explained(text)
    assert [word for _, word in WORD.findall(told)] == ["agonist"]
    signed = explained("An agonist, or a placebo: more of a metabolite.")
    assert [word for _, word in WORD.findall(signed)] == ["agonist", "placebo", "metabolite"]
    assert re.findall(r"</button>(.)</span>", signed) == [",", ":", "."], "the sign stays with it"
    assert unescape(re.sub("<[^>]+>", "", told)) == text
    assert explained("<script> is an agonist of").startswith("&lt;script&gt; is an <button")
