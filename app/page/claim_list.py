"""The article's claims, chosen by verdict and by section; both stand in the address."""

from collections.abc import Mapping
from typing import Final

import streamlit as st

from mureceptor.evidence import VERDICTS
from mureceptor.report import claims
from mureceptor.report.shown import shown
from page.html import render

LABELS: Final = {"claims.verdict": "Verdict", "claims.section": "Section of the article"}


def options(key: str) -> dict[str, str]:
    """Return what can be chosen: the word in the address and on screen -> the evidence's."""
    if key == "claims.verdict":
        return {verdict.capitalize(): verdict for verdict in VERDICTS}
    return {section: section for section in claims.sections()}


def read(query: Mapping[str, str]) -> tuple[str | None, str | None]:
    """Return the verdict and the section that a page's query chooses."""
    verdict, section = (options(key).get(query.get(key, "")) for key in LABELS)
    return verdict, section


@st.fragment
def show(pages: Mapping[str, st.Page]) -> None:
    """Show the claims of the chosen verdict and section, each with the figures that show it."""
    verdict = st.pills(
        LABELS["claims.verdict"],
        VERDICTS,
        format_func=str.capitalize,
        key="claims.verdict",
        bind="query-params",
    )
    section = st.pills(
        LABELS["claims.section"], claims.sections(), key="claims.section", bind="query-params"
    )
    chosen = claims.pick(verdict, section)
    st.html(render("picked.html", words=claims.picked(chosen)))
    with st.container(key="claim-list"):
        for claim in chosen:
            # Streamlit's links cannot stand in the fold itself: the style hides them with it.
            number = claims.number(claim)
            with st.container(key=f"fold-claim-{number}"):
                st.html(render("claim.html", number=number, claim=claim))
                for link in shown(claim.key):
                    st.page_link(pages[link.chapter], label=link.words, query_params=link.query)


def refused(query: Mapping[str, str]) -> list[str]:
    """Say what a page's query asks for that the list does not have."""
    return [
        f"{label} must be one of {', '.join(options(key))}, got {text[:20]!r}"
        for key, label in LABELS.items()
        if (text := query.get(key)) and text not in options(key)
    ]
