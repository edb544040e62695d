"""The SVG of a panel, read back into the coordinates of its axes."""

import re
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import numpy as np
import pytest

from mureceptor.marks.forms import NARROW
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
    Place,
    Receptors,
)
from mureceptor.marks.panel import Axis, Panel, Plot
from mureceptor.marks.svg import svg
from mureceptor.marks.text import Run, bold, headed, plain

SVG = "{http://www.w3.org/2000/svg}"
X = np.geomspace(1, 100, 41)
ACROSS = Axis(low=1, high=100, log=True, ticks=(1, 10, 100))
UP = Axis(low=-10, high=100, ticks=(0, 50, 100))
PLOT_HIGH = NARROW.plot
# Plotly's own measures, in half sizes of a marker: how far a symbol reaches to the right and up.
REACH = {"diamond": (1.3, 1.3), "square": (1, 1), "triangle-up": (1.155, 1), "circle": (1, 1)}


def drawn(*marks: Mark, x: Axis = ACROSS, y: Axis = UP, **panel: Any) -> Element:
    plots = (Plot(x=x, y=y, marks=marks),)
    # Bare `xmlns` aside, what a page holds must be well-formed too.
    return ElementTree.fromstring(svg(Panel(form=NARROW, plots=plots, **panel), "A title"))  # noqa: S314


def per_cent(text: str | None) -> float:
    assert text is not None
    assert text.endswith("%")
    return float(text[:-1])


def x_of(share: Any) -> Any:
    """Return the x at a per cent of the width, on the axis from 1 to 100."""
    return 10 ** (2 * share / 100)


def y_of(px: Any) -> Any:
    """Return the y at px from the top, on the axis from -10 to 100."""
    return 100 - 110 * px / PLOT_HIGH


def curve(path: Element) -> list[Array]:
    """Return the pieces of a stretched path, as points in units of the axes."""
    drawn = re.findall(r"([ML])([-\d. ]+)(?:l([-\d. ]+))?", path.get("d", ""))
    assert "".join(f"{m}{a}l{b}" if b else m + a for m, a, b in drawn) == path.get("d", "").strip(
        "Z"
    )
    pieces: list[Array] = []
    for pen, start, ways in drawn:  # from a point on, each is told by its way from the one before
        steps = np.array(f"{start} {ways}".split(), float).reshape(-1, 2)
        points = steps.cumsum(axis=0)
        if pen == "L":
            points = np.concatenate([pieces.pop(), points])
        pieces.append(points)
    return [
        np.stack([x_of(n[:, 0] / 100), y_of(n[:, 1] * PLOT_HIGH / 2000)], axis=1) for n in pieces
    ]


def strokes(root: Element, **having: str) -> Iterator[Element]:
    wanted = {key.replace("_", "-"): value for key, value in having.items()}
    return (e for e in root.iter() if wanted.items() <= dict(e.items()).items())


def texts(root: Element) -> dict[str, Element]:
    return {"".join(e.itertext()): e for e in root.iter(f"{SVG}text")}


# --- The whole ------------------------------------------------------------------------------------


def test_it_is_an_image_with_a_name() -> None:
    panel = Panel(form=NARROW, plots=(Plot(x=ACROSS, y=UP, marks=()),))
    root = ElementTree.fromstring(svg(panel, 'A <b> & "c"'))  # noqa: S314
    assert root.get("role") == "img"
    assert root[0].tag == f"{SVG}title"
    assert root[0].text == 'A <b> & "c"'


def test_it_takes_the_same_room_as_plotly_s_drawing() -> None:
    style = drawn(left=7).get("style", "")
    assert "width:calc(100% - 21px)" in style  # what is left between the margins
    assert f"height:{NARROW.plot}px" in style
    assert f"margin:{NARROW.top}px 14px {NARROW.bottom}px 7px" in style
    assert NARROW.top + NARROW.plot + NARROW.bottom == NARROW.height


def test_every_colour_is_a_variable_of_the_look() -> None:
    marks = (
        Line(x=X, y=X, ink="partial", width=3),
        Dots(dots=(Dot(x=1, y=2, size=9, fill="full", stroke="bg"),), whisker=1),
        Label(text=bold("a", "antagonist"), place=Place(x=0, y=0), ink="mixture", size=13),
        Receptors(taken=5, ink="muted", size=9),
    )
    said = svg(Panel(form=NARROW, plots=(Plot(x=ACROSS, y=UP, marks=marks),)), "t")
    painted = set(re.findall(r'(?:fill|stroke)="([^"]*)"', said))
    assert "var(--partial)" in painted
    assert all(re.fullmatch(r"none|var\(--[a-z]+\)", colour) for colour in painted), painted
    assert not re.search(r"#[0-9A-Fa-f]{3}(?!\))|rgb", re.sub('data:[^"]*', "", said))


# --- Curves ---------------------------------------------------------------------------------------


def test_a_curve_goes_through_its_numbers() -> None:
    y = 100 * X / (10 + X)
    (path,) = strokes(drawn(Line(x=X, y=y, ink="partial", width=6, dash=(20, 10))), fill="none")
    assert path.get("stroke-dasharray") == "20,10"
    assert path.get("stroke-width") == "6"
    assert path.get("stroke") == "var(--partial)"
    assert path.get("vector-effect") == "non-scaling-stroke"
    (points,) = curve(path)
    assert points[:, 0] == pytest.approx(X, rel=1e-3)
    assert points[:, 1] == pytest.approx(y, abs=0.05)


def test_a_curve_stops_where_there_is_no_number() -> None:
    y = np.where((X > 5) & (X < 20), np.nan, 50)
    (path,) = strokes(drawn(Line(x=X, y=y, ink="text", width=3)), fill="none")
    low, high = curve(path)
    assert low[:, 0].max() == pytest.approx(X[X <= 5].max(), rel=1e-3)
    assert high[:, 0].min() == pytest.approx(X[X >= 20].min(), rel=1e-3)


def test_only_what_may_leave_the_plot_does() -> None:
    for clipped in (True, False):
        root = drawn(Line(x=X, y=X, ink="text", width=3, clipped=clipped))
        (stretched,) = (e for e in root.iter() if e.get("preserveAspectRatio") == "none")
        assert (stretched.get("overflow") == "visible") is not clipped


def test_a_band_is_filled_between_its_edges() -> None:
    low, high = X / 2, X / 2 + 20
    root = drawn(Band(x=X, low=low, high=high, ink="full", opacity=0.12, edged=True))
    (area,) = strokes(root, fill_opacity="0.12")
    (outline,) = curve(area)
    n = len(X)
    assert outline[:n, 1] == pytest.approx(high, abs=0.05)
    assert outline[n:, 1] == pytest.approx(low[::-1], abs=0.05)
    (edges,) = strokes(root, stroke_opacity="0.8")
    assert len(curve(edges)) == 2
    bare = drawn(Band(x=X, low=low, high=high, ink="full", opacity=0.12, edged=False))
    assert not list(strokes(bare, stroke_opacity="0.8"))


# --- Markers --------------------------------------------------------------------------------------


@pytest.mark.parametrize("symbol", REACH)
def test_a_marker_stands_at_its_point_in_its_shape(symbol: Any) -> None:
    dot = Dot(x=10, y=40, size=20, symbol=symbol, fill="partial", stroke="bg", stroke_width=3)
    root = drawn(Dots(dots=(dot,)))
    (shape,) = strokes(root, fill="var(--partial)", stroke="var(--bg)", stroke_width="3")
    (holder,) = (e for e in root.iter() if shape in list(e))
    assert x_of(per_cent(holder.get("x"))) == pytest.approx(10, rel=1e-3)
    assert y_of(float(holder.get("y", ""))) == pytest.approx(40, abs=0.01)
    if shape.get("r"):
        assert float(shape.get("r", "")) == 10
    else:
        right, up = REACH[symbol]
        path = shape.get("d", "")
        numbers = [float(n) for n in re.findall(r"-?[\d.]+", path)]
        assert max(numbers) == pytest.approx(10 * right, abs=0.01)
        assert -min(numbers) == pytest.approx(10 * max(right, up), abs=0.01)


def test_a_guide_goes_down_to_zero_and_a_bracket_has_caps() -> None:
    root = drawn(Dots(dots=(Dot(x=10, y=40, size=15, fill="text", down=40),), whisker=1.25))
    (guide,) = strokes(root, stroke_width="1.25")
    assert per_cent(guide.get("x1")) == per_cent(guide.get("x2")) == 50
    ends = [y_of(float(guide.get(end, ""))) for end in ("y1", "y2")]
    assert ends == pytest.approx([40, 0], abs=0.01)
    bracket = Dots(dots=(Dot(x=10, y=40, up=30, left=9),), whisker=2, cap=8)
    root = drawn(bracket)
    lines = list(strokes(root, stroke_width="2"))
    caps = [line for line in lines if line.tag == f"{SVG}path"]
    assert [cap.get("d") for cap in caps] == ["M-8 0H8", "M0 -8V8"]
    up, left = (line for line in lines if line.tag == f"{SVG}line")
    assert y_of(float(up.get("y2", ""))) == pytest.approx(70, abs=0.01)
    assert x_of(per_cent(left.get("x2"))) == pytest.approx(1, abs=0.01)


def test_what_has_no_number_is_not_drawn_and_what_has_no_colour_is_not_seen() -> None:
    nowhere = Dot(x=10, y=float("nan"), size=15, fill="text", text=plain("a"), text_size=13)
    unseen = Dot(x=10, y=50, size=15, text=plain("b"), text_size=13)
    root = drawn(Dots(dots=(nowhere, unseen)))
    assert "a" not in texts(root)
    assert "b" in texts(root)
    assert not list(root.iter(f"{SVG}circle"))


@pytest.mark.parametrize(
    ("side", "anchor", "across", "above"),
    [
        ("middle right", None, 1, None),
        ("top left", "end", -1, True),
        ("bottom center", "middle", 0, False),
    ],
)
def test_words_stand_on_their_side_of_the_marker(
    side: Any, anchor: str | None, across: int, above: bool | None
) -> None:
    dot = Dot(x=10, y=50, size=16, fill="text", text=plain("words"), side=side, text_size=13)
    words = texts(drawn(Dots(dots=(dot,))))["words"]
    assert words.get("text-anchor") == anchor
    assert float(words.get("dx", 0)) == across * 11  # 1 px more than 1.25 of the marker's half
    baseline, point = float(words.get("y", "")), (100 - 50) / 110 * PLOT_HIGH
    if above is None:
        assert baseline - 13 < point < baseline
    else:
        assert (baseline < point - 8) if above else (baseline - 13 > point + 5)


def test_bars_stand_on_zero_and_carry_their_words() -> None:
    bars = (
        Bar(x=10, height=60, width=4, ink="full", text=bold("60 %"), text_size=16),
        Bar(x=20, height=90, width=4, ink="partial", text=plain("90"), text_size=16),
    )
    axis = Axis(low=0, high=40)
    root = drawn(Bars(bars), x=axis)
    for bar, rect in zip(bars, root.iter(f"{SVG}rect"), strict=True):
        left, width = per_cent(rect.get("x")), per_cent(rect.get("width"))
        assert [left * 0.4, (left + width) * 0.4] == pytest.approx([bar.x - 2, bar.x + 2])
        top, high = float(rect.get("y", "")), float(rect.get("height", ""))
        assert [y_of(top), y_of(top + high)] == pytest.approx([bar.height, 0], abs=0.01)
    words = texts(root)
    assert y_of(float(words["60 %"].get("y", ""))) > 60
    assert y_of(float(words["90"].get("y", ""))) > 90


def test_a_ball_sits_in_each_cup_that_is_taken() -> None:
    root = drawn(
        Receptors(taken=37.4, ink="muted", size=11), x=Axis(low=0, high=10), y=Axis(low=0, high=100)
    )
    cups, balls = (e for e in root.iter(f"{SVG}path"))
    assert cups.get("d", "").count("a3.3") == 100
    assert balls.get("stroke-linecap") == "round"
    assert balls.get("stroke-width") == "11"
    seats = np.array(re.findall(r"M([\d.]+) ([\d.]+)h0", balls.get("d", "")), float)
    assert len(seats) == 37
    assert seats[:, 0].tolist() == [500 + 1000 * (i % 10) for i in range(37)]
    assert (100 - seats[:, 1] / 2000 * 100) // 10 == pytest.approx([i // 10 for i in range(37)])


# --- Words, axes ----------------------------------------------------------------------------------


def test_a_label_is_real_text_in_rows_with_a_ground() -> None:
    label = Label(text=headed("A < b", "c & d"), place=Place(x=0.25, y=50), ink="full", size=10)
    text = texts(drawn(label))["A < bc & d"]
    assert text.get("x") == "25%"
    assert text.get("fill") == "var(--full)"
    head, row = list(text)
    assert head.get("font-weight") == "bold"
    assert row.get("x") == "25%"
    assert row.get("dy") == "1.3em"
    assert text.get("paint-order") == "stroke"
    assert text.get("stroke") == "var(--bg)"
    # Its middle is at 50: letters of 10 px reach 10 above a baseline and 3 below the last.
    baseline = float(text.get("y", ""))
    assert (baseline - 10 + baseline + 13 + 3) / 2 == pytest.approx(50 / 110 * PLOT_HIGH, abs=1)


@pytest.mark.parametrize(("stand", "sign"), [("top", 1), ("middle", 0), ("bottom", -1)])
@pytest.mark.parametrize(
    ("anchor", "said", "dx"), [("left", None, 9), ("center", "middle", 6), ("right", "end", 3)]
)
def test_a_label_stands_on_its_side_of_its_place(
    stand: Any, sign: int, anchor: Any, said: str | None, dx: float
) -> None:
    place = Place(x=10, y=0.5, anchor=anchor, stand=stand, shift=(6, 0), across="data", up="share")
    label = Label(text=plain("words"), place=place, ink="text", size=10, ground=0)
    text = texts(drawn(label))["words"]
    assert text.get("x") == "50%"
    assert text.get("text-anchor") == said
    assert float(text.get("dx", "")) == dx
    middle = float(text.get("y", "")) - 3.5
    assert np.sign(round((middle - PLOT_HIGH / 2) / 4)) == sign
    assert text.get("paint-order") is None


def test_a_space_at_the_start_of_a_row_stays() -> None:
    label = Label(text=plain(" a\n b"), place=Place(x=0, y=0), ink="text", size=10)
    assert "\u00a0a\u00a0b" in texts(drawn(label))


def test_a_hidden_label_is_not_there() -> None:
    hidden = Label(text=plain("no"), place=Place(x=0, y=0), ink="text", size=10, shown=False)
    assert "no" not in texts(drawn(hidden))


def test_leaders_and_boxes_lie_in_the_units_of_the_axes() -> None:
    root = drawn(
        Leader(start=(1, 20), end=(10, 30), ink="full"),
        Box(x=(10, 100), y=(30, 40), ink="partial", opacity=0.12),
    )
    (leader,) = strokes(root, stroke="var(--full)")
    assert [x_of(per_cent(leader.get(x))) for x in ("x1", "x2")] == pytest.approx([1, 10])
    assert [y_of(float(leader.get(y, ""))) for y in ("y1", "y2")] == pytest.approx(
        [20, 30], abs=0.01
    )
    (box,) = root.iter(f"{SVG}rect")
    left = per_cent(box.get("x"))
    assert [x_of(left), x_of(left + per_cent(box.get("width")))] == pytest.approx([10, 100])
    top = float(box.get("y", ""))
    assert [y_of(top), y_of(top + float(box.get("height", "")))] == pytest.approx(
        [40, 30], abs=0.01
    )


def test_ticks_and_hairlines_stand_at_their_numbers() -> None:
    names = (plain("one"), bold("ten", "full"), plain("many"))
    root = drawn(x=Axis(low=1, high=100, log=True, ticks=(1, 10, 100), names=names))
    words = texts(root)
    assert [words[name].get("x") for name in ("one", "ten", "many")] == ["0%", "50%", "100%"]
    hairlines = [y_of(float(line.get("y1", ""))) for line in strokes(root, stroke="var(--grid)")]
    assert hairlines == pytest.approx([0, 50, 100], abs=0.01)
    assert float(words["50"].get("y", "")) == pytest.approx(50 / 110 * PLOT_HIGH, abs=5)


def test_an_axis_can_be_bare() -> None:
    bare = Axis(low=0, high=1, ticks=(0, 1), named=False, notched=False, line=False, grid=False)
    root = drawn(x=bare, y=bare)
    assert not texts(root)
    assert not list(root.iter(f"{SVG}line"))


def test_stacked_plots_share_their_axis_and_the_guide() -> None:
    line = Line(x=X, y=X, ink="text", width=3)
    plots = tuple(Plot(x=ACROSS, y=UP, up=span, marks=(line,)) for span in ((0.6, 1), (0, 0.5)))
    panel = Panel(form=NARROW, plots=plots, stacked=True, guide=10)
    root = ElementTree.fromstring(svg(panel, "t"))  # noqa: S314
    (guide,) = strokes(root, stroke_width="1.25")
    assert (guide.get("x1"), guide.get("y1"), guide.get("y2")) == ("50%", "0", f"{PLOT_HIGH}")
    assert len(list(strokes(root, stroke="var(--line)", x2="100%", x1="0%"))) == 1
    tops = {e.get("y") for e in root if e.get("height")}
    assert tops == {"0.00", f"{0.5 * PLOT_HIGH:.2f}"}
    said = [e.text for e in root.iter(f"{SVG}text")]
    assert said.count("10") == 1
    assert said.count("50") == 2


def test_runs_keep_their_own_ink() -> None:
    label = Label(
        text=(Run("a", bold=True), Run("\nb", ink="partial")),
        place=Place(x=0, y=0),
        ink="text",
        size=10,
    )
    text = texts(drawn(label))["ab"]
    (row,) = (e for e in text if e.get("dy"))
    assert row[0].get("fill") == "var(--partial)"
