"""A dot for each test, a group for each drug, and the model's line through a drug's group."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations
from typing import Final

from mureceptor.evidence import ligands
from mureceptor.marks.axes import PER_CENT_TICKS
from mureceptor.marks.curves import curve
from mureceptor.marks.forms import Form
from mureceptor.marks.labels import above, title
from mureceptor.marks.marks import Dot, Dots, Label, Line, Mark, Place
from mureceptor.marks.panel import Axis, Panel, Plot
from mureceptor.marks.text import Text, bold, plain
from mureceptor.views.phrases import whole
from mureceptor.views.tops.numbers import DRUGS, START, Numbers, Top, drawn

Columns = tuple[tuple[tuple[str, ...], tuple[float, float]], ...]

_LOW, _HIGH = -5.0, 100.6  # [%] ends of the axis, so that a whole dot stands at 0 and at 100
FOCUS: Final = DRUGS[0]  # the drug that the finding is told of; the others stay quiet
_LEFT: Final = ("morphine",)  # whose numbers stand left of their dots, off the joining line
_ONE: Final[Columns] = ((DRUGS[:1], (0, 1)),)
_COLUMNS: Final[dict[str, Columns]] = {
    "narrow": ((DRUGS, (0, 1)),),
    "wide": ((DRUGS[:2], (0, 0.36)), (DRUGS[2:], (0.64, 1))),
    "scene": ((DRUGS[:2], (0, 0.38)), (DRUGS[2:], (0.62, 1))),
}
_MARGINS: Final = {"narrow": (98, 28), "wide": (128, 32), "scene": (230, 360)}
_NONE: Final = 1e-9  # length of a line that is not seen: a figure keeps its parts
_HEAD: Final = {"narrow": 0.9, "low": 0, "wide": 0.8, "scene": 0.8}  # rows that the finding takes
_FINDING: Final = "7-OH looks stronger where the test amplifies more"


def draw(now: Numbers, form: Form) -> dict[str, Panel]:
    """Draw the tops in one column, or in two side by side."""
    plots = tuple(_plot(now, drugs, across, form) for drugs, across in _columns(now, form))
    left, right = _MARGINS[form.name]
    panel = Panel(
        form=form,
        plots=plots,
        left=left,
        right=right,
        readout="nearest",
        x_name="Top in each test, % of its own 100 %",
    )
    return {"main": panel}


def _columns(now: Numbers, form: Form) -> Columns:
    return _COLUMNS[form.name] if now.drugs == DRUGS else _ONE


def _rows(drugs: Sequence[str], head: float) -> tuple[dict[str, float], dict[Top, float], float]:
    """Return where each drug's name and each of its tests stands, and how many rows there are."""
    names, tests, y = {}, {}, -head
    for drug in drugs:
        names[drug] = y - 0.5
        for i, top in enumerate(drawn(drug), 1):
            tests[top] = y - 0.5 - i
        y -= len(drawn(drug)) + 1
    return names, tests, y


def _lowest(columns: Columns, form: Form) -> float:
    lowest = min(_rows(drugs, _HEAD[form.key])[2] for drugs, _ in columns)
    return lowest - (columns == _ONE)  # room for what hollow means


def _plot(now: Numbers, drugs: tuple[str, ...], across: tuple[float, float], form: Form) -> Plot:
    names, tests, _ = _rows(drugs, _HEAD[form.key])
    return Plot(
        x=Axis(low=_LOW, high=_HIGH, ticks=PER_CENT_TICKS),
        y=Axis(
            low=_lowest(_columns(now, form), form),
            high=0,
            ticks=tuple(tests.values()),
            names=tuple(plain(f"amplifies {top.adds}") for top in tests),
        ),
        marks=(*_still(drugs, form), _model(now, names, tests, form)),
        across=across,
    )


@lru_cache(maxsize=8)
def _still(drugs: tuple[str, ...], form: Form) -> tuple[Mark, ...]:
    """Return what never moves: the dots, what joins those of one paper, and the words."""
    names, tests, _ = _rows(drugs, _HEAD[form.key])
    left = _MARGINS[form.name][0]
    at_left = (-left, 0)
    marks: list[Mark] = [
        *_joined(tests, form),
        *(_dot(top, y, form) for top, y in tests.items()),
        *(label for top, y in tests.items() if (label := _over_whisker(top, y, form))),
    ]
    for drug, y in names.items():
        place = Place(x=0, y=y, shift=at_left)
        name = ligands()[drug].name
        heading = bold(name[0].upper() + name[1:], drawn(drug)[-1].kind.name)
        marks.append(Label(text=heading, place=place, ink="text", size=form.label, ground=0, pad=0))
        if drug == "mitragynine":  # without a line of the model there is room
            marks.append(_hollow(y, form))
    if drugs == DRUGS[:1]:
        marks.append(_hollow(min(tests.values()) - 1, form))
    if FOCUS in drugs and not form.low:  # in a frame the sentence says it
        place = Place(x=0, y=0, stand="top", shift=(-left, min(0.9 * form.tick, above(form))))
        marks.append(
            Label(text=bold(_FINDING), place=place, ink="text", size=form.label, ground=0, pad=0)
        )
    if FOCUS in drugs:
        marks.append(title("Top in each test, % of its own 100 %", form, left=left))
    return tuple(marks)


def _hollow(y: float, form: Form) -> Label:
    place = Place(x=1, y=y, anchor="right")
    text = plain("hollow: as a later text quotes it")
    return Label(text=text, place=place, ink="muted", size=form.tick, ground=0, pad=0)


def _joined(tests: dict[Top, float], form: Form) -> list[Line]:
    """Return a line between the tops that one paper found of one drug; in focus each has a bar."""
    return [
        curve(
            [one.top, other.top],
            [tests[one], tests[other]],
            one.kind,
            name="",
            width=form.line / 2,
        )
        for one, other in combinations(tests, 2)
        if one.drug != FOCUS
        and (one.drug, one.row.laboratory) == (other.drug, other.row.laboratory)
    ]


def _dot(top: Top, y: float, form: Form) -> Dots:
    row = top.row
    value = "no signal" if row.no_signal else f"{top.printed} %"
    said = f"{value}, {row.assay}, {row.species}, 100 %: {row.reference} ({row.laboratory})"
    if row.secondary:
        said += ", secondary source"
    dot = Dot(
        x=top.top,
        y=y,
        size=form.marker * (0.9 if top.drug == FOCUS else 0.7),
        symbol=top.kind.symbol,
        fill="bg" if row.secondary else top.kind.name,
        stroke=top.kind.name,
        stroke_width=2 * form.line / 3,
        text=() if top.spread else _value(top),
        side="middle left" if top.drug in _LEFT and top.top < 85 else "middle right",
        text_size=form.tick,
        left=top.top if top.drug == FOCUS else top.top - top.low if top.spread else 0,
        right=top.high - top.top if top.spread else 0,
    )
    name = ligands()[top.drug].name
    width = form.line if top.drug == FOCUS else form.line / 2
    return Dots(dots=(dot,), whisker=width, name=name, said=said)


def _value(top: Top) -> Text:
    words = "no signal: it blocked" if top.row.no_signal else top.printed
    return bold(f" {words} ") if top.drug == FOCUS else plain(f" {words} ")


def _over_whisker(top: Top, y: float, form: Form) -> Label | None:
    """Return the number of a top with a spread, on a ground that keeps its whisker off it."""
    if not top.spread:
        return None
    place = Place(x=(top.top - _LOW) / (_HIGH - _LOW), y=y, shift=(0.6 * form.marker, 0))
    return Label(text=plain(top.printed), place=place, ink="text", size=form.tick, pad=1)


def _model(now: Numbers, names: dict[str, float], tests: dict[Top, float], form: Form) -> Dots:
    """Return a line through the tests of each drug at the top that its one push comes to.

    At the start that is the first test itself, and no line is drawn.
    """
    moved = now.amplification != START.amplification
    dots = []
    for drug, share in now.tops.items():
        if drug not in names:
            continue
        last = min(y for top, y in tests.items() if top.drug == drug) - 0.35
        dots.append(
            Dot(
                x=100 * share,
                y=names[drug],
                size=0.5 * form.marker,
                fill="text" if moved else None,
                text=plain(f" model: {whole(share)} % " if moved else " "),
                side="middle left" if share > 0.6 else "middle right",
                text_size=form.tick,
                down=names[drug] - last if moved else _NONE,
            )
        )
    return Dots(dots=tuple(dots), whisker=1.25 * form.line / 3)
