"""A panel as Plotly's JSON: the only place that knows Plotly's names.

Colours stay tokens, as `@partial` or with an opacity `@partial/0.12`; the browser puts in those of
the theme. Arrays stay numpy arrays, which `live/payload.py` packs.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from html import escape
from typing import Any, Final
from urllib.parse import quote

import numpy as np

from mureceptor.marks import cups
from mureceptor.marks.forms import Form
from mureceptor.marks.look import TOKENS, Token
from mureceptor.marks.marks import (
    Band,
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
from mureceptor.marks.panel import Axis, Panel
from mureceptor.marks.text import Text

# Of most marks, thousands of states show the same one: then the same JSON serves them all.
_once = lru_cache(maxsize=1024)
Spec = dict[str, Any]  # of a figure or a part of it, as Plotly's JSON
READ_OUT: Final = "%{text}"
_NOT_THERE: Final = "@bg/0"
_CUPS: Final = "data:image/svg+xml," + quote(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" preserveAspectRatio="none">'
    f'<path d="{cups.PATH}" fill="none" stroke="@line" stroke-width="{cups.WIDTH}"'
    ' vector-effect="non-scaling-stroke"/></svg>',
    safe="@/ =:',",
)


def figures(panels: Mapping[str, Panel]) -> dict[str, Spec]:
    """Return the data and the layout of each panel, by its name."""
    return {name: figure(panel) for name, panel in panels.items()}


@lru_cache(maxsize=16)
def figure(panel: Panel) -> Spec:
    """Return the data and the layout of a panel."""
    data: list[Spec] = []
    notes: list[Spec] = []
    shapes: list[Spec] = []
    images: list[Spec] = []
    if panel.guide is not None:
        data.append(_guide(panel.guide, panel))
    for number, plot in enumerate(panel.plots, 1):
        up = str(number) if number > 1 else ""  # Plotly's number of an axis: none for the first
        across = "" if panel.stacked else up
        for mark in plot.marks:
            match mark:
                case Label():
                    notes.append(_annotation(mark, plot.x, across, up))
                    if mark.rule:
                        shapes.append(_rule(mark, panel.form, across, up))
                case Leader() | Box():
                    shapes.append(_shape(mark, across, up))
                case Dots() | Bars():  # they move: what is made of them serves one state only
                    data += _on_axes(_bare_traces(mark), across, up)
                case _:
                    data += _traces(mark, across, up)
                    if isinstance(mark, Receptors):
                        images.append(_cups(across, up))
    layout = _layout(panel) | {"annotations": notes}
    layout |= {"shapes": shapes} if shapes else {}
    layout |= {"images": images} if images else {}
    return {"data": data, "layout": layout}


def _ink(token: Token | None, opacity: float = 1) -> str:
    if token is None:
        return _NOT_THERE
    return f"{TOKENS}{token}" if opacity == 1 else f"{TOKENS}{token}/{opacity:g}"


def _dash(dash: Sequence[float]) -> str:
    return ",".join(f"{part:g}px" for part in dash) or "solid"


@lru_cache(maxsize=4096)
def words(text: Text) -> str:
    """Return text in the small part of HTML that Plotly reads."""
    result = ""
    for run in text:
        said = escape(run.letters, quote=False).replace("\n", "<br>")
        if run.ink:
            said = f'<span style="color:{_ink(run.ink)}">{said}</span>'
        result += f"<b>{said}</b>" if run.bold else said
    return result


# --- Traces ---------------------------------------------------------------------------------------


@_once
def _traces(mark: Mark, across: str, up: str) -> list[Spec]:
    """Return what Plotly draws of a mark, on the axes of these numbers."""
    return _on_axes(_bare_traces(mark), across, up)


def _on_axes(traces: list[Spec], across: str, up: str) -> list[Spec]:
    for trace in traces:
        trace["xaxis"], trace["yaxis"] = f"x{across}", f"y{up}"
    return traces


def _bare_traces(mark: Mark) -> list[Spec]:
    match mark:
        case Line():
            return [_line(mark)]
        case Band():
            return _band(mark)
        case Dots():
            return [_dots(mark)]
        case Bars():
            return [_bars(mark)]
        case Receptors():
            return [_balls(mark)]
    raise TypeError(f"{type(mark).__name__} is no trace")


def _line(mark: Line) -> Spec:
    trace: Spec = {
        "type": "scatter",
        "mode": "lines",
        "x": mark.x,
        "y": mark.y,
        "line": {
            "color": _ink(mark.ink),
            "width": mark.width,
            "dash": _dash(mark.dash),
            "simplify": False,
        },
    }
    if not mark.clipped:
        trace["cliponaxis"] = False
    return trace | _read_out(mark)


def _read_out(mark: Line | Dots) -> Spec:
    if not mark.name:
        return {"hoverinfo": "skip"}
    if isinstance(mark, Dots) or mark.said:
        template = f"{escape(mark.said, quote=False)}<extra></extra>"
    else:
        # In two digits that count, the browser writes them: `readOut` in `plot.js`.
        y = f"%{{y:.{mark.decimals}f}}" if mark.decimals else READ_OUT
        template = f"{y} {mark.unit}".rstrip()
    return {"name": mark.name, "hovertemplate": template}


def _band(mark: Band) -> list[Spec]:
    edge = {"color": _ink(mark.ink, 0.8), "width": int(mark.edged)}
    bare = {"type": "scatter", "mode": "lines", "x": mark.x, "line": edge, "hoverinfo": "skip"}
    fill = {"fill": "tonexty", "fillcolor": _ink(mark.ink, mark.opacity)}
    return [{**bare, "y": mark.low}, {**bare, "y": mark.high, **fill}]


def _dots(mark: Dots) -> Spec:
    dots = mark.dots
    seen = any(dot.size for dot in dots)
    told = any(dot.text_size for dot in dots)
    trace: Spec = {
        "type": "scatter",
        "mode": "+".join(["markers"] * seen + ["text"] * told),
        "x": [dot.x for dot in dots],
        "y": [dot.y for dot in dots],
        "cliponaxis": mark.clipped,
        **_read_out(mark),
    }
    if told:
        trace |= {
            "text": [words(dot.text) for dot in dots],
            "textposition": [dot.side for dot in dots],
            "textfont": {
                "size": [max(dot.text_size, 1) for dot in dots],  # Plotly takes no 0
                "color": [_ink(dot.text_ink) for dot in dots],
            },
        }
    if seen:
        trace["marker"] = {
            "symbol": [dot.symbol for dot in dots],
            "size": [dot.size for dot in dots],
            "color": [_marker_colour(dot) for dot in dots],
            "line": {
                "color": [_ink(dot.stroke) for dot in dots],
                "width": [dot.stroke_width for dot in dots],
            },
            "opacity": 1,
        }
    if mark.whisker:
        line = {
            "type": "data",
            "symmetric": False,
            "color": "@text",
            "thickness": mark.whisker,
            "width": mark.cap,
        }
        trace["error_y"] = {
            **line,
            "array": [dot.up for dot in dots],
            "arrayminus": [dot.down for dot in dots],
        }
        if any(dot.left or dot.right for dot in dots):
            trace["error_x"] = {
                **line,
                "array": [dot.right for dot in dots],
                "arrayminus": [dot.left for dot in dots],
            }
    return trace


def _marker_colour(dot: Dot) -> str:
    # Plotly draws the outline of its open symbols in the colour of their fill.
    return _ink(dot.stroke if dot.symbol.startswith("circle-open") else dot.fill)


def _bars(mark: Bars) -> Spec:
    bars = mark.bars
    return {
        "type": "bar",
        "x": [bar.x for bar in bars],
        "y": [bar.height for bar in bars],
        "width": [bar.width for bar in bars],
        "text": [words(bar.text) for bar in bars],
        "textposition": ["inside" if bar.inside else "outside" for bar in bars],
        "insidetextanchor": "end",
        "textangle": 0,
        "constraintext": "none",
        "textfont": {
            "size": [max(bar.text_size, 1) for bar in bars],
            "color": [_ink(bar.text_ink) for bar in bars],
        },
        "marker": {
            "color": [_ink(bar.ink, bar.opacity) for bar in bars],
            "line": {"color": [_ink(bar.ink) for bar in bars], "width": [b.edge for b in bars]},
        },
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def _balls(mark: Receptors) -> Spec:
    x, y = cups.balls(mark.taken)
    return {
        "type": "scatter",
        "mode": "markers",
        "x": x,
        "y": y,
        "marker": {"size": mark.size, "color": _ink(mark.ink), "symbol": "circle"},
        "hoverinfo": "skip",
    }


def _cups(across: str, up: str) -> Spec:
    """Return the open cups as one image: as a trace they take a third longer to draw."""
    return {
        "source": _CUPS,
        "xref": f"x{across}",
        "yref": f"y{up}",
        "x": 0,
        "y": 100,
        "sizex": 10,
        "sizey": 100,
        "sizing": "stretch",
        "layer": "below",
    }


def _guide(x: float, panel: Panel) -> Spec:
    """Return a line through all plots, on an axis of its own that spans them."""
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [x, x],
        "y": [0, 1],
        "xaxis": "x",
        "yaxis": "y9",
        "line": {"color": "@text", "width": 1.25 * panel.form.line / 3, "simplify": False},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


# --- Layout ---------------------------------------------------------------------------------------


@_once
def _annotation(mark: Label, axis: Axis, across: str, up: str) -> Spec:
    place = mark.place
    # On a log axis Plotly wants the logarithm.
    log = axis.log and place.across == "data"
    note: Spec = {
        "text": words(mark.text),
        "x": float(np.log10(place.x)) if log else place.x,
        "y": place.y,
        "xref": f"x{across}" + (" domain" if place.across == "share" else ""),
        "yref": f"y{up}" + (" domain" if place.up == "share" else ""),
        "xanchor": place.anchor,
        "yanchor": place.stand,
        "xshift": place.shift[0],
        "yshift": place.shift[1],
        "showarrow": mark.pointer is not None,
        "align": mark.align or place.anchor,
        "font": {"size": mark.size, "color": _ink(mark.ink)},
        "bgcolor": _ink("bg", mark.ground),
        "borderpad": mark.pad,
        "visible": mark.shown,
    }
    if mark.pointer:
        note |= {
            "ax": mark.pointer[0],
            "ay": mark.pointer[1],
            "arrowhead": 6,  # a dot
            "arrowwidth": mark.pointer_width,
            "arrowcolor": "@text",
        }
    return note


@_once
def _shape(mark: Leader | Box, across: str, up: str) -> Spec:
    axes = {"xref": f"x{across}", "yref": f"y{up}"}
    if isinstance(mark, Leader):
        (x0, y0), (x1, y1) = mark.start, mark.end
        line = {"color": _ink(mark.ink), "width": 1}
        return {"type": "line", **axes, "x0": x0, "y0": y0, "x1": x1, "y1": y1, "line": line}
    return {
        "type": "rect",
        **axes,
        "x0": mark.x[0],
        "x1": mark.x[1],
        "y0": mark.y[0],
        "y1": mark.y[1],
        "fillcolor": _ink(mark.ink, mark.opacity),
        "line": {"width": 0},
        "layer": "below",
    }


@_once
def _rule(mark: Label, form: Form, across: str, up: str) -> Spec:
    """Return the heavy line left of a caution, as high as its words."""
    rows = words(mark.text).count("<br>") + 1
    x, y = mark.place.shift[0] - 10, mark.place.y
    return {
        "type": "line",
        "xref": f"x{across} domain",
        "yref": f"y{up} domain",
        "xsizemode": "pixel",
        "xanchor": mark.place.x,
        "x0": x,
        "x1": x,
        "y0": y - 1.3 * mark.size * rows / form.plot,
        "y1": y,
        "line": {"color": _ink(mark.ink), "width": 4},
    }


@_once
def _ground(
    form: Form, margins: tuple[int, int], readout: str, x_name: str, *, guided: bool
) -> Spec:
    """Return what a layout is but for its axes and its words."""
    ground: Spec = {
        "height": form.height,
        "margin": {
            "l": margins[0],
            "r": margins[1],
            "t": form.top,
            "b": form.bottom,
            "autoexpand": False,
        },
        "paper_bgcolor": "@bg",
        "plot_bgcolor": _NOT_THERE if guided else "@bg",
        "font": {"family": "Source Sans, sans-serif", "size": form.tick, "color": "@muted"},
        "showlegend": False,
        "hovermode": {"column": "x unified", "nearest": "closest", "": False}[readout],
        "hoverlabel": {
            "bgcolor": "@bg",
            "bordercolor": "@line",
            "font": {"size": form.tick, "color": "@text"},
        },
        "uirevision": "keep",
    }
    if x_name:
        ground["meta"] = {"x": x_name}
    if guided:
        ground["yaxis9"] = {"anchor": "x", "range": [0, 1], "visible": False}
    return ground


def _layout(panel: Panel) -> Spec:
    guided = panel.guide is not None
    layout = dict(
        _ground(
            panel.form,
            panel.margins,
            panel.readout,
            panel.x_name,
            guided=guided,
        )
    )
    for number, plot in enumerate(panel.plots, 1):
        up = str(number) if number > 1 else ""
        if not panel.stacked:
            layout[f"xaxis{up}"] = _x_axis(plot.x, plot.across, up)
        layout[f"yaxis{up}"] = _y_axis(plot.y, plot.up, "" if panel.stacked else up)
    if panel.stacked:
        layout["xaxis"] = _x_axis(panel.plots[0].x, panel.plots[0].across, up)
    if panel.cursor:
        layout["hoversubplots"] = "axis"
        layout["xaxis"] = layout["xaxis"] | {
            "unifiedhovertitle": {"text": f"<b>{escape(panel.cursor)} %{{x:.0f}}</b>"},
            "showspikes": True,
            "spikemode": "across",
            "spikethickness": 1,
            "spikedash": "solid",
            "spikecolor": "@line",
        }
    return layout


def _axis(axis: Axis) -> Spec:
    spec: Spec = {"range": [axis.low, axis.high], "tickvals": list(axis.ticks)}
    if axis.log:
        # A hair longer than asked for: what lies at an end is sent with seven digits, and Plotly
        # leaves out what lies outside.
        low, high = np.log10([axis.low, axis.high])
        spec |= {"type": "log", "range": [float(low) - 1e-6, float(high) + 1e-6]}
    if axis.names:
        spec["ticktext"] = [words(name) for name in axis.names]
    if not axis.named:
        spec["showticklabels"] = False
    return spec


@_once
def _x_axis(axis: Axis, across: tuple[float, float], up: str) -> Spec:
    """Return an x axis: the zero line with ticks below it."""
    return {
        "domain": list(across),
        "anchor": f"y{up}",
        "showgrid": False,
        "zeroline": False,
        "showline": axis.line,
        "linecolor": "@line",
        "ticks": "outside" if axis.notched else "",
        "ticklen": 5,
        "tickcolor": "@line",
        "ticklabeloverflow": "allow",
        **_axis(axis),
    }


@_once
def _y_axis(axis: Axis, up: tuple[float, float], across: str) -> Spec:
    """Return a y axis: hairlines only."""
    return {
        "domain": list(up),
        "anchor": f"x{across}",
        "showgrid": axis.grid,
        "gridcolor": "@grid",
        "zeroline": axis.zero,
        "zerolinecolor": "@line",
        "showline": False,
        "ticks": "",
        "ticklabelstandoff": 6,
        **_axis(axis),
    }
