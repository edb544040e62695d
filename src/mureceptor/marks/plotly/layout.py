"""What stands around the traces: axes, margins, words, shapes and images, as Plotly's layout."""

from html import escape
from typing import Final
from urllib.parse import quote

import numpy as np

from mureceptor.marks import cups
from mureceptor.marks.forms import Form
from mureceptor.marks.marks import Box, Label, Leader
from mureceptor.marks.panel import Axis, Panel
from mureceptor.marks.plotly.tokens import NOT_THERE, Spec, ink, once, words

_CUPS: Final = "data:image/svg+xml," + quote(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" preserveAspectRatio="none">'
    f'<path d="{cups.PATH}" fill="none" stroke="@line" stroke-width="{cups.WIDTH}"'
    ' vector-effect="non-scaling-stroke"/></svg>',
    safe="@/ =:',",
)


@once
def annotation(mark: Label, axis: Axis, across: str, up: str) -> Spec:
    """Return words at a place, which Plotly calls an annotation."""
    place = mark.place
    # On a log axis Plotly wants the logarithm.
    log = axis.log and place.across == "data"
    return {
        "text": words(mark.text),
        "x": float(np.log10(place.x)) if log else place.x,
        "y": place.y,
        "xref": f"x{across}" + (" domain" if place.across == "share" else ""),
        "yref": f"y{up}" + (" domain" if place.up == "share" else ""),
        "xanchor": place.anchor,
        "yanchor": place.stand,
        "xshift": place.shift[0],
        "yshift": place.shift[1],
        "showarrow": False,
        "align": mark.align or place.anchor,
        "font": {"size": mark.size, "color": ink(mark.ink)},
        "bgcolor": ink("bg", mark.ground),
        "borderpad": mark.pad,
        "visible": mark.shown,
    }


@once
def shape(mark: Leader | Box, across: str, up: str) -> Spec:
    """Return a thin line, or a field behind all else."""
    axes = {"xref": f"x{across}", "yref": f"y{up}"}
    if isinstance(mark, Leader):
        (x0, y0), (x1, y1) = mark.start, mark.end
        line = {"color": ink(mark.ink), "width": 1}
        return {"type": "line", **axes, "x0": x0, "y0": y0, "x1": x1, "y1": y1, "line": line}
    return {
        "type": "rect",
        **axes,
        "x0": mark.x[0],
        "x1": mark.x[1],
        "y0": mark.y[0],
        "y1": mark.y[1],
        "fillcolor": ink(mark.ink, mark.opacity),
        "line": {"width": 0},
        "layer": "below",
    }


@once
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
        "plot_bgcolor": NOT_THERE if guided else "@bg",
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


def layout(panel: Panel) -> Spec:
    """Return axes, margins and looks of a panel, without its words and shapes."""
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


@once
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


@once
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


def open_cups(across: str, up: str) -> Spec:
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
