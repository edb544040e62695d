"""The plot of 100 receptors, with how many of them are taken."""

from mureceptor.marks.axes import per_cent_axis
from mureceptor.marks.forms import Form
from mureceptor.marks.labels import title
from mureceptor.marks.marks import Dot, Dots, Receptors
from mureceptor.marks.panel import Axis, Plot
from mureceptor.marks.text import bold, plain


def receptors(
    taken: float, count: str, form: Form, *, more: str = "", across: tuple[float, float] = (0, 1)
) -> Plot:
    """Return the receptors of which `taken` [per cent] are taken, with the `count` in words below.

    `more` follows the count, in the usual weight.
    """
    below = Dot(
        x=0,
        y=0,
        size=6,  # so that the words keep clear of the line above
        text=bold(count) + plain(more) if more else bold(count),
        side="bottom right",
        text_size=form.tick,
    )
    return Plot(
        x=Axis(low=0, high=10, named=False, notched=False),
        y=per_cent_axis(named=False),
        marks=(
            Receptors(taken=taken, ink="muted", size=0.73 * form.marker),
            Dots(dots=(below,)),
            title("100 receptors", form, left=0),
        ),
        across=across,
    )
