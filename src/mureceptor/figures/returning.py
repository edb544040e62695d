"""Chapter 6: an opioid takes its receptors back while naloxone leaves the blood."""

from mureceptor.evidence import ligands
from mureceptor.figures import parts
from mureceptor.figures.forms import Form
from mureceptor.figures.parts import Spec
from mureceptor.look import ANTAGONIST
from mureceptor.parameters import BLOCKING
from mureceptor.scenarios import stays
from mureceptor.states import Returning

_LAST = int(stays.HALF_LIVES[-1])


def draw(state: Returning, form: Form) -> dict[str, Spec]:
    """Draw the receptors that the opioid and naloxone hold, and those without naloxone."""
    opioid, kind = ligands()[state.opioid].name.capitalize(), stays.kind(state.opioid)
    step = BLOCKING.grid.index(state.blocking)
    held, blocked = (100 * curve[step] for curve in stays.contest(state.opioid))
    alone = 100 * stays.undisturbed(state.opioid)
    thin = 1.75 * form.line / 3
    names = (opioid, "Naloxone", f"{opioid} without naloxone")
    ends = (float(held[-1]), float(blocked[-1]))
    if form.name == "narrow":
        low, high = parts.spread((ends[0] - 8, ends[1] + 14), form, rows=1)
        labels = [
            parts.label(names[0], "", kind.colour, form, at=(1, low), anchor="right"),
            parts.label(names[1], "", ANTAGONIST.colour, form, at=(1, high), anchor="right"),
            parts.label("Thin: without naloxone", "", kind.colour, form, at=(0.02, 97)),
        ]
    else:
        places = parts.spread((*ends, float(alone[-1])), form)
        colours = (kind.colour, ANTAGONIST.colour, kind.colour)
        labels = [
            parts.label(*name.partition(" ")[::2], colour, form, end=y)
            for name, colour, y in zip(names, colours, places, strict=True)
        ]
    more = "" if form.name == "narrow" else " of naloxone"
    return {
        "main": {
            "data": [
                parts.curve(stays.HALF_LIVES, alone, kind, name=names[2], width=thin, unit=""),
                parts.curve(
                    stays.HALF_LIVES, blocked, ANTAGONIST, name=names[1], width=form.line, unit=""
                ),
                parts.curve(stays.HALF_LIVES, held, kind, name=names[0], width=form.line, unit=""),
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
                    parts.title("Receptors held, of 100, as naloxone leaves the blood", form),
                    *labels,
                    parts.illustrative(form),
                ],
            ),
        }
    }
