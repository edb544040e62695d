"""A drug added to what is already at the receptor."""

from functools import lru_cache

from mureceptor.marks.look import MIXTURE
from mureceptor.model.binding import occupancy
from mureceptor.views.mixing.numbers import (
    MIXTURES,
    TIGHTER,
    Mixture,
    before,
    lowers,
    switch_over,
    together,
    top,
)
from mureceptor.views.mixing.state import Mixing
from mureceptor.views.phrases import Table, ink, number, of_100, per_cent, whole
from mureceptor.views.textbook import LISTED


def sentence(state: Mixing) -> str:
    """Say what both do together, and on which side of the switch-over that is."""
    mixture = MIXTURES[state.mixed]
    if mixture.blocks:
        return _blocked(mixture, state)
    return _passed(mixture, state) if mixture.breaks_through else _lowered(mixture, state)


def _passed(mixture: Mixture, state: Mixing) -> str:
    (there,), added = mixture.there, mixture.added
    limit, alone = top(there), float(before(mixture, state.there))
    both = float(together(mixture, state.added, state.there))
    taken = of_100(float(occupancy(state.there, 1.0)))
    lifts = (
        f"lifts the effect past the {there.short}\u2019s top, "
        f"{ink(there.kind, per_cent(limit))}, to {ink(MIXTURE, per_cent(both))}"
        if round(100 * both) > round(100 * limit)
        else f"lifts that {_to(alone, both)}"
    )
    amount = _amount(mixture)
    side = (
        f"Above {amount} of the {added.short}, the switch-over, it would do more alone."
        if both < float(together(mixture, state.added, 0.0))
        else f"Up to {amount} of the {added.short}, the switch-over, it would do less alone."
    )
    return (
        f"The {ink(there.kind, there.name)} sits on {taken} and gives "
        f"{ink(there.kind, per_cent(alone))}. The {ink(added.kind, added.short)} {lifts}. {side}"
    )


def _lowered(mixture: Mixture, state: Mixing) -> str:
    (there,), added = mixture.there, mixture.added
    alone = float(before(mixture, state.there))
    both = float(together(mixture, state.added, state.there))
    down = lowers(mixture, state.there)
    amount = _amount(mixture)
    side = (
        f"Only below {amount} of the {there.short}, the switch-over, would it raise the effect."
        if down
        else f"Above {amount} of the {there.short}, the switch-over, it would lower the effect."
    )
    limit = per_cent(top(added))
    toward = f", toward its own top, {ink(added.kind, limit)}"
    if per_cent(both) == limit:
        toward = ": that is nearly its own top"
    return (
        f"The {ink(there.kind, there.name)} alone gives {ink(there.kind, per_cent(alone))}. Adding "
        f"the {ink(added.kind, added.short)} {'lowers' if down else 'raises'} that "
        f"{_to(alone, both)}{toward}. {side}"
    )


def _blocked(mixture: Mixture, state: Mixing) -> str:
    alone = float(before(mixture, state.there))
    both = float(together(mixture, state.added, state.there))
    held, tighter = together(mixture, [0.0, state.added], state.there, TIGHTER).tolist()
    several = len(mixture.there) > 1
    there = ink(mixture.kind, mixture.name if several else f"the {mixture.name}")
    opioid, pronoun = ("they", "they") if several else ("the opioid", "it")
    return (
        f"{ink(mixture.added.kind, 'Naloxone')} has no push. It takes receptors from {there} and "
        f"lowers the effect of {ink(mixture.kind, per_cent(alone))} {_to(alone, both)}. If "
        f"{opioid} held on {TIGHTER:.0f} times as tightly, {pronoun} would give {per_cent(held)}, "
        f"and naloxone would lower that {_to(held, tighter)}. More opioid can win the receptors "
        "back."
    )


def _to(start: float, end: float) -> str:
    """Say where an effect moves; one that moves too little to be seen in whole per cents does."""
    if per_cent(start) == per_cent(end):
        return "by less than 1 point"
    return f"to {ink(MIXTURE, per_cent(end))}"


def _amount(mixture: Mixture) -> str:
    switch = switch_over(mixture)
    return f"{switch[0]:.2g}" if switch else ""


def table(state: Mixing) -> Table:
    """Tabulate the effect over the added amount."""
    return _table(MIXTURES[state.mixed], state.there)


@lru_cache(maxsize=32)
def _table(mixture: Mixture, there: float) -> Table:
    added = mixture.added.name
    if mixture.blocks:
        name = f"If what is there held on {TIGHTER:.0f} times as tightly, effect %"
        other = together(mixture, LISTED, there, TIGHTER)
    else:
        name = f"The {added} alone, effect %"
        other = together(mixture, LISTED, 0.0)
    rows = zip(LISTED, together(mixture, LISTED, there), other, strict=True)
    return {
        "columns": [f"Amount of {added}", "All together, effect %", name],
        "rows": [[number(x), whole(both), whole(alone)] for x, both, alone in rows],
    }
