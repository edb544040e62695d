"""The model's page as a visitor opens it: made from the records, which it follows."""

import re
from dataclasses import dataclass, replace
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest
from tests.app.opened import html, named
from tests.app.opened import opened as opened_chapter
from tests.app.opened import text as words_of

from mureceptor.evidence import glossary, limits, sources
from mureceptor.report.equations import MODULES, equations
from mureceptor.views import VIEWS
from mureceptor.views.state import State, field_of
from mureceptor.views.textbook import AMOUNT
from page import live
from page.html import part_html


def opened() -> AppTest:
    return opened_chapter(named("model"))


def text(page: AppTest) -> str:
    return words_of(html(page))


def test_it_shows_every_equation_limit_word_and_source() -> None:
    page = opened()
    assert not page.exception
    written = "".join(element.value for element in page.latex)
    for equation in (e for module in MODULES for e in equations(module)):
        assert all(line in written for line in equation.lines)
    words = text(page)
    for limit in limits():
        assert limit.left_out in words
        assert limit.errs in words
    assert all(term.plain in words for term in glossary().values())
    assert all(f'href="{source.link}"' in unescape(html(page)) for source in sources().values())


def test_it_says_that_nothing_is_recorded() -> None:
    assert "The app records nothing about visitors." in text(opened())


def test_a_changed_parameter_changes_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Another name" not in text(opened())

    @dataclass(frozen=True)
    class Changed(State):
        amount: float = field_of(replace(AMOUNT, label="Another name", high=2000))

    monkeypatch.setitem(VIEWS, "short", replace(VIEWS["short"], state=Changed))
    monkeypatch.setattr(live, "part_html", part_html.__wrapped__)  # which else is kept
    words = text(opened())
    assert "Another name C/K a plain number 0.01 to 2000, 121 steps, log scale" in words


def test_links_within_the_page_lead_somewhere() -> None:
    markup = html(opened())
    targets = re.findall(r'href="#([\w-]+)"', markup)
    assert len(targets) == 6
    assert all(f'id="{target}"' in markup for target in targets)


def test_empty_cells_keep_their_place() -> None:
    rows = re.findall(r'<tr role="row"><th role="rowheader" scope="row">.*?</tr>', html(opened()))
    tables = {row.count("<td") for row in rows}
    assert tables == {3, 4, 6}  # textbook; fits and measured values; controls
