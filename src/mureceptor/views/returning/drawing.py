"""An opioid takes its receptors back while naloxone leaves the blood."""

from mureceptor.evidence import ligands
from mureceptor.marks import notes, parts
from mureceptor.marks.forms import Form, Spec
from mureceptor.marks.look import ANTAGONIST
from mureceptor.views import stays
from mureceptor.views.returning.numbers import HALF_LIVES, Numbers

_LAST = int(HALF_LIVES[-1])


def draw(now: Numbers, form: Form) -> dict[str, Spec]:
    """Draw the receptors that the opioid and naloxone hold, and those without naloxone."""
    state = now.state
    opioid, kind = ligands()[state.opioid].name.capitalize(), stays.kind(state.opioid)
    held, blocked, alone = 100 * now.held, 100 * now.blocked, 100 * now.alone
    thin = 1.75 * form.line / 3
    names = (opioid, "Naloxone", f"{opioid} without naloxone")
    ends = (float(held[-1]), float(blocked[-1]))
    if form.name == "narrow":
        low, high = notes.spread((ends[0] - 8, ends[1] + 14), form, rows=1)
        labels = [
            notes.label(names[0], "", kind.colour, form, at=(1, low), anchor="right"),
            notes.label(names[1], "", ANTAGONIST.colour, form, at=(1, high), anchor="right"),
            notes.label("Thin: without naloxone", "", kind.colour, form, at=(0.02, 97)),
        ]
    else:
        places = notes.spread((*ends, float(alone[-1])), form)
        colours = (kind.colour, ANTAGONIST.colour, kind.colour)
        labels = [
            notes.label(*name.partition(" ")[::2], colour, form, end=y)
            for name, colour, y in zip(names, colours, places, strict=True)
        ]
    more = "" if form.name == "narrow" else " of naloxone"
    return {
        "main": {
            "data": [
                parts.curve(HALF_LIVES, alone, kind, name=names[2], width=thin, unit=""),
                parts.curve(
                    HALF_LIVES, blocked, ANTAGONIST, name=names[1], width=form.line, unit=""
                ),
                parts.curve(HALF_LIVES, held, kind, name=names[0], width=form.line, unit=""),
            ],
            "layout": parts.layout(
                form,
                {
                    "range": [0, _LAST],
                    "tickvals": list(range(0, _LAST + 1, 2)),
                    "ticktext": ["start", f"2 half-lives{more}", *map(str, range(4, _LAST + 1, 2))],
                },
                parts.per_cent_axis(),
                [
                    notes.title("Receptors held, of 100, as naloxone leaves the blood", form),
                    *labels,
                    notes.illustrative(form),
                ],
            ),
        }
    }
