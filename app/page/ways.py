"""The ways from a chapter to the others, in words."""

from typing import Final

from contents import CHAPTERS
from page.parts import Chapter

ALL: Final = "All chapters"
TALK_WORDS: Final = "The talk, to show it to a room"


def numbered() -> list[tuple[str, Chapter]]:
    """Return every chapter with its number and name."""
    return [(f"{i}. {chapter.name}", chapter) for i, chapter in enumerate(CHAPTERS, 1)]


def ways(chapter: Chapter) -> list[tuple[str, Chapter]]:
    """Return the ways back and on."""
    index = CHAPTERS.index(chapter)
    back = [(f"Back: {each.name}", each) for each in CHAPTERS[max(index - 1, 0) : index]]
    return back + [(f"Next: {each.name}", each) for each in CHAPTERS[index + 1 : index + 2]]
