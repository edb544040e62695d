"""A panel as inline SVG that looks as Plotly draws it, for a page that stands before any script.

The SVG is as wide as its container leaves it: across, places are per cent of the plot's width, up
they are px, and words, lines and markers keep their sizes. So Plotly's drawing can take its place
at any width and nothing jumps. Colours are the CSS variables of the look, so the theme (or a
contrast theme) decides them. What is measured in Plotly's own drawing says so.
"""

from html import escape

from mureceptor.marks.marks import Label
from mureceptor.marks.panel import Panel
from mureceptor.marks.svg.axes import behind, x_axis, y_names
from mureceptor.marks.svg.marks import draw
from mureceptor.marks.svg.strokes import Frame, stroke
from mureceptor.marks.svg.words import label


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
    frames = [Frame.of(plot, panel) for plot in panel.plots]
    for frame in frames:
        parts.append(frame.open())
        parts += behind(frame)
        parts.append("</svg>")
    if panel.guide is not None:
        x = frames[0].across(panel.guide)
        parts.append(stroke(x, 0, x, form.plot, "text", 1.25 * form.line / 3))
    for i, frame in enumerate(frames):
        parts.append(frame.open())
        for mark in frame.plot.marks:
            parts += draw(mark, frame)
        if not panel.stacked or i == len(frames) - 1:
            parts += x_axis(frame, form.tick)
        parts += y_names(frame, form.tick)
        parts += [
            label(mark, frame)
            for mark in frame.plot.marks
            if isinstance(mark, Label) and mark.shown
        ]
        parts.append("</svg>")
    return "".join(parts)
