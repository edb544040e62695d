"""The article, checked, as still pictures: how its claims stand, and what it leaves out."""

from mureceptor.evidence import claims, omissions
from mureceptor.report.claims import PLAINLY, by_verdict, in_words, number
from mureceptor.report.still import Gaps, Line, Still, Verdict, Verdicts, cited


def verdicts() -> Still:
    """Draw each claim as a numbered square in the row of its verdict."""
    stand = len(by_verdict()["supported"])
    return Still(
        key="verdicts",
        title=f"The article\u2019s {len(claims())} claims, checked: "
        f"only {in_words(stand)} stand as they are",
        note="The number in a square is the claim\u2019s number below: it leads there.",
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
        title="What the article does not say at all",
        note="Each empty square is one thing.",
        pieces=(
            Gaps(
                tuple(
                    Line(f"{row.short}.", (), row.sentence, cited(*row.sources))
                    for row in omissions()
                )
            ),
        ),
    )
