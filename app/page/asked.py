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
    lists = _lists(chapter)
    verdict, section = claim_list.read(query) if lists else (None, None)
    states = tuple(VIEWS[name].read(query)[0] for name in chapter.views)
    return Asked(chapter.key, states, notice(chapter, query), verdict, section)


def notice(chapter: Chapter, query: Mapping[str, str]) -> str:
    """Return what of a page's query could not be used, as HTML, or nothing."""
    views = [VIEWS[name] for name in chapter.views]
    refused = [why for view in views for why in view.read(query)[1]]
    if _lists(chapter):
        refused += claim_list.refused(query)
    names = {key.split(".")[0] for key in query if "." in key} - {"claims"}
    other_version = not all(map(find, names)) or any(view.unknown(query) for view in views)
    return render("notice.html", refused=refused) if refused or other_version else ""


def _lists(chapter: Chapter) -> bool:
    return any(isinstance(part, ClaimList) for part in chapter.parts)
