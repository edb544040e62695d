"""A chapter as a live page: its parts from top to bottom, by Streamlit."""

from collections.abc import Mapping

import streamlit as st

from contents import CHAPTERS, TALK, TITLE
from mureceptor.live.chart import live_chart
from mureceptor.report.equations import MODULES, equations
from mureceptor.views import VIEWS
from page import claim_list
from page.asked import asked
from page.html import ending, module_html, part_html, render
from page.parts import Chapter, ClaimList, Equations, Figure, Part
from page.ways import ALL, TALK_WORDS, numbered, ways

Pages = Mapping[str, st.Page]  # by the chapter's key, and the talk's path


def top(chapter: Chapter | None, pages: Pages) -> None:
    """Show where the reader is, and the way to every chapter."""
    number = CHAPTERS.index(chapter) + 1 if chapter else 0
    with st.container(horizontal=True, key="top", horizontal_alignment="distribute"):
        st.html(render("top.html", title=TITLE, chapters=CHAPTERS, chapter=chapter, number=number))
        with st.container(horizontal=True, key="cups"):
            for words, each in numbered():
                if each is chapter:
                    st.html(render("cup.html", words=words))
                else:
                    st.page_link(pages[each.key], label=words)
        # A key for each page, so that the list closes where it has led.
        with st.popover(ALL, type="tertiary", key=f"chapters-{number}"):
            for words, each in numbered():
                st.page_link(pages[each.key], label=words)
            st.page_link(pages[TALK], label=TALK_WORDS)


def show(chapter: Chapter, pages: Pages) -> None:
    """Show a whole chapter."""
    st.html(render("headline.html", chapter=chapter))
    if chapter is CHAPTERS[0]:
        st.html(render("stopped.html"))
    _notice(chapter)
    for part in chapter.parts:
        _part(part, chapter, pages)
    _way(chapter, pages)
    for html in ending(chapter):
        st.html(html)


def _way(chapter: Chapter, pages: Pages) -> None:
    """Lead back and on, where the last idea ends."""
    with st.container(horizontal=True, key="way", horizontal_alignment="distribute"):
        for words, each in ways(chapter):
            st.page_link(pages[each.key], label=words)


def _notice(chapter: Chapter) -> None:
    """Say what of the page's address could not be used; the slot is there on every run."""
    with st.container(key="notice"):
        if words := asked(chapter, st.query_params).notice:
            st.html(words)


def _part(part: Part, chapter: Chapter, pages: Pages) -> None:
    match part:
        case Figure():
            live_chart(VIEWS[part.view], part.folded)
        case ClaimList():
            claim_list.show(pages)
        case Equations():
            _equations(part)
        case _:
            st.html(part_html(part, chapter))


def _equations(part: Equations) -> None:
    """Show each equation under its purpose, beside what its letters mean."""
    st.html(render("model/part.html", part=part))
    for module in MODULES:
        with st.container(key=f"fold-{part.key}-{MODULES.index(module)}"):
            st.html(module_html(module))
            for equation in equations(module):
                told, explained = st.columns(2, gap="large")
                with told:
                    st.html(render("model/purpose.html", equation=equation))
                    lines = r"\\".join(f"&{line}" for line in equation.lines)
                    st.latex(rf"\begin{{aligned}}{lines}\end{{aligned}}")
                explained.html(render("model/terms.html", equation=equation))
