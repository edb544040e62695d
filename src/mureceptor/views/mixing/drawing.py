"""A drug added to what is already at the receptor: the effect before and after, as bars."""

from functools import lru_cache
from typing import Final

from mureceptor.marks.axes import EFFECT_TITLE, PER_CENT_TICKS
from mureceptor.marks.forms import Form
from mureceptor.marks.labels import label, title
from mureceptor.marks.look import MIXTURE, Token
from mureceptor.marks.marks import Bar, Bars, Dot, Dots, Label, Leader, Mark, Place
from mureceptor.marks.panel import Axis, Panel, Plot
from mureceptor.marks.text import bold, plain
from mureceptor.views.mixing.numbers import METABOLITE, TENFOLD, Mixture, Numbers, top
from mureceptor.views.mixing.words import breaks_the_top
from mureceptor.views.phrases import whole

_BEFORE, _AFTER, _MORE = 0.0, 1.0, 2.0  # where the bars stand
_WIDE: Final = 0.6  # a bar
_LEFT: Final = -0.5  # end of the x axis
_RIGHT: Final = {"narrow": 3.2, "wide": 3.55, "scene": 3.55}
_ROOM: Final = {"narrow": 144, "wide": 112, "scene": 112}  # top of the y axis: words, numbers
_PALE: Final = 0.5  # opacity of what is only compared with
_BESIDE: Final = 2.42  # where words right of the bars begin
_LITTLE: Final = 0.05  # [1] an effect that moves by less moves a little: not so for any amount
# What the bars leave out, or are not; by the room that there is for it.
_NOT_DRAWN: Final = (
    "Not drawn: breathing,\nother drugs, withdrawal",
    "Not drawn:\nbreathing,\nother drugs,\nwithdrawal",
)
_STAND_INS: Final = (
    "Stand-ins: no measured\ngrip or push",
    "Stand-ins:\nno measured\ngrip or push",
)


def draw(now: Numbers, form: Form) -> dict[str, Panel]:
    """Draw what is there alone, then with the drug that is added, and say what changed."""
    mixture = now.mixture
    bars = Bars(
        (
            _bar(_BEFORE, now.before, mixture.kind.name, form),
            _bar(_AFTER, now.after, MIXTURE.name, form),
            _bar(_MORE, now.with_more, MIXTURE.name, form, opacity=_PALE),
        )
    )
    x, y = (_LEFT, 130) if form.name == "narrow" else (_BESIDE, 84)
    words = Dot(x=x, y=y, text=bold(_changed(now)), text_size=1.1 * form.label)
    plot = Plot(
        x=_columns(mixture, form),
        y=Axis(low=0, high=_ROOM[form.name], ticks=PER_CENT_TICKS),
        marks=(bars, Dots(dots=(words,)), *_still(mixture, form)),
    )
    return {"main": Panel(form=form, plots=(plot,), readout="")}


def _bar(x: float, effect: float, ink: Token, form: Form, opacity: float = 1) -> Bar:
    return Bar(
        x=x,
        height=100 * effect,
        width=_WIDE,
        ink=ink,
        opacity=opacity,
        text=bold(f"{whole(effect)} %"),
        text_ink=ink,
        text_size=1.2 * form.label,
    )


def _changed(now: Numbers) -> str:
    """Say in two rows what the added drug does to the effect, and what more of the other would."""
    mixture, change = now.mixture, now.after - now.before
    little = abs(change) < _LITTLE
    if change < 0:
        takes = "Takes a little: more takes more." if little else "Takes away."
        if mixture.blocks:
            return f"{takes}\nMore opioid wins it back"
        lower = takes if little else "Lower, but no shield:"
        return f"{lower}\nmore of the {mixture.there[0].short} wins"
    if mixture.breaks_through and breaks_the_top(now):
        return "Breaks through\nthe first one’s top"
    return "Adds a little:\nmore adds more" if little else "Adds"


@lru_cache(maxsize=32)
def _columns(mixture: Mixture, form: Form) -> Axis:
    there, added, stronger = mixture.in_short, mixture.added.in_short, mixture.stronger
    alone, plus, more = (
        (there, "+ ", "") if form.name == "narrow" else (f"{there} alone", "with ", "and ")
    )
    names = (
        bold(alone[0].upper() + alone[1:], mixture.kind.name),
        bold(plus, MIXTURE.name) + bold(added, mixture.added.kind.name),
        bold(f"{more}{TENFOLD:g} × {stronger}", MIXTURE.name),
    )
    return Axis(
        low=_LEFT,
        high=_RIGHT[form.name],
        ticks=(_BEFORE, _AFTER, _MORE),
        names=names,
        notched=False,
    )


@lru_cache(maxsize=32)
def _still(mixture: Mixture, form: Form) -> tuple[Mark, ...]:
    """Return what does not move: the top to break through, and the words beside the bars."""
    narrow = form.name == "narrow"
    beside = (_BESIDE - _LEFT) / (_RIGHT[form.name] - _LEFT)
    marks: list[Mark] = [title(EFFECT_TITLE, form)]
    if mixture.breaks_through:
        drug = mixture.there[0]
        level, ink = 100 * top(drug), drug.kind.name
        words = (
            f"Its top:\n{whole(top(drug))} %" if narrow else f"Its own top: {whole(top(drug))} %"
        )
        marks += [
            Leader(start=(_LEFT, level), end=(_RIGHT[form.name], level), ink=ink),
            label(words, "", ink, form, Place(x=beside, y=level + (15 if narrow else 6))),
        ]
    quiet = _STAND_INS if mixture.added is METABOLITE else _NOT_DRAWN
    place = Place(x=beside, y=97 if narrow else 10)
    marks.append(
        Label(text=plain(quiet[narrow]), place=place, ink="muted", size=form.tick, ground=0.8)
    )
    return tuple(marks)
