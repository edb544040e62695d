"""Every still picture as it stands on its page: its shapes are measured, no word is missing."""

import re
from html import unescape

import pytest
from tests.app.opened import text
from tests.app.shapes import area
from tests.report.told import strings

from contents import CHAPTERS
from mureceptor.evidence import SYSTEMS, sources
from mureceptor.report.care import Box
from mureceptor.report.still import (
    Counted,
    Gaps,
    Grid,
    Groups,
    Squares,
    Still,
    Tracks,
    Verdicts,
    works,
)
from page.html import part_html
from page.parts import Fold, Part

HTML = {
    picture: part_html(picture, chapter)
    for chapter in CHAPTERS
    for part in chapter.parts
    for picture in (part.stills if isinstance(part, Fold) else (part,))
    if isinstance(picture, Still | Box)
}
STILLS = [picture for picture in HTML if isinstance(picture, Still)]
each_still = pytest.mark.parametrize("still", STILLS, ids=lambda still: still.key)


def drawn(still: Still) -> list[tuple[Squares, bool]]:
    """Return every block of squares, and whether it is drawn large."""
    counted = [
        each
        for piece in still.pieces
        if isinstance(piece, Counted | Groups)
        for each in ([piece] if isinstance(piece, Counted) else [g.drawn for g in piece.groups])
    ]
    return [(squares, each.large) for each in counted for squares in each.blocks]


@each_still
def test_all_words_of_a_picture_are_on_the_page(still: Still) -> None:
    html = HTML[still]
    aloud = " ".join(map(unescape, re.findall(r'aria-label="([^"]*)"', html)))
    looks = {"dots", "hollow", "bar"}
    told = f"{still.key} {text(html)} {aloud}".casefold().replace(" , ", ", ")
    for words in strings(still):
        assert " ".join(words.split()).casefold() in told or words in looks


@pytest.mark.parametrize("picture", HTML, ids=lambda picture: getattr(picture, "key", "box"))
def test_the_works_of_a_picture_are_the_links_on_it(picture: Part) -> None:
    links = [unescape(link) for link in re.findall(r'href="(https?:[^"]+)"', HTML[picture])]  # type: ignore[index]
    assert links == [sources()[key].link for key in works(picture)]


@each_still
def test_each_shape_holds_as_many_squares_as_were_counted(still: Still) -> None:
    found = re.findall(
        r'<span class="squares( large)?" style="--columns: (\d+); --rows: (\d+)">'
        r'<i data-count="(\d+)" style="clip-path: (polygon\([^"]+\))"></i>'
        r'(?:<b data-count="(\d+)" style="clip-path: (polygon\([^"]+\))"></b>)?</span>',
        HTML[still],
    )
    assert [
        # What a saved picture draws is what is seen.
        (int(all_), int(few or 0), round(area(every)), round(area(marked)), *rest)
        for large, columns, rows, all_, every, few, marked in found
        for rest in [(int(columns), int(rows), bool(large))]
    ] == [
        (
            squares.total,
            squares.marked,
            squares.total,
            squares.marked,
            squares.columns,
            -(-squares.total // squares.columns),
            large,
        )
        for squares, large in drawn(still)
    ]


@each_still
def test_values_stand_where_they_were_measured(still: Still) -> None:
    rows = [
        [float(number) for number in re.findall(r"(?:left|width): ([\d.]+)%", row)]
        for row in re.findall(r'<span class="track".*?</span>', HTML[still], re.DOTALL)
    ]
    tracks = [(t, p.end) for p in still.pieces if isinstance(p, Tracks) for t in p.tracks]
    for (track, end), row in zip(tracks, rows, strict=True):
        low, high = track.span
        percent = [100 * value / end for value in (low, high - low, *track.values)]
        assert row == pytest.approx(percent, rel=0.005)


@each_still
def test_squares_of_claims_and_of_gaps_are_all_drawn(still: Still) -> None:
    html = HTML[still]
    claims = [
        (str(number), row.stands)
        for piece in still.pieces
        if isinstance(piece, Verdicts)
        for row in piece.rows
        for number in row.claims
    ]
    links = re.findall(r'<a href="#claim-(\d+)"( class="whole")?[^>]*>(\d+)</a>', html)
    assert [(number, bool(whole)) for number, whole, _ in links] == claims
    assert all(number == shown for number, _, shown in links)
    gaps = sum(len(piece.lines) for piece in still.pieces if isinstance(piece, Gaps))
    assert html.count("<i></i>") == gaps


@each_still
def test_a_place_of_a_grid_is_framed_where_others_read_it(still: Still) -> None:
    cells = [
        cell
        for piece in still.pieces
        if isinstance(piece, Grid)
        for _, places in piece.rows
        for place in places
        for cell in place
    ]
    places = HTML[still].split("</thead>")[-1]
    found = re.findall(r'<span( class="hollow")?>(?:<span class="tag tag-(\w+)">|\w)', places)
    found = found if cells else []
    assert [(bool(hollow), tag) for hollow, tag in found] == [(c.hollow, c.tag) for c in cells]


@each_still
def test_the_tag_nearest_to_a_person_comes_first(still: Still) -> None:
    head = HTML[still].split("live-rests", 1)[1].split("</p>")[0]
    tags = re.findall(r"tag-(\w+)", head)
    assert tags == sorted(still.tags, key=SYSTEMS.index)


@pytest.mark.parametrize("html", HTML.values(), ids=lambda _: "")
def test_nothing_is_coloured_in_the_markup(html: str) -> None:
    assert not re.search(r"#[0-9a-fA-F]{3,6}\b|rgb|color:", html)


BOXES = [text(html) for picture, html in HTML.items() if isinstance(picture, Box)]


@pytest.mark.parametrize("told", BOXES, ids=range(len(BOXES)))
def test_the_box_says_who_helps_and_what_to_do_when_somebody_does_not_breathe(told: str) -> None:
    for words in (
        "1\u2011800\u2011662\u20114357",
        "free and confidential",
        "o not stop alone",
        "Call 911 (US), give naloxone, and stay with them.",
        "Give it also when you are not sure what was taken.",
    ):
        assert words in told
    plan = r"taper|step by step|cut down|reduce|half as much|less each|each day|per day|\bweeks?\b"
    assert not re.search(plan, told.casefold())
