"""Build your own, in words: what is taken, what it does, and what differs from the pinned view."""

from typing import Any

import pytest

from mureceptor.views.phrases import plain
from mureceptor.views.sandbox import VIEW
from mureceptor.views.sandbox.state import Sandbox

sentence, table = VIEW.sentence, VIEW.table


def said(**fields: Any) -> str:
    return plain(sentence(Sandbox(**{"task": "none"} | fields))).replace("\u00a0", " ")


def test_one_drug_is_told_with_its_top() -> None:
    assert said(amount1=1, push1=100) == (
        "With 50 of 100 receptors taken, drug 1 gives 98 % of the largest possible effect. "
        "Its top in this tissue is 99 %."
    )


def test_three_drugs_share_the_receptors() -> None:
    assert said(drugs="3", push1=1, push2=0.01, push3=0.01) == (
        "Of 100 receptors, drug 1 sits on 25, drug 2 sits on 25, drug 3 sits on 25, and 25 are "
        "free. Together they give 20 % of the largest possible effect; drug 1 alone would "
        "give 33 %."
    )


@pytest.mark.parametrize(
    ("fields", "difference"),
    [
        ({"pin": "drugs-1"}, "nothing has changed. The effect stays at 24 %."),
        (
            {"pin": "drugs-1", "amount1": 100},
            "amount 1 \u2192 100. The effect goes from 24 % to 38 %.",
        ),
        (
            {"pin": "push1-0.01--left-0.4", "push1": 100},
            "push 0.01 \u2192 100, signalling left 0.4 \u2192 1. "
            "The effect goes from under 1 % to 98 %.",
        ),
        (
            {"pin": "drugs-2--amount2-10", "amount1": 100},
            "drugs 2 \u2192 1, amount of drug 1 1 \u2192 100, amount of drug 2 10 \u2192 1. "
            "The effect goes from 94 % to 38 %.",
        ),
        (
            {"pin": "drugs-1", "drugs": "2", "push2": 0.01},
            "drugs 1 \u2192 2, push of drug 2 19.95 \u2192 0.01. "
            "The effect goes from 24 % to 18 %.",
        ),
    ],
)
def test_what_differs_from_the_pinned_view(fields: dict[str, Any], difference: str) -> None:
    assert said(**fields).endswith(f" Against A: {difference}")


def test_the_table_has_a_column_for_what_is_pinned() -> None:
    told = table(Sandbox(push1=100, pin="push1-1"))
    assert told["columns"] == ["Amount of drug 1", "Drug 1, effect %", "A, kept, effect %"]
    assert dict(zip(told["columns"], told["rows"][4], strict=True)) == {
        "Amount of drug 1": "1",
        "Drug 1, effect %": "98",
        "A, kept, effect %": "33",
    }


def test_each_task_says_what_to_find_and_when_it_is_found() -> None:
    assert said(task="full").startswith(
        "Task: move the spare receptors until its top, now 39 %, is 90 % or more."
    )
    assert said(task="full", spare=100).startswith("Done: with so weak a push its top is 98 %.")
    assert said(task="full", push1=19.95).startswith("Task: bring the top to 90 % with a push of 1")
    two = {"task": "past", "drugs": "2", "amount1": 10}
    assert said(**two, amount2=0.01).startswith("Task: find an amount of drug 2 that gets past")
    assert said(**two, amount2=10).startswith("Done: past drug 1\u2019s own top, 39 %.")
    assert said(task="past").startswith("Task: take two drugs")
    assert said(**two, amount2=0.01, push2=0.1).startswith(
        "Task: get past drug 1\u2019s own top, 39 %"
    )
    blocked = {"task": "half", "drugs": "2", "push1": 19.95, "push2": 0.01}
    assert said(**blocked, amount2=0.01).startswith("Task: let drug 2, a blocker, take half")
    assert said(**blocked, amount2=100).startswith("Done: the blocker took half")
    assert said(**blocked | {"push2": 19.95}).startswith("Task: take two drugs, the second with")
