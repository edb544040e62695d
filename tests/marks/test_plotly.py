"""Plotly's JSON of a panel, against what was written by hand from Plotly's reference."""

import json
import re
from typing import Any
from urllib.parse import unquote

import numpy as np
import pytest
from plotly import graph_objects

from mureceptor.marks.forms import NARROW, WIDE
from mureceptor.marks.look import PARTIAL
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
from mureceptor.marks.plotly.tokens import Spec, words
from mureceptor.marks.text import Run, bold, headed, plain

X = np.array([1.0, 10.0, 100.0])
Y = np.array([10.0, np.nan, 90.0])
ACROSS = Axis(low=1, high=100, log=True, ticks=(1, 100), names=(plain("a < b"), bold("c", "full")))
UP = Axis(low=0, high=100, ticks=(0, 50, 100))


def drawn(*marks: Mark, **panel: Any) -> Spec:
    return figure(Panel(form=NARROW, plots=(Plot(x=ACROSS, y=UP, marks=marks),), **panel))


def trace(*marks: Mark) -> Spec:
    return dict(drawn(*marks)["data"][-1])


def has(node: Any, expected: dict[str, Any]) -> None:
    """Assert that a part of the JSON has these entries, the others whatever they are."""
    for key, value in expected.items():
        if isinstance(value, dict):
            has(node[key], value)
        else:
            assert node[key] == value, key


# --- Marks ----------------------------------------------------------------------------------------


def test_a_line() -> None:
    line = Line(x=X, y=Y, ink="partial", width=6, dash=PARTIAL.dashes(6), name="Some drug")
    found = trace(line)
    assert found["x"] is X  # not copied: what does not move is compared by identity
    assert found["y"] is Y
    has(
        found,
        {
            "type": "scatter",
            "mode": "lines",
            "xaxis": "x",
            "yaxis": "y",
            "name": "Some drug",
            "hovertemplate": "%{text} %",
            "line": {"color": "@partial", "width": 6, "dash": "20px,10px", "simplify": False},
        },
    )


def test_a_line_without_a_name_is_not_read_out_and_may_leave_the_plot() -> None:
    found = trace(Line(x=X, y=Y, ink="text", width=3, clipped=False))
    has(found, {"hoverinfo": "skip", "cliponaxis": False, "line": {"dash": "solid"}})
    assert "name" not in found


def test_a_line_says_its_number_or_its_own_words() -> None:
    number = Line(x=X, y=Y, ink="text", width=3, name="n", unit="of 100", decimals=2)
    assert trace(number)["hovertemplate"] == "%{y:.2f} of 100"
    own = Line(x=X, y=Y, ink="text", width=3, name="n", said="5 < 6")
    assert trace(own)["hovertemplate"] == "5 &lt; 6<extra></extra>"


def test_a_band_is_filled_between_its_edges() -> None:
    band = Band(x=X, low=Y - 5, high=Y + 5, ink="full", opacity=0.12, edged=True)
    low, high = drawn(band)["data"]
    np.testing.assert_array_equal(low["y"], Y - 5)
    np.testing.assert_array_equal(high["y"], Y + 5)
    has(low, {"line": {"color": "@full/0.8", "width": 1}, "hoverinfo": "skip"})
    has(high, {"fill": "tonexty", "fillcolor": "@full/0.12"})
    assert "fill" not in low


def test_dots_with_a_guide_and_words() -> None:
    dots = (
        Dot(x=10, y=80, size=15, symbol="diamond", fill="partial", stroke="bg", stroke_width=3),
        Dot(x=10, y=40, size=15, fill="bg", stroke="full", stroke_width=3, down=40),
        Dot(x=10, y=60, size=15, text=plain("a & b"), side="top left", text_size=13),
    )
    has(
        trace(Dots(dots=dots, whisker=1.25)),
        {
            "mode": "markers+text",
            "x": [10, 10, 10],
            "y": [80, 40, 60],
            "text": ["", "", "a &amp; b"],
            "textposition": ["middle right", "middle right", "top left"],
            "textfont": {"size": [1, 1, 13], "color": ["@text", "@text", "@text"]},
            "marker": {
                "symbol": ["diamond", "circle", "circle"],
                "size": [15, 15, 15],
                "color": ["@partial", "@bg", "@bg/0"],
                "line": {"color": ["@bg", "@full", "@bg/0"], "width": [3, 3, 0]},
                "opacity": 1,
            },
            "error_y": {
                "symmetric": False,
                "array": [0, 0, 0],
                "arrayminus": [0, 40, 0],
                "color": "@text",
                "thickness": 1.25,
                "width": 0,
            },
            "cliponaxis": False,
        },
    )


def test_words_alone_have_no_markers_and_open_symbols_their_line_s_colour() -> None:
    assert trace(Dots(dots=(Dot(x=1, y=2, text=plain("a"), text_size=13),)))["mode"] == "text"
    guess = Dot(x=1, y=2, size=20, symbol="circle-open-dot", stroke="text", stroke_width=2)
    found = trace(Dots(dots=(guess,)))
    assert found["mode"] == "markers"
    assert found["marker"]["color"] == ["@text"]
    assert "text" not in found


def test_bars() -> None:
    bars = (
        Bar(x=0, height=95, width=0.4, ink="full", text=bold("95"), text_size=16),
        Bar(x=1, height=5, width=0.4, ink="partial", opacity=0.12),
    )
    has(
        trace(Bars(bars)),
        {
            "type": "bar",
            "x": [0, 1],
            "y": [95, 5],
            "width": [0.4, 0.4],
            "text": ["<b>95</b>", ""],
            "textposition": "outside",
            "marker": {"color": ["@full", "@partial/0.12"], "line": {"width": 0}},
        },
    )


def test_receptors_are_cups_as_an_image_and_balls_as_a_trace() -> None:
    spec = drawn(Receptors(taken=12.4, ink="muted", size=11))
    (balls,) = spec["data"]
    (image,) = spec["layout"]["images"]
    seated = np.isfinite(balls["y"])
    assert np.flatnonzero(seated).tolist() == list(range(12))
    assert balls["x"][:12].tolist() == [*(i + 0.5 for i in range(10)), 0.5, 1.5]
    has(balls, {"marker": {"size": 11, "color": "@muted"}, "hoverinfo": "skip"})
    has(image, {"xref": "x", "yref": "y", "x": 0, "y": 100, "sizex": 10, "sizey": 100})
    assert image["source"].count("a3.3") == 100
    assert "#" not in image["source"]  # it would end the address


@pytest.mark.parametrize("taken", [0, 0.4, 1, 37, 99.6, 100])
def test_each_ball_sits_in_the_rim_of_its_own_cup(taken: float) -> None:
    spec = drawn(Receptors(taken=taken, ink="muted", size=11))
    (balls,), (image,) = spec["data"], spec["layout"]["images"]
    rims = re.findall(
        r"M([\d.]+) ([\d.]+)a([\d.]+) [\d.]+ 0 0 0 ([\d.]+) 0", unquote(image["source"])
    )
    cups = [(float(x) + float(r), 100 - float(y), float(r), float(wide)) for x, y, r, wide in rims]
    cells = {(int(x // 10), int(y // 10)) for x, y, *_ in cups}
    assert len(cups) == len(cells) == 100, "one in each cell of ten by ten"
    for x, _, r, wide in cups:
        assert wide == 2 * r, "half an ellipse"
        assert x - r >= x // 10 * 10 + 0.5, "clear of its neighbour"
        assert x + r <= x // 10 * 10 + 9.5
    seats = {(round(x, 6), round(y, 6)) for x, y, *_ in cups}
    seated = [(10 * x, y) for x, y in zip(balls["x"], balls["y"], strict=True) if y == y]
    assert {(round(x, 6), round(y, 6)) for x, y in seated} <= seats
    assert len(seated) == int(taken + 0.5)
    order = [(y // 10, x // 10) for x, y in seated]
    assert order == sorted(order) == [divmod(i, 10) for i in range(len(order))]


# --- Words and shapes -----------------------------------------------------------------------------


def label(**more: Any) -> Label:
    given: dict[str, Any] = {
        "text": headed("Name", "note"),
        "place": Place(x=0.25, y=50),
        "ink": "full",
        "size": 13.5,
    }
    return Label(**given | more)


def test_a_label_stands_at_a_share_of_the_width_and_at_its_number() -> None:
    (note,) = drawn(label(pad=0))["layout"]["annotations"]
    has(
        note,
        {
            "text": "<b>Name</b><br>note",
            "x": 0.25,
            "y": 50,
            "xref": "x domain",
            "yref": "y",
            "xanchor": "left",
            "yanchor": "middle",
            "align": "left",
            "showarrow": False,
            "font": {"size": 13.5, "color": "@full"},
            "bgcolor": "@bg",
            "borderpad": 0,
        },
    )


def test_a_label_can_stand_at_a_number_of_a_log_axis() -> None:
    place = Place(x=10, y=0.5, anchor="right", stand="top", across="data", up="share")
    (note,) = drawn(label(place=place, ground=0, shown=False))["layout"]["annotations"]
    has(
        note,
        {
            "x": 1.0,  # the logarithm, as Plotly wants it
            "y": 0.5,
            "xref": "x",
            "yref": "y domain",
            "xanchor": "right",
            "yanchor": "top",
            "showarrow": False,
            "bgcolor": "@bg/0",
            "visible": False,
        },
    )


def test_leaders_and_boxes_are_in_the_units_of_the_axes() -> None:
    leader, box = drawn(
        Leader(start=(1, 20), end=(10, 30), ink="text"),
        Box(x=(1, 2), y=(3, 4), ink="partial", opacity=0.12),
    )["layout"]["shapes"]
    has(leader, {"type": "line", "x0": 1, "y0": 20, "x1": 10, "y1": 30, "xref": "x", "yref": "y"})
    has(leader, {"line": {"color": "@text", "width": 1}})
    has(box, {"type": "rect", "x0": 1, "x1": 2, "y0": 3, "y1": 4, "fillcolor": "@partial/0.12"})
    assert box["layer"] == "below"


def test_letters_are_escaped_but_their_markup_is_not() -> None:
    text = (Run("<b>&", bold=True), Run("\nx", ink="partial"))
    assert words(text) == ('<b>&lt;b&gt;&amp;</b><span style="color:@partial"><br>x</span>')


# --- Panels ---------------------------------------------------------------------------------------


def test_axes() -> None:
    layout = drawn(x_name="Amount", readout="")["layout"]
    assert layout["xaxis"]["type"] == "log"
    assert layout["xaxis"]["range"] == pytest.approx([0, 2], abs=2e-6)
    assert layout["xaxis"]["range"][1] > 2
    has(
        layout,
        {
            "xaxis": {
                "tickvals": [1, 100],
                "ticktext": ["a &lt; b", '<b><span style="color:@full">c</span></b>'],
            },
            "yaxis": {"range": [0, 100], "tickvals": [0, 50, 100], "showgrid": True},
            "height": 34 + 224 + 26,
            "margin": {"l": 32, "r": 14, "t": 34, "b": 26, "autoexpand": False},
            "hovermode": False,
            "meta": {"x": "Amount"},
            "showlegend": False,
        },
    )


def test_plots_beside_each_other_have_axes_of_their_own() -> None:
    left, right = (
        Plot(x=ACROSS, y=UP, across=span, marks=(label(), Receptors(taken=1, ink="muted", size=9)))
        for span in ((0, 0.4), (0.6, 1))
    )
    spec = figure(Panel(form=WIDE, plots=(left, right), left=0, right=7))
    assert [(t["xaxis"], t["yaxis"]) for t in spec["data"]] == [("x", "y"), ("x2", "y2")]
    layout = spec["layout"]
    assert [note["xref"] for note in layout["annotations"]] == ["x domain", "x2 domain"]
    assert [image["yref"] for image in layout["images"]] == ["y", "y2"]
    has(layout, {"xaxis2": {"domain": [0.6, 1], "anchor": "y2"}, "yaxis2": {"anchor": "x2"}})
    has(layout, {"margin": {"l": 0, "r": 7}})


def test_stacked_plots_have_one_x_axis_below_the_last() -> None:
    line = Line(x=X, y=Y, ink="text", width=3)
    plots = tuple(Plot(x=ACROSS, y=UP, up=span, marks=(line,)) for span in ((0.6, 1), (0, 0.5)))
    spec = figure(Panel(form=WIDE, plots=plots, stacked=True, guide=28, cursor="Day"))
    assert [(t["xaxis"], t["yaxis"]) for t in spec["data"]] == [
        ("x", "y9"),
        ("x", "y"),
        ("x", "y2"),
    ]
    layout = spec["layout"]
    assert "xaxis2" not in layout
    has(
        layout,
        {
            "xaxis": {"anchor": "y2", "spikemode": "across", "domain": [0, 1]},
            "yaxis": {"domain": [0.6, 1], "anchor": "x"},
            "yaxis2": {"domain": [0, 0.5], "anchor": "x"},
            "yaxis9": {"range": [0, 1], "visible": False},
            "hoversubplots": "axis",
            "plot_bgcolor": "@bg/0",
        },
    )
    assert layout["xaxis"]["unifiedhovertitle"] == {"text": "<b>Day %{x:.0f}</b>"}
    guide = spec["data"][0]
    assert (guide["x"], guide["y"]) == ([28, 28], [0, 1])


def test_plotly_takes_every_mark() -> None:
    marks = (
        Line(x=X, y=Y, ink="partial", width=3, name="a"),
        Band(x=X, low=Y, high=Y, ink="full", opacity=0.1, edged=False),
        Dots(dots=(Dot(x=1, y=2, size=5, left=1, text=bold("a"), text_size=13),), whisker=1, cap=6),
        Bars((Bar(x=1, height=2, width=1, ink="text"),)),
        Receptors(taken=3, ink="muted", size=11),
        Box(x=(1, 2), y=(3, 4), ink="partial", opacity=0.12),
        Leader(start=(1, 2), end=(3, 4), ink="text"),
        label(),
    )
    text = json.dumps(drawn(*marks), default=np.ndarray.tolist).replace("NaN", "null")
    spec = json.loads(re.sub(r"@\w+(/[\d.]+)?", "#123456", text))
    graph_objects.Figure(spec)  # raises on a key or a value that Plotly does not know
