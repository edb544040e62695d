"""A panel as Plotly's JSON: the only place that knows Plotly's names.

Colours stay tokens, as `@partial` or with an opacity `@partial/0.12`; the browser puts in those of
the theme. Arrays stay numpy arrays, which `live/payload.py` packs.
"""

from collections.abc import Mapping
from functools import lru_cache

from mureceptor.marks.marks import Box, Label, Leader, Receptors
from mureceptor.marks.panel import Panel
from mureceptor.marks.plotly.layout import annotation, layout, open_cups, shape
from mureceptor.marks.plotly.tokens import Spec
from mureceptor.marks.plotly.traces import guide, traces


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
        data.append(guide(panel.guide, panel))
    for number, plot in enumerate(panel.plots, 1):
        up = str(number) if number > 1 else ""  # Plotly's number of an axis: none for the first
        across = "" if panel.stacked else up
        for mark in plot.marks:
            match mark:
                case Label():
                    notes.append(annotation(mark, plot.x, across, up))
                case Leader() | Box():
                    shapes.append(shape(mark, across, up))
                case _:
                    data += traces(mark, across, up)
                    if isinstance(mark, Receptors) and mark.cups:
                        images.append(open_cups(across, up))
    around = layout(panel) | {"annotations": notes}
    around |= {"shapes": shapes} if shapes else {}
    around |= {"images": images} if images else {}
    return {"data": data, "layout": around}
