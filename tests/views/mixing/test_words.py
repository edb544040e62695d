"""What a reader reads about mixtures, from a link on."""

import re

import pytest

from mureceptor.views import VIEWS
from mureceptor.views.mixing import VIEW
from mureceptor.views.mixing.state import ADDED, THERE, Mixing
from mureceptor.views.phrases import NBSP, plain

sentence, table = VIEW.sentence, VIEW.table


def said(**fields: float | str) -> str:
    return plain(sentence(Mixing(**fields))).replace(NBSP, " ")  # type: ignore[arg-type]


def test_the_default() -> None:
    assert said() == (
        "The partial agonist sits on 91 of 100 receptors and gives 39 %. The full one lifts the "
        "effect past the partial one\u2019s top, 41 %, to 69 %. Alone it gives 91 %, but the "
        "partial one is no shield: with 10 times as much of the full one the effect would be 91 %."
    )


def test_so_little_of_the_full_one_would_do_less_alone() -> None:
    assert said(added=0.01) == (
        "The partial agonist sits on 91 of 100 receptors and gives 39 %. The full one lifts that "
        "to 40 %. So little of it would do less alone: 17 %."
    )


@pytest.mark.parametrize(
    ("there", "words"),
    [
        (1, "Adding the partial one lowers that to 56 %, toward its own top, 41 %."),
        (0.01, "Adding the partial one raises that to 41 %: that is nearly its own top."),
    ],
)
def test_a_partial_added_to_a_full_one(there: float, words: str) -> None:
    text = said(mixed="partial-on-full", there=there, added=31.62)
    assert words in text
    assert text.endswith(
        "That is no shield: with 10 times as much of the full one the effect would be 84 %."
        if there == 1
        else "Where the full one alone gives more than 41 %, the partial one lowers the effect."
    )


def test_naloxone_always_lowers_and_can_be_overcome() -> None:
    assert said(mixed="naloxone-on-full", there=1, added=100) == (
        "Naloxone has no push. It takes receptors from the full agonist and lowers the effect of "
        "91 % to 16 %. More opioid can win the receptors back: with 10 times as much of the opioid "
        "the effect would be 64 %."
    )
    assert "receptors from both drugs and" in said(mixed="naloxone-on-both")


def test_where_nothing_moves_nothing_is_won_back() -> None:
    full = said(mixed="partial-on-full", there=100, added=1)
    assert full.endswith(
        "lowers that by less than 1 point, toward its own top, 41 %. That is no shield."
    )
    blocked = said(mixed="naloxone-on-full", there=100, added=1)
    assert blocked.endswith("by less than 1 point. So small a change is not seen here.")


@pytest.mark.parametrize("mixed", VIEWS["mixing"].chosen["mixed"].options)
def test_the_words_do_not_contradict_the_numbers(mixed: str) -> None:
    for added in ADDED.grid[::2]:
        for there in THERE.grid[::2]:
            told = said(mixed=mixed, added=added, there=there)
            if past := re.search(r"top, (\d+) %, to (\d+) %", told):
                assert int(past[2]) > int(past[1]), told
            if moved := re.search(r"gives (\d+) %.* (raises|lowers) that to (\d+) %", told):
                up = int(moved[3]) - int(moved[1])
                assert up > 0 if moved[2] == "raises" else up < 0, told


def test_parent_and_metabolite_are_called_stand_ins() -> None:
    text = said(mixed="7oh-on-mitragynine", there=10, added=10)
    assert "The mitragynine stand-in sits on 91 of 100" in text
    assert "lifts the effect past the mitragynine stand-in\u2019s top, 23 %, to 32 %." in text


def test_no_mixture_is_told_as_protection() -> None:
    view = VIEWS["mixing"]
    for mixed in view.chosen["mixed"].options:
        text = said(mixed=mixed).lower()
        assert not any(word in text for word in ("safe", "protect", "harmless", "mild"))


def test_a_link_gives_the_same_sentence() -> None:
    view = VIEWS["mixing"]
    state, refused = view.read({"mixing.mixed": "naloxone-on-full", "mixing.added": "1"})
    assert not refused
    assert view.sentence(state) == sentence(Mixing(mixed="naloxone-on-full", there=1, added=1))
    state, refused = view.read({"mixing.added": "-3", "mixing.there": "1e9"})
    assert len(refused) == 2
    assert state == Mixing()


def test_the_table_follows_what_is_there() -> None:
    rows = table(Mixing())["rows"]
    assert rows[4] == ["1", "69", "91"]
    assert table(Mixing(mixed="naloxone-on-full", there=1, added=1))["rows"][-1] == [
        "100",
        "16",
        "64",
    ]


def test_what_the_added_drug_does_alone_has_its_own_hue_and_a_top_that_of_the_partial_one() -> None:
    found = 0
    for mixed, added in {"full-on-partial": "full", "partial-on-full": "partial"}.items():
        for amount in ADDED.grid[::20]:
            told = sentence(Mixing(mixed=mixed, added=amount))
            own = re.findall(r"(?:less alone|Alone it gives):? :(\w+)\[", told)
            tops = re.findall(r"top, :(\w+)\[", told)
            assert set(own) <= {added}, told
            assert set(tops) <= {"partial"}, told
            found += len(own) + len(tops)
    assert found > 5
