"""100 receptors, ten rows of ten: open cups, and a ball in each that is taken."""

from urllib.parse import quote

import numpy as np

from mureceptor.marks.forms import Form, Spec
from mureceptor.marks.parts import words

_CUP = "M{0} {1}a3.3 3.1 0 0 0 6.6 0"  # the lower arc of a cup 6.6 wide, from its left rim
_CUP_HEIGHT = 5.2  # of a row's 10 units: the rim
_BALL_HEIGHT = 5.2  # the centre of a seated ball


def receptors(
    taken: float, colour: str, form: Form, *, axis: str = "2", symbol: str = "circle"
) -> Spec:
    """Return the balls seated in the first `taken` of 100 receptors, from the bottom left."""
    place = np.arange(100)
    return {
        "type": "scatter",
        "mode": "markers",
        "x": place % 10 + 0.5,
        "y": np.where(place < round(taken), place // 10 * 10 + _BALL_HEIGHT, np.nan),
        "xaxis": f"x{axis}",
        "yaxis": f"y{axis}",
        "marker": {"size": 0.73 * form.marker, "color": colour, "symbol": symbol},
        "hoverinfo": "skip",
    }


def count_below(text: str, form: Form, *, axis: str = "2") -> Spec:
    """Return how many receptors are taken, in words below them."""
    clear = {"mode": "markers+text", "marker": {"size": 6, "opacity": 0}}  # of the line above
    return words(0, 0, text, "bottom right", form, axis=axis, xaxis=f"x{axis}", **clear)


def cups(*, axis: str = "2") -> Spec:
    """Return the 100 receptors themselves as one image: open cups, ten rows of ten."""
    paths = "".join(
        _CUP.format(f"{10 * i + 1.7:g}", f"{10 * j + 10 - _CUP_HEIGHT:g}")
        for j in range(10)
        for i in range(10)
    )
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" preserveAspectRatio="none">'
        f'<path d="{paths}" fill="none" stroke="@line" stroke-width="1.6"'
        ' vector-effect="non-scaling-stroke"/></svg>'
    )
    return {
        "source": "data:image/svg+xml," + quote(svg, safe="@/ =:',"),
        "xref": f"x{axis}",
        "yref": f"y{axis}",
        "x": 0,
        "y": 100,
        "sizex": 10,
        "sizey": 100,
        "sizing": "stretch",
        "layer": "below",
    }
