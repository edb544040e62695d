"""Pain relief in people after kratom, as a still picture with its spread."""

from typing import Final

from mureceptor.evidence import Measure, measures
from mureceptor.report.still import Paragraph, Still, Track, Tracks, Who, cited
from mureceptor.views.phrases import decimals

_DRINKS: Final = {"kratom": "With kratom", "placebo drink": "Without kratom"}
_LONGEST: Final = 70  # seconds at the right end of the scale


def relief() -> Still:
    """Draw how long men kept a hand in ice water: means, each with its spread."""
    found = measures("relief")
    first = found[0]
    return Still(
        key="relief",
        title="Does kratom ease pain in people? One small test, no proof",
        tags=(first.system,),
        caution=first.caution,
        pieces=(
            Paragraph(
                (
                    f"How long {first.who} kept a hand in ice water. The dot is the average. The "
                    "pale bar is the spread around it: most men lie in it, some outside. It is cut "
                    "off at zero.",
                )
            ),
            Tracks(
                tuple(_track(row) for row in found),
                _LONGEST,
                "dots",
                "Seconds until the hand came out of the ice water",
                tuple(range(0, _LONGEST + 1, 10)),
            ),
            Paragraph(
                (
                    "The spread is wider than the average itself: a few men may have held on for "
                    "very long, and many hardly longer. As all of them took kratom daily, some of "
                    "the relief may be relief from withdrawal, even if the study saw none. After "
                    "kratom the average rose, and after a placebo drink without kratom it did not ",
                    cited(first.source),
                    ".",
                )
            ),
            Paragraph(
                (
                    "We found no published comparison with an opioid. Pure mitragynine changed "
                    "little in 15 people ",
                    cited("Prevete2025"),
                    ". In a company’s own test of an altered mitragynine, it eased pain and "
                    "oxycodone eased it more. That is news of what the company said, no paper ",
                    cited("Atai2022"),
                    ".",
                )
            ),
            Who(
                who=first.who,
                how=f"{first.how}; the spread is one standard deviation",
                source=cited(first.source),
                reading=first.reading,
            ),
        ),
    )


def _track(row: Measure) -> Track:
    spread = row.spread or 0.0
    return Track(
        f"{_DRINKS[row.series]}, {row.label}",
        (row.value,),
        (max(0.0, row.value - spread), row.value + spread),
        f"{decimals(row.value, 1)} s",
        f" on average, give or take {decimals(spread, 1)} s",
    )
