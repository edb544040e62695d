"""What is in the leaf, as still pictures: shares, targets, and what the body makes of it."""

from dataclasses import dataclass
from html import escape
from typing import Final

from mureceptor.evidence import TARGETS, Seen, measures, targets
from mureceptor.report.pictures import cited, figure, scale, tags, track


def shares() -> str:
    """Draw the share of each compound in all alkaloids of a leaf, from the least to the most."""
    found = measures("leaf")
    rows = ""
    for compound in dict.fromkeys(row.series for row in found):
        leaves = sorted((row for row in found if row.series == compound), key=lambda r: r.value)
        values = [leaf.value for leaf in leaves]
        told = ", ".join(f"{leaf.value:g} % in {leaf.label}" for leaf in leaves)
        rows += (
            f'<li class="hollow"><span class="name">{escape(compound)}</span>'
            f"{track(values, 100, told)}<span>{escape(told)}</span></li>"
        )
    body = (
        '<p class="picture-words">A kratom leaf holds more than 40 alkaloids, bitter compounds '
        f"that a plant makes {cited('Ellis2020')}. Each ring is one leaf. All numbers are drawn "
        "hollow: they were read in later texts, a secondary source "
        f"{cited(*dict.fromkeys(row.source for row in found))}.</p>"
        f'<ul class="tracks">{scale("% of all alkaloids", (0, 25, 50, 75, 100))}{rows}</ul>'
        '<p class="picture-words">No two leaves are alike. Of 745 samples from Thailand, the one '
        f"richest in mitragynine held 16 times as much as the poorest {cited('Sengnon2023')}. In "
        "some plants grown in the US, speciogynine comes first "
        f"{cited('Manwill2022')}. Newer texts give less 7\u2011OH, or too little to measure "
        f"{cited('Smith2025')}.</p>"
    )
    title = "Mitragynine leads in some leaf, and is a small part in other"
    return figure("leaf", title, found[0].system, "", body, caution=found[0].caution)


def grid() -> str:
    """Draw compound against target: in each cell what was seen, and in what it was seen."""
    seen = targets()
    head = "".join(f'<th scope="col">{escape(_TARGET[target])}</th>' for target in TARGETS)
    rows = ""
    for compound in dict.fromkeys(row.compound for row in seen):
        cells = "".join(
            f"<td>{''.join(_cell(s) for s in seen if (s.compound, s.target) == (compound, t))}</td>"
            for t in TARGETS
        )
        rows += f'<tr><th scope="row">{escape(compound)}</th>{cells}</tr>'
    notes = "".join(
        f"<li><b>{escape(row.compound)}, {_TARGET[row.target]}.</b> {tags(row.system)} "
        f"{escape(row.note)} {cited(*row.sources)}{_read(row)}</li>"
        for row in seen
    )
    body = (
        '<p class="picture-words">Where a compound of the leaf, or what the body makes of it, was '
        "seen to act. An empty place: we found none. It does not mean that nothing is there. "
        "Nothing here was shown in people. In a dashed frame: read in a later text, a secondary "
        "source.</p>"
        f'<table class="grid"><thead><tr><td></td>{head}</tr></thead><tbody>{rows}</tbody></table>'
        "<details><summary>Each place in words, with its source</summary>"
        f'<ul class="notes">{notes}</ul></details>'
    )
    title = "Kratom is more than one compound on one target"
    return figure("targets", title, ("animals", "cells"), "", body)


def _read(seen: Seen) -> str:
    return ", secondary source" if seen.secondary else ""


def _cell(seen: Seen) -> str:
    hollow = ' class="hollow"' if seen.secondary else ""
    return f"<span{hollow}>{tags(seen.system)} {escape(seen.does)}</span>"


_TARGET: Final = {
    "mu": "mu receptor",
    "kappa": "kappa receptor",
    "delta": "delta receptor",
    "adrenaline": "adrenaline targets",
    "serotonin": "serotonin targets",
}


@dataclass(frozen=True)
class Step:
    """A step of the road: what it is, how one gets there, and what is sold as it."""

    name: str
    how: str
    systems: tuple[str, ...]
    sources: tuple[str, ...]
    sold: str
    sellers: tuple[str, ...]


ROAD: Final = (
    Step(
        "Leaf",
        "A leaf of the kratom tree, dried. In much of it mitragynine is the main compound.",
        ("cells",),
        ("Kamble2020",),
        "goods of whole leaf, like most of 341 that were checked",
        ("Sharma2025DTA",),
    ),
    Step(
        "Mitragynine",
        "It pushes on the mu receptor in part, or in one test not at all.",
        ("cells",),
        ("Todd2020", "Obeng2021"),
        "extracts, which hold more of it than leaf",
        ("Smith2025",),
    ),
    Step(
        "7-OH",
        "The body turns some mitragynine into it. Less of it is needed. In people, both rise in "
        "step.",
        ("people", "animals"),
        ("Huestis2024", "Hill2022"),
        "tablets and drinks of strong 7-OH",
        ("FDA2025",),
    ),
    Step(
        "Pseudoindoxyl",
        "In human blood plasma in a tube, 7-OH turned into it. Still less of it is needed. In the "
        "plasma of animals far less came about, but mice make some. How much a living person "
        "makes, we did not find.",
        ("animals", "cells"),
        ("Kamble2020", "Chakraborty2021b"),
        "products of its own. In August 2026 it came under the strictest US control",
        ("DEA2026Aug",),
    ),
)


def road() -> str:
    """Draw the road from leaf to what the body makes of it, and what is sold at each step."""
    steps = "".join(
        f"<li><b>{escape(step.name)}</b><p>{escape(step.how)} {tags(*step.systems)} "
        f"{cited(*step.sources)}</p><p><b>Sold as</b> {escape(step.sold)} "
        f"{cited(*step.sellers)}</p></li>"
        for step in ROAD
    )
    body = (
        '<p class="picture-words">From mitragynine on, each step needs less for the same effect. '
        "A product that starts further down the road does not wait for the body to make it.</p>"
        f'<ol class="road">{steps}</ol>'
    )
    caution = (
        "The name kratom is put on all of these. A label does not tell which step is inside, nor "
        "how much."
    )
    title = "One name, four steps: what is sold is not always leaf"
    return figure("road", title, ("people", "animals", "cells"), "", body, caution=caution)
