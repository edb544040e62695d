"""Pain relief in people after kratom, as a still picture with its spread."""

from html import escape
from typing import Final

from mureceptor.evidence import measures
from mureceptor.report.pictures import cited, figure, scale, track

_LONGEST: Final = 70.0  # seconds at the right end of the scale


def relief() -> str:
    """Draw how long men kept a hand in ice water: means, each with its spread."""
    found = measures("relief")
    rows = ""
    for row in found:
        spread = row.spread or 0.0
        told = f"{row.value:.1f} s, spread {spread:.1f} s"
        ends = (max(0.0, row.value - spread), row.value + spread)
        rows += (
            f'<li><span class="name">{escape(row.series.capitalize())}, {escape(row.label)}</span>'
            f"{track([row.value], _LONGEST, told, spread=ends)}"
            f"<span><b>{row.value:.1f} s</b>, spread {spread:.1f} s</span></li>"
        )
    first = found[0]
    body = (
        f'<p class="picture-words">How long {escape(first.who)} kept a hand in ice water. The dot '
        "is the mean. The pale bar is the spread, one standard deviation to each side, cut off at "
        "zero: most men lie in it, some outside.</p>"
        f'<ul class="tracks">{scale("Seconds", range(0, 71, 10))}{rows}</ul>'
        '<p class="picture-words">After kratom the mean rose, and on placebo it did not. But the '
        "spread is wider than the mean itself. A few men may have held on for very long, and many "
        "hardly longer. As all of them took kratom daily, some of the relief may be relief from "
        f"withdrawal, though none was seen {cited(first.source)}.</p>"
        '<p class="picture-words">Pure mitragynine changed little in 15 people '
        f"{cited('Prevete2025')}. We found no published comparison with an opioid. In a company’s "
        "own test of an altered mitragynine, it eased pain and oxycodone eased it more. That is "
        f"news of what the company said, no paper {cited('Atai2022')}.</p>"
        f'<dl class="who"><dt>Who</dt><dd>{escape(first.who)}</dd>'
        f"<dt>How</dt><dd>{escape(first.how)}</dd>"
        f"<dt>Source</dt><dd>{cited(first.source)}, {escape(first.reading)}</dd></dl>"
    )
    title = "Pain relief in people: a longer mean, and a very wide spread"
    return figure("relief", title, first.system, "", body, caution=first.caution)
