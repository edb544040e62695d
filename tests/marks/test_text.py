"""Runs of letters, and how they part into rows."""

from mureceptor.marks.text import Run, bold, headed, letters, plain, rows


def test_a_break_begins_a_row_and_keeps_weight_and_ink() -> None:
    text = (*bold("one\ntwo", "full"), *plain(" three\n"))
    assert list(rows(text)) == [
        [Run("one", bold=True, ink="full")],
        [Run("two", bold=True, ink="full"), Run(" three")],
        [Run("")],
    ]


def test_a_head_stands_alone_or_above_a_note() -> None:
    assert headed("Name") == (Run("Name", bold=True),)
    assert list(rows(headed("Name", "note"))) == [
        [Run("Name", bold=True), Run("")],
        [Run("note")],
    ]
    assert letters(headed("Name", "note")) == "Name\nnote"
