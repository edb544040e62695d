"""Chapter 8, the article checked: each claim with its verdict, and what the article leaves out."""

from html import escape

import streamlit as st

import skeleton as s
from mureceptor.evidence import VERDICTS, Claim
from mureceptor.report import claims, pictures
from mureceptor.report.shown import shown


@st.fragment
def checked() -> None:
    """Show the claims of the chosen verdict and section; both are in the address."""
    verdict = st.pills(
        "Verdict",
        VERDICTS,
        format_func=str.capitalize,
        key="claims.verdict",
        bind="query-params",
    )
    section = st.pills(
        "Section of the article", claims.sections(), key="claims.section", bind="query-params"
    )
    chosen = claims.pick(verdict, section)
    st.html(f'<p class="picked" role="status">{escape(claims.picked(chosen))}</p>')
    with st.container(key="claim-list"):
        for claim in chosen:
            st.html(told(claim))
            for link in shown(claim.key):
                if link.chapter == chapter.key:  # the part is on this page
                    to = f'<a href="#{link.query["part"]}">{escape(link.words)}</a>'
                    st.html(f'<p class="below">{to}</p>')
                    continue
                page = st.session_state["pages"][link.chapter]
                st.page_link(page, label=link.words, query_params=link.query)


def told(claim: Claim) -> str:
    """Return one claim: what the article says, the verdict and why, and what that rests on."""
    return (
        f'<section class="claim"><h3><i>{claims.number(claim)}</i> {escape(claim.says)}</h3>'
        f'<p class="judged"><b>{claim.verdict.capitalize()}:</b> {escape(claim.reason)}</p>'
        f'<p class="rests">{pictures.tags(*claim.tags)} {pictures.cited(*claim.sources)}</p>'
        "</section>"
    )


def refused() -> list[str]:
    """Say what the address asks for that this page does not have."""
    asked = {
        "claims.verdict": ("Verdict", [verdict.capitalize() for verdict in VERDICTS]),
        "claims.section": ("Section of the article", claims.sections()),
    }
    return [
        f"{label} must be one of {', '.join(options)}, got {text[:20]!r}"
        for key, (label, options) in asked.items()
        if (text := st.query_params.get(key)) and text not in options
    ]


chapter = s.here(__file__)

s.headline(chapter)
s.notice(refused=refused())
st.html(pictures.verdicts())
s.section(
    "Claim by claim",
    "What the article says stands in our words. Each line says what the reason was found in: "
    "people, animals, cells, or the model of these pages.",
)
checked()
st.html(pictures.omitted())
st.html(pictures.deaths())
st.html(pictures.surveys())
s.known(chapter)
s.following(chapter)
