"""How what one laboratory found is drawn: the pieces of both figures."""

import textwrap

import numpy as np

from mureceptor.marks import axes
from mureceptor.marks.curves import curve, dot, dragged
from mureceptor.marks.forms import Form
from mureceptor.marks.marks import Band, Dots, Label, Line, Mark, Place
from mureceptor.marks.panel import Axis
from mureceptor.marks.text import bold, plain
from mureceptor.views.laboratory import OWN_AMOUNT, Laboratory, Result

_X = np.geomspace(OWN_AMOUNT.low, OWN_AMOUNT.high, 201)
_TOPS = np.array([OWN_AMOUNT.high / 10, OWN_AMOUNT.high])  # where a top without a curve is drawn


def lines(laboratory: Laboratory, form: Form) -> list[Mark]:
    """Return a line for each drug, with its band where a range was printed.

    A curve needs a half-effect amount. Without one only the top is drawn, at the right; a finding
    in words is a bare range from none to full.
    """
    bands = []
    for result in laboratory.results:
        if result.ranged:
            low, high = (100 * edge for edge in result.spread(_X))
            ink = result.kind.name
            bands.append(Band(x=_X, low=low, high=high, ink=ink, opacity=0.12, edged=True))
    return [*bands, *(_line(result, laboratory, form) for result in laboratory.results)]


def _line(result: Result, laboratory: Laboratory, form: Form) -> Line:
    name = f"{result.name}, {laboratory.name}"
    if result.curved:
        return curve(_X, 100 * result.signal(_X), result.kind, name=name, width=form.line)
    if result.top is not None:
        level = np.full(2, 100 * result.top)
        return curve(_TOPS, level, result.kind, name=name, width=form.line)
    return Line(
        x=np.full(2, OWN_AMOUNT.high),
        y=np.array([0.0, 100.0]),
        ink=result.kind.name,
        width=form.line / 2,
        clipped=False,
    )


def marks(laboratory: Laboratory, amount: float, form: Form) -> list[Dots]:
    """Return what follows the pointer: a marker on each curve, hollow for a secondary source."""
    dots = [
        dot(amount, 100 * float(r.signal(amount)), r.kind, form, hollow=r.secondary)
        for r in laboratory.curved
    ]
    return [dragged(dots, form)] if dots else []


def amount_axis() -> Axis:
    """Return the axis of the dragged amount."""
    return axes.amount_axis(OWN_AMOUNT.low, OWN_AMOUNT.high)


def height(result: Result) -> str:
    """Say how high a drug came."""
    if result.blocks:
        return "no signal"
    return "no number read" if result.top is None else f"top {100 * result.top:.0f} %"


def note(result: Result) -> str:
    """Say under a drug's name how high it came, and how sure that is."""
    if result.blocks:
        return f"{height(result)}:\nit blocked"
    if result.top is None:
        return "\n".join([*textwrap.wrap(f"{result.words},", 20), height(result)])
    if result.secondary:
        return f"{height(result)}\nsecondary source"
    if result.low is None or result.high is None:
        return height(result)
    return f"{height(result)} ({100 * result.low:.0f} to {100 * result.high:.0f})"


def name(result: Result) -> str:
    """Return a drug's name as it begins a label."""
    return result.name[0].upper() + result.name[1:]


def in_one_line(result: Result) -> str:
    """Say a drug's name, how high it came, and whether that is from a secondary source."""
    source = ", secondary source" if result.secondary else ""
    return f"{name(result)}, {height(result)}{source}"


def caption(laboratory: Laboratory, form: Form, said: str) -> Label:
    """Return the laboratory's name and what is `said` of its test, in the empty top left corner.

    How far it was read is said by the sentence below.
    """
    return Label(
        text=bold(laboratory.name, "text") + plain(said),
        place=Place(x=0.015, y=100, stand="top"),
        ink="muted",
        size=form.tick,
        ground=0.85,  # over hairlines
    )


def tested(laboratory: Laboratory, form: Form, width: int) -> str:
    """Say what the test was in rows of `width` letters, and on a page what its full mark is."""
    if form.name == "wide":
        said = [f"{laboratory.cells}; {laboratory.test}", laboratory.yardstick]
    else:  # the axis says the rest
        said = [f"{laboratory.cells}; {laboratory.test.split(',')[0]}"]
    return "".join(
        f"\n{row}"
        for words in said
        for row in textwrap.wrap(words[0].upper() + words[1:], width, break_on_hyphens=False)
    )
