"""Lines and markers of a kind of ligand, in its colour, dash and shape."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from mureceptor.marks.forms import Form
from mureceptor.marks.look import Kind, Token
from mureceptor.marks.marks import Dot, Dots, Line, Side
from mureceptor.marks.text import Text, plain


def curve(
    x: ArrayLike,
    y: ArrayLike,
    kind: Kind,
    *,
    name: str,
    width: float,
    ink: Token | None = None,
    **more: Any,
) -> Line:
    """Return a line in its kind's dash and, unless `ink` says otherwise, colour."""
    return Line(
        x=np.asarray(x, float),
        y=np.asarray(y, float),
        ink=ink or kind.name,
        width=width,
        dash=kind.dashes(width),
        name=name,
        **more,
    )


def dot(
    x: float, y: float, kind: Kind, form: Form, *, scale: float = 1, hollow: bool = False
) -> Dot:
    """Return a marker of a kind, on a halo.

    `scale` is smaller for the same drug in other people; a `hollow` one was read in somebody else's
    text, a "secondary source".
    """
    return Dot(
        x=x,
        y=y,
        size=form.marker * scale,
        symbol=kind.symbol,
        fill="bg" if hollow else kind.name,
        stroke=kind.name if hollow else "bg",
        stroke_width=form.line,
    )


def dragged(
    dots: Sequence[Dot], form: Form, *, words: Text | str = "", side: Side = "middle right"
) -> Dots:
    """Return all that follows the pointer: a marker on each curve and a guide down to zero.

    `words` stand on a side of the guide, half way between the first marker and the last.
    """
    guided = list(dots)
    highest = max(range(len(dots)), key=lambda i: dots[i].y)
    guided[highest] = replace(dots[highest], down=dots[highest].y)
    if words:
        middle = (dots[0].y + dots[-1].y) / 2
        guided.append(
            Dot(
                x=dots[0].x,
                y=middle,
                size=form.marker,
                text=plain(words) if isinstance(words, str) else words,
                side=side,
                text_size=form.tick,
            )
        )
    return Dots(dots=tuple(guided), whisker=1.25 * form.line / 3)
