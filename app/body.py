"""Our drawing of where mu receptors sit and of what rides on them together.

The drawing is for the eye; a list beside it says the same to everybody. It is laid over the page's
own colour as a mask, so that both themes draw it.
"""

from dataclasses import dataclass
from html import escape
from typing import Final
from urllib.parse import quote

import streamlit as st


@dataclass(frozen=True)
class Place:
    """Where mu receptors sit, what rides on them there, and what that rests on."""

    name: str
    carries: str
    tag: str


PLACES: Final = (
    Place("Brain", "Pain relief and reward, and with repeated use dependence.", "animals"),
    Place("Brainstem", "Breathing: opioids slow it, and can stop it.", "people"),
    Place("Spinal cord", "Pain relief.", "animals"),
    Place("Gut", "Constipation.", "people"),
)
# Head, shoulders and trunk, in four bands of 100 that stand beside the four places.
_OUTLINE: Final = (
    "M82 158C64 146 54 124 54 96C54 46 78 14 110 14S166 46 166 96C166 124 156 146 138 158"
    "V182C160 190 180 202 182 240L184 400M82 158V182C60 190 40 202 38 240L36 400"
)
_BRAIN: Final = (
    "M110 30C86 26 68 52 68 80C68 102 84 112 104 112C124 114 152 108 152 80C152 52 134 26 110 30Z"
    "M110 32C106 44 114 54 110 66M70 74C78 70 86 72 90 78M122 96C130 92 138 94 142 100"
)
_BRAINSTEM: Final = "M98 114C100 134 103 150 105 168H115C117 150 120 134 122 114"
_CORD: Final = "M105 168V296M115 168V296"
_GUT: Final = (
    "M70 322H150C164 322 164 342 150 342H76C62 342 62 362 76 362H148C162 362 162 382 148 382H96"
)
_SEATS: Final = (
    (92, 50),
    (130, 74),
    (96, 98),
    (110, 142),
    (110, 222),
    (110, 268),
    (92, 332),
    (132, 352),
)
_LEADERS: Final = ((156, 50), (126, 150), (122, 250), (166, 350))


def _svg() -> str:
    seats = "".join(f"M{x - 6} {y}a6 6 0 0 0 12 0" for x, y in _SEATS)
    balls = "".join(f'<circle cx="{x}" cy="{y - 3}" r="4.5"/>' for x, y in _SEATS)
    leaders = "".join(f"M{x} {y}H192" for x, y in _LEADERS)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="32 0 160 400" preserveAspectRatio="none">'
        '<g fill="none" stroke="black" stroke-width="2" stroke-linecap="round">'
        f'<path d="{_OUTLINE}" opacity=".45"/><path d="{leaders}" opacity=".45"/>'
        f'<path d="{_BRAIN}{_BRAINSTEM}{_CORD}{_GUT}" opacity=".8"/><path d="{seats}"/></g>{balls}'
        "</svg>"
    )


def body() -> None:
    """Show the drawing beside its list."""
    rows = "".join(
        f"<div><dt>{escape(place.name)}</dt><dd>{escape(place.carries)} "
        f'<span class="tag tag-{place.tag}">{place.tag}</span></dd></div>'
        for place in PLACES
    )
    mask = f"--drawing: url('data:image/svg+xml,{quote(_svg(), safe='')}')"
    st.html(
        '<h2 class="section" id="where">Where mu receptors sit</h2>'
        '<figure class="body" aria-labelledby="where">'
        f'<div class="body-drawing" aria-hidden="true" style="{mask}"></div><dl>{rows}</dl>'
        "<figcaption>One receptor carries all of this, so these effects come as one package. "
        "Our drawing, not to scale; the sources stand below.</figcaption></figure>"
    )
