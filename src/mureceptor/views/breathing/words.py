"""Breathing against receptors taken, in people."""

from mureceptor.marks.look import FULL, PARTIAL
from mureceptor.views.breathing.numbers import ROWS, Numbers
from mureceptor.views.phrases import Table, counted, ink, of_100, per_cent, whole


def sentence(now: Numbers) -> str:
    """Say what each drug leaves of breathing, and how far people differ."""
    left = (now.buprenorphine, now.fentanyl_naive, now.fentanyl_daily)
    partial, naive, daily = map(per_cent, left)
    low, high = per_cent(now.least), per_cent(now.most)
    across = f" ({whole(now.least)} to {high} across simulated people)" if low != high else ""
    used = f"or {ink(FULL, daily)} in people used to opioids"
    if naive == daily:
        used = "in people used to opioids too"
    thin = " The thin line is theirs." if now.used else ""
    return (
        f"With {of_100(now.taken)} taken, {ink(PARTIAL, 'buprenorphine')} leaves breathing at "
        f"{ink(PARTIAL, partial)}{across}. {ink(FULL, 'Fentanyl')} leaves {ink(FULL, naive)}, "
        f"{used}.{thin}"
    )


def table(_now: Numbers) -> Table:
    """Tabulate all curves from no receptor taken to every one."""
    return {
        "columns": [
            "Receptors taken, %",
            "Buprenorphine, breathing %",
            "19 in 20 simulated people, %",
            "Fentanyl, not used to opioids, %",
            "Fentanyl, used to opioids, %",
        ],
        "rows": [_row(row) for row in ROWS],
    }


def _row(row: Numbers) -> list[str]:
    return [
        str(counted(row.taken)),
        whole(row.buprenorphine),
        f"{whole(row.least)} to {whole(row.most)}",
        whole(row.fentanyl_naive),
        whole(row.fentanyl_daily),
    ]
