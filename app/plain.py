"""The page as the server says it by itself: where no script runs, and where no page is.

Only what must never be missing: a chapter's message, the way to help, the way on.
"""

from typing import Final

from contents import CHAPTERS, DESCRIPTION, TITLE
from links import closest
from page.html import render
from page.parts import Chapter

FOOT: Final = render("foot.html")


def message(chapter: Chapter | None) -> str:
    """Return what is shown where the live page cannot start; `chapter` None is the talk."""
    headline, lead = (chapter.headline, chapter.lead) if chapter else (TITLE, DESCRIPTION)
    return render("kept.html", title=TITLE, headline=headline, lead=lead)


def missing(path: str, home: str, style: str) -> str:
    """Return the page for an address where none is; `home` is the first page's."""
    near = closest(path)
    likely = next((c for c in CHAPTERS if near is not None and f"/{c.path}" == near), None)
    return render(
        "missing.html", title=TITLE, chapters=CHAPTERS, likely=likely, home=home, style=style
    )
