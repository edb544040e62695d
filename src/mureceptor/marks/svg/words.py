"""Words, as Plotly places them."""

from html import escape
from math import floor
from typing import Final

from mureceptor.marks.look import Token
from mureceptor.marks.marks import Dot, Label
from mureceptor.marks.svg.strokes import Frame, colour, number
from mureceptor.marks.text import Run, Text, plain, rows

ROW: Final = 1.3  # [em] from one row of words to the next, as in Plotly
_ANCHOR: Final = {"left": "start", "center": "middle", "right": "end"}


def text(
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
    dx = f' dx="{number(shift[0])}"' if shift[0] else ""
    place = f'x="{number(x)}%"'
    halo = ""
    if ground:
        halo = (
            ' style="forced-color-adjust:none" paint-order="stroke" stroke="var(--bg)"'
            f' stroke-width="7" stroke-linejoin="round" stroke-opacity="{ground:g}"'
        )
    said = []
    for i, row in enumerate(rows(plain(text) if isinstance(text, str) else text)):
        inside = "".join(map(_run, row))
        said.append(inside if not i else f'<tspan {place}{dx} dy="{ROW}em">{inside}</tspan>')
    end = "" if anchor == "left" else f' text-anchor="{_ANCHOR[anchor]}"'
    return (
        f'<text {place} y="{number(y - shift[1])}"{dx} fill="{colour(ink)}"'
        f' font-size="{size:g}"{end}{halo}>{"".join(said)}</text>'
    )


def height(count: int, size: float) -> float:
    """Return the height [px] of rows of words, as browsers measure Source Sans."""
    return whole(size) + whole(size / 3) + ROW * size * (count - 1)


def whole(px: float) -> int:
    """Round a length as browsers do."""
    return floor(px + 0.5)


def _run(run: Run) -> str:
    said = escape(run.letters, quote=False)
    if said.startswith(" "):  # which SVG would drop at the start of a row
        said = f"\u00a0{said[1:]}"
    if not run.bold and not run.ink:
        return said
    weight = ' font-weight="bold"' if run.bold else ""
    fill = f' fill="{colour(run.ink)}"' if run.ink else ""
    return f"<tspan{weight}{fill}>{said}</tspan>"


def label(mark: Label, frame: Frame) -> str:
    """Draw words that stay where they are, as Plotly places an annotation."""
    place, size = mark.place, mark.size
    x = frame.across(place.x) if place.across == "data" else 100 * place.x
    y = frame.down(place.y) if place.up == "data" else frame.height * (1 - place.y)
    right, up = place.shift
    y -= up
    count = sum(1 for _ in rows(mark.text))
    pad = mark.pad + 1  # Plotly leaves room for a border
    high = whole(height(count, size) + 2 * pad)
    top = y - {"top": 0.0, "middle": 0.5, "bottom": 1.0}[place.stand] * high
    top = whole(frame.top + top) - frame.top
    right += {"left": pad, "center": 0, "right": -pad}[place.anchor]
    baseline = top + pad + whole(size)
    return text(mark.text, x, baseline, mark.ink, size, place.anchor, (right, 0), mark.ground)


def beside(dot: Dot, frame: Frame) -> str:
    """Draw the words on a side of a dot, as Plotly places them."""
    up, across = dot.side.split()
    clear = dot.size / 2 / 0.8 + 1 if dot.size else 0
    count = sum(1 for _ in rows(dot.text))
    tall = (ROW * (count - 1) + 1) * dot.text_size
    sign = {"top": -1, "middle": 0, "bottom": 1}[up]
    down = 0.75 * dot.text_size + sign * clear + (sign - 1) * tall / 2
    right = {"left": -clear, "center": 0, "right": clear}[across]
    anchor = {"left": "right", "center": "center", "right": "left"}[across]
    x, y = frame.across(dot.x), frame.down(dot.y)
    return text(dot.text, x, y + down, dot.text_ink, dot.text_size, anchor, (right, 0))
