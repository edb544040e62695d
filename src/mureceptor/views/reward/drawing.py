"""A brake on a reward cell: without a drug, and let go by a partial and by a full agonist."""

from typing import Final

import numpy as np

from mureceptor.marks.forms import Form
from mureceptor.marks.labels import illustrative, title
from mureceptor.marks.look import FULL, PARTIAL, Symbol, Token
from mureceptor.marks.marks import Dot, Dots, Label, Line, Place
from mureceptor.marks.panel import Axis, Panel, Plot
from mureceptor.marks.text import bold, plain
from mureceptor.views.phrases import whole
from mureceptor.views.textbook import Both

_LOW, _HIGH = -60.0, 132.0  # of the y axis: room for the cells below 0 and above 100
_BRAKE_CELL: Final = 114.0
_PAD: Final = 0.25  # half the width of a pad, in columns
_NAMES: Final = ("No drug", "Partial agonist", "Full agonist")
_BRAKE: Final = {
    "narrow": "brake\ncell",
    "wide": "brake cell, with mu receptors",
    "scene": "brake cell",
}
_INKS: Final[tuple[Token, ...]] = ("muted", PARTIAL.name, FULL.name)


def draw(now: Both, form: Form) -> dict[str, Panel]:
    """Draw three brakes side by side; how high a pad hangs is how far that brake is let go."""
    let_go = (0.0, 100 * now.partial, 100 * now.full)
    said = ("0", whole(now.partial), whole(now.full))
    reward_cell = 2.6 * form.marker
    radius = reward_cell / 2 * (_HIGH - _LOW) / form.plot  # in units of y
    below = -radius - 4
    plot = Plot(
        x=Axis(
            low=-0.5,
            high=2.5,
            ticks=(0, 1, 2),
            names=tuple(bold(name, ink) for name, ink in zip(_NAMES, _INKS, strict=True)),
            notched=False,
        ),
        y=Axis(low=_LOW, high=_HIGH, ticks=(0, 50, 100)),
        marks=(
            _rods(let_go, form),
            *(_pad(x, y, _INKS[x], form) for x, y in enumerate(let_go)),
            _cells("square", "muted", 1.3 * form.marker, _BRAKE_CELL),
            _cells("circle", "line", reward_cell, below),
            _numbers(let_go, said, form),
            _beside(_BRAKE[form.name], _BRAKE_CELL, 0.65 * form.marker, form),
            _beside("reward\ncell", below, reward_cell / 2, form),
            title("Brake let go, % (0: on, 100: off)", form),
            illustrative(form),
        ),
    )
    return {"main": Panel(form=form, plots=(plot,), right=form.left, readout="")}


def _rods(let_go: tuple[float, ...], form: Form) -> Dots:
    dots = tuple(Dot(x=x, y=y, size=1, up=_BRAKE_CELL - y) for x, y in enumerate(let_go))
    return Dots(dots=dots, whisker=form.line)


def _pad(x: int, y: float, ink: Token, form: Form) -> Line:
    ends = np.array([x - _PAD, x + _PAD])
    return Line(x=ends, y=np.array([y, y]), ink=ink, width=3 * form.line)


def _cells(symbol: Symbol, ink: Token, size: float, y: float) -> Dots:
    dots = (
        Dot(x=x, y=y, size=size, symbol=symbol, fill="bg", stroke=ink, stroke_width=2)
        for x in range(len(_NAMES))
    )
    return Dots(dots=tuple(dots))


def _numbers(let_go: tuple[float, ...], said: tuple[str, ...], form: Form) -> Dots:
    dots = (
        Dot(
            x=x + _PAD,
            y=y,
            text=bold(f" {words} %"),
            side="middle right",
            text_ink=ink,
            text_size=form.label,
        )
        for x, (y, words, ink) in enumerate(zip(let_go, said, _INKS, strict=True))
    )
    return Dots(dots=tuple(dots))


def _beside(words: str, y: float, radius: float, form: Form) -> Label:
    return Label(
        text=plain(words),
        place=Place(x=0.5 / len(_NAMES), y=y, shift=(radius + 6, 0)),
        ink="text",
        size=form.tick,
        ground=0,
    )
