"""The skeleton that every chapter stands on; a chapter fills it from top to bottom."""

from collections.abc import Iterable
from html import escape
from pathlib import Path

import streamlit as st

from chapters import CHAPTERS, TITLE, Chapter
from mureceptor.evidence import CHAPTERS as WITH_FINDINGS
from mureceptor.evidence import Finding, Source, findings, glossary, sources
from mureceptor.live.chart import live_chart
from mureceptor.views import find
from mureceptor.views.view import View


def here(file: str) -> Chapter:
    """Return the chapter whose file this is (`here(__file__)`)."""
    return next(chapter for chapter in CHAPTERS if chapter.key == Path(file).stem)


def top(chapter: Chapter | None) -> None:
    """Show where the reader is, and the way to every chapter."""
    cups = "".join(f'<i class="{"here" if c is chapter else ""}"></i>' for c in CHAPTERS)
    count = f"{CHAPTERS.index(chapter) + 1} of {len(CHAPTERS)}: {chapter.name}" if chapter else ""
    with st.container(horizontal=True, key="top", horizontal_alignment="distribute"):
        st.html(
            f'<div class="top"><span class="name">{TITLE}</span>'
            f'<span class="cups" aria-hidden="true">{cups}</span>'
            f'<span class="count">{count}</span></div>'
        )
        # A key for each page, so that the list closes where it has led.
        with st.popover("All chapters", type="tertiary", key=f"chapters-{count}"):
            for i, each in enumerate(CHAPTERS, 1):
                st.page_link(st.session_state["pages"][each.key], label=f"{i}. {each.name}")


def headline(chapter: Chapter) -> None:
    """Show the finding, and the retelling's first sentence."""
    st.html(
        f'<h1 class="headline">{escape(chapter.headline)}</h1>'
        f'<p class="lead">{escape(chapter.lead)}</p>'
    )


def notice(*views: View, refused: Iterable[str] = ()) -> None:
    """Say what of the page's address could not be used; the slot is there on every run.

    `refused` says what else than the figures' own settings could not.
    """
    query = st.query_params
    refused = [*(why for view in views for why in view.read(query)[1]), *refused]
    names = {key.split(".")[0] for key in query if "." in key} - {"claims"}
    with st.container(key="notice"):
        if refused:
            st.html(
                '<p class="notice" role="status">Part of this link could not be used, so the '
                f"page opens on its usual setting. {escape('. '.join(refused))}.</p>"
            )
        elif not all(map(find, names)) or any(view.unknown(query) for view in views):
            st.html(
                '<p class="notice" role="status">This link was made with another version of this '
                "page, so the picture may differ.</p>"
            )


def stopped() -> None:
    """Leave room where the browser tells who comes back where they stopped (`place.js`)."""
    st.html('<p class="stopped"></p>')


def figure(view: View) -> None:
    """Show a live figure; moving it reruns nothing."""
    live_chart(view)


def retelling(*paragraphs: str) -> None:
    """Retell what the article says, at most 120 words."""
    _section("What the article says", "".join(f"<p>{escape(p)}</p>" for p in paragraphs))


def oversimplified(*paragraphs: str) -> None:
    """Say where the article oversimplifies."""
    _section("Where the article oversimplifies", "".join(f"<p>{escape(p)}</p>" for p in paragraphs))


def section(title: str, *paragraphs: str) -> None:
    """Show a section of plain paragraphs."""
    _section(title, "".join(f"<p>{escape(p)}</p>" for p in paragraphs))


def _section(title: str, html: str) -> None:
    heading = f'<h2 class="section">{escape(title)}</h2>'
    st.html(f'<div class="told">{heading}<div class="prose">{html}</div></div>')


def known(chapter: Chapter) -> None:
    """Show what is known beside what is not, each line led by what it rests on."""
    lines = findings(chapter.key)
    sides = [
        f'<div><h2 class="section">{title}</h2><ul>{"".join(map(_line, side))}</ul></div>'
        for title, side in (
            ("What we know", [f for f in lines if f.side == "know"]),
            ("What we don\u2019t know", [f for f in lines if f.side == "dont_know"]),
        )
    ]
    st.html(f'<div class="known">{"".join(sides)}</div>')


def _line(finding: Finding) -> str:
    tag = (
        "" if finding.tag == "none" else f'<span class="tag tag-{finding.tag}">{finding.tag}</span>'
    )
    cited = (sources()[key] for key in finding.sources)
    links = ", ".join(_anchor(source, source.short) for source in cited)
    after = f' <span class="source">{links}</span>' if links else ""
    return f"<li>{tag} {escape(finding.sentence)}{after}</li>"


def _anchor(source: Source, words: str) -> str:
    to = f'href="{escape(source.link)}" target="_blank" rel="noreferrer"'
    return f"<a {to}>{escape(words)}</a>"


def following(chapter: Chapter) -> None:
    """Cite the chapter's sources in full, explain the words, and lead on to the next chapter."""
    lines = findings(chapter.key) if chapter.key in WITH_FINDINGS else ()
    cited = dict.fromkeys(key for finding in lines for key in finding.sources)
    if cited:
        full = in_full(sources()[key] for key in cited)
        st.html(f'<div class="told"><h2 class="section">Sources</h2>{full}</div>')
    st.html(f"<details><summary>What the words mean</summary>{words()}</details>")
    index = CHAPTERS.index(chapter) + 1
    if index < len(CHAPTERS):
        after = CHAPTERS[index]
        st.html('<h2 class="section next">Next</h2>')
        st.page_link(st.session_state["pages"][after.key], label=after.name)


def words() -> str:
    """Return the list of special words, each with its plain meaning."""
    terms = "".join(
        f"<dt>{escape(term.screen)}"
        f"{f' <span>{escape(term.term)}</span>' if term.term != term.screen else ''}</dt>"
        f"<dd>{escape(term.plain)}</dd>"
        for term in glossary().values()
    )
    return f'<dl class="words">{terms}</dl>'


def in_full(cited: Iterable[Source]) -> str:
    """Return a list of works, each cited in full."""
    return f'<ul class="sources">{"".join(f"<li>{_citation(s)}</li>" for s in cited)}</ul>'


def _citation(source: Source) -> str:
    words, _, address = source.citation.rpartition(". ")
    funding = f" Funding: {escape(source.funding)}." if source.funding else ""
    read = escape(source.reading.capitalize())
    return f"{escape(words)}. {_anchor(source, address)}. {read}.{funding}"
