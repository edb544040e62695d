"""A drug added to what is already at the receptor."""

from mureceptor.marks.look import MIXTURE
from mureceptor.views.mixing.numbers import TENFOLD, Mixture, Numbers, switch_over, top
from mureceptor.views.phrases import Table, as_set, counted, digits, ink, of_100, per_cent, whole
from mureceptor.views.textbook import LISTED


def sentence(now: Numbers) -> str:
    """Say what both do together, and on which side of the switch-over that is."""
    if now.mixture.blocks:
        return _blocked(now)
    return _passed(now) if now.mixture.breaks_through else _lowered(now)


def _passed(now: Numbers) -> str:
    mixture = now.mixture
    (there,), added = mixture.there, mixture.added
    lifts = (
        f"lifts the effect past the {there.short}\u2019s top, "
        f"{ink(there.kind, per_cent(now.top))}, to {ink(MIXTURE, per_cent(now.after))}"
        if breaks_the_top(now)
        else f"lifts that {_to(now.before, now.after)}"
    )
    side = (
        f"{_with_more(now, added.short)}."
        if now.after < now.added_alone
        else f"Up to {_amount(mixture)} of the {added.short}, the switch-over, it would do less "
        "alone."
    )
    return (
        f"The {ink(there.kind, there.name)} sits on {of_100(now.taken)} and gives "
        f"{ink(there.kind, per_cent(now.before))}. The {ink(added.kind, added.short)} {lifts}. "
        f"{side}"
    )


def breaks_the_top(now: Numbers) -> bool:
    """Whether both together do visibly more than what is there could do alone."""
    return counted(now.after) > counted(now.top)


def _lowered(now: Numbers) -> str:
    mixture = now.mixture
    (there,), added = mixture.there, mixture.added
    side = (
        f"{_with_more(now, there.short)}: that is no shield."
        if now.lowered
        else f"Above {_amount(mixture)} of the {there.short}, the switch-over, it would lower the "
        "effect."
    )
    limit = per_cent(top(added))
    toward = f", toward its own top, {ink(added.kind, limit)}"
    if per_cent(now.after) == limit:
        toward = ": that is nearly its own top"
    return (
        f"The {ink(there.kind, there.name)} alone gives {ink(there.kind, per_cent(now.before))}. "
        f"Adding the {ink(added.kind, added.short)} {'lowers' if now.lowered else 'raises'} that "
        f"{_to(now.before, now.after)}{toward}. {side}"
    )


def _blocked(now: Numbers) -> str:
    mixture = now.mixture
    several = len(mixture.there) > 1
    there = ink(mixture.kind, mixture.name if several else f"the {mixture.name}")
    whose = "opioids" if several else "opioid"
    return (
        f"{ink(mixture.added.kind, 'Naloxone')} has no push. It takes receptors from {there} and "
        f"lowers the effect of {ink(mixture.kind, per_cent(now.before))} "
        f"{_to(now.before, now.after)}. {_with_more(now, whose)}: more opioid can win the "
        "receptors back."
    )


def _with_more(now: Numbers, stronger: str) -> str:
    """Say what more of the drug with more push would come to."""
    still = "still " if per_cent(now.with_more) == per_cent(now.after) else ""
    return (
        f"With {TENFOLD:g} times as much of the {stronger} the effect would {still}be "
        f"{ink(MIXTURE, per_cent(now.with_more))}"
    )


def _to(start: float, end: float) -> str:
    """Say where an effect moves; one that moves too little to be seen in whole per cents does."""
    if per_cent(start) == per_cent(end):
        return "by less than 1 point"
    return f"to {ink(MIXTURE, per_cent(end))}"


def _amount(mixture: Mixture) -> str:
    switch = switch_over(mixture)
    return digits(switch[0], 2) if switch else ""


def table(now: Numbers) -> Table:
    """Tabulate the effect over the added amount."""
    added = now.mixture.added.name
    if now.mixture.blocks:
        name = f"With {TENFOLD:g} times as much of what is there, effect %"
    else:
        name = f"The {added} alone, effect %"
    rows = zip(LISTED, now.listed, now.listed_other, strict=True)
    return {
        "columns": [f"Amount of {added}", "All together, effect %", name],
        "rows": [[as_set(x), whole(both), whole(alone)] for x, both, alone in rows],
    }
