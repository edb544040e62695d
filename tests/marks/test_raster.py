"""Pixels of an SVG: where they must lie is worked out from the axes, not from the SVG."""

from dataclasses import replace
from io import BytesIO
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageColor
from tests.marks.seen import Planned, Seen

from mureceptor.marks.forms import NARROW
from mureceptor.marks.forms import WIDE as FORM
from mureceptor.marks.look import DARK, LIGHT, Theme
from mureceptor.marks.marks import (
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
    Place,
    Receptors,
)
from mureceptor.marks.panel import Axis, Panel, Plot
from mureceptor.marks.plotly import figure
from mureceptor.marks.raster import length, png, wrapped
from mureceptor.marks.svg import contents
from mureceptor.marks.text import bold
from mureceptor.views import VIEWS
from server.workarounds import font_file

WIDE, HIGH, EDGE, SCALE = 300, NARROW.plot, 20, 2
X = np.linspace(0, 100, 41)


def drawn(*marks: Mark, theme: Theme = LIGHT) -> Any:
    """Return the colours of a plot from 0 to 100 both ways, by row and column."""
    axis = Axis(low=0, high=100, named=False, notched=False, line=False, grid=False)
    panel = Panel(form=NARROW, plots=(Plot(x=axis, y=axis, marks=marks),))
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDE + 2 * EDGE}" '
        f'height="{HIGH + 2 * EDGE}"><svg x="{EDGE}" y="{EDGE}" width="{WIDE}" height="{HIGH}" '
        f'overflow="visible">{contents(panel)}</svg></svg>'
    )
    image = Image.open(BytesIO(png(svg, SCALE, theme, font_file())))
    assert image.size == (SCALE * (WIDE + 2 * EDGE), SCALE * (HIGH + 2 * EDGE))
    return np.asarray(image).astype(int)


def at(pixels: Any, x: float, y: float) -> tuple[int, ...]:
    """Return the colour at a point of the plot."""
    column = SCALE * (EDGE + WIDE * x / 100)
    row = SCALE * (EDGE + HIGH * (1 - y / 100))
    return tuple(pixels[round(row - 0.5), round(column - 0.5)])


def ink(name: str, theme: Theme = LIGHT, opacity: float = 1) -> tuple[int, ...]:
    colour, ground = (np.array(ImageColor.getrgb(getattr(theme, n))) for n in (name, "bg"))
    return tuple(np.rint(opacity * colour + (1 - opacity) * ground).astype(int).tolist())


def near(a: tuple[int, ...], b: tuple[int, ...]) -> bool:
    return max(abs(i - j) for i, j in zip(a, b, strict=True)) <= 3


def rows_of(pixels: Any, name: str) -> NDArray[Any]:
    return np.argwhere(np.abs(pixels - np.array(ink(name))).max(axis=2) <= 3)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_a_curve_runs_through_its_points(theme: Theme) -> None:
    pixels = drawn(Line(x=X, y=X**2 / 100, ink="partial", width=3), theme=theme)
    for x in (10, 30, 50, 77.5, 92.5):
        y = float(np.interp(x, X, X**2 / 100))
        assert near(at(pixels, x, y), ink("partial", theme))
        assert near(at(pixels, x, y + 6), ink("bg", theme))
        assert near(at(pixels, x, y - 6), ink("bg", theme))


def test_a_curve_is_as_wide_as_it_says_and_stays_in_its_plot() -> None:
    pixels = drawn(Line(x=X, y=0 * X + 50, ink="full", width=5))
    column = rows_of(pixels[:, [SCALE * (EDGE + 90)]], "full")
    assert SCALE * 5 - 1 <= len(column) <= SCALE * 5
    out = Line(x=X, y=2 * X, ink="full", width=5)
    assert rows_of(drawn(out), "full")[:, 0].min() >= SCALE * EDGE
    free = Line(x=X, y=2 * X, ink="full", width=5, clipped=False)
    assert rows_of(drawn(free), "full")[:, 0].min() < SCALE * EDGE


def test_dashes_and_gaps_have_their_lengths() -> None:
    pixels = drawn(Line(x=X, y=0 * X + 50, ink="partial", width=3, dash=(10, 5)))
    row = pixels[round(SCALE * (EDGE + HIGH / 2) - 0.5), SCALE * EDGE : SCALE * (EDGE + WIDE)]
    on = np.abs(row - np.array(ink("partial"))).max(axis=1) <= 3
    starts = np.flatnonzero(np.diff(on.astype(int)) == 1) + 1
    assert np.all(np.abs(np.diff(starts) - 15 * SCALE) <= 1)
    assert abs(on.mean() - 10 / 15) < 0.02


def test_a_gap_in_the_numbers_is_a_gap_in_the_curve() -> None:
    y = np.where((X > 40) & (X < 60), np.nan, 50)
    pixels = drawn(Line(x=X, y=y, ink="full", width=3))
    assert near(at(pixels, 20, 50), ink("full"))
    assert near(at(pixels, 50, 50), ink("bg"))
    assert near(at(pixels, 80, 50), ink("full"))


def test_a_band_a_box_and_bars_are_filled_as_they_say() -> None:
    band = drawn(Band(x=X, low=0 * X + 20, high=X, ink="mixture", opacity=0.1, edged=False))
    assert near(at(band, 60, 40), ink("mixture", opacity=0.1))
    assert near(at(band, 60, 70), ink("bg"))
    box = drawn(Box(x=(10, 20), y=(30, 40), ink="grid", opacity=1))
    assert near(at(box, 15, 35), ink("grid"))
    assert near(at(box, 25, 35), ink("bg"))
    bars = drawn(Bars((Bar(x=50, height=40, width=20, ink="full", text=()),)))
    assert near(at(bars, 42, 38), ink("full"))
    assert near(at(bars, 42, 42), ink("bg"))
    assert near(at(bars, 62, 38), ink("bg"))


@pytest.mark.parametrize("symbol", ["circle", "diamond", "square", "triangle-up"])
def test_a_dot_is_filled_within_its_edge(symbol: Any) -> None:
    dot = Dot(x=30, y=70, size=20, symbol=symbol, fill="bg", stroke="partial", stroke_width=3)
    pixels = drawn(Dots(dots=(dot,)))
    assert near(at(pixels, 30, 70), ink("bg"))
    spots = rows_of(pixels, "partial")
    middle = (spots.min(axis=0) + spots.max(axis=0) + 1) / 2 / SCALE - EDGE
    assert abs(middle[1] - 0.3 * WIDE) < 1
    assert abs(middle[0] - 0.3 * HIGH) < 4  # a triangle's middle lies below that of its box


def test_each_receptor_that_is_taken_has_a_ball() -> None:
    for taken in (0, 37, 100):
        axis = Axis(low=0, high=10), Axis(low=0, high=100)
        plot = Plot(x=axis[0], y=axis[1], marks=(Receptors(taken=taken, ink="full", size=12),))
        svg = (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDE}" height="{HIGH}">'
            f"{contents(Panel(form=NARROW, plots=(plot,)))}</svg>"
        )
        pixels = np.asarray(Image.open(BytesIO(png(svg, 1, LIGHT, font_file())))).astype(int)
        area = len(rows_of(pixels, "full")) / (np.pi * 6**2)
        assert abs(area - taken) < 0.2 * taken + 0.5


def test_words_stand_where_they_say_on_their_ground() -> None:
    line = Line(x=X, y=0 * X + 50, ink="full", width=3)
    place = Place(x=50, y=50, anchor="center", across="data")
    label = Label(text=bold("Buprenorphine"), place=place, ink="partial", size=16)
    pixels = drawn(line, label)
    spots = rows_of(pixels, "partial")
    assert abs((spots.min(axis=0) + spots.max(axis=0))[1] / 2 / SCALE - EDGE - WIDE / 2) < 3
    assert abs(np.median(spots[:, 0]) / SCALE - EDGE - HIGH / 2) < 5
    wide = np.ptp(spots[:, 1]) / SCALE
    assert abs(wide - length("Buprenorphine", 16, "bold", font_file())) < 4
    under = rows_of(pixels, "full")[:, 1] / SCALE - EDGE - WIDE / 2
    assert np.abs(under).min() > wide / 2, "the line would cross the words"


def test_a_leader_is_drawn() -> None:
    pixels = drawn(Leader(start=(20, 20), end=(20, 80), ink="text"))
    assert len(rows_of(pixels, "text")) >= 0.6 * HIGH * SCALE - 2


def shown(view: str, panel_of: str = "main") -> tuple[Any, list[Seen]]:
    """The pixels of a figure as it opens, from its plot's corner, and what Plotly would draw."""
    panel = VIEWS[view].draw(VIEWS[view].state(), VIEWS[view].fit(FORM))[panel_of]
    left, top, high = 100, panel.form.top, panel.form.plot
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDE + 250}" '
        f'height="{panel.form.height}"><svg x="{left}" y="{top}" width="{WIDE}" height="{high}" '
        f'overflow="visible">{contents(panel)}</svg></svg>'
    )
    pixels = np.asarray(Image.open(BytesIO(png(svg, SCALE, LIGHT, font_file())))).astype(int)
    corner = np.array([left, top])
    return pixels, [
        replace(each, points=each.points + corner)
        for each in Planned(figure(panel), panel.form, WIDE).seen()
    ]


def share_near(pixels: Any, points: Any, colour: tuple[int, ...], far: int = 1) -> float:
    """How many of these points have a pixel of about this colour in or beside them."""
    found = []
    for x, y in np.floor(SCALE * np.asarray(points)).astype(int).tolist():
        around = pixels[max(y - far, 0) : y + far + 1, max(x - far, 0) : x + far + 1]
        found.append((np.abs(around - np.array(colour)).max(axis=-1) <= 40).any())
    return float(np.mean(found))


@pytest.mark.parametrize("view", ["short", "breathing", "returning", "sandbox", "reserve"])
def test_pixels_show_what_plotly_would_draw(view: str) -> None:
    pixels, seen = shown(view)
    marked = [s.points.mean(axis=0) for s in seen if s.kind == "marker" and s.look[1]]
    for each in seen:
        if each.kind == "stroke":
            token, opacity, width, dashes, _ = each.look
            long = np.hypot(*np.diff(each.points, axis=0).T).cumsum()
            if width < 1.25 or not long.size or long[-1] < 40:
                continue
            at = np.arange(3, long[-1], 2.0)
            along = np.concatenate([[0], long])
            way = np.stack([np.interp(at, along, each.points[:, i]) for i in (0, 1)], axis=1)
            on = sum(dashes[::2]) / sum(dashes) if dashes else 1.0
            assert share_near(pixels, way, ink(token, opacity=opacity)) > 0.7 * on, each
        elif each.kind == "marker" and each.look[1]:
            middle = each.points.mean(axis=0)
            if each.look[0] != "triangle" and all(
                np.hypot(*(middle - other)) > 20 or other is middle or (middle == other).all()
                for other in marked
            ):
                assert share_near(pixels, [middle], ink(each.look[1]), 0) == 1, each
        elif each.kind == "text":
            (x, y), size = each.points[0], each.look[1]
            words = ["".join(letter[0] for letter in row) for row in each.look[0]]
            wide = max(length(row, size, "", font_file()) for row in words)
            left = x - {"left": 0, "center": wide / 2, "right": wide}[each.look[2]]
            top, foot = y - size, y + 1.3 * size * (len(words) - 1)
            rows, columns = (
                slice(max(round(SCALE * a), 0), round(SCALE * b))
                for a, b in ((top, foot), (left, left + wide))
            )
            field = pixels[rows, columns]
            colour = np.array(ink(each.look[0][-1][0][2]))
            there = (np.abs(field - colour).max(axis=-1) <= 40).any(axis=0).mean()
            assert there > 0.3, (words, "of its width is empty")


def test_what_is_not_known_is_refused_and_not_left_out() -> None:
    for inside in (
        "<ellipse/>",
        '<path d="M0 0C1 1 2 2 3 3" stroke="var(--text)"/>',
        '<path d="M0 0a1 1 0 0 0 1 1" stroke="var(--text)"/>',
        '<svg viewBox="0 0 1 1"/>',
        '<path d="M0 0L9 9" stroke="red"/>',
    ):
        with pytest.raises(ValueError, match=r".+"):
            png(
                f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{inside}</svg>',
                1,
                LIGHT,
                font_file(),
            )


def test_words_are_wrapped_whole() -> None:
    words = "The ceiling belongs to the drug and the tissue, and people differ."
    for width in (60, 200, 333, 5000):
        rows = wrapped(words, 30, "bold", width, font_file())
        assert " ".join(rows) == words
        for row in rows:
            assert length(row, 30, "bold", font_file()) <= width or " " not in row
