"""The article, checked: the claims counted, chosen and told in words."""

from typing import Final

from mureceptor.evidence import VERDICTS, Claim, claims, omissions

PLAINLY: Final = {
    "supported": "right as it stands",
    "supported with qualification": "right, with a “yes, but”",
    "oversimplified": "too simple to be right",
    "contested": "argued over",
    "not established": "not shown",
}
_TEENS: Final = ("thir", "four", "fif", "six", "seven", "eigh", "nine")
_WORDS: Final = (
    *("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", *(f"{stem}teen" for stem in _TEENS), "twenty"),
)


def in_words(number: int) -> str:
    """Write a small number as a word."""
    return _WORDS[number] if number < len(_WORDS) else str(number)


def by_verdict() -> dict[str, tuple[Claim, ...]]:
    """Return the claims of each verdict, the best supported first."""
    return {v: tuple(c for c in claims() if c.verdict == v) for v in VERDICTS}


def sections() -> tuple[str, ...]:
    """Return the article's sections in its order."""
    return tuple(dict.fromkeys(claim.section for claim in claims()))


def pick(verdict: str | None = None, section: str | None = None) -> tuple[Claim, ...]:
    """Return the claims of one verdict, of one section, of both or all."""
    return tuple(
        claim
        for claim in claims()
        if verdict in (None, claim.verdict) and section in (None, claim.section)
    )


def number(claim: Claim) -> int:
    """Return a claim's place in the article, from 1."""
    return claims().index(claim) + 1


def headline() -> str:
    """Say the finding."""
    stand = len(by_verdict()["supported"])
    return f"Only {in_words(stand)} of {len(claims())} claims stand as they are."


def lead() -> str:
    """Say how many claims do not hold up, and how many do in part."""
    tally = {verdict: len(rows) for verdict, rows in by_verdict().items()}
    right, partly = tally["supported"], tally["supported with qualification"]
    rest = len(claims()) - right - partly
    return (
        f"{in_words(rest).capitalize()} are too simple, argued over, or not shown. "
        f"{in_words(partly).capitalize()} are right with a “yes, but”."
    )


def picked(chosen: tuple[Claim, ...]) -> str:
    """Say how many of the claims are shown."""
    if len(chosen) == len(claims()):
        return f"All {len(claims())} claims, in the article’s order."
    if not chosen:
        return "No claim of this section has this verdict."
    return f"{len(chosen)} of {len(claims())} claims."


def left_out() -> str:
    """Say how much the article leaves out, and the worst of it."""
    return f"Left out of the article: breathing, and {len(omissions()) - 1} more things"
