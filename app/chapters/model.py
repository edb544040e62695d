"""The model and its limits: read from the code's own records, so it cannot drift."""

from mureceptor.report import records
from page.parts import Chapter, Equations, ModelPart, OnThisPage

CHAPTER = Chapter(
    key="model",
    path="model",
    name="The model and its limits",
    headline="Real drugs can do worse than these curves show.",
    lead=records.lead(),
    parts=(
        OnThisPage("""
            This page is made from the code’s own records, so it cannot drift from them.
            The app records nothing about visitors. What you set stands in the page’s
            address. Where you stopped is kept by your own browser only.
            """),
        ModelPart("left-out", "What is left out"),
        Equations(
            "equations",
            "Equations",
            """
            They stand here as in the code, with its own terms; the words of the other
            pages are explained below. In brackets is the unit, where [1] is a plain
            number.
            """,
        ),
        ModelPart(
            "parameters",
            "Controls",
            "Everything that can be moved or chosen on these pages, and how far.",
        ),
        ModelPart(
            "numbers",
            "Numbers",
            "Every measured number that a figure may draw, and where it stands in its source.",
        ),
        ModelPart("words", "Words"),
        ModelPart(
            "references",
            "References",
            """
            Each says how far we read it. Money and ties are named wherever we read of
            them, on every side: kratom’s trade, makers of other drugs, work in court.
            Where none stands, we read of none.
            """,
        ),
    ),
)
