"""What the drugs of a sandbox state do, against the model asked directly."""

import re
from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from mureceptor.marks.look import ANTAGONIST, FULL, PARTIAL, Kind
from mureceptor.model.activation import effect
from mureceptor.model.mixture import mixture_effect
from mureceptor.views import VIEWS
from mureceptor.views.sandbox.numbers import outcome
from mureceptor.views.sandbox.state import Sandbox
from mureceptor.views.textbook import DRAWN, LISTED

THREE = Sandbox(
    drugs="3", amount1=3.162, amount2=0.1, grip2=10, push1=0.631, push3=1, spare=10, left=0.5
)


def test_three_drugs_are_the_mixture_of_the_model() -> None:
    result = outcome(THREE)
    constants = 1 / np.array([THREE.grip1, THREE.grip2, THREE.grip3])
    pushes = THREE.spare * THREE.left * np.array([THREE.push1, THREE.push2, THREE.push3])
    others = [THREE.amount2, THREE.amount3]
    for amounts, found in ((DRAWN, result.drawn), (LISTED, result.listed)):
        mixed = np.column_stack([amounts, *(np.full_like(amounts, other) for other in others)])
        np.testing.assert_allclose(found, mixture_effect(mixed, constants, pushes), rtol=1e-12)
    here = mixture_effect([THREE.amount1, *others], constants, pushes)
    assert result.here == pytest.approx(float(here), rel=1e-12)
    alone = effect(DRAWN, constants[0], pushes[0])
    np.testing.assert_allclose(result.alone, alone, rtol=1e-12)
    free = 1 - result.taken.sum()
    np.testing.assert_allclose(result.taken / free, [THREE.amount1, 10 * 0.1, THREE.amount3])


def test_one_drug_together_is_itself_alone() -> None:
    result = outcome(Sandbox(steepness=1.5, spare=10))
    np.testing.assert_allclose(result.drawn, result.alone, rtol=1e-12)
    assert result.here == pytest.approx(result.alone_here, rel=1e-12)
    assert result.drawn[-1] < result.top


@pytest.mark.parametrize(("push", "kind"), [(0.01, ANTAGONIST), (0.631, PARTIAL), (100, FULL)])
def test_how_a_drug_is_drawn_follows_from_its_top(push: float, kind: Kind) -> None:
    assert outcome(Sandbox(push1=push)).kind is kind


@pytest.mark.parametrize(
    ("task", "shown"),
    [
        ("full", ["amount1", "spare"]),
        ("past", ["amount1", "amount2"]),
        ("half", ["amount1", "amount2"]),
    ],
)
def test_a_task_shows_the_controls_that_it_can_be_done_with_and_no_other(
    task: str, shown: list[str]
) -> None:
    view = VIEWS["sandbox"]
    state, _ = view.state.parse({"task": task})
    assert list(view.dragged_in(state)) == shown
    assert not view.numbers(state).done
    moved = [replace(state, **{shown[1]: step}) for step in view.dragged[shown[1]].grid]
    assert any(view.numbers(other).done for other in moved)
    for other in moved:
        assert list(view.dragged_in(other)) == shown


@pytest.mark.parametrize("task", ["full", "past", "half"])
def test_a_task_that_is_chosen_can_be_done_whatever_was_set_before(task: str) -> None:
    view = VIEWS["sandbox"]
    for each, way in product(view.dragged, (0, -1)):
        before = {name: f"{record.grid[way]}" for name, record in view.dragged.items()}
        before[each] = f"{view.dragged[each].grid[-1 - way]}"
        opens = {name: f"{value}" for name, value in view.chosen["task"].opens[task].items()}
        state, _ = view.state.parse({**before, **opens, "task": task})
        *_, moved = view.dragged_in(state)
        goals = [replace(state, **{moved: step}) for step in view.dragged[moved].grid]
        assert any(view.numbers(goal).done for goal in goals), before


def test_a_task_that_needs_another_drug_shows_them_all() -> None:
    view = VIEWS["sandbox"]
    for texts in ({"task": "full", "push1": "100"}, {"task": "past", "drugs": "1"}):
        state, _ = view.state.parse(texts)
        assert "push1" in view.dragged_in(state)


@pytest.mark.parametrize("task", ["full", "past", "half"])
def test_a_task_out_of_whose_way_much_was_set_shows_all_controls_and_promises_nothing(
    task: str,
) -> None:
    view = VIEWS["sandbox"]
    hidden = set()
    for field, record in view.dragged.items():
        for value in (record.low, record.high):
            state, _ = view.state.parse({"task": task, field: f"{value}"})
            shown = view.dragged_in(state)
            said = view.sentence(state)
            if len(shown) > 2:
                assert field in shown, "it can be set back"
                assert not re.search("find an amount|move the spare", said)
                continue
            hidden.add(field)
            ways = product(*(record.grid[::4] for record in shown.values()))
            moved = [replace(state, **dict(zip(shown, way, strict=True))) for way in ways]
            assert any(view.numbers(each).done for each in moved), (field, value)
    assert {"full": "spare", "past": "amount2", "half": "amount2"}[task] in hidden
