"""The article, checked: each claim with its verdict, and what the article leaves out."""

from mureceptor.report import claims, verdicts
from page.parts import Chapter, ClaimList, Fold, Known, Section

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
            What the article says stands in our words, and beside it what we make of
            it. Open a line for the reason, and for what that was found in.
            """,
        ),
        ClaimList(),
        Fold(claims.left_out(), (verdicts.omitted(),)),
        Known(),
    ),
)
