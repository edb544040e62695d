"""The article, checked: each claim with its verdict, and what the article leaves out."""

from mureceptor.report import claims, pictures
from page.parts import Chapter, ClaimList, Known, Section, Still

CHAPTER = Chapter(
    key="claims",
    path="claims",
    name="The article, checked",
    headline=claims.headline(),
    lead=claims.lead(),
    parts=(
        Still(pictures.verdicts),
        Section(
            "Claim by claim",
            """
            What the article says stands in our words. Each line says what the reason
            was found in: people, animals, cells, or the model of these pages.
            """,
        ),
        ClaimList(),
        Still(pictures.omitted),
        Still(pictures.deaths),
        Still(pictures.surveys),
        Known(),
    ),
)
