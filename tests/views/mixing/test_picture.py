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
    drugs = [(there, push) for push in old]
    breaks = new > max(old)
    more = (
        [*drugs, (10 * added, new)] if breaks else [*((10 * x, y) for x, y in drugs), (added, new)]
    )
    expected = [float(effect(*each)) for each in (drugs, [*drugs, (added, new)], more)]
    (alone, *before), (beside, *after), (tenfold, *compared) = seen.bars("main")
    narrow = seen.form == "narrow"
    assert alone.endswith(" alone") is not narrow
    assert beside.startswith("+ " if narrow else "with ")
    stronger = short[new if breaks else max(old)] if len(old) == 1 else "both"
    assert tenfold == ("" if narrow else "and ") + f"10 \u00d7 {stronger}"
    assert beside.endswith(short[new])
    assert (short[old[0]] if len(old) == 1 else "both") in alone.lower()
    first = KINDS[old[0]] if len(old) == 1 else "@mixture"
    bars = zip(
        (before, after, compared), expected, (first, "@mixture", "@mixture/0.5"), strict=True
    )
    for (height, words, colour), share, kind in bars:
        assert height == pytest.approx(share)
        assert words == f"{written(share)} %"
        assert colour == kind

    (said,) = seen.words()
    change = expected[1] - expected[0]
    top = 100 * old[0] / (1 + old[0])
    past = breaks and round(expected[1]) > round(top)
    assert ("first one\u2019s top" in said) is past
    little = abs(change) < 5 and not past
    assert said.startswith(("Takes", "Lower, but no shield")) is (change < 0)
    assert said.startswith("Adds") is (change > 0 and not past)
    assert ("a little: more" in said) is little
    if little:  # it is no limit: with more, it goes on the same way
        farther = effect(*drugs, (3 * added, new)) - expected[1]
        assert ("more adds more" if farther > 0 else "more takes more") in said
    if change < 0:  # and more of what it was added to is stronger
        assert expected[2] > expected[1]
        wins = (
            "More opioid wins it back"
            if new == BLOCKER
            else f"more of the {short[max(old)]} one wins"
        )
        assert said.endswith(wins)

    level = [y for _, y, colour in seen.leads() if colour in KINDS.values()]
    assert level == ([pytest.approx(top)] if new > max(old) else [])
    named = [text for text in seen.labels() if "top: " in text]
    assert [text.split("top: ")[1] for text in named] == [f"{top:.0f} %"] * len(level)
