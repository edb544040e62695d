"""Every chapter as a visitor opens it: whole, in the state of its link, with help in sight."""

import re
from dataclasses import replace
from functools import cache
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest
from tests.app.opened import FRAME, charts, html, named, opened, text

from contents import CHAPTERS, TALK
from mureceptor.evidence import findings
from mureceptor.views import VIEWS
from mureceptor.views.sandbox.state import Sandbox
from mureceptor.views.state import State
from mureceptor.views.view import View
from page.html import works
from page.parts import Chapter, Known, paragraphs
from server.pages import FOOT

HELP = ("911", "naloxone", "1-800-222-1222", "1-800-662-4357")
each_chapter = pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda chapter: chapter.key)


@cache
def opened_plain(chapter: Chapter) -> AppTest:
    return opened(chapter)


def views(chapter: Chapter) -> dict[str, View]:
    return {name: VIEWS[name] for name in charts(opened_plain(chapter))}


def link(view: View, state: State) -> dict[str, str]:
    return {f"{view.name}.{field}": words for field, words in state.texts().items()}


@each_chapter
def test_a_chapter_opens(chapter: Chapter) -> None:
    page = opened_plain(chapter)
    assert not page.exception
    assert not page.error
    assert not page.warning
    shown = html(page)
    assert f"{CHAPTERS.index(chapter) + 1} of {len(CHAPTERS)}" in shown
    assert "could not be used" not in shown


@each_chapter
def test_a_chapter_has_one_headline_and_no_gap_below_it(chapter: Chapter) -> None:
    page = opened_plain(chapter)
    levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", html(page))]
    assert levels.count(1) == 1
    assert levels[0] == 1
    below = {1, 2} if charts(page) else {1}  # a figure's title is a heading of the second level
    for level in levels[1:]:
        assert level - 1 in below, f"h{level} without an h{level - 1} above it"
        below.add(level)
    assert not page.title
    assert not page.header


@each_chapter
def test_the_lead_and_the_retelling_are_short(chapter: Chapter) -> None:
    shown = html(opened_plain(chapter))
    (lead,) = re.findall(r'<p class="lead">(.*?)</p>', shown)
    assert 1 <= len(text(lead).split()) <= 25
    for body in re.findall(r"What the article says</h2><div[^>]*>(.*?)</div>", shown, re.DOTALL):
        assert 1 <= len(text(body).split()) <= 120


def test_help_is_in_sight() -> None:
    (line,) = re.findall(r'<div class="help".*?</div>', FOOT, re.DOTALL)
    assert all(way in text(line) for way in HELP)
    assert re.findall(r"tel:(\d+)", line) == ["911", "18002221222", "18006624357"]
    assert "(US)" in line


@each_chapter
def test_every_chapter_can_be_reached(chapter: Chapter) -> None:
    links = {(e.proto.page, e.proto.label) for e in opened_plain(chapter).get("page_link")}
    assert links >= {(each.path, f"{i}. {each.name}") for i, each in enumerate(CHAPTERS, 1)}


@each_chapter
def test_each_cup_leads_to_its_chapter_and_this_one_is_marked(chapter: Chapter) -> None:
    cups = []
    for element in opened_plain(chapter):
        if element.type == "page_link":
            cups.append((element.proto.page, element.proto.label))
        elif element.type == "html" and 'aria-current="page"' in element.proto.body:
            cups.append((chapter.path, text(element.proto.body)))
        if len(cups) == len(CHAPTERS):
            break
    assert cups == [(each.path, f"{i}. {each.name}") for i, each in enumerate(CHAPTERS, 1)]
    assert html(opened_plain(chapter)).count('aria-current="page"') == 1


@each_chapter
def test_sources_are_folded_under_their_number(chapter: Chapter) -> None:
    cited = works(chapter)
    folds = re.findall(
        r'<details id="sources">.*?</details>', html(opened_plain(chapter)), re.DOTALL
    )
    assert len(folds) == bool(cited)
    for fold in folds:
        summary, rest = fold.split("</summary>")
        assert text(summary) == f"Sources {len(cited)}"
        assert rest.count("<li>") == len(cited)


@each_chapter
def test_a_chapter_leads_back_and_on_before_its_sources(chapter: Chapter) -> None:
    index = CHAPTERS.index(chapter)
    wanted = [f"Back: {each.name}" for each in CHAPTERS[:index][-1:]]
    wanted += [f"Next: {each.name}" for each in CHAPTERS[index + 1 :][:1]]
    order = [
        element.proto.label if element.type == "page_link" else element.proto.body
        for element in opened_plain(chapter)
        if element.type in {"page_link", "html"}
    ]
    ways = [i for i, words in enumerate(order) if words.startswith(("Back: ", "Next: "))]
    assert [order[i] for i in ways] == wanted
    cited = [i for i, words in enumerate(order) if ">Sources</h2>" in words]
    told = [i for i, words in enumerate(order) if 'class="prose"' in words]
    assert all(i < way for way in ways for i in told)
    assert all(way < i for way in ways for i in cited)


@each_chapter
def test_the_talk_is_found_from_a_chapter(chapter: Chapter) -> None:
    assert TALK in {e.proto.page for e in opened_plain(chapter).get("page_link")}


@each_chapter
def test_the_chart_stands_on_its_usual_setting(chapter: Chapter) -> None:
    for name, data in charts(opened_plain(chapter)).items():
        view = VIEWS[name]
        assert data["sentence"] == view.sentence(view.state())
        assert data["texts"] == view.state().texts()


@each_chapter
def test_a_link_sets_the_state(chapter: Chapter) -> None:
    states = {}
    for name, view in views(chapter).items():
        _words, values = view.tries[-1]
        states[name] = replace(view.state(), **dict(values))
    query = {key: word for name, s in states.items() for key, word in link(VIEWS[name], s).items()}
    page = opened(chapter, query)
    assert not page.exception
    assert "could not be used" not in html(page)
    shown = charts(page)
    assert shown.keys() == states.keys()
    for name, state in states.items():
        assert shown[name]["sentence"] == VIEWS[name].sentence(state)
        assert shown[name]["texts"] == state.texts()


@each_chapter
@pytest.mark.parametrize("value", ["nan", "<script>alert(1)</script>"])
def test_a_bad_value_gives_the_usual_setting_and_says_so(chapter: Chapter, value: str) -> None:
    bad = {
        f"{n}.{field}": value for n, v in views(chapter).items() for field in v.state.parameters()
    }
    if not bad:
        return
    page = opened(chapter, bad)
    assert not page.exception
    shown = html(page)
    assert "Part of this link could not be used" in shown
    assert "<script>" not in shown
    for name, data in charts(page).items():
        view = VIEWS[name]
        assert data["texts"] == view.state().texts()
        refused = view.read(bad)[1]
        assert refused
        assert all(why in unescape(shown) for why in refused)


@each_chapter
def test_an_unknown_key_is_said_and_changes_nothing(chapter: Chapter) -> None:
    page = opened(
        chapter, {"utm_source": "letter", "short.nothing": "nan", "nothing.amount": "nan"}
    )
    assert not page.exception
    assert "could not be used" not in html(page)
    if charts(page):
        assert "made with another version" in html(page)
    for name, data in charts(page).items():
        assert data["texts"] == VIEWS[name].state().texts()


def test_a_kept_link_of_another_version_opens_and_says_that_it_may_differ() -> None:
    sandbox = named("sandbox")
    page = opened(sandbox, {"sandbox.push1": "0.2", "sandbox.hill9": "3"})
    assert "made with another version" in html(page)
    (data,) = charts(page).values()
    assert data["texts"] == Sandbox(task="none", push1=0.2).texts()
    assert "another version" not in html(opened(sandbox, {"sandbox.push1": "0.2"}))


@pytest.mark.parametrize("old", [{"mitragynine.amount": "10"}, {"agonists.laboratory": "bot"}])
def test_a_kept_link_to_a_figure_that_is_gone_opens_its_successor_and_says_so(
    old: dict[str, str],
) -> None:
    page = opened(next(chapter for chapter in CHAPTERS if chapter.key == "agonists"), old)
    assert "made with another version" in html(page)
    (data,) = charts(page).values()
    assert data["texts"] == VIEWS["tops"].state().texts()


@each_chapter
def test_a_key_of_another_chapter_is_left_alone(chapter: Chapter) -> None:
    foreign = {
        f"{n}.{f}": "nan"
        for n in VIEWS.keys() - views(chapter).keys()
        for f in VIEWS[n].state.parameters()
    }
    page = opened(chapter, foreign)
    assert not page.exception
    assert "could not be used" not in html(page)


def test_every_view_is_on_a_page() -> None:
    assert set().union(*(views(chapter) for chapter in CHAPTERS)) == VIEWS.keys()


@each_chapter
def test_a_chapter_s_file_is_named_by_its_key(chapter: Chapter) -> None:
    file = FRAME.parent / "chapters" / f"{chapter.key}.py"
    assert f'key="{chapter.key}"' in file.read_text("utf-8")


def test_every_chapter_that_is_written_is_in_the_list() -> None:
    files = {path.stem for path in (FRAME.parent / "chapters").glob("*.py")} - {"__init__"}
    assert files == {chapter.key for chapter in CHAPTERS}


def test_no_file_counts_the_chapters() -> None:
    folders = (FRAME.parent, FRAME.parents[1] / "src", FRAME.parents[1] / "tests" / "app")
    for path in (path for folder in folders for path in folder.rglob("*.py")):
        assert not re.search(r"[Cc]hapter \d", path.read_text("utf-8")), path


@each_chapter
def test_a_chapter_says_what_is_known_and_what_is_not(chapter: Chapter) -> None:
    lines = findings(chapter.key)
    shows = [part for part in chapter.parts if isinstance(part, Known)]
    assert len(shows) == bool(lines), "lines of the evidence are shown, and no empty list is"
    for side in ("know", "dont_know"):
        assert 2 <= len([line for line in lines if line.side == side]) <= 6 or not lines
    shown = html(opened_plain(chapter))
    assert all(line.sentence in text(shown) for line in lines)


def test_every_line_of_the_evidence_belongs_to_a_chapter() -> None:
    assert {line.chapter for line in findings()} <= {chapter.key for chapter in CHAPTERS}


@each_chapter
def test_what_a_chapter_says_stands_on_its_page_in_its_order(chapter: Chapter) -> None:
    shown = text(html(opened_plain(chapter)))
    said = [chapter.headline, chapter.lead]
    for part in chapter.parts:
        words = getattr(part, "text", "")
        said += [" ".join(each.split()) for each in paragraphs(words) if each]
    places = [shown.find(each) for each in said]
    assert -1 not in places
    assert places == sorted(places)
    assert list(charts(opened_plain(chapter))) == list(chapter.views)


def test_no_two_chapters_share_an_address() -> None:
    assert len({chapter.path for chapter in CHAPTERS}) == len(CHAPTERS)
    assert [chapter.path for chapter in CHAPTERS if not chapter.path] == [CHAPTERS[0].path]
