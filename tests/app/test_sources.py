"""Below a chapter stands every work behind what it shows, and no other."""

import re
from html import unescape

import pytest

from contents import CHAPTERS
from mureceptor.evidence import claims, sources
from mureceptor.marks.forms import FORMS
from mureceptor.views import VIEWS
from page.html import ending, part_html, render, works
from page.parts import Chapter, ClaimList, Equations, Figure

each_chapter = pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda chapter: chapter.key)


def linked(html: str) -> set[str]:
    """Return the sources that a piece of a page links to."""
    addresses = {source.link: source.key for source in sources().values()}
    found = {unescape(href) for href in re.findall(r'href="([^"]+)"', html)}
    return {key for address, key in addresses.items() if address in found}


def shown(chapter: Chapter) -> set[str]:
    """Return the sources that the parts of a chapter name, each in its own way."""
    keys: set[str] = set()
    for part in chapter.parts:
        if isinstance(part, Figure):
            keys |= named(part.view) | set(VIEWS[part.view].cites)
        elif isinstance(part, ClaimList):
            rows = (render("claim.html", number=1, claim=claim) for claim in claims())
            keys |= linked(" ".join(rows))
        elif not isinstance(part, Equations):
            keys |= linked(part_html(part, chapter))
    return keys


def named(view: str) -> set[str]:
    """Return the sources whose short names stand in a figure or in its table."""
    figure = VIEWS[view]
    state = figure.state()
    drawn = [repr(figure.draw(state, form)) for form in FORMS.values()]
    words = " ".join([*drawn, repr(figure.table(state)), figure.sentence(state), figure.note])
    return {key for key, source in sources().items() if source.short in words}


@pytest.mark.parametrize("name", VIEWS)
def test_a_figure_knows_every_work_that_it_names(name: str) -> None:
    cites = VIEWS[name].cites
    assert named(name) <= set(cites)
    assert set(cites) <= sources().keys()


def test_the_figures_of_measured_numbers_name_works_at_all() -> None:
    assert {"Volpe2011", "Bot1998", "Kruegel2016", "Takayama2002"} <= set(VIEWS["drugmap"].cites)
    assert {"Bhowmik2021", "Toll1998", "Obeng2021"} <= set(VIEWS["tops"].cites)
    for name in ("staying", "returning"):
        assert {"Boas1985", "Mann2022", "NaloxoneLabel2026"} <= set(VIEWS[name].cites), name


@each_chapter
def test_the_list_below_has_all_that_the_chapter_shows(chapter: Chapter) -> None:
    if chapter.key == "model":  # its last part is the list of all references
        assert works(chapter) == ()
        return
    listed = {source.key for source in works(chapter)}
    assert listed == shown(chapter)
    below = " ".join(ending(chapter))
    assert linked(below) >= listed


def test_no_two_works_have_one_address() -> None:
    links = [source.link for source in sources().values()]
    assert len(set(links)) == len(links)
