"""What one laboratory found, and receptors taken beside signal."""

from collections.abc import Iterable
from typing import Final

from mureceptor.marks.axes import per_cent_axis
from mureceptor.marks.forms import Form
from mureceptor.marks.labels import above, at_end, label, title
from mureceptor.marks.look import Token
from mureceptor.marks.marks import Bar, Bars, Label, Place
from mureceptor.marks.panel import Axis, Panel, Plot
from mureceptor.marks.text import Text, bold, plain
from mureceptor.views import laboratory_drawing as drawn
from mureceptor.views.agonists.state import Agonists
from mureceptor.views.laboratory import Laboratory, Result, laboratory
from mureceptor.views.phrases import whole

_CAPTION_WIDTH: Final = {"narrow": 24, "wide": 33, "scene": 33}  # [letters]
_HIGH: Final = 88  # [%] from here on a bar's words stand inside it


def draw(state: Agonists, form: Form) -> dict[str, Panel]:
    """Draw the laboratory's curves (`main`), and two bars for each drug (`beside`)."""
    lab = laboratory(state.laboratory)
    return {"main": _curves(lab, state.amount, form), "beside": _bars(lab, state.amount, form)}


def _curves(lab: Laboratory, amount: float, form: Form) -> Panel:
    plot = Plot(
        x=drawn.amount_axis(),
        y=per_cent_axis(),
        marks=(
            *drawn.lines(lab, form),
            *drawn.marks(lab, amount, form),
            title(lab.axis, form),
            drawn.caption(lab, form, drawn.tested(lab, form, _CAPTION_WIDTH[form.name])),
            *_LABELS[form.name](lab, form),
        ),
    )
    return Panel(form=form, plots=(plot,))


def _heights(lab: Laboratory, without: float) -> list[tuple[Result, float]]:
    """Return the results from the highest down; those `without` a number count as that high."""
    heights = [(r, without if r.top is None else 100 * r.top) for r in lab.results]
    return sorted(heights, key=lambda each: -each[1])


def _in_the_margin(lab: Laboratory, form: Form) -> Iterable[Label]:
    """Name each line at its end."""
    results, wanted = zip(*_heights(lab, 90.0), strict=True)
    notes = [drawn.note(result) for result in results]
    rows = max(len(note.split("\n")) + bool(note) for note in notes)
    gap = 140 * rows * form.label / form.plot
    placed = _downwards(wanted, gap, 100)
    for result, note, y in zip(results, notes, placed, strict=True):
        place = at_end(max(y, gap / 2))
        yield label(drawn.name(result), note, result.kind.name, form, place)


def _in_the_plot(lab: Laboratory, form: Form) -> Iterable[Label]:
    """Name each line on empty ground: above it, where there is room."""
    results, heights = zip(*_heights(lab, 55.0), strict=True)
    wanted = [height + 13 for height in heights]
    if lab.curved and wanted[0] > 80:  # no room above these lines: all names below
        wanted = [43.0] * len(wanted)
    placed = _downwards(wanted, 140 * form.label / form.plot, 90)
    for result, y in zip(results, placed, strict=True):
        place = Place(x=0.99, y=y, anchor="right")
        yield label(drawn.in_one_line(result), "", result.kind.name, form, place)


_LABELS: Final = {"narrow": _in_the_plot, "wide": _in_the_margin, "scene": _in_the_margin}


def _downwards(wanted: Iterable[float], gap: float, top: float) -> list[float]:
    """Move labels, given from the highest down, below one another and below `top`."""
    free = top - gap / 2
    placed = []
    for height in wanted:
        placed.append(min(height, free))
        free = placed[-1] - gap
    return placed


def _bars(lab: Laboratory, amount: float, form: Form) -> Panel:
    """Draw, for each drug, the share of receptors taken beside the signal that comes of it."""
    named = [bar for i, r in enumerate(lab.results) for bar in _pair(i, r, lab, amount, form)]
    names = [
        Label(
            text=bold(drawn.name(result)),
            place=Place(
                x=i,
                y=1,
                anchor="center",
                stand="bottom",
                shift=(0, above(form)),
                across="data",
                up="share",
            ),
            ink=result.kind.name,
            size=form.tick,
            ground=0,
            pad=1,
            align="center",
        )
        for i, result in enumerate(lab.results)
    ]
    plot = Plot(
        x=Axis(
            low=-0.5,
            high=len(lab.results) - 0.5,
            ticks=tuple(bar.x for _, bar in named),
            names=tuple(plain(name) for name, _ in named),
            notched=False,
        ),
        y=per_cent_axis(named=False),
        marks=(Bars(tuple(bar for _, bar in named)), *names),
    )
    return Panel(form=form, plots=(plot,), left=0, right=0, readout="", zoom=False)


def _pair(
    i: int, result: Result, lab: Laboratory, amount: float, form: Form
) -> Iterable[tuple[str, Bar]]:
    """Return a drug's bars, each with the name below it."""
    word = "signal" if lab.axis.startswith("Signal") else "push"
    ink = result.kind.name

    def bar(
        x: float, percent: float, text: Text, ink: Token, width: float, *, hollow: bool = False
    ) -> Bar:
        inside = percent > _HIGH
        return Bar(
            x=x,
            height=percent,
            width=width,
            ink=ink,
            opacity=0.12 if hollow else 1,
            edge=form.line / 2,
            text=text,
            text_ink="bg" if inside else ink,
            text_size=form.label,
            inside=inside,
        )

    if not result.curved:
        top = 100 * (result.top or 0.0)
        text = plain("no\nnumber") if result.top is None else bold(f"{top:.0f} %")
        yield word, bar(i, top, text, ink, 0.5, hollow=result.secondary)
        return
    taken, signal = result.taken(amount), 100 * float(result.signal(amount))
    known = plain("not\nknown") if taken is None else bold(f"{lab.bounded(taken)} %")
    seen = bold("no\nsignal" if result.blocks else f"{whole(signal / 100)} %")
    yield "taken", bar(i - 0.2, 100 * (taken or 0), known, "muted", 0.36)
    yield word, bar(i + 0.2, signal, seen, ink, 0.36, hollow=result.secondary)
