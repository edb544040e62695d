"""What is in the leaf, as still pictures: shares, targets, and what the body makes of it."""

from typing import Final

from mureceptor.evidence import TARGETS, Seen, measures, targets
from mureceptor.report.still import (
    Cell,
    Grid,
    Line,
    Notes,
    Paragraph,
    Road,
    Step,
    Still,
    Track,
    Tracks,
    cited,
)


def shares() -> Still:
    """Draw the share of each compound in all alkaloids of a leaf, from the least to the most."""
    found = measures("leaf")
    tracks = []
    for compound in dict.fromkeys(row.series for row in found):
        leaves = sorted((row for row in found if row.series == compound), key=lambda r: r.value)
        values = tuple(leaf.value for leaf in leaves)
        told = ", ".join(f"{leaf.value:g} % in {leaf.label}" for leaf in leaves)
        tracks.append(Track(compound, values, (values[0], values[-1]), "", told))
    return Still(
        key="leaf",
        title="Mitragynine leads in some leaf, and is a small part in other",
        tags=(found[0].system,),
        caution=found[0].caution,
        pieces=(
            Paragraph(
                (
                    "A kratom leaf holds more than 40 alkaloids, bitter compounds that a plant "
                    "makes ",
                    cited("Ellis2020"),
                    ". Each ring is one leaf. All numbers are drawn hollow: they were read in "
                    "later texts, a secondary source ",
                    cited(*dict.fromkeys(row.source for row in found)),
                    ".",
                )
            ),
            Tracks(tuple(tracks), 100, "hollow", "% of all alkaloids", (0, 25, 50, 75, 100)),
            Paragraph(
                (
                    "No two leaves are alike. Of 745 samples from Thailand, the one richest in "
                    "mitragynine held 16 times as much as the poorest ",
                    cited("Sengnon2023"),
                    ". In some plants grown in the US, speciogynine comes first ",
                    cited("Manwill2022"),
                    ". Newer texts give less 7-OH, or too little to measure ",
                    cited("Smith2025"),
                    ".",
                )
            ),
        ),
    )


def grid() -> Still:
    """Draw compound against target: in each cell what was seen, and in what it was seen."""
    seen = targets()
    return Still(
        key="targets",
        title="Kratom is more than one compound on one target",
        tags=("animals", "cells"),
        pieces=(
            Paragraph(
                (
                    "Where a compound of the leaf, or what the body makes of it, was seen to act. "
                    "An empty place: we found none. It does not mean that nothing is there. "
                    "Nothing here was shown in people. In a dashed frame: read in a later text, a "
                    "secondary source.",
                )
            ),
            Grid(
                tuple(_TARGET[target] for target in TARGETS),
                tuple(
                    (compound, tuple(_cells(seen, compound, target) for target in TARGETS))
                    for compound in dict.fromkeys(row.compound for row in seen)
                ),
            ),
            Notes("Each place in words, with its source", tuple(_line(row) for row in seen)),
        ),
    )


def _cells(seen: tuple[Seen, ...], compound: str, target: str) -> tuple[Cell, ...]:
    return tuple(
        Cell(row.system, row.does, row.secondary)
        for row in seen
        if (row.compound, row.target) == (compound, target)
    )


def _line(seen: Seen) -> Line:
    return Line(
        f"{seen.compound}, {_TARGET[seen.target]}.",
        (seen.system,),
        seen.note,
        cited(*seen.sources),
        ", secondary source" if seen.secondary else "",
    )


_TARGET: Final = {
    "mu": "mu receptor",
    "kappa": "kappa receptor",
    "delta": "delta receptor",
    "adrenaline": "adrenaline targets",
    "serotonin": "serotonin targets",
}


def road() -> Still:
    """Draw the road from leaf to what the body makes of it, and what is sold at each step."""
    return Still(
        key="road",
        title="One name, four steps: what is sold is not always leaf",
        tags=("people", "animals", "cells"),
        caution="The name kratom is put on all of these. A label does not tell which step is "
        "inside, nor how much.",
        pieces=(
            Paragraph(
                (
                    "From mitragynine on, each step needs less for the same effect. A product "
                    "that starts further down the road does not wait for the body to make it.",
                )
            ),
            _ROAD,
        ),
    )


_ROAD: Final = Road(
    (
        Step(
            "Leaf",
            "A leaf of the kratom tree, dried. In much of it mitragynine is the main compound.",
            ("cells",),
            cited("Kamble2020"),
            "goods of whole leaf, like most of 341 that were checked",
            cited("Sharma2025DTA"),
        ),
        Step(
            "Mitragynine",
            "It pushes on the mu receptor in part, or in one test not at all.",
            ("cells",),
            cited("Todd2020", "Obeng2021"),
            "extracts, which hold more of it than leaf",
            cited("Smith2025"),
        ),
        Step(
            "7-OH",
            "The body turns some mitragynine into it. Less of it is needed. In people, both rise "
            "in step.",
            ("people", "animals"),
            cited("Huestis2024", "Hill2022"),
            "tablets and drinks of strong 7-OH",
            cited("FDA2025"),
        ),
        Step(
            "Pseudoindoxyl",
            "In human blood plasma in a tube, 7-OH turned into it. Still less of it is needed. In "
            "the plasma of animals far less came about, but mice make some. How much a living "
            "person makes, we did not find.",
            ("animals", "cells"),
            cited("Kamble2020", "Chakraborty2021b"),
            "products of its own. In August 2026 it came under the strictest US control",
            cited("DEA2026Aug"),
        ),
    )
)
