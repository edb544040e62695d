"""The one list of chapters, in reading order. Their numbers come from here."""

from typing import Final

from chapters import (
    activation,
    agonists,
    ceiling,
    claims,
    dependence,
    mixing,
    model,
    receptor,
    sandbox,
    short,
)
from page.parts import Chapter

TALK: Final = "present"  # the URL path of the live-demo mode
TITLE: Final = "The mu receptor, explained"
DESCRIPTION: Final = (
    "Kratom, the mu-opioid receptor, and why a drug that acts only partly is not safe for that."
)
CHAPTERS: Final[tuple[Chapter, ...]] = (
    short.CHAPTER,
    receptor.CHAPTER,
    activation.CHAPTER,
    agonists.CHAPTER,
    ceiling.CHAPTER,
    mixing.CHAPTER,
    dependence.CHAPTER,
    claims.CHAPTER,
    sandbox.CHAPTER,
    model.CHAPTER,
)
