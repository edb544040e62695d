"""Two drugs at one receptor: the bars before and after, the top, the words, by S / (S + D)."""

from typing import Any

import pytest

FULL, PARTIAL, BLOCKER = 20.0, 0.7, 0.0
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
    seen = picture("mixing", mixed=mixed, there=there, added=added)
    drugs = [(there, push) for push in old]
    expected = [float(effect(*drugs)), float(effect((added, new), *drugs))]
    (alone, *before), (beside, *after) = seen.bars("main")
    assert alone.endswith(" alone")
    assert beside.startswith("with ")
    first = KINDS[old[0]] if len(old) == 1 else "@mixture"
    bars = zip((before, after), expected, (first, "@mixture"), strict=True)
    for (height, words, colour), share, kind in bars:
        assert height == pytest.approx(share)
        assert words == f"{written(share)} %"
        assert colour == kind

    (said,) = seen.words()
    change = expected[1] - expected[0]
    top = 100 * old[0] / (1 + old[0])
    past = new > max(old) and round(expected[1]) > round(top)
    assert ("first one\u2019s top" in said) is past
    little = abs(change) < 5 and not past
    assert said.startswith("Takes") is (change < 0)
    assert said.startswith("Adds") is (change > 0 and not past)
    assert ("a little: more" in said) is little
    if little:  # it is no limit: with more, it goes on the same way
        more = effect(*drugs, (3 * added, new)) - expected[1]
        assert said.endswith("more adds more" if more > 0 else "more takes more")

    level = [y for _, y, colour in seen.leads() if colour in KINDS.values()]
    assert level == ([pytest.approx(top)] if new > max(old) else [])
    named = [text for text in seen.labels() if "top: " in text]
    assert [text.split("top: ")[1] for text in named] == [f"{top:.0f} %"] * len(level)
