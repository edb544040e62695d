"""What still pictures are made of: shapes that hold their squares, works in reading order."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from itertools import pairwise
from typing import Any

import pytest
from tests.report.test_worded import PICTURES

from mureceptor.evidence import sources
from mureceptor.report.still import (
    Cited,
    Paragraph,
    Squares,
    Still,
    Tracks,
    cited,
    corners,
    works,
)


@pytest.mark.parametrize("count", [1, 7, 19, 20, 21, 91, 129, 152, 338, 1000])
@pytest.mark.parametrize("columns", [10, 19, 20])
def test_a_shape_holds_as_many_squares_as_it_says(count: int, columns: int) -> None:
    shape = corners(count, columns)
    turns = zip(shape, shape[1:] + shape[:1], strict=True)  # the shoelace formula
    assert abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in turns)) / 2 == count
    assert max(x for x, _ in shape) <= columns


def test_squares_are_as_high_as_they_need() -> None:
    assert [Squares(total, 0, 10).rows for total in (1, 10, 11, 100, 129)] == [1, 1, 2, 10, 13]


def test_the_works_of_a_picture_stand_in_reading_order() -> None:
    first = Paragraph(("One ", cited("B"), ", two ", cited("A", "C"), "."))
    picture = Still(key="k", title="t", pieces=(first, Paragraph(("Three.",)), first))
    assert list(works(picture)) == ["B", "A", "C", "B", "A", "C"]


def pieces(node: Any) -> Iterator[Any]:
    """Every record in a picture."""
    if is_dataclass(node):
        yield node
        for field in fields(node):
            yield from pieces(getattr(node, field.name))
    elif isinstance(node, tuple):
        for each in node:
            yield from pieces(each)


each_picture = pytest.mark.parametrize("name", PICTURES)


@each_picture
def test_a_sentence_that_leads_to_a_work_names_it(name: str) -> None:
    """A work stands between its sentence and the full stop: one left out leaves a gap there."""
    for piece in pieces(PICTURES[name]):
        for field in fields(piece):
            said = getattr(piece, field.name)
            if isinstance(said, tuple) and any(isinstance(part, Cited) for part in said):
                whole = "".join(part if isinstance(part, str) else "(work)" for part in said)
                assert not re.search(r" [.,;:]|  |\w\(work\)|\(work\)\w|\(work\)\(work\)", whole)
            if isinstance(said, tuple) and said and all(isinstance(p, str | Cited) for p in said):
                assert not re.search(r" [.,;:]|  ", "".join(map(str, said))), said
        if isinstance(piece, Cited):
            assert len(set(piece.keys)) == len(piece.keys)
            assert set(piece.keys) <= sources().keys()


@each_picture
def test_a_picture_s_tags_begin_with_what_is_nearest_to_a_person(name: str) -> None:
    order = ["people", "animals", "cells", "model"]
    for piece in pieces(PICTURES[name]):
        tags = getattr(piece, "tags", ())
        assert list(tags) == sorted(set(tags), key=order.index)


@each_picture
def test_every_value_lies_on_its_scale_in_its_own_spread(name: str) -> None:
    for piece in pieces(PICTURES[name]):
        if not isinstance(piece, Tracks):
            continue
        assert list(piece.ticks) == sorted(piece.ticks)
        assert not piece.ticks or (piece.ticks[0], piece.ticks[-1]) == (0, piece.end)
        assert len({b - a for a, b in pairwise(piece.ticks)}) <= 1
        for track in piece.tracks:
            low, high = track.span
            assert 0 <= low <= high <= piece.end
            assert all(low <= value <= high for value in track.values)
