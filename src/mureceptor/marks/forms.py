"""The forms a figure takes: a phone, a frame in another page, a page, a projector."""

from dataclasses import dataclass, replace
from typing import Final


@dataclass(frozen=True, kw_only=True)
class Form:
    """Sizes of one form, all in CSS px.

    `from_width` is the least width of the figure's container that takes this form; `side` is the
    width of the panel beside the main one (0: it comes below, at full width). `low` says that a
    narrow figure stands in a frame, which is no higher than 450.
    """

    name: str
    from_width: int
    side: int
    plot: int  # height of the plot area
    left: int
    right: int
    top: int
    bottom: int
    tick: float  # type sizes
    label: float
    line: float  # line widths
    subject: float
    marker: float
    low: bool = False

    @property
    def key(self) -> str:
        """What an address calls it."""
        return "low" if self.low else self.name

    @property
    def height(self) -> int:
        """Height of the panel, margins included."""
        return self.top + self.plot + self.bottom


NARROW: Final = Form(
    name="narrow",
    from_width=0,
    side=0,
    plot=224,
    left=32,
    right=14,
    top=34,
    bottom=26,
    tick=13,
    label=13.5,
    line=3,
    subject=3,
    marker=15,
)
LOW: Final = replace(NARROW, low=True)
WIDE: Final = Form(
    name="wide",
    from_width=900,
    side=372,
    plot=280,
    left=40,
    right=150,
    top=36,
    bottom=28,
    tick=15,
    label=16,
    line=3,
    subject=3,
    marker=15,
)
SCENE: Final = Form(
    name="scene",
    from_width=900,
    side=0,
    plot=484,
    left=76,
    right=360,
    top=54,
    bottom=48,
    tick=28,
    label=30,
    line=5,
    subject=7,
    marker=26,
)
FORMS: Final = {form.key: form for form in (NARROW, LOW, WIDE, SCENE)}
