"""Two drugs at one receptor: the lines, the marker, the map and the switch-over, by S / (S + D)."""

import re
from typing import Any

import numpy as np
import pytest
from numpy.testing import assert_allclose

FULL, PARTIAL, BLOCKER = 20.0, 0.7, 0.0


def effect(*ligands: tuple[Any, float]) -> Any:
    """Effect [%] of amounts, in units of their own grip, with their pushes."""
    s, d = sum(x * tau for x, tau in ligands), 1 + sum(x for x, _ in ligands)
    return 100 * s / (s + d)


@pytest.mark.parametrize("added", [0.01, 1.0, 31.62, 100.0])
@pytest.mark.parametrize("there", [0.01, 1.0, 10.0, 100.0])
@pytest.mark.parametrize(
    ("mixed", "old", "new"),
    [
        ("full-on-partial", [PARTIAL], FULL),
        ("partial-on-full", [FULL], PARTIAL),
        ("naloxone-on-full", [FULL], BLOCKER),
        ("naloxone-on-partial", [PARTIAL], BLOCKER),
        ("naloxone-on-both", [FULL, PARTIAL], BLOCKER),
        ("7oh-on-mitragynine", [0.3], 0.7),
    ],
)
def test_both_together(
    picture: Any, mixed: str, old: list[float], new: float, there: float, added: float
) -> None:
    def together(x: Any, y: Any) -> Any:
        return effect((x, new), *((y, push) for push in old))

    seen = picture("mixing", mixed=mixed, there=there, added=added)
    x, height = seen.line("With naloxone" if new == BLOCKER else "Both together")
    assert (x[0], x[-1]) == pytest.approx((0.01, 100))
    assert_allclose(height, together(x, there), rtol=1e-9)
    (mark,) = seen.marks()
    expected = float(together(added, there))
    assert (mark.x, mark.y) == pytest.approx((added, expected))
    (said,) = seen.words()
    number = "under 1" if 0 < expected < 0.5 else f"{expected:.0f}"
    assert re.search(rf"(^|\D){number} %$", said)
    lines = [t for t in seen.traces() if "lines" in t["mode"]]
    (level,) = (t for t in lines if np.ptp(t["y"]) == 0)
    top = 100 * old[0] / (1 + old[0])
    breaks_through = new > max(old)
    assert level["y"][0] == pytest.approx(top if breaks_through else together(0, there))
    (other,) = (
        t for t in lines if t is not level and t["name"] not in {"Both together", "With naloxone"}
    )
    x = np.asarray(other["x"])
    alone = together(x, 10 * there) if new == BLOCKER else effect((x, new))
    assert_allclose(other["y"], alone, rtol=1e-9)

    (ground,) = seen.traces("beside", "contour")
    assert_allclose(
        100 * np.asarray(ground["z"]),
        together(np.asarray(ground["x"]), np.asarray(ground["y"])),
        rtol=1e-9,
    )
    here = [mark for mark in seen.marks("beside") if mark.size > 0]
    assert [(mark.x, mark.y) for mark in here] == [(added, there)]


@pytest.mark.parametrize("mixed", ["full-on-partial", "partial-on-full"])
def test_the_switch_over_is_where_one_more_changes_nothing(picture: Any, mixed: str) -> None:
    amount = PARTIAL / (FULL - PARTIAL)  # of the full agonist, in units of its grip
    seen = picture("mixing", mixed=mixed)
    assert effect((amount, FULL), (30, PARTIAL)) == pytest.approx(effect((amount, FULL)))
    (line,) = (lead for lead in seen.leads("beside"))
    assert line[0 if mixed == "full-on-partial" else 1] == pytest.approx(amount)
    if mixed == "full-on-partial":
        notes = seen.panels["main"]["layout"]["annotations"]
        (dot,) = (note for note in notes if note["text"] == "Switch-over")
        assert 10 ** dot["x"] == pytest.approx(amount)
        assert dot["y"] == pytest.approx(effect((amount, FULL)))
