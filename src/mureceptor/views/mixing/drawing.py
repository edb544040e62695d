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
from mureceptor.views.mixing.numbers import METABOLITE, Mixture, Numbers, top
from mureceptor.views.mixing.words import breaks_the_top
from mureceptor.views.phrases import whole

_BEFORE, _AFTER, _WORDS = 0.0, 1.05, 1.45  # where the bars stand, and the words right of them
_LEFT: Final = -0.55  # end of the x axis
_RIGHT: Final = {"narrow": 2.75, "wide": 3.1, "scene": 2.9}
_EFFECT: Final = Axis(low=0, high=112, ticks=PER_CENT_TICKS)  # with room for a number on a bar
_LITTLE: Final = 0.05  # [1] an effect that moves by less moves a little: not so for any amount
_ROOMY: Final = "Breaks through\nthe first one’s top"
_PAST: Final = {
    "narrow": "Breaks through\nthe first one’s\ntop",
    "wide": _ROOMY,
    "scene": _ROOMY,
}
_CAUTION: Final = "Not protection.\nOne receptor,\nat balance;\nreal mixtures\nkill."
_CAUTION_LOW: Final = "Not protection.\nOne receptor, at\nbalance; real\nmixtures kill."
_STAND_INS: Final = "Stand-ins:\nno measured\ngrip or push"


def draw(now: Numbers, form: Form) -> dict[str, Panel]:
    """Draw what is there alone, then with the drug that is added, and say what changed."""
    mixture = now.mixture
    bars = Bars(
        (
            _bar(_BEFORE, now.before, mixture.kind.name, form),
            _bar(_AFTER, now.after, MIXTURE.name, form),
        )
    )
    words = Dot(x=_WORDS, y=88, text=bold(_changed(now, form)), text_size=1.2 * form.label)
    plot = Plot(
        x=_columns(mixture, form),
        y=_EFFECT,
        marks=(bars, Dots(dots=(words,)), *_still(mixture, form)),
    )
    return {"main": Panel(form=form, plots=(plot,), readout="")}


def _bar(x: float, effect: float, ink: Token, form: Form) -> Bar:
    return Bar(
        x=x,
        height=100 * effect,
        width=0.55,
        ink=ink,
        text=bold(f"{whole(effect)} %"),
        text_ink=ink,
        text_size=1.2 * form.label,
    )


def _changed(now: Numbers, form: Form) -> str:
    """Say what the added drug does to the effect."""
    change = now.after - now.before
    little = abs(change) < _LITTLE
    if change < 0:
        return "Takes a little:\nmore takes more" if little else "Takes away"
    if now.mixture.breaks_through and breaks_the_top(now):
        return _PAST[form.name]
    return "Adds a little:\nmore adds more" if little else "Adds"


@lru_cache(maxsize=32)
def _columns(mixture: Mixture, form: Form) -> Axis:
    narrow = form.name == "narrow"
    there = mixture.in_short if narrow else mixture.label
    added = mixture.added.in_short if narrow else mixture.added.name
    names = (
        bold(f"{there} alone", mixture.kind.name),
        bold("with ", MIXTURE.name) + bold(added, mixture.added.kind.name),
    )
    right = _RIGHT[form.name]
    return Axis(low=_LEFT, high=right, ticks=(_BEFORE, _AFTER), names=names, notched=False)


@lru_cache(maxsize=32)
def _still(mixture: Mixture, form: Form) -> tuple[Mark, ...]:
    """Return what does not move: the top to break through, and the words beside the bars."""
    beside = (_WORDS - _LEFT) / (_RIGHT[form.name] - _LEFT)
    marks: list[Mark] = [title(EFFECT_TITLE, form)]
    level = 0.0
    if mixture.breaks_through:
        drug = mixture.there[0]
        level, ink = 100 * top(drug), drug.kind.name
        of = "Its" if form.name == "narrow" else f"{drug.label}’s"
        words = f"{of} top: {whole(top(drug))} %"
        marks += [
            Leader(start=(_LEFT, level), end=(_RIGHT[form.name], level), ink=ink),
            label(words, "", ink, form, Place(x=beside, y=level + 6)),
        ]
    if mixture.added is METABOLITE:
        text, place = plain(_STAND_INS), Place(x=beside, y=10)
        marks.append(Label(text=text, place=place, ink="text", size=form.tick, ground=0, pad=1))
    clear = Place(x=beside, y=54 if 0 < level < 30 else 20)  # of the words on a low top
    return (*marks, *_CAUTIONS[form.name](clear, form))


def _caution_in_the_plot(place: Place, form: Form) -> list[Label]:
    """A phone has no margin: there the view's caution stands where the lines leave room."""
    return [label(_CAUTION_LOW, "", "caution", form, place, ground=0)]


def _caution_in_the_margin(_place: Place, form: Form) -> list[Label]:
    place = Place(x=1, y=1, stand="top", up="share", shift=(24, 0))
    return [label(_CAUTION, "", "caution", form, place, pad=0, rule=True)]


def _caution_elsewhere(_place: Place, _form: Form) -> list[Label]:
    """On a projector the talk itself puts it into the margin."""
    return []


_CAUTIONS: Final = {
    "narrow": _caution_in_the_plot,
    "wide": _caution_in_the_margin,
    "scene": _caution_elsewhere,
}
