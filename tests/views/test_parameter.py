"""The records that bound every control."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mureceptor.evidence import sources
from mureceptor.views import VIEWS
from mureceptor.views.parameter import Choice, Parameter
from mureceptor.views.reserve.state import PUSH
from mureceptor.views.textbook import AMOUNT

RECORDS = {
    f"{view.name}.{field}": record
    for view in VIEWS.values()
    for field, record in view.state.parameters().items()
    if isinstance(record, Parameter | Choice)
}
NUMBERS = {name: record for name, record in RECORDS.items() if isinstance(record, Parameter)}
CHOICES = {name: record for name, record in RECORDS.items() if isinstance(record, Choice)}
each_number = pytest.mark.parametrize("record", NUMBERS.values(), ids=NUMBERS)
each_choice = pytest.mark.parametrize("record", CHOICES.values(), ids=CHOICES)


@pytest.mark.parametrize("record", RECORDS.values(), ids=RECORDS)
def test_each_record_says_what_it_is_and_what_it_rests_on(record: Parameter | Choice) -> None:
    assert record.label.strip()
    assert record.help.endswith(".")
    assert record.source == "illustrative" or record.source in sources()


@each_number
def test_the_default_is_a_step(record: Parameter) -> None:
    assert record.default in record.grid


@each_number
def test_the_steps_rise_from_low_to_high(record: Parameter) -> None:
    grid = record.grid
    assert len(grid) == record.steps
    assert (grid[0], grid[-1]) == (record.low, record.high)
    assert all(a < b for a, b in pairwise(grid))
    assert all(math.isfinite(value) for value in grid)


@each_number
def test_steps_are_equal_on_the_scale(record: Parameter) -> None:
    values = [math.log(v) for v in record.grid] if record.scale == "log" else list(record.grid)
    step = (values[-1] - values[0]) / (record.steps - 1)
    for i, value in enumerate(values):
        assert value == pytest.approx(values[0] + i * step, abs=0.05 * step)


@each_number
def test_each_step_survives_an_address(record: Parameter) -> None:
    assert [record.parse(record.format(value)) for value in record.grid] == list(record.grid)


@each_number
def test_each_step_has_an_address_of_its_own(record: Parameter) -> None:
    assert len({record.format(value) for value in record.grid}) == record.steps


@each_number
@given(share=st.floats(0, 1))
def test_a_value_between_steps_goes_to_the_nearest(record: Parameter, share: float) -> None:
    value = record.low + share * (record.high - record.low)
    measure = math.log if record.scale == "log" else float
    taken = abs(measure(record.check(value)) - measure(value))
    assert taken == min(abs(measure(step) - measure(value)) for step in record.grid)


@each_number
@pytest.mark.parametrize("text", ["nan", "inf", "-inf", "1e400", "-1e9", "1e9", "ten", "", "1;2"])
def test_what_cannot_be_is_refused_by_name_value_and_range(record: Parameter, text: str) -> None:
    with pytest.raises(ValueError, match="must be") as refused:
        record.parse(text)
    said = str(refused.value)
    for part in (record.label, record.symbol, f"{record.low:g}", f"{record.high:g}"):
        assert part in said
    try:
        assert repr(float(text)) in said
    except ValueError:
        assert repr(text) in said


@each_number
def test_a_refusal_does_not_repeat_a_long_text(record: Parameter) -> None:
    with pytest.raises(ValueError, match="must be") as refused:
        record.parse("x" * 10_000)
    assert len(str(refused.value)) < 200


def test_a_refusal_as_a_reader_sees_it() -> None:
    with pytest.raises(ValueError, match="must be") as refused:
        AMOUNT.parse("1000")
    assert str(refused.value) == (
        "Amount at the receptor (C/K) must be between 0.01 and 100, got 1000.0"
    )


@each_choice
def test_the_default_is_an_option(record: Choice) -> None:
    assert record.default in record.options
    assert all(words.strip() for words in record.options.values())


@each_choice
def test_each_option_survives_an_address(record: Choice) -> None:
    assert all(record.parse(record.format(option)) == option for option in record.options)


@each_choice
@pytest.mark.parametrize("text", ["", "nothing of the kind", "x" * 10_000])
def test_what_is_no_option_is_refused_by_name_value_and_options(record: Choice, text: str) -> None:
    with pytest.raises(ValueError, match="must be one of") as refused:
        record.parse(text)
    said = str(refused.value)
    for part in (record.label, *record.options, repr(text[:20])[:-1]):
        assert part in said
    assert len(said) < 250


def test_a_refused_option_as_a_reader_sees_it() -> None:
    with pytest.raises(ValueError, match="must be") as refused:
        PUSH.parse("middle")
    assert str(refused.value) == "Push of the drug must be one of low, high, got 'middle'"
