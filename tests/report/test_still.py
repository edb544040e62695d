"""What still pictures are made of: shapes that hold their squares, works in reading order."""

import pytest

from mureceptor.report.still import Paragraph, Squares, Still, cited, corners, works


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
