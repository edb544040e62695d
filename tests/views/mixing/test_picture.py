"""Two drugs at one receptor: the bars before and after, the top, the words, by S / (S + D)."""

from typing import Any

import pytest

FULL, PARTIAL, BLOCKER = 20.0, 0.7, 0.0
SHORT = {FULL: "full", PARTIAL: "partial", BLOCKER: "naloxone", 0.3: "mitragynine"}
KINDS = {FULL: "@full", PARTIAL: "@partial", 0.3: "@partial"}


def effect(*ligands: tuple[Any, float]) -> Any:
    """Effect [%] of amounts, in units of their own grip, with their pushes."""
    s, d = sum(x * tau for x, tau in ligands), 1 + sum(x for x, _ in ligands)
    return 100 * s / (s + d)


def written(share: float) -> str:
    return "under 1" if 0 < share < 0.5 else f"{share:.0f}"


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
def test_before_and_after(
    picture: Any, mixed: str, old: list[float], new: float, there: float, added: float
) -> None:
    short = SHORT | ({0.7: "7-OH"} if mixed.startswith("7oh") else {})  # the stand-in
    seen = picture("mixing", mixed=mixed, there=there, added=added)
    drugs, several = [(there, push) for push in old], len(old) > 1
    breaks = new > max(old)
    more = (
        [*drugs, (10 * added, new)] if breaks else [*((10 * x, y) for x, y in drugs), (added, new)]
    )
    # What is added has no bar of its own: it would make both together look like a shield.
    each = (drugs, [*drugs, (added, new)], more)
    start, both, tenfold = (float(effect(*one)) for one in each)
    stronger = short[new if breaks else max(old)]
    kinds = KINDS | ({0.7: "@partial"} if mixed.startswith("7oh") else {})
    assert [name for name, *_ in seen.bars("main")] == [
        "Both" if several else f"{short[old[0]].capitalize()} alone",
        f"+ {short[new]}",
        f"{'+' if breaks else 'and'} 10 \u00d7 {'both' if several else stronger}",
    ]
    inks = ("@mixture" if several else kinds[old[0]], "@mixture", "@mixture/0.5")
    for (_, height, words, colour), share, ink in zip(
        seen.bars("main"), (start, both, tenfold), inks, strict=True
    ):
        assert height == pytest.approx(share)
        assert words == f"{written(share)} %"
        assert colour == ink

    (said,) = seen.words()
    change = both - start
    top = 100 * min(*old, new) / (1 + min(*old, new))
    past = breaks and round(both) > round(top)
    unseen = written(both) == written(start)
    assert ("Breaks through the ceiling" in said) is past
    assert ("less than 1 point" in said) is (unseen and not past)
    if not past:
        ways = ("Takes", "Lowers") if change < 0 else ("Adds", "Raises")
        assert any(way in said for way in ways)
    little = abs(change) < 5 and not past and not unseen
    assert ("a little: more" in said) is little
    if little:  # it is no limit: with more, it goes on the same way
        farther = effect(*drugs, (3 * added, new)) - both
        assert ("more adds more" if farther > 0 else "more takes more") in said
    # A partial drug that pulls a full one down is called no shield, before all else.
    pulled = new != BLOCKER and change < 0
    assert said.startswith("No shield") is pulled
    wins = "7-OH" if stronger == "7-OH" else f"of the {stronger} one"
    seen_to_win = written(tenfold) != written(both)
    if seen_to_win:
        assert tenfold > both
    lifted = breaks and seen_to_win and not little
    assert said.count("No shield") == pulled + lifted
    assert said.startswith(f"No shield: more {wins} wins") is (pulled and seen_to_win)
    assert said.endswith(f"No shield: more {wins}, higher still") is lifted
    assert said.endswith("Enough opioid wins it back") is (new == BLOCKER and not unseen)

    level = [y for _, y, colour in seen.leads() if colour in KINDS.values()]
    assert level == ([] if new == BLOCKER else [pytest.approx(top)])
    named = [text for text in seen.labels() if text.startswith("Ceiling of ")]
    weaker = short[min(*old, new)]
    assert named == [f"Ceiling of {weaker}: {top:.0f} %"] * len(level)
