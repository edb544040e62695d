"""The article, checked, as still pictures: how its claims stand, and what it leaves out."""

from mureceptor.evidence import claims, omissions
from mureceptor.report.claims import PLAINLY, by_verdict, left_out, number
from mureceptor.report.still import Gaps, Line, Paragraph, Still, Verdict, Verdicts, cited


def verdicts() -> Still:
    """Draw each claim as a numbered square in the row of its verdict."""
    return Still(
        key="verdicts",
        title="How the claims stand",
        note=f"Each square is one of {len(claims())} claims, numbered as below, and leads there.",
        pieces=(
            Verdicts(
                tuple(
                    Verdict(name, PLAINLY[name], tuple(map(number, held)), name == "supported")
                    for name, held in by_verdict().items()
                )
            ),
        ),
    )


def omitted() -> Still:
    """Draw each thing that the article leaves out as an empty square, with its words."""
    return Still(
        key="omitted",
        title="What the article leaves out altogether",
        note="Each empty square is one thing.",
        pieces=(
            Paragraph((left_out(),)),
            Gaps(
                tuple(
                    Line(f"{row.short}.", (), row.sentence, cited(*row.sources))
                    for row in omissions()
                )
            ),
        ),
    )
