"""A drug added to what is already at the receptor."""

from mureceptor.marks.look import MIXTURE
from mureceptor.views.mixing.numbers import METABOLITE, TENFOLD, Mixture, Numbers, top
from mureceptor.views.phrases import Table, as_set, counted, ink, of_100, per_cent, whole
from mureceptor.views.textbook import LISTED

_LITTLE = 0.05  # [1] an effect that moves by less moves a little: not so for any amount


def sentence(now: Numbers) -> str:
    """Say what both do together, and what more of the drug with more push would do."""
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
    alone = ink(added.kind, per_cent(now.added_alone))
    if per_cent(now.after) == per_cent(now.added_alone):
        less = "less" if now.added_alone < now.after else "more"
        side = f"Alone it would do {less}, by less than 1 point"
    elif now.after > now.added_alone:
        side = f"So little of it would do less alone: {alone}"
    else:
        more = _with_more(now, added.short)
        side = f"Alone it gives {alone}, but the {there.short} is no shield{more}"
    return (
        f"The {ink(there.kind, there.name)} sits on {of_100(now.taken)} and gives "
        f"{ink(there.kind, per_cent(now.before))}. The {ink(added.kind, added.short)} {lifts}. "
        f"{side}."
    )


def breaks_the_top(now: Numbers) -> bool:
    """Whether both together do visibly more than what is there could do alone."""
    return counted(now.after) > counted(now.top)


def _lowered(now: Numbers) -> str:
    mixture = now.mixture
    (there,), added = mixture.there, mixture.added
    limit = per_cent(top(added))
    toward = f", toward its own top, {ink(added.kind, limit)}"
    if per_cent(now.after) == limit:
        toward = ": that is nearly its own top"
    if now.lowered:
        side = f"That is no shield{_with_more(now, there.short)}"
    else:
        side = (
            f"Where the {there.short} alone gives more than {limit}, the {added.short} lowers "
            "the effect"
        )
    return (
        f"The {ink(there.kind, there.name)} alone gives {ink(there.kind, per_cent(now.before))}. "
        f"Adding the {ink(added.kind, added.short)} {'lowers' if now.lowered else 'raises'} that "
        f"{_to(now.before, now.after)}{toward}. {side}."
    )


def _blocked(now: Numbers) -> str:
    mixture = now.mixture
    several = len(mixture.there) > 1
    there = ink(mixture.kind, mixture.name if several else f"the {mixture.name}")
    whose = "opioids" if several else "opioid"
    wins = (
        f"More opioid can win the receptors back{_with_more(now, whose)}"
        if per_cent(now.before) != per_cent(now.after)
        else "So small a change is not seen here"
    )
    return (
        f"{ink(mixture.added.kind, 'Naloxone')} has no push. It takes receptors from {there} and "
        f"lowers the effect of {ink(mixture.kind, per_cent(now.before))} "
        f"{_to(now.before, now.after)}. {wins}."
    )


def _with_more(now: Numbers, stronger: str) -> str:
    """Say what more of the drug with more push would come to, where that is to be seen."""
    if per_cent(now.with_more) == per_cent(now.after):
        return ""
    return (
        f": with {TENFOLD:g} times as much of the {stronger} the effect would be "
        f"{ink(MIXTURE, per_cent(now.with_more))}"
    )


def _to(start: float, end: float) -> str:
    """Say where an effect moves; one that moves too little to be seen in whole per cents does."""
    if per_cent(start) == per_cent(end):
        return "by less than 1 point"
    return f"to {ink(MIXTURE, per_cent(end))}"


def changed(now: Numbers) -> tuple[str, str]:
    """Say in two rows, in the picture, what adding the drug does, and what more would do.

    What could be taken for a shield is called none first.
    """
    mixture, after = now.mixture, whole(now.after)
    way = "adds" if now.after > now.before else "takes"
    unseen = after == whole(now.before)
    if mixture.breaks_through and breaks_the_top(now):
        moves = "Breaks through the ceiling"
    elif unseen:
        moves = f"{way.capitalize()} less than 1 point"
    elif abs(now.after - now.before) < _LITTLE:
        at_the_top = per_cent(now.after) == per_cent(top(mixture.added))
        moves = f"{way.capitalize()} a little" + ("" if at_the_top else f": more {way} more")
    else:
        moves = f"{'Raises' if way == 'adds' else 'Lowers'} the effect"
    if mixture.blocks:
        return moves, "" if unseen else "Enough opioid wins it back"
    wins = whole(now.with_more) != after
    if way == "takes":
        return "No shield" + (f": more {_of(mixture)} wins" if wins else ""), moves
    higher = mixture.breaks_through and wins and not moves.endswith("more")
    return moves, f"No shield: more {_of(mixture)}, higher still" if higher else ""


def _of(mixture: Mixture) -> str:
    """Name the drug with more push, of which there may be more."""
    drug = mixture.added if mixture.breaks_through else mixture.there[0]
    return drug.in_short if drug is METABOLITE else f"of the {drug.short}"


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
