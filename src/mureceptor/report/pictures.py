"""Counted pictures as HTML: each square is one, and every one is drawn.

No sizes or colours here: the page's style draws the squares in the colours of the theme.
"""

from collections.abc import Iterable
from html import escape
from typing import Final

from mureceptor.evidence import SYSTEMS, Claim, Count, claims, counts, omissions, sources
from mureceptor.report.claims import PLAINLY, by_verdict, number

BLOCK: Final = 1000  # people in a block of the large picture
_BLOCK_COLUMNS: Final = 20


def first(count: int, columns: int) -> str:
    """Return the CSS shape that holds the first `count` squares of rows of `columns`.

    Its inner edges run in the gaps between squares, half a pixel before the next one.
    """
    full, rest = divmod(count, columns)
    corners = [(0, 0), (columns, 0), (columns, full), (rest, full), (rest, full + 1), (0, full + 1)]
    if not rest:
        corners = [*corners[:3], (0, full)]
    points = (
        " ".join(f"calc({place} * var(--pitch) - 0.5px)" if place else "0" for place in corner)
        for corner in corners
    )
    return f"polygon({', '.join(points)})"


def squares(total: int, few: int, columns: int, *, size: str = "") -> str:
    """Draw `total` squares in rows of `columns`, the first `few` of them in the text's colour."""
    rows = -(-total // columns)
    marked = f'<b style="clip-path: {first(few, columns)}"></b>' if few else ""
    return (
        f'<span class="squares {size}" style="--columns: {columns}; --rows: {rows}">'
        f'<i style="clip-path: {first(total, columns)}"></i>{marked}</span>'
    )


def blocks(total: int, few: int) -> list[tuple[int, int]]:
    """Part `total` into blocks of a thousand, each with how many of the `few` it holds."""
    starts = range(0, total, BLOCK)
    return [(min(BLOCK, total - s), max(0, min(BLOCK, few - s))) for s in starts]


def verdicts() -> str:
    """Draw each claim as a numbered square in the row of its verdict."""
    rows = "".join(_row(verdict, held) for verdict, held in by_verdict().items())
    note = f"Each square is one of {len(claims())} claims, numbered as below, and leads there."
    return figure("verdicts", "How the claims stand", "", note, f'<ul class="verdicts">{rows}</ul>')


def left_out() -> str:
    """Say how much the article leaves out, and the worst of it."""
    return f"Left out of the article: breathing, and {len(omissions()) - 1} more things"


def omitted() -> str:
    """Draw each thing that the article leaves out as an empty square, with its words."""
    rows = "".join(
        f"<li><i></i><div><b>{escape(row.short)}.</b> {escape(row.sentence)} "
        f"{cited(*row.sources)}</div></li>"
        for row in omissions()
    )
    body = f'<ul class="omitted">{rows}</ul>'
    note = "Each empty square is one thing."
    return figure("omitted", "What the article does not say at all", "", note, body)


def found() -> str:
    """Say in how many deaths by overdose kratom was found."""
    rows = {row.key: row for row in counts()}
    widest = rows["deaths-found"]
    return (
        f"Kratom was found in {widest.count} of {widest.out_of:,} people who died of an overdose."
    )


def judged() -> str:
    """Say in how many it was judged a cause, and what that number cannot tell."""
    rows = {row.key: row for row in counts()}
    return (
        f"Most of these were of opioids. Kratom was judged a cause in "
        f"{rows['deaths-cause'].count}; how many it causes is not known."
    )


def deaths() -> str:
    """Draw every person who died of an overdose, and those in whom kratom was found."""
    found = [count for count in counts() if count.group == "deaths"]
    widest = max(found, key=lambda count: count.count)
    alt = f"{widest.count:,} of {widest.out_of:,} squares are marked: {widest.label}"
    every = "".join(
        squares(drawn, few, _BLOCK_COLUMNS) for drawn, few in blocks(widest.out_of, widest.count)
    )
    rows = "".join(
        f'<li><span role="img" aria-label="{row.count} squares">'
        f"{squares(row.count, row.count, 19, size='large')}</span>"
        f'<p><b class="total">{row.count}</b> {escape(row.label)}</p></li>'
        for row in found
    )
    body = (
        f'<p class="picture-words">Each small square is one of {widest.out_of:,} '
        f"{escape(widest.population)}. A full block is {BLOCK:,} people. The marked squares, top "
        f"left, are the {widest.count} with {escape(widest.label)}.</p>"
        f'<div class="blocks" role="img" aria-label="{alt}">{every}</div>'
        f'<p class="picture-words">The same {widest.count} drawn larger. The smaller counts are '
        f'part of it, and all are out of {widest.out_of:,}.</p><ul class="larger">{rows}</ul>'
        + _who(widest)
    )
    title = "Kratom in the records of overdose deaths"
    return figure("deaths", title, widest.system, "", body, caution=widest.caution)


def surveys() -> str:
    """Draw two surveys side by side, like for like, with who was asked."""
    alike = [row for row in counts() if row.alike == "moderate or severe, past year"]
    sides = "".join(f"<li>{_survey(row)}</li>" for row in alike)
    body = (
        f'<p class="picture-words">Here both surveys count the same thing: {escape(alike[0].label)}'
        f' in the past year.</p><ul class="surveys">{sides}</ul>{_levels()}'
    )
    caution = (
        f"{alike[0].caution} These are two groups, asked in two ways. They are not two points of "
        "one trend, and cannot tell how likely a use disorder is for any one person."
    )
    title = "Two surveys that do not agree"
    return figure("surveys", title, alike[0].system, "", body, caution=caution)


def cited(*keys: str) -> str:
    """Return the short names of sources, each a link to the work."""
    links = ", ".join(
        f'<a href="{escape(source.link)}" target="_blank" rel="noreferrer">{escape(source.short)}'
        "</a>"
        for source in (sources()[key] for key in keys)
    )
    return f'<span class="source">{links}</span>' if links else ""


def tags(*names: str) -> str:
    """Return evidence tags, the nearest to a person first."""
    found = sorted(names, key=SYSTEMS.index)
    return " ".join(f'<span class="tag tag-{name}">{name}</span>' for name in found)


def _row(verdict: str, held: tuple[Claim, ...]) -> str:
    numbers = [number(claim) for claim in held]
    whole = ' class="whole"' if verdict == "supported" else ""
    drawn = "".join(
        f'<a href="#claim-{each}"{whole} aria-label="Claim {each}">{each}</a>' for each in numbers
    )
    return (
        f'<li><span class="verdict"><b>{verdict.capitalize()}</b> '
        f'<span>{PLAINLY[verdict]}</span></span><b class="total">{len(held)}</b>'
        f'<span class="numbered">{drawn}</span></li>'
    )


def _survey(row: Count) -> str:
    drawn = squares(row.out_of, row.count, 10, size="large")
    per_100 = f", or {100 * row.count / row.out_of:.3g} in 100" if row.out_of != 100 else ""
    printed = (
        f" Printed as {escape(row.printed)} people, so drawn as {row.count} in each {row.out_of}."
        if row.sample != row.out_of
        else ""
    )
    words = f"{row.count} of {row.out_of}"
    return (
        f'<span role="img" aria-label="{words} squares are marked">{drawn}</span>'
        f'<p><b class="total">{words}</b>{per_100}.{printed}</p>{_who(row)}'
    )


def _levels() -> str:
    levels = [row for row in counts() if row.group == "disorder" and row.alike.startswith("levels")]
    any_level = next(row for row in counts() if row.alike == "any level, past year")
    largest = next(row for row in counts() if row.alike == "any level, largest survey")
    parts = [f"{row.count} {row.label.split()[1]}" for row in levels]
    told = f"{', '.join(parts[:-1])} and {parts[-1]}"
    return (
        f'<p class="picture-words">By level, {cited(any_level.source)} found {told}: '
        f"{any_level.count} of {any_level.out_of} with {escape(any_level.label)}. We have no such "
        "split from the other survey, so nothing stands beside it.</p>"
        f'<p class="picture-words">The largest, {cited(largest.source)}, asked '
        f"{largest.out_of:,} {escape(largest.population)} and found {largest.count}, or "
        f"{100 * largest.count / largest.out_of:.3g} in 100, with {escape(largest.label)}. By the "
        "count of signs, most of these were mild or moderate.</p>"
    )


def _who(row: Count) -> str:
    return (
        f'<dl class="who"><dt>Who</dt><dd>{escape(row.population)}</dd>'
        f"<dt>How</dt><dd>{escape(row.asked)}</dd>"
        f"<dt>When, where</dt><dd>{escape(row.year)}, {escape(row.place)}</dd>"
        f"<dt>Source</dt><dd>{cited(row.source)}, {escape(row.reading)}</dd></dl>"
    )


def figure(
    key: str, title: str, tag: str | tuple[str, ...], note: str, body: str, *, caution: str = ""
) -> str:
    """Return a still picture under its title; a link names it by its `key`."""
    named = (tag,) if isinstance(tag, str) and tag else tuple(tag)
    rests = f'<p class="live-rests">{tags(*named)} {escape(note)}</p>'
    warned = f'<p class="live-caution">{escape(caution)}</p>' if caution else ""
    return (
        f'<figure class="still" id="{key}"><div class="live-head"><h2>{escape(title)}</h2>'
        f"{rests}</div>{warned}{body}</figure>"
    )


def scale(unit: str, ticks: Iterable[int]) -> str:
    """Return the row of numbers, evenly spaced, that stands over tracks."""
    numbers = "".join(f"<i>{tick}</i>" for tick in ticks)
    return f'<li class="scale" aria-hidden="true"><span>{unit}</span><span>{numbers}</span></li>'


def track(
    values: list[float], end: float, told: str, *, spread: tuple[float, float] | None = None
) -> str:
    """Draw values as rings or dots on a line from 0 to `end`, over their range or a `spread`."""
    low, high = spread or (min(values), max(values))
    band = f'<i style="left: {100 * low / end:.3g}%; width: {100 * (high - low) / end:.3g}%"></i>'
    dots = "".join(f'<b style="left: {100 * value / end:.3g}%"></b>' for value in values)
    return f'<span class="track" role="img" aria-label="{escape(told)}">{band}{dots}</span>'
