"""Mitragynine in the blood after one intake."""

from mureceptor.marks.look import PARTIAL
from mureceptor.views.phrases import Table, ink, per_cent, whole
from mureceptor.views.plasma.numbers import LISTED_BLOOD, LISTED_HOURS, Numbers


def sentence(now: Numbers) -> str:
    """Say how much is left in the blood, and that this is not how much effect is left."""
    left = per_cent(now.blood)
    hours = "1 hour" if now.since == 1 else f"{now.since:g} hours"
    return (
        f"{hours} after one intake, {ink(PARTIAL, 'mitragynine')} in the blood is at "
        f"{ink(PARTIAL, left)} of its peak. How much effect there is then is not known."
    )


def table(_now: Numbers) -> Table:
    """Tabulate the curve."""
    return {
        "columns": ["Hours after one intake", "Mitragynine in the blood, % of its peak"],
        "rows": [
            [f"{hour}", whole(share)]
            for hour, share in zip(LISTED_HOURS, LISTED_BLOOD, strict=True)
        ],
    }
