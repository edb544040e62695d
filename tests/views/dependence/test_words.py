"""The sentence says what is left, what is missed, and what the model does not show."""

import re

import pytest

from mureceptor.views.dependence import VIEW
from mureceptor.views.dependence.numbers import weeks
from mureceptor.views.dependence.state import Dependence
from mureceptor.views.phrases import NBSP, plain

sentence, table = VIEW.sentence, VIEW.table


def said(**fields: float | str) -> str:
    return plain(sentence(Dependence(**fields))).replace(NBSP, " ")  # type: ignore[arg-type]


def test_untouched_it_says_that_a_low_push_drug_builds_dependence() -> None:
    assert said() == (
        "Taken several times a day until day 28, the low-push drug leaves 69 % of signalling and "
        "withdrawal reaches 12 %. For the high-push drug it is 35 % and 48 %. "
        "By day 56 nearly all of the model\u2019s tolerance is lost. After a break from daily "
        "opioids, the old amount can kill."
    )


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"stop": 0}, "Nothing is taken: all signalling is left and there is no withdrawal."),
        ({"stop": 7}, "until day 7, the low-push drug leaves 78 % of signalling"),
        (
            {"regularity": "seldom"},
            "Taken now and then until day 28, the low-push drug leaves 91 %",
        ),
        (
            {"regularity": "daily"},
            "withdrawal reaches 7 %. For the high-push drug it is 44 % and 35 %",
        ),
        (
            {"driver": "taken"},
            "The same loss takes their tops from 41 % to 25 % and from 95 % to 90 %.",
        ),
        (
            {"given": "blocker"},
            "A full block on top of the last intake sets off withdrawal at once: 61 % after the "
            "high-push drug, 15 % after the low-push drug. The model shows that moment only.",
        ),
        (
            {"given": "low"},
            "A drug of low push on top of the last intake sets off withdrawal at once: 27 % after "
            "the high-push drug, none after the low-push drug.",
        ),
        (
            {"given": "low", "stop": 1, "regularity": "daily"},
            "A drug of low push on top of the last intake sets off no withdrawal in this model. "
            "In a person it can.",
        ),
    ],
)
def test_telling_states(fields: dict[str, float | str], words: str) -> None:
    assert words in said(**fields)


@pytest.mark.parametrize(("stop", "lost"), [(28, True), (50, False), (56, False)])
def test_tolerance_is_called_lost_only_where_the_weeks_show_it(stop: int, lost: bool) -> None:
    assert ("tolerance is lost" in said(stop=stop)) is lost
    assert bool(weeks(Dependence(stop=stop)).signalling_left.min(axis=0)[-1] > 0.95) is lost


def test_the_table_shows_tolerance_as_a_shift_and_as_a_lower_top() -> None:
    rows = {row[0]: row[1:] for row in table(Dependence())["rows"]}
    assert rows["Signalling left on day 28, %"] == ["69", "35"]
    assert rows["The drug’s own top before, %"] == ["41", "95"]
    assert rows["The drug’s own top on day 28, %"] == ["33", "88"]
    shift = [(1 + 0.7) / (1 + 0.6937 * 0.7), (1 + 20) / (1 + 0.3527 * 20)]  # design, section 3
    assert rows["Half of its own top takes, times the amount"] == [f"{s:.2f}" for s in shift]
    assert rows["Withdrawal at once with a low-push drug, %"] == ["0", "27"]


def test_where_nothing_was_taken_the_table_names_no_day() -> None:
    rows = {row[0]: row[1:] for row in table(Dependence(stop=0))["rows"]}
    assert rows["... days after the last intake"] == ["none", "none"]


def test_each_number_has_the_hue_of_the_drug_that_is_named_after_it() -> None:
    for given in ("blocker", "low"):
        told = sentence(Dependence(given=given))
        found = re.findall(r":(\w+)\[[^\]]*\] after the :(\w+)\[(high|low)-push", told)
        assert found == [("full", "full", "high"), ("partial", "partial", "low")], told
