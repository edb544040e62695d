"""The way of a state into an address and back."""

from dataclasses import FrozenInstanceError, dataclass, fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mureceptor.views import VIEWS
from mureceptor.views.parameter import Choice, Parameter, Steps
from mureceptor.views.reserve.state import Reserve
from mureceptor.views.short.state import Short
from mureceptor.views.state import State, field_of
from mureceptor.views.textbook import AMOUNT

STATES = {view.state.__name__: view.state for view in VIEWS.values()}
each_state = pytest.mark.parametrize("kind", STATES.values(), ids=STATES)


def steps(kind: type[State]) -> st.SearchStrategy[State]:
    """Draw any state whose fields lie on their steps."""
    values = {
        f: list(r.grid) if isinstance(r, Parameter) else list(r.options)
        for f, r in kind.parameters().items()
        if isinstance(r, Parameter | Choice)
    }
    return st.builds(kind, **{f: st.sampled_from(steps) for f, steps in values.items()})


@each_state
def test_an_empty_address_gives_the_defaults(kind: type[State]) -> None:
    assert kind.parse({}) == (kind(), ())
    for field, record in kind.parameters().items():
        assert getattr(kind(), field) == record.default


@each_state
@given(data=st.data())
def test_an_address_gives_the_same_state_again(kind: type[State], data: st.DataObject) -> None:
    state = data.draw(steps(kind))
    assert kind.parse(state.texts()) == (state, ())


@each_state
def test_an_unknown_key_is_ignored(kind: type[State]) -> None:
    assert kind.parse({"nobody_knows": "nan"}) == (kind(), ())


@each_state
def test_a_bad_value_takes_the_default_and_says_why(kind: type[State]) -> None:
    for field, record in kind.parameters().items():
        state, refused = kind.parse({field: "nan"})
        assert state == kind()
        (why,) = refused
        assert record.label in why
        assert "nan" in why or not isinstance(record, Choice | Parameter)


def test_a_bad_value_leaves_the_others_as_they_are() -> None:
    state, refused = Reserve.parse({"amplification": "0", "push": "high", "formation": "magic"})
    assert state == Reserve(push="high")
    assert refused == (
        "Spare receptors: pain relief against breathing (R/K_E) must be between 0.01 and 100, "
        "got 0.0",
        "The drug must be one of ready, made, got 'magic'",
    )


def test_a_state_lies_on_the_steps_and_stays_as_it_is() -> None:
    state = Short(amount=10.1)
    assert state == Short(amount=10) == replace(state, amount=9.9)
    assert state.amount in AMOUNT.grid
    with pytest.raises(FrozenInstanceError):
        state.amount = 1  # type: ignore[misc]


@pytest.mark.parametrize("amount", [0, -1, 1e9, float("nan"), float("inf")])
def test_no_state_lies_outside_its_range(amount: float) -> None:
    with pytest.raises(ValueError, match=r"Amount at the receptor \(C/K\) must be between"):
        Short(amount=amount)


def test_no_two_views_share_a_key() -> None:
    keys = [f"{view.name}.{field.name}" for view in VIEWS.values() for field in fields(view.state)]
    assert len(keys) == len(set(keys))
    assert all(name.isidentifier() for name in VIEWS)  # a dot would let keys of two views meet
    for name, view in VIEWS.items():
        assert view.name == name
        assert view.read({key: "nan" for key in keys if not key.startswith(f"{name}.")}) == (
            view.state(),
            (),
        )


@dataclass(frozen=True)
class InSteps(State):
    """A state with steps, as a figure of the first version had none."""

    step: str = field_of(
        Steps(
            label="Step by step",
            options={"one": "First", "two": "Then", "all": "All"},
            default="one",
            unnamed="all",
            opens={"two": {"amount": 100}},
            help="",
        )
    )
    amount: float = field_of(AMOUNT)


def test_a_link_without_a_number_means_what_it_meant() -> None:
    assert Reserve().amplification == 0.1
    assert Reserve.parse({"push": "high"})[0].amplification == 10  # as it opened when that was made
    assert Reserve.parse({"push": "high", "amplification": "1"})[0].amplification == 1
    assert Reserve.parse({"push": "high", "amplification": "x"})[0].amplification == 0.1
    assert Reserve.parse({"other": "1"})[0].amplification == 0.1


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ({}, ("one", 10)),
        ({"amount": "1"}, ("all", 1)),  # a link that was made before there were steps
        ({"step": "two"}, ("two", 100)),
        ({"step": "two", "amount": "1"}, ("two", 1)),
        ({"other": "1"}, ("one", 10)),
    ],
)
def test_a_link_without_a_step_means_what_it_meant(
    texts: dict[str, str], expected: tuple[str, float]
) -> None:
    state, refused = InSteps.parse(texts)
    assert (state.step, state.amount) == expected
    assert refused == ()
    view: Any = replace(VIEWS["short"], state=InSteps)
    assert [(words, s.step, s.amount) for words, s in view.steps] == [
        ("First", "one", 10),
        ("Then", "two", 100),
        ("All", "all", 10),
    ]
