"""How what one laboratory found is drawn: the pieces of both figures."""

import textwrap

import numpy as np

from mureceptor.marks import notes, parts
from mureceptor.marks.forms import Form, Spec
from mureceptor.marks.parts import Dot
from mureceptor.views.laboratory import OWN_AMOUNT, Laboratory, Result

_X = np.geomspace(OWN_AMOUNT.low, OWN_AMOUNT.high, 201)
_TOPS = np.array([OWN_AMOUNT.high / 10, OWN_AMOUNT.high])  # where a top without a curve is drawn


def lines(laboratory: Laboratory, form: Form, *, axis: str = "y") -> list[Spec]:
    """Return a line for each drug, with its band where a range was printed.

    A curve needs a half-effect amount. Without one only the top is drawn, at the right; a finding
    in words is a bare range from none to full.
    """
    bands: list[Spec] = []
    drawn = []
    for result in laboratory.results:
        if result.ranged:
            low, high = (100 * edge for edge in result.spread(_X))
            bands += parts.band(_X, low, high, result.kind, 0.12, edge=True)
        drawn.append(_line(result, laboratory, form))
    return [{**trace, "yaxis": axis} for trace in (*bands, *drawn)]


def _line(result: Result, laboratory: Laboratory, form: Form) -> Spec:
    name = f"{result.name}, {laboratory.name}"
    if result.curved:
        return parts.curve(_X, 100 * result.signal(_X), result.kind, name=name, width=form.line)
    if result.top is not None:
        return parts.curve(
            _TOPS, np.full(2, 100 * result.top), result.kind, name=name, width=form.line
        )
    return {
        "type": "scatter",
        "mode": "lines",
        "x": np.full(2, OWN_AMOUNT.high),
        "y": np.array([0.0, 100.0]),
        "line": {"color": result.kind.colour, "width": form.line / 2},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def marks(laboratory: Laboratory, amount: float, form: Form, *, axis: str = "y") -> list[Spec]:
    """Return what follows the pointer: a marker on each curve, hollow for a secondary source."""
    dots = [
        Dot(amount, 100 * float(result.signal(amount)), result.kind, hollow=result.secondary)
        for result in laboratory.curved
    ]
    return [{**parts.dragged(dots, form), "yaxis": axis}] if dots else []


def amount_axis() -> Spec:
    """Return the axis of the dragged amount."""
    return parts.amount_axis(OWN_AMOUNT.low, OWN_AMOUNT.high)


def height(result: Result) -> str:
    """Say how high a drug came."""
    if result.blocks:
        return "no signal"
    return "no number read" if result.top is None else f"top {100 * result.top:.0f} %"


def note(result: Result) -> str:
    """Say under a drug's name how high it came, and how sure that is."""
    if result.blocks:
        return f"{height(result)}:<br>it blocked"
    if result.top is None:
        return "<br>".join([*textwrap.wrap(f"{result.words},", 20), height(result)])
    if result.secondary:
        return f"{height(result)}<br>secondary source"
    if result.low is None or result.high is None:
        return height(result)
    return f"{height(result)} ({100 * result.low:.0f} to {100 * result.high:.0f})"


def name(result: Result) -> str:
    """Return a drug's name as it begins a label."""
    return result.name[0].upper() + result.name[1:]


def caption(laboratory: Laboratory, form: Form, *, width: int) -> Spec:
    """Return what the test was, in the empty top left corner, in lines of `width` letters.

    How far it was read is said by the sentence below.
    """
    if form.name == "wide":
        said = [f"{laboratory.cells}; {laboratory.test}", laboratory.yardstick]
    else:  # the axis says the rest
        said = [f"{laboratory.cells}; {laboratory.test.split(',')[0]}"]
    rows = [
        row
        for words in said
        for row in textwrap.wrap(words[0].upper() + words[1:], width, break_on_hyphens=False)
    ]
    return {
        **notes.label(laboratory.name, "", "@muted", form, at=(0.015, 100)),
        "text": "<br>".join([f'<b><span style="color:@text">{laboratory.name}</span></b>', *rows]),
        "font": {"size": form.tick, "color": "@muted"},
        "yanchor": "top",
        "bgcolor": "@bg/0.85",  # over hairlines
    }
