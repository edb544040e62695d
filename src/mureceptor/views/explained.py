"""Hard words of a text, which open what they mean where they stand.

`live/browser/words.js` finds the same ones in what moves (`tests/live/test_explained.py`).
"""

import re
from functools import cache
from typing import Final, NamedTuple

from mureceptor.evidence import Term, glossary

_SIGNS: Final = r"(?:\u2019s)?[.,:;?!)]*"  # they stay with the word, or could begin the next line


class Opened(NamedTuple):
    """A word that opens the meaning of this name, and the sign after it.

    Without a name it only stays on one line, as 7-OH does.
    """

    word: str
    anchor: str
    sign: str


@cache
def meanings() -> dict[str, Term]:
    """Return every hard word, by the name under which a page holds its meaning."""
    hard = (term for term in glossary().values() if term.opens)
    return {"word-" + re.sub(r"\W+", "-", term.screen.casefold()): term for term in hard}


@cache
def words() -> dict[str, str]:
    """Return the name of each hard word's meaning, by the word."""
    return {term.screen: anchor for anchor, term in meanings().items()}


@cache
def _found() -> tuple[dict[str, str], re.Pattern[str]]:
    longest_first = sorted(map(re.escape, words()), key=len, reverse=True)
    pattern = rf"(?<![\w-])({'|'.join(longest_first)})(s?)(?![\w-])({_SIGNS})"
    return {word.casefold(): anchor for word, anchor in words().items()}, re.compile(pattern, re.I)


def pieces(text: str, met: set[str]) -> list[str | Opened]:
    """Part a text at its hard words.

    What is `met` already opens nothing again; what opens here is added to it.
    """
    anchors, pattern = _found()
    parts: list[str | Opened] = []
    at = 0
    for found in pattern.finditer(text):
        anchor = anchors[found[1].casefold()]
        if anchor in met and "-" not in found[1]:
            continue
        opens = "" if anchor in met else anchor
        met.add(anchor)
        parts += [text[at : found.start()], Opened(found[1] + found[2], opens, found[3])]
        at = found.end()
    return [part for part in (*parts, text[at:]) if part]
