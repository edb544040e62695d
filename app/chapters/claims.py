"""The article, checked: each claim with its verdict, and what the article leaves out."""

from mureceptor.report import claims, counted, verdicts
from page.parts import Chapter, ClaimList, Known, Section

CHAPTER = Chapter(
    key="claims",
    path="claims",
    name="The article, checked",
    headline=claims.headline(),
    lead=claims.lead(),
    parts=(
        verdicts.verdicts(),
        Section(
            "Claim by claim",
            """
            What the article says stands in our words. Each line says what the reason
            was found in: people, animals, cells, or the model of these pages.
            """,
        ),
        ClaimList(),
        verdicts.omitted(),
        counted.deaths(),
        counted.surveys(),
        Known(),
    ),
)
