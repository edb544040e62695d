"""A drug added to what is already at the receptor: the effect before and after, as bars."""

from functools import lru_cache
from textwrap import wrap
from typing import Final

from mureceptor.marks.axes import EFFECT_TITLE, PER_CENT_TICKS
from mureceptor.marks.forms import Form
from mureceptor.marks.labels import label, title
from mureceptor.marks.look import MIXTURE, Token
from mureceptor.marks.marks import Bar, Bars, Dot, Dots, Leader, Mark, Place
from mureceptor.marks.panel import Axis, Panel, Plot
from mureceptor.marks.text import Text, bold
from mureceptor.views.mixing.numbers import METABOLITE, TENFOLD, Mixture, Numbers, top
from mureceptor.views.mixing.words import changed
from mureceptor.views.phrases import whole

_BEFORE, _AFTER, _MORE = 0.0, 1.0, 2.0  # where the bars stand
_WIDE: Final = 0.6  # a bar
_LEFT: Final = -0.5  # end of the x axis
_RIGHT: Final = {"narrow": 3.3, "wide": 3.7, "scene": 3.7}
_ROOM: Final = {"narrow": 144, "wide": 112, "scene": 112}  # top of the y axis: words, numbers
_PALE: Final = 0.5  # opacity of what would be with more
_BESIDE: Final = 2.42  # where words right of the bars begin
_STAND_INS: Final = "Effect, %. Stand-ins: no measured grip or push"


def draw(now: Numbers, form: Form) -> dict[str, Panel]:
    """Draw what is there, that with the drug added, and with more of the one that pushes more.

    The added drug alone has no bar: beside a higher one, both together look like a shield.
    """
    mixture = now.mixture
    bars = Bars(
        (
            _bar(_BEFORE, now.before, mixture.kind.name, form),
            _bar(_AFTER, now.after, MIXTURE.name, form),
            _bar(_MORE, now.with_more, MIXTURE.name, form, opacity=_PALE),
        )
    )
    narrow = form.name == "narrow"
    said = "\n".join(changed(now)) if narrow else "\n".join(map(_wrapped, changed(now)))
    x, y = (_LEFT, 130) if narrow else (_BESIDE, 84)
    words = Dot(x=x, y=y, text=bold(said), text_size=1.1 * form.label)
    plot = Plot(
        x=_columns(mixture, form),
        y=Axis(low=0, high=_ROOM[form.name], ticks=PER_CENT_TICKS),
        marks=(bars, Dots(dots=(words,)), *_still(mixture, form)),
    )
    return {"main": Panel(form=form, plots=(plot,), readout="")}


def _wrapped(words: str) -> str:
    return "\n".join(wrap(words, 20))


def _bar(x: float, effect: float, ink: Token, form: Form, opacity: float = 1) -> Bar:
    return Bar(
        x=x,
        height=100 * effect,
        width=_WIDE,
        ink=ink,
        opacity=opacity,
        text=bold(f"{whole(effect)} %"),
        text_ink=ink,
        text_size=(1.1 if form.name == "narrow" else 1.2) * form.label,  # four stand on a phone
    )


@lru_cache(maxsize=32)
def _columns(mixture: Mixture, form: Form) -> Axis:
    alone = "" if len(mixture.there) > 1 else " alone"
    plus = "+" if mixture.breaks_through else "and"  # more of what is added, or of what is there
    names = (
        _name(f"{mixture.in_short}{alone}", mixture.kind.name),
        bold("+ ", MIXTURE.name) + bold(mixture.added.in_short, mixture.added.kind.name),
        bold(f"{plus} {TENFOLD:g} × {mixture.stronger}", MIXTURE.name),
    )
    return Axis(
        low=_LEFT,
        high=_RIGHT[form.name],
        ticks=(_BEFORE, _AFTER, _MORE),
        names=names,
        notched=False,
    )


def _name(words: str, ink: Token) -> Text:
    return bold(words[0].upper() + words[1:], ink)


@lru_cache(maxsize=32)
def _still(mixture: Mixture, form: Form) -> tuple[Mark, ...]:
    """Return what does not move: the title, and the lower ceiling of two drugs."""
    stand_ins = mixture.added is METABOLITE
    marks: list[Mark] = [title(_STAND_INS if stand_ins else EFFECT_TITLE, form)]
    if not mixture.blocks:
        drug = mixture.there[0] if mixture.breaks_through else mixture.added
        level, ink = 100 * top(drug), drug.kind.name
        between = "\n" if form.name == "narrow" else " "
        words = f"Ceiling of{between}{drug.in_short}:{between}{whole(top(drug))} %"
        beside = (_BESIDE - _LEFT) / (_RIGHT[form.name] - _LEFT)
        marks += [
            Leader(start=(_LEFT, level), end=(_RIGHT[form.name], level), ink=ink),
            label(
                words,
                "",
                ink,
                form,
                Place(x=beside, y=level + (21 if form.name == "narrow" else 6)),
            ),
        ]
    return tuple(marks)
