import pytest

from mureceptor.evidence.rows import Row, read

COLUMNS = ("key", "text")


def build(row: Row) -> str:
    return row.text("text")


def row(**cells: str) -> Row:
    return Row("table.csv", 2, {"key": "a", **cells}, {"source": {"Known2000", "Other2001"}})


def test_rows_become_records_in_order() -> None:
    assert read("table.csv", "key,text\na,one\nb,two\n", COLUMNS, build) == ("one", "two")


def test_a_quoted_comma_stays_inside_its_cell() -> None:
    assert read("table.csv", 'key,text\na,"one, two"\n', COLUMNS, build) == ("one, two",)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", r"table\.csv: the header must be key,text"),
        ("key,words\na,one\n", r"table\.csv: the header must be key,text"),
        ("key,text\na\n", r"table\.csv, line 2: 1 cells for 2 columns"),
        ("key,text\na,one,two\n", r"table\.csv, line 2: 3 cells for 2 columns"),
        ("key,text\n,one\n", r"table\.csv, line 2 \(no key\): no key"),
        ("key,text\na,one\na,two\n", r"table\.csv, line 3 \(a\): this key is taken"),
        ("key,text\na,\n", r"table\.csv, line 2 \(a\): no text"),
        ("key,text\na, \n", r"table\.csv, line 2 \(a\): no text"),
        ('key,text\na,"one\n', r"table\.csv, line 2: unexpected end of data"),
    ],
)
def test_a_bad_table_is_refused_by_name(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        read("table.csv", text, COLUMNS, build)


def test_one_of_refuses_an_unknown_word() -> None:
    assert row(kind="full").one_of("kind", ("full", "partial")) == "full"
    with pytest.raises(ValueError, match=r"kind is 'strong', not one of full, partial"):
        row(kind="strong").one_of("kind", ("full", "partial"))


def test_several_refuses_an_unknown_word_and_a_repeated_one() -> None:
    assert row(tags="people; cells").several("tags", ("people", "cells")) == ("people", "cells")
    with pytest.raises(ValueError, match=r"tags has 'mice'"):
        row(tags="people;mice").several("tags", ("people",))
    with pytest.raises(ValueError, match="tags names one thing twice"):
        row(tags="people;people").several("tags", ("people",))


def test_a_key_must_exist_in_the_other_table() -> None:
    assert row(source="Known2000").key_of("source", "source") == "Known2000"
    with pytest.raises(ValueError, match=r"there is no source 'Nobody1999'"):
        row(source="Nobody1999").key_of("source", "source")
    with pytest.raises(ValueError, match=r"there is no source 'Nobody1999'"):
        row(source="Known2000;Nobody1999").keys_of("source", "source")
    with pytest.raises(ValueError, match="source names one source twice"):
        row(source="Known2000;Known2000").keys_of("source", "source")


@pytest.mark.parametrize(
    ("cell", "message"),
    [
        ("", "no value"),
        ("much", "value is 'much', not a number"),
        ("1,5", "value is '1,5', not a number"),
        ("nan", "value is 'nan', not a finite number"),
        ("inf", "value is 'inf', not a finite number"),
        ("-1e999", "value is '-1e999', not a finite number"),
    ],
)
def test_a_number_is_finite_or_refused(cell: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        row(value=cell).number("value")


def test_an_empty_cell_may_be_no_number() -> None:
    assert row(value="").maybe_number("value") is None
    assert row(value="0.5").maybe_number("value") == 0.5


@pytest.mark.parametrize("cell", ["1.5", "-1"])
def test_a_whole_number_is_whole(cell: str) -> None:
    assert row(value="38").whole("value") == 38
    with pytest.raises(ValueError, match="not a whole number"):
        row(value=cell).whole("value")


def test_yes_and_no() -> None:
    assert row(kratom="yes").yes("kratom")
    assert not row(kratom="no").yes("kratom")
    with pytest.raises(ValueError, match=r"kratom is 'maybe'"):
        row(kratom="maybe").yes("kratom")
