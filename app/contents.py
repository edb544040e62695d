"""The one list of chapters, in reading order. Their numbers come from here."""

from typing import Final

from chapters import (
    activation,
    agonists,
    ceiling,
    claims,
    daily,
    dependence,
    mixing,
    model,
    naloxone,
    receptor,
    records,
    reward,
    sandbox,
    short,
    tissue,
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
    reward.CHAPTER,
    activation.CHAPTER,
    agonists.CHAPTER,
    ceiling.CHAPTER,
    tissue.CHAPTER,
    mixing.CHAPTER,
    naloxone.CHAPTER,
    dependence.CHAPTER,
    daily.CHAPTER,
    records.CHAPTER,
    claims.CHAPTER,
    sandbox.CHAPTER,
    model.CHAPTER,
)
