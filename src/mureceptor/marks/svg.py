"""A panel as inline SVG that looks as Plotly draws it, for a page that stands before any script.

The SVG is as wide as its container leaves it: across, places are per cent of the plot's width, up
they are px, and words, lines and markers keep their sizes. So Plotly's drawing can take its place
at any width and nothing jumps. Colours are the CSS variables of the look, so the theme (or a
contrast theme) decides them. What is measured in Plotly's own drawing says so.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from math import floor
from typing import Final

import numpy as np

from mureceptor.marks import cups
from mureceptor.marks.look import Token
from mureceptor.marks.marks import (
    Array,
    Band,
    Bar,
    Bars,
    Box,
    Dot,
    Dots,
    Label,
    Leader,
    Line,
    Mark,
    Receptors,
)
from mureceptor.marks.panel import Axis, Panel, Plot
from mureceptor.marks.text import Run, Text, plain, rows

# A curve's own coordinates, whole numbers that are stretched to the plot: so it is the same text in
# each form of a figure, and packs into few bytes.
_WIDE: Final = 10_000
_HIGH: Final = 2000
_ROW: Final = 1.3  # [em] from one row of words to the next, as in Plotly
_TICK: Final = 5  # [px]


def svg(panel: Panel, title: str) -> str:
    """Return the panel as one `<svg>` with its margins, `title` being what it is called aloud."""
    form = panel.form
    left, right = panel.margins
    style = (
        f"display:block;overflow:visible;width:calc(100% - {left + right}px);height:{form.plot}px;"
        f"margin:{form.top}px {right}px {form.bottom}px {left}px;"
        f"font-size:{form.tick:g}px"
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" class="chart" style="{style}">'
        f"<title>{escape(title)}</title>{contents(panel)}</svg>"
    )


def contents(panel: Panel) -> str:
    """Return what an `<svg>` holds that is as large as the panel's plot area."""
    form = panel.form
    parts: list[str] = []
    frames = [_Frame.of(plot, panel) for plot in panel.plots]
    for frame in frames:
        parts.append(frame.open())
        parts += _behind(frame)
        parts.append("</svg>")
    if panel.guide is not None:
        x = frames[0].across(panel.guide)
        parts.append(_stroke(x, 0, x, form.plot, "text", 1.25 * form.line / 3))
    for i, frame in enumerate(frames):
        parts.append(frame.open())
        parts += _marks(frame)
        if not panel.stacked or i == len(frames) - 1:
            parts += _x_axis(frame, form.tick)
        parts += _y_names(frame, form.tick)
        parts += [
            part
            for mark in frame.plot.marks
            if isinstance(mark, Label) and mark.shown
            for part in _label(mark, frame)
        ]
        parts.append("</svg>")
    return "".join(parts)


@dataclass(frozen=True)
class _Frame:
    """One plot on its panel: its axes, and where it lies from the top [px]."""

    plot: Plot
    top: float
    height: float

    @staticmethod
    def of(plot: Plot, panel: Panel) -> "_Frame":
        low, high = plot.up
        whole = panel.form.plot
        return _Frame(plot, (1 - high) * whole, (high - low) * whole)

    def open(self) -> str:
        left, right = self.plot.across
        return (
            f'<svg x="{100 * left:g}%" width="{100 * (right - left):g}%" y="{self.top:.2f}"'
            f' height="{self.height:.2f}" overflow="visible">'
        )

    def across(self, x: float) -> float:
        """Return a place across in per cent of the plot's width."""
        return float(100 * _share(np.asarray(x, float), self.plot.x))

    def down(self, y: float) -> float:
        """Return a place in px from the plot's top."""
        return float(self.height * (1 - _share(np.asarray(y, float), self.plot.y)))


def _share(values: Array, axis: Axis) -> Array:
    low, high = float(axis.low), float(axis.high)
    if axis.log:
        with np.errstate(divide="ignore"):
            values, (low, high) = np.log10(values), np.log10([low, high])
    return np.asarray((values - low) / (high - low))


# --- Strokes and shapes ---------------------------------------------------------------------------


def _ink(token: Token | None) -> str:
    return f"var(--{token})" if token else "none"


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _stroke(
    x0: float, y0: float, x1: float, y1: float, ink: Token, width: float, more: str = ""
) -> str:
    """Return a straight line, x in per cent and y in px."""
    return (
        f'<line x1="{_number(x0)}%" y1="{_number(y0)}" x2="{_number(x1)}%" y2="{_number(y1)}"'
        f' stroke="{_ink(ink)}" stroke-width="{width:g}"{more}/>'
    )


_CRISP: Final = ' shape-rendering="crispEdges"'


def _at(x: float, y: float, inside: str) -> str:
    """Return what is drawn in px around a point, x in per cent."""
    return f'<svg x="{_number(x)}%" y="{_number(y)}" overflow="visible">{inside}</svg>'


def _path(x: Array, y: Array, frame: _Frame) -> str:
    """Return a path in stretched coordinates; it breaks where there is no number.

    Each point is told by its way from the one before: that packs into half of the bytes.
    """
    across = np.round(_WIDE * _share(x, frame.plot.x))
    down = np.round(_HIGH * (1 - _share(y, frame.plot.y)))
    path: list[str] = []
    before, pen = None, ""
    for here in zip(across.tolist(), down.tolist(), strict=True):
        if here[0] != here[0] or here[1] != here[1]:
            before = None
            continue
        if before is None:
            path.append(f"M{here[0]:.0f} {here[1]:.0f}")
            pen = "l"
        else:
            path.append(f"{pen}{here[0] - before[0]:.0f} {here[1] - before[1]:.0f}")
            pen = " "
        before = here
    return "".join(path)


def _stretched(inside: str, frame: _Frame, *, clipped: bool = True) -> str:
    over = "" if clipped else ' overflow="visible"'
    return (
        f'<svg viewBox="0 0 {_WIDE} {_HIGH}" width="100%" height="{frame.height:g}"'
        f' preserveAspectRatio="none"{over}>{inside}</svg>'
    )


_FIXED: Final = ' vector-effect="non-scaling-stroke"'


# --- Axes -----------------------------------------------------------------------------------------


def _behind(frame: _Frame) -> Iterator[str]:
    """Draw hairlines, and what lies behind all else."""
    y = frame.plot.y
    for mark in frame.plot.marks:
        if isinstance(mark, Box):
            x0, x1 = map(frame.across, mark.x)
            foot, top = map(frame.down, mark.y)
            yield (
                f'<rect x="{_number(x0)}%" y="{_number(top)}" width="{_number(x1 - x0)}%"'
                f' height="{_number(foot - top)}" fill="{_ink(mark.ink)}"'
                f' fill-opacity="{mark.opacity:g}"/>'
            )
    for tick in y.ticks if y.grid else ():
        if not (y.zero and tick == 0):
            yield _hairline(frame, tick, "grid")
    if y.zero and y.low <= 0:
        yield _hairline(frame, 0, "line")


def _hairline(frame: _Frame, y: float, ink: Token) -> str:
    down = frame.down(y)
    return _stroke(0, down, 100, down, ink, 1, _CRISP)


def _x_axis(frame: _Frame, size: float) -> Iterator[str]:
    """Draw an x axis: the zero line with ticks below it, and their names."""
    axis, foot = frame.plot.x, frame.height
    if axis.line:
        yield _stroke(0, foot + 0.5, 100, foot + 0.5, "line", 1, _CRISP)
    names: Sequence[Text | str] = axis.names or [f"{tick:g}" for tick in axis.ticks]
    for tick, name in zip(axis.ticks, names, strict=True):
        x = frame.across(tick)
        if not -0.01 <= x <= 100.01:
            continue
        if axis.notched:
            yield _stroke(x, foot + 1, x, foot + 1 + _TICK, "line", 1, _CRISP)
        if axis.named:
            below = foot + 1 + (_TICK if axis.notched else 0) + 1.2 * size
            yield _text(name, x, below, "muted", size, "center")


def _y_names(frame: _Frame, size: float) -> Iterator[str]:
    axis = frame.plot.y
    names: Sequence[Text | str] = axis.names or [f"{tick:g}" for tick in axis.ticks]
    for tick, name in zip(axis.ticks, names, strict=True):
        if axis.named:
            middle = frame.down(tick) + 0.35 * size
            yield _text(name, 0, middle, "muted", size, "right", (-7, 0))


# --- Words ----------------------------------------------------------------------------------------

_ANCHOR: Final = {"left": "start", "center": "middle", "right": "end"}


def _text(
    text: Text | str,
    x: float,
    y: float,
    ink: Token,
    size: float,
    anchor: str,
    shift: tuple[float, float] = (0, 0),
    ground: float = 0,
) -> str:
    """Return words with the first row's baseline at a point, x in per cent; `shift` is in px."""
    dx = f' dx="{_number(shift[0])}"' if shift[0] else ""
    place = f'x="{_number(x)}%"'
    halo = ""
    if ground:
        halo = (
            ' style="forced-color-adjust:none" paint-order="stroke" stroke="var(--bg)"'
            f' stroke-width="7" stroke-linejoin="round" stroke-opacity="{ground:g}"'
        )
    said = []
    for i, row in enumerate(rows(plain(text) if isinstance(text, str) else text)):
        inside = "".join(map(_run, row))
        said.append(inside if not i else f'<tspan {place}{dx} dy="{_ROW}em">{inside}</tspan>')
    end = "" if anchor == "left" else f' text-anchor="{_ANCHOR[anchor]}"'
    return (
        f'<text {place} y="{_number(y - shift[1])}"{dx} fill="{_ink(ink)}"'
        f' font-size="{size:g}"{end}{halo}>{"".join(said)}</text>'
    )


def _high(count: int, size: float) -> float:
    """Return the height [px] of rows of words, as browsers measure Source Sans."""
    return _whole(size) + _whole(size / 3) + _ROW * size * (count - 1)


def _whole(px: float) -> int:
    return floor(px + 0.5)


def _run(run: Run) -> str:
    said = escape(run.letters, quote=False)
    if said.startswith(" "):  # which SVG would drop at the start of a row
        said = f"\u00a0{said[1:]}"
    if not run.bold and not run.ink:
        return said
    weight = ' font-weight="bold"' if run.bold else ""
    fill = f' fill="{_ink(run.ink)}"' if run.ink else ""
    return f"<tspan{weight}{fill}>{said}</tspan>"


def _label(mark: Label, frame: _Frame) -> Iterator[str]:
    """Draw words that stay where they are, as Plotly places an annotation."""
    place, size = mark.place, mark.size
    x = frame.across(place.x) if place.across == "data" else 100 * place.x
    y = frame.down(place.y) if place.up == "data" else frame.height * (1 - place.y)
    right, up = place.shift
    y -= up
    if mark.pointer:
        px, py = mark.pointer
        width = mark.pointer_width
        yield _at(
            x,
            y,
            f'<path d="M0 0L{px:g} {py:g}" stroke="var(--text)" stroke-width="{width:g}"/>'
            f'<circle r="{2 * width:g}" fill="var(--text)"/>',
        )
        right, y = right + px, y + py
    count = sum(1 for _ in rows(mark.text))
    pad = mark.pad + 1  # Plotly leaves room for a border
    high = _whole(_high(count, size) + 2 * pad)
    top = y - {"top": 0.0, "middle": 0.5, "bottom": 1.0}[place.stand] * high
    top = _whole(frame.top + top) - frame.top
    if mark.rule:
        rule = f'<path d="M{right - 10:g} {top:g}v{_ROW * count * size:g}" stroke-width="4"'
        yield _at(x, 0, rule + f' stroke="{_ink(mark.ink)}"/>')
    right += {"left": pad, "center": 0, "right": -pad}[place.anchor]
    baseline = top + pad + _whole(size)
    yield _text(mark.text, x, baseline, mark.ink, size, place.anchor, (right, 0), mark.ground)


def _beside(dot: Dot, frame: _Frame) -> str:
    """Draw the words on a side of a dot, as Plotly places them."""
    up, across = dot.side.split()
    clear = dot.size / 2 / 0.8 + 1 if dot.size else 0
    count = sum(1 for _ in rows(dot.text))
    tall = (_ROW * (count - 1) + 1) * dot.text_size
    sign = {"top": -1, "middle": 0, "bottom": 1}[up]
    down = 0.75 * dot.text_size + sign * clear + (sign - 1) * tall / 2
    right = {"left": -clear, "center": 0, "right": clear}[across]
    anchor = {"left": "right", "center": "center", "right": "left"}[across]
    x, y = frame.across(dot.x), frame.down(dot.y)
    return _text(dot.text, x, y + down, dot.text_ink, dot.text_size, anchor, (right, 0))


# --- Marks ----------------------------------------------------------------------------------------


def _marks(frame: _Frame) -> Iterator[str]:
    for mark in frame.plot.marks:
        yield from _mark(mark, frame)


def _mark(mark: Mark, frame: _Frame) -> Iterator[str]:
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
            yield _stroke(*ends, mark.ink, 1)


def _line(mark: Line, frame: _Frame) -> str:
    dash = f' stroke-dasharray="{",".join(f"{d:g}" for d in mark.dash)}"' if mark.dash else ""
    path = (
        f'<path d="{_path(mark.x, mark.y, frame)}" fill="none" stroke="{_ink(mark.ink)}"'
        f' stroke-width="{mark.width:g}"{dash}{_FIXED}/>'
    )
    return _stretched(path, frame, clipped=mark.clipped)


def _band(mark: Band, frame: _Frame) -> str:
    low, high = _path(mark.x, mark.low, frame), _path(mark.x, mark.high, frame)
    back = _path(mark.x[::-1], mark.low[::-1], frame)
    ink = _ink(mark.ink)
    parts = f'<path d="{high}L{back[1:]}Z" fill="{ink}" fill-opacity="{mark.opacity:g}"/>'
    if mark.edged:
        parts += f'<path d="{low}{high}" fill="none" stroke="{ink}" stroke-opacity="0.8"{_FIXED}/>'
    return _stretched(parts, frame)


# The outline of each symbol around a point, by Plotly's measures: r is half the marker's size.
_OUTLINE: Final[dict[str, Callable[[float], str]]] = {
    "diamond": lambda r: f"M{1.3 * r:g} 0L0 {1.3 * r:g}L{-1.3 * r:g} 0L0 {-1.3 * r:g}Z",
    "square": lambda r: f"M{r:g} {r:g}H{-r:g}V{-r:g}H{r:g}Z",
    "triangle-up": lambda r: f"M{-2 * r / 3**0.5:.2f} {r / 2:g}H{2 * r / 3**0.5:.2f}L0 {-r:g}Z",
}


def _dots(mark: Dots, frame: _Frame) -> Iterator[str]:
    dots = [dot for dot in mark.dots if dot.x == dot.x and dot.y == dot.y]
    for dot in dots:
        if mark.whisker:
            yield from _whiskers(dot, mark, frame)
    for dot in dots:
        if dot.size and (dot.fill or dot.stroke):
            yield _at(frame.across(dot.x), frame.down(dot.y), _symbol(dot))
    for dot in dots:
        if dot.text:
            yield _beside(dot, frame)


def _symbol(dot: Dot) -> str:
    r = dot.size / 2
    ink = f'fill="{_ink(dot.fill)}" stroke="{_ink(dot.stroke)}" stroke-width="{dot.stroke_width:g}"'
    if dot.symbol in _OUTLINE:
        return f'<path d="{_OUTLINE[dot.symbol](r)}" {ink}/>'
    middle = f'<circle r="0.5" {ink}/>' if dot.symbol == "circle-open-dot" else ""
    return f'<circle r="{r:g}" {ink}/>{middle}'


def _whiskers(dot: Dot, mark: Dots, frame: _Frame) -> Iterator[str]:
    x, y = frame.across(dot.x), frame.down(dot.y)
    ends = [(x, frame.down(dot.y + by)) for by in (dot.up, -dot.down) if by]
    ends += [(frame.across(dot.x + by), y) for by in (dot.right, -dot.left) if by]
    for across, down in ends:
        yield _stroke(x, y, across, down, "text", mark.whisker)
        if mark.cap:
            way = (
                f"M{-mark.cap:g} 0H{mark.cap:g}"
                if across == x
                else f"M0 {-mark.cap:g}V{mark.cap:g}"
            )
            cap = f'<path d="{way}" stroke="var(--text)" stroke-width="{mark.whisker:g}"/>'
            yield _at(across, down, cap)


def _bar(bar: Bar, frame: _Frame) -> Iterator[str]:
    left, right = (frame.across(bar.x + side * bar.width / 2) for side in (-1, 1))
    top, foot = frame.down(bar.height), frame.down(0)
    edge = f' stroke="{_ink(bar.ink)}" stroke-width="{bar.edge:g}"' if bar.edge else ""
    yield (
        f'<rect x="{_number(left)}%" y="{_number(top)}" width="{_number(right - left)}%"'
        f' height="{_number(foot - top)}" fill="{_ink(bar.ink)}"'
        f' fill-opacity="{bar.opacity:g}"{edge}/>'
    )
    if bar.text:
        count = sum(1 for _ in rows(bar.text))
        size = bar.text_size
        high = _high(count, size)
        above = top + 3 if bar.inside else top - 3 - high  # Plotly keeps 3 px from a bar's end
        middle = frame.across(bar.x)
        yield _text(bar.text, middle, above + _whole(size), bar.text_ink, size, "center")


def _receptors(mark: Receptors, frame: _Frame) -> str:
    top, foot = frame.down(100), frame.down(0)
    open_cups = (
        f'<svg viewBox="0 0 100 100" width="100%" y="{_number(top)}"'
        f' height="{_number(foot - top)}" preserveAspectRatio="none"><path d="{cups.PATH}"'
        f' fill="none" stroke="var(--line)" stroke-width="{cups.WIDTH}"{_FIXED}/></svg>'
    )
    x, y = cups.balls(mark.taken)
    # A line of no length with round ends is a ball, however its coordinates are stretched.
    points = "".join(
        f"M{_WIDE * across / 10:.0f} {_HIGH / frame.height * frame.down(up):.0f}h0"
        for across, up in zip(x.tolist(), y.tolist(), strict=True)
        if up == up
    )
    seated = (
        f'<path d="{points}" stroke="{_ink(mark.ink)}" stroke-width="{mark.size:g}"'
        f' stroke-linecap="round"{_FIXED}/>'
    )
    return open_cups + _stretched(seated, frame, clipped=False)
