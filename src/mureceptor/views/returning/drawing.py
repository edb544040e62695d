"""An opioid takes its receptors back while naloxone leaves the blood."""

from typing import Final

from mureceptor.evidence import ligands
from mureceptor.marks.axes import per_cent_axis
from mureceptor.marks.curves import curve
from mureceptor.marks.forms import Form
from mureceptor.marks.labels import at_end, illustrative, label, spread, title
from mureceptor.marks.look import ANTAGONIST, Kind
from mureceptor.marks.marks import Dot, Dots, Label, Place
from mureceptor.marks.panel import Axis, Panel, Plot
from mureceptor.marks.text import bold, plain
from mureceptor.views import stays
from mureceptor.views.returning.numbers import LAST, MINUTES, Numbers

_LATE: Final = 150.0  # [min] from here on words left of the line are clear of the others
_TICKS: Final = (0, 120, 240, 360, 480)  # [min]
_AT_THE_END: Final = MINUTES > 0.7 * LAST  # where the opioid's name stands on a phone
_CLEAR: Final = 14.0  # [%] of the words at the foot


def draw(now: Numbers, form: Form) -> dict[str, Panel]:
    """Draw the receptors that the opioid and naloxone hold, and those without naloxone."""
    state, x = now.state, MINUTES
    opioid, kind = ligands()[state.opioid].name.capitalize(), stays.kind(state.opioid)
    held, blocked, alone = 100 * now.held, 100 * now.blocked, 100 * now.alone
    without = f"{opioid} without naloxone"
    plot = Plot(
        x=Axis(low=0, high=LAST, ticks=_TICKS, names=_NAMES),
        y=per_cent_axis(),
        marks=(
            curve(x, alone, kind, name=without, width=1.75 * form.line / 3, unit=""),
            curve(x, blocked, ANTAGONIST, name="Naloxone", width=form.line, unit=""),
            curve(x, held, kind, name=opioid, width=form.line, unit=""),
            Dots(dots=(_back(now, kind, form),)),
            title("Receptors held, of 100, as naloxone leaves the blood", form),
            *_LABELS[form.name](opioid, kind, now, form),
            illustrative(form),
        ),
    )
    return {"main": Panel(form=form, plots=(plot,), x_name="Minutes")}


_NAMES: Final = (plain("start"), plain("120 min"), *(plain(f"{tick}") for tick in _TICKS[2:]))


def _back(now: Numbers, kind: Kind, form: Form) -> Dot:
    """Return the words at the opioid's line where it has half of what it takes back."""
    minutes = float(MINUTES[now.half_way])
    return Dot(
        x=minutes,
        y=100 * float(now.held[now.half_way]),
        size=0.5 * form.marker,  # unseen: so that the words keep clear of the line
        text=bold("It comes back"),
        side="top left" if minutes > _LATE else "bottom right",
        text_ink=kind.name,
        text_size=1.1 * form.label,
    )


def _by_the_lines(opioid: str, kind: Kind, now: Numbers, form: Form) -> list[Label]:
    under = 100 * float(now.held[_AT_THE_END].min()) - 8  # it may rise steeply there
    low, high = spread((max(under, _CLEAR), 100 * float(now.blocked[-1]) + 14), form, rows=1)
    return [
        label(opioid, "", kind.name, form, Place(x=1, y=low, anchor="right")),
        label("Naloxone", "", ANTAGONIST.name, form, Place(x=1, y=high, anchor="right")),
        label("Thin: without naloxone", "", kind.name, form, Place(x=0.02, y=97)),
    ]


def _at_the_ends(opioid: str, kind: Kind, now: Numbers, form: Form) -> list[Label]:
    ends = [100 * float(curve[-1]) for curve in (now.held, now.blocked, now.alone)]
    names = ((opioid, ""), ("Naloxone", ""), (opioid, "without naloxone"))
    inks = (kind.name, ANTAGONIST.name, kind.name)
    return [
        label(*name, ink, form, at_end(y))
        for name, ink, y in zip(names, inks, spread(ends, form), strict=True)
    ]


_LABELS: Final = {"narrow": _by_the_lines, "wide": _at_the_ends, "scene": _at_the_ends}
