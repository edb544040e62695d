"""An opioid takes its receptors back while naloxone leaves the blood."""

from typing import Final

from mureceptor.evidence import ligands
from mureceptor.marks.axes import per_cent_axis
from mureceptor.marks.curves import curve
from mureceptor.marks.forms import Form
from mureceptor.marks.ground import Ground
from mureceptor.marks.labels import at_end, illustrative, label, spread, title
from mureceptor.marks.look import ANTAGONIST, Kind
from mureceptor.marks.marks import Dot, Dots, Label, Mark, Place
from mureceptor.marks.panel import Axis, Panel, Plot
from mureceptor.marks.text import bold, plain
from mureceptor.views import stays
from mureceptor.views.returning.numbers import LAST, MINUTES, Numbers

_TICKS: Final = (0, 120, 240, 360, 480)  # [min]
_TIME: Final = Axis(
    low=0,
    high=LAST,
    ticks=_TICKS,
    names=(plain("start"), *(plain(f"{tick / 60:g} h") for tick in _TICKS[1:])),
)
_FOOT: Final = 10.0  # [%] what stands at the foot reaches so high
_LATE: Final = 150.0  # [min] from here on words left of the line have room


def draw(now: Numbers, form: Form) -> dict[str, Panel]:
    """Draw the receptors that the opioid and naloxone hold, and those without naloxone."""
    state, x = now.state, MINUTES
    opioid, kind = ligands()[state.opioid].name.capitalize(), stays.kind(state.opioid)
    held, blocked, alone = 100 * now.held, 100 * now.blocked, 100 * now.alone
    without = f"{opioid} without naloxone"
    plot = Plot(
        x=_TIME,
        y=per_cent_axis(),
        marks=(
            curve(x, alone, kind, name=without, width=1.75 * form.line / 3, unit=""),
            curve(x, blocked, ANTAGONIST, name="Naloxone", width=form.line, unit=""),
            curve(x, held, kind, name=opioid, width=form.line, unit=""),
            title("Receptors held, of 100, as naloxone leaves the blood", form),
            *_words(opioid, kind, now, form),
            illustrative(form),
        ),
    )
    return {"main": Panel(form=form, plots=(plot,), x_name="Minutes")}


def _words(opioid: str, kind: Kind, now: Numbers, form: Form) -> list[Mark]:
    """Return all words in the plot, each where it is free, as near as can be to what it is of."""
    lines = [100 * line for line in (now.held, now.blocked, now.alone)]
    free = Ground(MINUTES, lines, form, across=_TIME, up=per_cent_axis(), between=(_FOOT, 102))
    names = _NAMES_OF[form.name](opioid, kind, now, form, free)
    back, off = "It comes back", "Naloxone\ntakes over"
    bold_size = 1.1 * form.label
    left = free.wide(back, bold_size) - 12 if MINUTES[now.half_way] > _LATE else -14  # of the line
    half = float(MINUTES[now.half_way]), 100 * float(now.held[now.half_way])
    lowest = float(MINUTES[now.strongest]), 100 * float(now.held[now.strongest])
    spots = (
        free.near(half[0] - left, half[1] + (10 if left > 0 else -8), back, bold_size),
        free.near(lowest[0] + 16, lowest[1] + (30 if lowest[1] < 50 else -25), off, form.label),
    )
    texts = (bold(back), bold(off, ANTAGONIST.name))
    sizes = bold_size, form.label
    dots = tuple(
        Dot(x=x, y=y, text=text, text_ink=kind.name, text_size=size)
        for (x, y), text, size in zip(spots, texts, sizes, strict=True)
    )
    return [*names, Dots(dots=dots)]


def _by_the_lines(opioid: str, kind: Kind, now: Numbers, form: Form, free: Ground) -> list[Label]:
    """A phone has no margin: the lines\u2019 names stand where they leave room."""
    thin = "Thin: without naloxone"
    wishes = (
        (opioid, kind.name, LAST, 100 * float(now.held[-1]) - 10),
        ("Naloxone", ANTAGONIST.name, LAST, 100 * float(now.blocked[-1]) + 12),
        (thin, kind.name, 8.0, 97.0),
    )
    labels = []
    for words, ink, x, y in wishes:
        at, up = free.near(x, y, words, form.label)
        place = Place(x=at, y=up, across="data")
        if x == LAST:  # however narrow the phone is, they end in the plot
            end = at + free.wide(words, form.label)
            place = Place(x=end, y=up, across="data", anchor="right")
        labels.append(label(words, "", ink, form, place))
    return labels


def _at_the_ends(opioid: str, kind: Kind, now: Numbers, form: Form, _free: Ground) -> list[Label]:
    ends = [100 * float(curve[-1]) for curve in (now.held, now.blocked, now.alone)]
    names = ((opioid, "with naloxone"), ("Naloxone", ""), (opioid, "without naloxone"))
    inks = (kind.name, ANTAGONIST.name, kind.name)
    return [
        label(*name, ink, form, at_end(y))
        for name, ink, y in zip(names, inks, spread(ends, form), strict=True)
    ]


_NAMES_OF: Final = {"narrow": _by_the_lines, "wide": _at_the_ends, "scene": _at_the_ends}
