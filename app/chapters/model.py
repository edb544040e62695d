"""Chapter 10, the model and its limits: read from the code's own records, so it cannot drift."""

from html import escape

import streamlit as st

import skeleton as s
from mureceptor.evidence import sources
from mureceptor.report import records
from mureceptor.report.equations import MODULES, Equation, equations, references, sign, title
from mureceptor.report.pictures import cited
from sheets import sheet

PARTS = {
    "left-out": "What is left out",
    "equations": "Equations",
    "parameters": "Controls",
    "numbers": "Numbers",
    "words": "Words",
    "references": "References",
}


def part(key: str, *paragraphs: str) -> None:
    """Open a part of the page, where its link leads."""
    words = "".join(f"<p>{escape(p)}</p>" for p in paragraphs)
    st.html(f'<h2 class="section" id="{key}">{PARTS[key]}</h2><div class="prose">{words}</div>')


def show(equation: Equation) -> None:
    """Show one equation under its purpose, beside what its letters mean."""
    told, explained = st.columns(2, gap="large")
    with told:
        st.html(f'<p class="purpose">{escape(equation.purpose)}</p>')
        lines = r"\\".join(f"&{line}" for line in equation.lines)
        st.latex(rf"\begin{{aligned}}{lines}\end{{aligned}}")
    terms = "".join(
        f"<dt>{sign(term.sign)}</dt><dd>{escape(term.words)}"
        f"{f' Here: {escape(term.usual)}.' if term.usual else ''}</dd>"
        for term in equation.terms
    )
    explained.html(f'<dl class="terms">{terms}</dl>')


s.headline(s.here(__file__))
links = "".join(f'<li><a href="#{key}">{name}</a></li>' for key, name in PARTS.items())
st.html(
    f'<nav aria-label="On this page"><ul class="contents">{links}</ul></nav>'
    '<p class="prose">This page is made from the code’s own records, so it cannot drift from '
    "them. The app records nothing about visitors. What you set stands in the page’s address. "
    "Where you stopped is kept by your own browser only.</p>"
)

part("left-out")
for way, held in records.left_out().items():
    rows = "".join(
        f"<li><b>{escape(limit.left_out)}</b> {escape(limit.errs)} {cited(*limit.sources)}</li>"
        for limit in held
    )
    st.html(
        f'<h3 class="module">{way.capitalize()}: {len(held)}</h3><ul class="limits">{rows}</ul>'
    )

part(
    "equations",
    "They stand here as in the code, with its own terms; the words of the other pages are explained"
    " below. In brackets is the unit, where [1] is a plain number.",
)
for module in MODULES:
    st.html(
        f'<h3 class="module">{escape(title(module))} '
        f"{cited(*(source.key for source in references(module)))}</h3>"
    )
    for equation in equations(module):
        show(equation)

part("parameters", "Everything that can be moved or chosen on these pages, and how far.")
st.html(sheet("Controls of the figures", records.PARAMETERS, records.parameters()))
st.html(sheet("Where no drug is named", records.TEXTBOOK, {"": records.textbook_drugs()}))

part("numbers", "Every measured number that a figure may draw, and where it stands in its source.")
st.html(
    sheet("Breathing against receptors taken, in people", records.FITTED, records.fitted())
    + sheet("Measured values", records.VALUES, records.measured())
)

part("words")
st.html(s.words())

part(
    "references",
    "Each says how far we read it. Money and ties are named wherever we read of them, on every "
    "side: kratom’s trade, makers of other drugs, work in court. Where none "
    "stands, we read of none.",
)
st.html(s.in_full(sorted(sources().values(), key=lambda source: source.citation.casefold())))
