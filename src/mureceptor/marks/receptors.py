"""The plot of 100 receptors, with words below on how many of them are taken."""

from collections.abc import Sequence

from mureceptor.marks.axes import per_cent_axis
from mureceptor.marks.forms import Form
from mureceptor.marks.labels import title
from mureceptor.marks.marks import Dot, Dots, Receptors
from mureceptor.marks.panel import Axis, Plot
from mureceptor.marks.text import Text


def receptors(
    marks: Sequence[Receptors],
    heading: str,
    below: Text,
    form: Form,
    *,
    across: tuple[float, float],
) -> Plot:
    """Return a plot of 100 receptors, drawn by `marks`, with a heading and words `below`."""
    words = Dot(
        x=0,
        y=0,
        size=0.4 * form.marker,  # so that the words keep clear of the line above
        text=below,
        side="bottom right",
        text_size=form.tick,
    )
    return Plot(
        x=Axis(low=0, high=10, named=False, notched=False),
        y=per_cent_axis(named=False),
        marks=(*marks, Dots(dots=(words,)), title(heading, form, left=0)),
        across=across,
    )
