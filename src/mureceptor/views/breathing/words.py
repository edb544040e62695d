"""Breathing against receptors taken, in people."""

from mureceptor.marks.look import FULL, PARTIAL
from mureceptor.views.breathing import numbers as human
from mureceptor.views.breathing.state import Breathing
from mureceptor.views.phrases import Table, ink, of_100, per_cent


def sentence(state: Breathing) -> str:
    """Say what each drug leaves of breathing, and how far people differ."""
    taken = state.taken / 100
    least, most = human.buprenorphine_spread(taken)
    curves = (human.buprenorphine, human.fentanyl_naive, human.fentanyl_daily)
    partial, naive, daily = (per_cent(float(curve(taken))) for curve in curves)
    low, high = per_cent(float(least)), per_cent(float(most))
    across = f" ({100 * least:.0f} to {high} across simulated people)" if low != high else ""
    used = f"or {ink(FULL, daily)} in people used to opioids"
    if naive == daily:
        used = "in people used to opioids too"
    return (
        f"With {of_100(taken)} taken, {ink(PARTIAL, 'buprenorphine')} leaves breathing at "
        f"{ink(PARTIAL, partial)}{across}. {ink(FULL, 'Fentanyl')} leaves {ink(FULL, naive)}, "
        f"{used}."
    )


def table(_state: Breathing) -> Table:
    """Tabulate all curves from no receptor taken to every one."""
    return {
        "columns": [
            "Receptors taken, %",
            "Buprenorphine, breathing %",
            "19 in 20 simulated people, %",
            "Fentanyl, not used to opioids, %",
            "Fentanyl, used to opioids, %",
        ],
        "rows": [_row(taken / 100) for taken in range(0, 101, 10)],
    }


def _row(taken: float) -> list[str]:
    least, most = human.buprenorphine_spread(taken)
    curves = (human.buprenorphine, human.fentanyl_naive, human.fentanyl_daily)
    middle, naive, daily = (f"{100 * float(curve(taken)):.0f}" for curve in curves)
    return [f"{100 * taken:.0f}", middle, f"{100 * least:.0f} to {100 * most:.0f}", naive, daily]
