"""Where marks stand: plots with axes, and the panel that holds them."""

from dataclasses import dataclass
from typing import Literal

from mureceptor.marks.forms import Form
from mureceptor.marks.marks import Mark
from mureceptor.marks.text import Text


@dataclass(frozen=True, kw_only=True, eq=False)
class Axis:
    """An axis from `low` to `high`, with a tick at each of `ticks`.

    `names` are the words at the ticks, if not their numbers; `named` says that there are any.
    """

    low: float
    high: float
    log: bool = False
    ticks: tuple[float, ...] = ()
    names: tuple[Text, ...] = ()
    named: bool = True
    notched: bool = True  # short lines at the ticks of an x axis
    line: bool = True  # along an x axis
    grid: bool = True  # hairlines from a y axis
    zero: bool = False  # a line at zero of a y axis


@dataclass(frozen=True, kw_only=True, eq=False)
class Plot:
    """Marks on two axes. `across` and `up` are its shares of the panel's plot area."""

    x: Axis
    y: Axis
    marks: tuple[Mark, ...]
    across: tuple[float, float] = (0, 1)
    up: tuple[float, float] = (0, 1)


@dataclass(frozen=True, kw_only=True, eq=False)
class Panel:
    """One drawing: plots in the margins of a form.

    `stacked` plots have the first one's x axis in common, which stands below the last. `guide` is
    the x of a line through all of them. `left` and `right` are margins [px] that differ from the
    form's. `readout` says what the pointer reads out: every line at its x, what is nearest,
    nothing; with a `cursor` word its x is named by it, and marked by a line through all plots.
    `x_name` names what the x axis shows, where that is not the first control.
    """

    form: Form
    plots: tuple[Plot, ...]
    stacked: bool = False
    guide: float | None = None
    left: int | None = None
    right: int | None = None
    readout: Literal["column", "nearest", ""] = "column"
    cursor: str = ""
    x_name: str = ""

    @property
    def margins(self) -> tuple[int, int]:
        """The margins on the left and on the right [px]."""
        form = self.form
        return (
            form.left if self.left is None else self.left,
            form.right if self.right is None else self.right,
        )
