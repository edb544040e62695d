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
from mureceptor.views.phrases import Table, ink, of_100, per_cent
from mureceptor.views.textbook import LISTED


def sentence(state: Mixing) -> str:
    """Say what both do together, and on which side of the switch-over that is."""
    mixture = MIXTURES[state.mixed]
    if mixture.blocks:
        return _blocked(mixture, state)
    return _passed(mixture, state) if mixture.breaks_through else _lowered(mixture, state)


def _passed(mixture: Mixture, state: Mixing) -> str:
    (there,), added = mixture.there, mixture.added
    limit, both = top(there), float(together(mixture, state.added, state.there))
    taken = of_100(float(occupancy(state.there, 1.0)))
    reached = (
        f"past {ink(there.kind, per_cent(limit))}, to {ink(MIXTURE, per_cent(both))}"
        if round(100 * both) > round(100 * limit)
        else f"to {ink(MIXTURE, per_cent(both))}"
    )
    amount = _amount(mixture)
    side = (
        f"Above {amount} of the {added.short}, the switch-over, it would do more alone."
        if both < float(together(mixture, state.added, 0.0))
        else f"Up to {amount} of the {added.short}, the switch-over, both add up."
    )
    return (
        f"Starting with the {ink(there.kind, there.name)} on {taken}, the "
        f"{ink(added.kind, added.short)} lifts the effect {reached}. {side}"
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
    moves = f"{'lowers' if down else 'raises'} that to {ink(MIXTURE, per_cent(both))}"
    if per_cent(both) == per_cent(alone):
        moves = "hardly moves that"
    return (
        f"The {ink(there.kind, there.name)} alone gives {ink(there.kind, per_cent(alone))}. Adding "
        f"the {ink(added.kind, added.short)} {moves}, toward its own top, "
        f"{ink(added.kind, per_cent(top(added)))}. {side}"
    )


def _blocked(mixture: Mixture, state: Mixing) -> str:
    alone = float(before(mixture, state.there))
    both = float(together(mixture, state.added, state.there))
    held, tighter = together(mixture, [0.0, state.added], state.there, TIGHTER)
    there = mixture.name if len(mixture.there) > 1 else f"the {mixture.name}"
    return (
        f"{ink(mixture.added.kind, 'Naloxone')} has no push, so it always lowers the effect: with "
        f"{ink(mixture.kind, there)} from {ink(mixture.kind, per_cent(alone))} to "
        f"{ink(MIXTURE, per_cent(both))}. With a grip {TIGHTER:.0f} times tighter it goes from "
        f"{per_cent(held)} to {ink(MIXTURE, per_cent(tighter))}. More opioid can win the receptors "
        "back."
    )


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
        name = f"Grip {TIGHTER:.0f} times tighter, effect %"
        other = together(mixture, LISTED, there, TIGHTER)
    else:
        name = f"The {added} alone, effect %"
        other = together(mixture, LISTED, 0.0)
    rows = zip(LISTED, together(mixture, LISTED, there), other, strict=True)
    return {
        "columns": [f"Amount of {added}", "All together, effect %", name],
        "rows": [[f"{x:g}", f"{100 * both:.0f}", f"{100 * alone:.0f}"] for x, both, alone in rows],
    }
