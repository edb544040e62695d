"""A brake cell above a reward cell: without a drug, and quieted by a partial and a full agonist."""

from typing import Final

import numpy as np

from mureceptor.marks.forms import Form
from mureceptor.marks.labels import title
from mureceptor.marks.look import FULL, PARTIAL, Symbol, Token
from mureceptor.marks.marks import Dot, Dots, Label, Line, Mark, Place
from mureceptor.marks.panel import Axis, Panel, Plot
from mureceptor.marks.text import bold, plain
from mureceptor.views.phrases import whole
from mureceptor.views.textbook import Both

_BRAKE: Final = 80.0  # where the two cells stand, in per cent of the plot's height
_REWARD: Final = 34.0
_CELL: Final = 2.4  # diameter of a cell, in markers
_RINGS: Final = 5  # around a reward cell with no brake left
_GAP: Final = 0.5  # how much wider than the one before each ring is, in markers
_WIDEST: Final = 3.5  # width of a brake that nothing has let go of, in lines
_THINNEST: Final = 0.4
_NAMES: Final = ("No drug", "Partial agonist", "Full agonist")
_FIRES: Final = ("held back", "fires more", "fires most")
_INKS: Final[tuple[Token, ...]] = ("muted", PARTIAL.name, FULL.name)
_SYMBOLS: Final[tuple[Symbol, ...]] = ("circle", PARTIAL.symbol, FULL.symbol)
_CELLS: Final = ("Brake\ncell", "Reward\ncell")
_LEFT: Final = {"narrow": 58, "wide": 72, "scene": 130}  # [px]
_PAD: Final = {"narrow": 0.16, "wide": 0.08, "scene": 0.07}  # half a brake's bar, in columns
_FREE: Final = {"narrow": "free"}
_TAKEN: Final = {"narrow": "drug"}
_TITLE: Final = "Illustrative, not a prediction. More rings: it fires more"


def draw(now: Both, form: Form) -> dict[str, Panel]:
    """Draw three pairs of cells side by side.

    What is left of a brake is how full its cell is and how thick its line; how far it is let go is
    how full its reward cell is and how many rings stand around it.
    """
    let_go = (0.0, now.partial, now.full)
    said = ("brake on", *(f"{whole(share)} %\nlet go" for share in let_go[1:]))
    left = _LEFT[form.name]
    plot = Plot(
        x=Axis(
            low=-0.5,
            high=2.5,
            ticks=(0, 1, 2),
            names=tuple(bold(name, ink) for name, ink in zip(_NAMES, _INKS, strict=True)),
            notched=False,
            line=False,
        ),
        y=Axis(
            low=0,
            high=100,
            ticks=(_BRAKE, _REWARD),
            names=tuple(bold(name, "text") for name in _CELLS),
            grid=False,
        ),
        marks=(
            _rings(let_go, form),
            *(_brake(x, share, form) for x, share in enumerate(let_go)),
            _cells(_BRAKE, form),
            _left_on(let_go, form),
            _cells(_REWARD, form),
            _firing(let_go, form),
            _receptors(form),
            *_words(said, form),
            title(_TITLE, form, left=left),
        ),
    )
    return {"main": Panel(form=form, plots=(plot,), left=left, right=8, readout="")}


def _up(px: float, form: Form) -> float:
    """Return a length [px] in units of the plot's height."""
    return 100 * px / form.plot


def _radius(form: Form) -> float:
    return _up(_CELL * form.marker / 2, form)


def _cells(y: float, form: Form) -> Dots:
    """Return the outlines of a row of cells; they hide what runs behind them."""
    return Dots(
        dots=tuple(
            Dot(
                x=x,
                y=y,
                size=_CELL * form.marker,
                fill="bg",
                stroke="text",
                stroke_width=2 * form.line / 3,
            )
            for x in range(len(_NAMES))
        )
    )


def _rings(let_go: tuple[float, ...], form: Form) -> Dots:
    """Return rings around each reward cell, evenly apart: the more of them, the more let go.

    Those that are not to be seen lie on the outermost one, so that each step keeps its parts.
    """
    return Dots(
        dots=tuple(
            Dot(
                x=x,
                y=_REWARD,
                size=(_CELL + _GAP * min(ring, _RINGS * share)) * form.marker,
                stroke="text",
                stroke_width=2 * form.line / 3,
            )
            for x, share in enumerate(let_go)
            for ring in range(1, _RINGS + 1)
        )
    )


def _brake(x: int, share: float, form: Form) -> Line:
    """Return the line of a brake with a bar at its end, as thick as the brake is still on.

    It ends at its reward cell or, where that fires, over the rings.
    """
    clear = 0.35 + _GAP / 2 * _RINGS * share  # of the cell, in markers
    end, half = _REWARD + _radius(form) + _up(clear * form.marker, form), _PAD[form.name]
    return Line(
        x=np.array([x, x, np.nan, x - half, x + half]),
        y=np.array([_BRAKE, end, np.nan, end, end]),
        ink="text",
        width=(_THINNEST + (_WIDEST - _THINNEST) * (1 - share)) * form.line,
    )


def _left_on(let_go: tuple[float, ...], form: Form) -> Dots:
    """Fill each brake cell as far as it is still active: by area."""
    return Dots(
        dots=tuple(
            Dot(x=x, y=_BRAKE, size=_CELL * form.marker * (1 - share) ** 0.5, fill="muted")
            for x, share in enumerate(let_go)
        )
    )


def _firing(let_go: tuple[float, ...], form: Form) -> Dots:
    """Fill each reward cell as far as a drug has let it go, by area."""
    return Dots(
        dots=tuple(
            Dot(x=x, y=_REWARD, size=_CELL * form.marker * share**0.5, fill="text")
            for x, share in enumerate(let_go)
        )
    )


def _receptors(form: Form) -> Dots:
    """Draw a mu receptor on each brake cell: free, or with the drug."""
    return Dots(
        dots=tuple(
            Dot(
                x=x,
                y=_BRAKE + _radius(form),
                size=0.8 * form.marker,
                symbol=symbol,
                fill=ink if x else "bg",
                stroke="bg" if x else "text",
                stroke_width=2 * form.line / 3,
            )
            for x, (ink, symbol) in enumerate(zip(_INKS, _SYMBOLS, strict=True))
        )
    )


def _words(said: tuple[str, ...], form: Form) -> list[Mark]:
    """Return the words at each receptor, each brake and each reward cell."""
    aside = (_CELL * form.marker / 2 + 4, 0.55 * form.marker)
    marks: list[Mark] = []
    for x, (ink, brake) in enumerate(zip(_INKS, said, strict=True)):
        free, taken = _FREE.get(form.name, "mu receptor, free"), _TAKEN.get(form.name, "drug on it")
        marks += [
            Label(
                text=plain(taken if x else free),
                place=Place(x=x, y=_BRAKE + _radius(form), shift=(aside[1] + 4, 4), across="data"),
                ink="text",
                size=form.tick,
                ground=0,
            ),
            Label(
                text=bold(brake.replace(" ", "\n", 1) if not x else brake, ink),
                place=Place(
                    x=x,
                    y=(_BRAKE + _REWARD) / 2 + 8,
                    shift=(2.2 * form.line + 4, 0),
                    across="data",
                ),
                ink="text",
                size=form.label,
                ground=0,
                align="left",
            ),
            Label(
                text=bold(_FIRES[x]),
                place=Place(x=x, y=0, anchor="center", stand="bottom", across="data", shift=(0, 2)),
                ink="text",
                size=form.label,
                ground=0,
            ),
        ]
    return marks
