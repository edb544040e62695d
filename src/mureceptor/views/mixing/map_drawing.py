"""The effect of a mixture against both amounts, as a map beside the curve."""

from functools import lru_cache
from typing import Final

import numpy as np

from mureceptor.marks.axes import numbers
from mureceptor.marks.forms import Form
from mureceptor.marks.labels import title
from mureceptor.marks.look import MIXTURE, Token
from mureceptor.marks.marks import Dot, Dots, Label, Leader, Line, Map, Mark, Place
from mureceptor.marks.panel import Axis, Panel, Plot
from mureceptor.marks.text import bold
from mureceptor.views.mixing.numbers import Mixture, switch_over, together
from mureceptor.views.mixing.state import ADDED, THERE, Mixing

_X: Final = np.geomspace(ADDED.low, ADDED.high, 41)
_Y: Final = np.geomspace(THERE.low, THERE.high, 41)
_EDGE: Final = 10**0.1  # left free, so that the marker is whole at the map's edge
_LEVELS: Final = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


def draw(mixture: Mixture, state: Mixing, form: Form) -> Panel:
    """Draw the map with a marker at the present amounts and guides to both axes.

    What moves is a mark of its own, so Plotly draws the surface once and not at every step.
    """
    x, y = state.added, state.there
    guides = Line(
        x=np.array([x, x, ADDED.low]),
        y=np.array([THERE.low, y, y]),
        ink="text",
        width=1.25 * form.line / 3,
        clipped=False,
    )
    marker = Dot(
        x=x,
        y=y,
        size=form.marker,
        symbol=MIXTURE.symbol,
        fill=MIXTURE.name,
        stroke="bg",
        stroke_width=form.line,
    )
    marks = (*_ground(mixture, form), guides, Dots(dots=(marker,)))
    plot = Plot(x=_ACROSS, y=_UP, marks=marks)
    return Panel(form=form, plots=(plot,), right=16, readout="nearest", zoom=False)


def _axis(low: float, high: float, *, grid: bool = True) -> Axis:
    ticks = tuple((10.0 ** np.arange(round(np.log10(low)), round(np.log10(high)) + 1)).tolist())
    return Axis(
        low=low / _EDGE, high=high * _EDGE, log=True, ticks=ticks, names=numbers(ticks), grid=grid
    )


_ACROSS: Final = _axis(ADDED.low, ADDED.high)
_UP: Final = _axis(THERE.low, THERE.high, grid=False)


@lru_cache(maxsize=64)
def _ground(mixture: Mixture, form: Form) -> tuple[Mark, ...]:
    z = together(mixture, _X, _Y[:, None])
    size = 13 * form.tick / 15
    return (
        Map(x=_X, y=_Y, z=z, ink=MIXTURE.name, levels=_LEVELS, text_size=size),
        title("Effect against both amounts", form),
        _word(f"\u2191 {mixture.name}", mixture.kind.name, form, Place(x=0.03, y=0.93, up="share")),
        _word(
            f"\u2192 {mixture.added.name}",
            mixture.added.kind.name,
            form,
            Place(x=0.97, y=0.08, up="share", anchor="right"),
        ),
        *_switch(mixture, form),
    )


def _switch(mixture: Mixture, form: Form) -> list[Mark]:
    """Return the line on which the switch-over lies, and its name."""
    switch = switch_over(mixture)
    if switch is None:
        return []
    amount = switch[0]
    share = float(np.log(amount / _ACROSS.low) / np.log(_ACROSS.high / _ACROSS.low))
    if mixture.breaks_through:  # it is an amount of the added drug
        start, end = (amount, THERE.low), (amount, THERE.high)
        place = Place(x=share + 0.01, y=0.2, up="share")
    else:
        start, end = (ADDED.low, amount), (ADDED.high, amount)
        place = Place(x=0.03, y=share - 0.07, up="share")
    return [Leader(start=start, end=end, ink="text"), _word("Switch-over", "text", form, place)]


def _word(text: str, ink: Token, form: Form, place: Place) -> Label:
    return Label(text=bold(text), place=place, ink=ink, size=form.tick)
