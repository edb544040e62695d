"""What moves, or can be read out: marks as Plotly's traces."""

from html import escape
from typing import Final

from mureceptor.marks import cups
from mureceptor.marks.marks import Band, Bars, Dot, Dots, Line, Mark, Receptors
from mureceptor.marks.panel import Panel
from mureceptor.marks.plotly.tokens import Spec, dash, ink, once, words

READ_OUT: Final = "%{text}"


def traces(mark: Mark, across: str, up: str) -> list[Spec]:
    """Return what Plotly draws of a mark, on the axes of these numbers."""
    if isinstance(mark, Dots | Bars):  # they move: what is made of them serves one state only
        return _made(mark, across, up)
    return _kept(mark, across, up)


def _made(mark: Mark, across: str, up: str) -> list[Spec]:
    made = _bare(mark)
    for trace in made:
        trace["xaxis"], trace["yaxis"] = f"x{across}", f"y{up}"
    return made


_kept = once(_made)


def _bare(mark: Mark) -> list[Spec]:
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
            "color": ink(mark.ink),
            "width": mark.width,
            "dash": dash(mark.dash),
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
    edge = {"color": ink(mark.ink, 0.8), "width": int(mark.edged)}
    bare = {"type": "scatter", "mode": "lines", "x": mark.x, "line": edge, "hoverinfo": "skip"}
    fill = {"fill": "tonexty", "fillcolor": ink(mark.ink, mark.opacity)}
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
                "color": [ink(dot.text_ink) for dot in dots],
            },
        }
    if seen:
        trace["marker"] = {
            "symbol": [dot.symbol for dot in dots],
            "size": [dot.size for dot in dots],
            "color": [_marker_colour(dot) for dot in dots],
            "line": {
                "color": [ink(dot.stroke) for dot in dots],
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
    return ink(dot.stroke if dot.symbol.startswith("circle-open") else dot.fill)


def _bars(mark: Bars) -> Spec:
    bars = mark.bars
    return {
        "type": "bar",
        "x": [bar.x for bar in bars],
        "y": [bar.height for bar in bars],
        "width": [bar.width for bar in bars],
        "text": [words(bar.text) for bar in bars],
        "textposition": "outside",
        "textangle": 0,
        "constraintext": "none",
        "textfont": {
            "size": [max(bar.text_size, 1) for bar in bars],
            "color": [ink(bar.text_ink) for bar in bars],
        },
        "marker": {
            "color": [ink(bar.ink, bar.opacity) for bar in bars],
            "line": {"width": 0},
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
        "marker": {"size": mark.size, "color": ink(mark.ink), "symbol": "circle"},
        "hoverinfo": "skip",
    }


def guide(x: float, panel: Panel) -> Spec:
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
