"""What one laboratory found, and receptors taken beside signal."""

from dataclasses import dataclass

from mureceptor.marks import notes, parts
from mureceptor.marks.forms import Form, Spec
from mureceptor.views import laboratory_drawing as drawn
from mureceptor.views.agonists.state import Agonists
from mureceptor.views.laboratory import Laboratory, Result, laboratory
from mureceptor.views.phrases import whole


def draw(state: Agonists, form: Form) -> dict[str, Spec]:
    """Draw the laboratory's curves (`main`), and two bars for each drug (`beside`)."""
    lab = laboratory(state.laboratory)
    return {"main": _curves(lab, state.amount, form), "beside": _bars(lab, state.amount, form)}


def _curves(lab: Laboratory, amount: float, form: Form) -> Spec:
    narrow = form.name == "narrow"
    return {
        "data": [*drawn.lines(lab, form), *drawn.marks(lab, amount, form)],
        "layout": parts.layout(
            form,
            drawn.amount_axis(),
            parts.per_cent_axis(),
            [
                notes.title(lab.axis, form),
                drawn.caption(lab, form, width=24 if narrow else 33),
                *_labels(lab, form),
            ],
        ),
    }


def _labels(lab: Laboratory, form: Form) -> list[Spec]:
    """Name each line: at its end, or on a phone on empty ground, above it where there is room."""
    narrow = form.name == "narrow"
    height = {r: (55.0 if narrow else 90.0) if r.top is None else 100 * r.top for r in lab.results}
    ordered = sorted(lab.results, key=lambda result: -height[result])
    texts = []
    for result in ordered:
        if narrow:
            source = ", secondary source" if result.secondary else ""
            texts.append((f"{drawn.name(result)}, {drawn.height(result)}{source}", ""))
        else:
            texts.append((drawn.name(result), drawn.note(result)))
    rows = max(len(note.split("<br>")) + bool(note) for _, note in texts)
    gap = 140 * rows * form.label / form.plot
    wanted = [height[result] + (13 if narrow else 0) for result in ordered]
    if narrow and lab.curved and wanted[0] > 80:  # no room above these lines: all names below
        wanted = [43.0] * len(wanted)
    placed = _downwards(wanted, gap, 90 if narrow else 100)
    labels = []
    for text, result, y in zip(texts, ordered, placed, strict=True):
        place: Spec = {"at": (0.99, y), "anchor": "right"} if narrow else {"end": max(y, gap / 2)}
        labels.append(notes.label(*text, result.kind.colour, form, **place))
    return labels


def _downwards(wanted: list[float], gap: float, top: float) -> list[float]:
    """Move labels, given from the highest down, below one another and below `top`."""
    free = top - gap / 2
    placed = []
    for height in wanted:
        placed.append(min(height, free))
        free = placed[-1] - gap
    return placed


def _bars(lab: Laboratory, amount: float, form: Form) -> Spec:
    """Draw, for each drug, the share of receptors taken beside the signal that comes of it."""
    bars = [bar for i, result in enumerate(lab.results) for bar in _pair(i, result, lab, amount)]
    high = [bar.percent > 88 for bar in bars]
    data = {
        "type": "bar",
        "x": [bar.x for bar in bars],
        "y": [bar.percent for bar in bars],
        "text": [bar.text for bar in bars],
        "textposition": ["inside" if inside else "outside" for inside in high],
        "insidetextanchor": "end",
        "textangle": 0,
        "constraintext": "none",
        "textfont": {
            "size": form.label,
            "color": ["@bg" if i else bar.colour for i, bar in zip(high, bars, strict=True)],
        },
        "marker": {
            "color": [bar.colour + ("/0.12" if bar.hollow else "") for bar in bars],
            "line": {"color": [bar.colour for bar in bars], "width": form.line / 2},
        },
        "width": [bar.width for bar in bars],
        "hoverinfo": "skip",
        "cliponaxis": False,
    }
    names = [
        {
            **notes.title(f"<b>{drawn.name(result)}</b>", form, left=False),
            "x": i,
            "xref": "x",
            "xanchor": "center",
            "font": {"size": form.tick, "color": result.kind.colour},
        }
        for i, result in enumerate(lab.results)
    ]
    spec = parts.layout(
        form,
        {
            "range": [-0.5, len(lab.results) - 0.5],
            "tickvals": [bar.x for bar in bars],
            "ticktext": [bar.name for bar in bars],
            "ticks": "",
        },
        {**parts.per_cent_axis(), "showticklabels": False},
        names,
        dragmode=False,
    )
    spec["margin"] = {**spec["margin"], "l": 0, "r": 0}
    spec["hovermode"] = False
    return {"data": [data], "layout": spec}


@dataclass(frozen=True)
class _Bar:
    x: float
    percent: float
    text: str
    name: str
    colour: str
    hollow: bool = False
    width: float = 0.36


def _pair(i: int, result: Result, lab: Laboratory, amount: float) -> list[_Bar]:
    word = "signal" if lab.axis.startswith("Signal") else "push"
    if not result.curved:
        percent = 100 * (result.top or 0.0)
        text = "no<br>number" if result.top is None else f"<b>{percent:.0f} %</b>"
        return [_Bar(i, percent, text, word, result.kind.colour, result.secondary, 0.5)]
    taken, signal = result.taken(amount), 100 * float(result.signal(amount))
    seen = "<b>no<br>signal</b>" if result.blocks else f"<b>{whole(signal / 100)} %</b>"
    known = "not<br>known" if taken is None else f"<b>{lab.bounded(taken)} %</b>"
    return [
        _Bar(i - 0.2, 100 * (taken or 0), known, "taken", "@muted"),
        _Bar(i + 0.2, signal, seen, word, result.kind.colour, result.secondary),
    ]
