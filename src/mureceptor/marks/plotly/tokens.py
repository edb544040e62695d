"""Colours, dashes and words as Plotly reads them."""

from collections.abc import Sequence
from functools import lru_cache
from html import escape
from typing import Any, Final

from mureceptor.marks.look import TOKENS, Token
from mureceptor.marks.text import Text

# Of most marks, thousands of states show the same one: then the same JSON serves them all.
once = lru_cache(maxsize=1024)
Spec = dict[str, Any]  # of a figure or a part of it, as Plotly's JSON
NOT_THERE: Final = "@bg/0"


def ink(token: Token | None, opacity: float = 1) -> str:
    """Return the colour of a token, which the browser puts in."""
    if token is None:
        return NOT_THERE
    return f"{TOKENS}{token}" if opacity == 1 else f"{TOKENS}{token}/{opacity:g}"


def dash(lengths: Sequence[float]) -> str:
    """Return a dash from its lengths [px] of line and gap."""
    return ",".join(f"{length:g}px" for length in lengths) or "solid"


@lru_cache(maxsize=4096)
def words(text: Text) -> str:
    """Return text in the small part of HTML that Plotly reads."""
    result = ""
    for run in text:
        said = escape(run.letters, quote=False).replace("\n", "<br>")
        if run.ink:
            said = f'<span style="color:{ink(run.ink)}">{said}</span>'
        result += f"<b>{said}</b>" if run.bold else said
    return result
