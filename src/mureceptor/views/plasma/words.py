"""Mitragynine in the blood after one intake."""

from mureceptor.marks.look import PARTIAL
from mureceptor.model.exposure import effect_driving_exposure, mitragynine_plasma_share
from mureceptor.views.phrases import Table, ink, per_cent
from mureceptor.views.plasma.state import Plasma


def sentence(state: Plasma) -> str:
    """Say how much is left in the blood, and that this is not how much effect is left."""
    left = per_cent(float(mitragynine_plasma_share(state.since)))
    hours = "1 hour" if state.since == 1 else f"{state.since:g} hours"
    return (
        f"{hours} after one intake, {ink(PARTIAL, 'mitragynine')} in the blood is at "
        f"{ink(PARTIAL, left)} of its peak. How much effect is left then is not known."
    )


def table(_state: Plasma) -> Table:
    """Tabulate the blood curve and the amount that the weeks assume."""
    hours = (0, 1, 2, 4, 6, 8, 12, 18, 24, 36, 48)
    blood = mitragynine_plasma_share(hours)
    assumed = effect_driving_exposure(hours, [0.0])
    return {
        "columns": [
            "Hours after one intake",
            "Mitragynine in the blood, % of its peak",
            "Amount that the weeks assume, % of its peak",
        ],
        "rows": [
            [f"{hour}", f"{100 * b:.0f}", f"{100 * a:.0f}"]
            for hour, b, a in zip(hours, blood, assumed, strict=True)
        ],
    }
