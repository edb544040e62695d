"""The page as the server says it by itself: where no script runs, and where no page is.

Only what must never be missing: a chapter's message, the way to help, the way on.
"""

from html import escape
from typing import Final

from chapters import CHAPTERS, DESCRIPTION, TITLE, Chapter
from links import closest

_HELP: Final = (
    "<span><b>Slow or no breathing?</b> "
    'Call <a href="tel:911">911</a> and give naloxone (US)</span> '
    '<span>Poison Help <a href="tel:18002221222">1-800-222-1222</a></span> '
    '<span>SAMHSA <a href="tel:18006624357">1-800-662-4357</a> (US)</span>'
)
# Above the line: what the page has to say of itself while it runs (`browser/said.js`).
FOOT: Final = (
    '<footer class="foot"><p class="said" role="status"></p>'
    f'<div class="help" role="region" aria-label="Help">{_HELP}</div></footer>'
)
_TOO_OLD: Final = (
    "The moving figures could not start. This browser may be too old for them: "
    "one from 2023 or later shows them."
)


def message(chapter: Chapter | None) -> str:
    """Return what is shown where the live page cannot start; `chapter` None is the talk.

    It is kept aside until then (`too_old.js`), so that nothing is there twice.
    """
    headline, lead = (chapter.headline, chapter.lead) if chapter else (TITLE, DESCRIPTION)
    words = (
        f'<p class="name">{TITLE}</p>'
        f'<h1 class="headline">{escape(headline)}</h1><p class="lead">{escape(lead)}</p>'
    )
    return (
        f'<template id="kept"><main id="plain">{words}<p>{_TOO_OLD}</p></main></template>'
        f'<noscript><main class="plain">{words}'
        "<p>The moving figures need JavaScript.</p></main></noscript>"
    )


def missing(path: str, home: str) -> str:
    """Return what is shown at an address where no page is; `home` is the first page's."""
    near = closest(path)
    likely = next((c for c in CHAPTERS if near is not None and f"/{c.path}" == near), None)
    guess = f"<p>Did you mean {_link(likely, home)}?</p>" if likely else ""
    chapters = "".join(f"<li>{_link(chapter, home)}</li>" for chapter in CHAPTERS)
    return (
        f'<main class="plain"><p class="name">{TITLE}</p>'
        '<h1 class="headline">There is no page at this address.</h1>'
        f"{guess}<p>All chapters:</p><ol>{chapters}</ol></main>"
    )


def _link(chapter: Chapter, home: str) -> str:
    return f'<a href="{escape(home + chapter.path)}">{escape(chapter.name)}</a>'
