"""Each mark of a plot, but for its words."""

from collections.abc import Callable, Iterator
from typing import Final

from mureceptor.marks import cups
from mureceptor.marks.marks import Band, Bar, Bars, Dot, Dots, Leader, Line, Mark, Receptors
from mureceptor.marks.svg.strokes import (
    FIXED,
    HIGH,
    WIDE,
    Frame,
    at,
    colour,
    number,
    path,
    stretched,
    stroke,
)
from mureceptor.marks.svg.words import beside, height, text, whole
from mureceptor.marks.text import rows


def draw(mark: Mark, frame: Frame) -> Iterator[str]:
    """Draw a mark; words that stay and fields behind are drawn elsewhere."""
    match mark:
        case Line():
            yield _line(mark, frame)
        case Band():
            yield _band(mark, frame)
        case Dots():
            yield from _dots(mark, frame)
        case Bars():
            for bar in mark.bars:
                yield from _bar(bar, frame)
        case Receptors():
            yield _receptors(mark, frame)
        case Leader():
            (x0, y0), (x1, y1) = mark.start, mark.end
            ends = frame.across(x0), frame.down(y0), frame.across(x1), frame.down(y1)
            yield stroke(*ends, mark.ink, 1)


def _line(mark: Line, frame: Frame) -> str:
    dash = f' stroke-dasharray="{",".join(f"{d:g}" for d in mark.dash)}"' if mark.dash else ""
    curve = (
        f'<path d="{path(mark.x, mark.y, frame)}" fill="none" stroke="{colour(mark.ink)}"'
        f' stroke-width="{mark.width:g}"{dash}{FIXED}/>'
    )
    return stretched(curve, frame, clipped=mark.clipped)


def _band(mark: Band, frame: Frame) -> str:
    low, high = path(mark.x, mark.low, frame), path(mark.x, mark.high, frame)
    back = path(mark.x[::-1], mark.low[::-1], frame)
    ink = colour(mark.ink)
    parts = f'<path d="{high}L{back[1:]}Z" fill="{ink}" fill-opacity="{mark.opacity:g}"/>'
    if mark.edged:
        parts += f'<path d="{low}{high}" fill="none" stroke="{ink}" stroke-opacity="0.8"{FIXED}/>'
    return stretched(parts, frame)


# The outline of each symbol around a point, by Plotly's measures: r is half the marker's size.
_OUTLINE: Final[dict[str, Callable[[float], str]]] = {
    "diamond": lambda r: f"M{1.3 * r:g} 0L0 {1.3 * r:g}L{-1.3 * r:g} 0L0 {-1.3 * r:g}Z",
    "square": lambda r: f"M{r:g} {r:g}H{-r:g}V{-r:g}H{r:g}Z",
    "triangle-up": lambda r: f"M{-2 * r / 3**0.5:.2f} {r / 2:g}H{2 * r / 3**0.5:.2f}L0 {-r:g}Z",
}


def _dots(mark: Dots, frame: Frame) -> Iterator[str]:
    dots = [dot for dot in mark.dots if dot.x == dot.x and dot.y == dot.y]
    for dot in dots:
        if mark.whisker:
            yield from _whiskers(dot, mark, frame)
    for dot in dots:
        if dot.size and (dot.fill or dot.stroke):
            yield at(frame.across(dot.x), frame.down(dot.y), _symbol(dot))
    for dot in dots:
        if dot.text:
            yield beside(dot, frame)


def _symbol(dot: Dot) -> str:
    r = dot.size / 2
    look = f'fill="{colour(dot.fill)}" stroke="{colour(dot.stroke)}"'
    look += f' stroke-width="{dot.stroke_width:g}"'
    if dot.symbol in _OUTLINE:
        return f'<path d="{_OUTLINE[dot.symbol](r)}" {look}/>'
    middle = f'<circle r="0.5" {look}/>' if dot.symbol == "circle-open-dot" else ""
    return f'<circle r="{r:g}" {look}/>{middle}'


def _whiskers(dot: Dot, mark: Dots, frame: Frame) -> Iterator[str]:
    x, y = frame.across(dot.x), frame.down(dot.y)
    ends = [(x, frame.down(dot.y + by)) for by in (dot.up, -dot.down) if by]
    ends += [(frame.across(dot.x + by), y) for by in (dot.right, -dot.left) if by]
    for across, down in ends:
        yield stroke(x, y, across, down, "text", mark.whisker)
        if mark.cap:
            way = (
                f"M{-mark.cap:g} 0H{mark.cap:g}"
                if across == x
                else f"M0 {-mark.cap:g}V{mark.cap:g}"
            )
            cap = f'<path d="{way}" stroke="var(--text)" stroke-width="{mark.whisker:g}"/>'
            yield at(across, down, cap)


def _bar(bar: Bar, frame: Frame) -> Iterator[str]:
    left, right = (frame.across(bar.x + side * bar.width / 2) for side in (-1, 1))
    top, foot = frame.down(bar.height), frame.down(0)
    yield (
        f'<rect x="{number(left)}%" y="{number(top)}" width="{number(right - left)}%"'
        f' height="{number(foot - top)}" fill="{colour(bar.ink)}"'
        f' fill-opacity="{bar.opacity:g}"/>'
    )
    if bar.text:
        count = sum(1 for _ in rows(bar.text))
        size = bar.text_size
        high = height(count, size)
        above = top - 3 - high  # Plotly keeps 3 px from a bar's end
        middle = frame.across(bar.x)
        yield text(bar.text, middle, above + whole(size), bar.text_ink, size, "center")


def _receptors(mark: Receptors, frame: Frame) -> str:
    top, foot = frame.down(100), frame.down(0)
    open_cups = (
        f'<svg viewBox="0 0 100 100" width="100%" y="{number(top)}"'
        f' height="{number(foot - top)}" preserveAspectRatio="none"><path d="{cups.PATH}"'
        f' fill="none" stroke="var(--line)" stroke-width="{cups.WIDTH}"{FIXED}/></svg>'
    )
    x, y = cups.balls(mark.taken)
    # A line of no length with round ends is a ball, however its coordinates are stretched.
    points = "".join(
        f"M{WIDE * across / 10:.0f} {HIGH / frame.height * frame.down(up):.0f}h0"
        for across, up in zip(x.tolist(), y.tolist(), strict=True)
        if up == up
    )
    seated = (
        f'<path d="{points}" stroke="{colour(mark.ink)}" stroke-width="{mark.size:g}"'
        f' stroke-linecap="round"{FIXED}/>'
    )
    return open_cups * mark.cups + stretched(seated, frame, clipped=False)
