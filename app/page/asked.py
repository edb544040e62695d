"""What an address asks of a chapter: the states of its figures, and what cannot be had."""

from collections.abc import Mapping
from dataclasses import dataclass

from mureceptor.views import VIEWS, find
from mureceptor.views.state import State
from page import claim_list
from page.html import render
from page.parts import Chapter, ClaimList


@dataclass(frozen=True)
class Asked:
    """What is asked for, as far as it can be had: the same for all addresses that mean the same.

    `chapter` is its key, `states` are those of its views in reading order, `notice` is HTML.
    """

    chapter: str
    states: tuple[State, ...]
    notice: str
    verdict: str | None
    section: str | None


def asked(chapter: Chapter, query: Mapping[str, str]) -> Asked:
    """Read a page's query."""
    views = [VIEWS[name] for name in chapter.views]
    read = [view.read(query) for view in views]
    refused = [why for _, each in read for why in each]
    verdict, section = None, None
    if any(isinstance(part, ClaimList) for part in chapter.parts):
        verdict, section = claim_list.read(query)
        refused += claim_list.refused(query)
    names = {key.split(".")[0] for key in query if "." in key} - {"claims"}
    other_version = not all(map(find, names)) or any(view.unknown(query) for view in views)
    return Asked(
        chapter=chapter.key,
        states=tuple(state for state, _ in read),
        notice=render("notice.html", refused=refused) if refused or other_version else "",
        verdict=verdict,
        section=section,
    )
