"""What a reader reads of one laboratory."""

import pytest

from mureceptor.views.agonists import VIEW
from mureceptor.views.agonists.state import Agonists
from mureceptor.views.laboratory import NAMES, laboratory
from mureceptor.views.phrases import plain

sentence, table = VIEW.sentence, VIEW.table


def test_untouched_it_says_partial_beside_no_signal() -> None:
    assert plain(sentence(Agonists())) == (
        "Obeng 2021: human receptor; read in abstract (words, top), secondary source (range, "
        "half-effect amount). At 100 on its own scale: 7-OH 41\u00a0% of the reference; "
        "mitragynine: no signal. The model has at least 98 of 100 receptors taken."
    )


def test_a_full_test_of_opioids() -> None:
    assert plain(sentence(Agonists(laboratory="bot"))) == (
        "Bot 1998: mouse receptor in human cells; tables read. At 100 on its own scale: "
        "fentanyl 80\u00a0%, morphine 71\u00a0% and nalbuphine 57\u00a0% fall in cAMP. "
        "The model has at most 98 of 100 receptors taken with each drug."
    )


def test_tops_without_amounts() -> None:
    said = plain(sentence(Agonists(laboratory="borgland", amount=1)))
    assert "DAMGO 100\u00a0%, methadone 98\u00a0%, morphine 58\u00a0%" in said
    assert said.endswith("so the amount changes nothing here.")
    assert "model" not in said


def test_an_order_is_not_made_a_number() -> None:
    said = plain(sentence(Agonists(laboratory="bhowmik")))
    assert "buprenorphine: level with 7-OH" in said
    assert "an order, not a number" in said
    assert "%" not in said


@pytest.mark.parametrize("key", NAMES)
def test_every_view_says_the_cells_and_how_it_was_read(key: str) -> None:
    lab = laboratory(key)
    said = sentence(Agonists(laboratory=key))
    assert said.startswith(f"{lab.name}: {lab.cells}; {lab.read}.")


def test_the_table_of_a_laboratory_with_and_without_numbers() -> None:
    kruegel = table(Agonists(laboratory="kruegel", amount=1))
    assert kruegel["rows"] == [
        ["mitragynine", "34", "not read", "17", "39", "secondary source"],
        ["7-OH", "partial agonist", "not read", "no curve", "not known", "opening read"],
    ]
    assert kruegel["columns"][4] == "Receptors taken, at least, % (model)"
    assert table(Agonists())["rows"] == [
        ["7-OH", "41", "37 to 46", "41", "98", "read in abstract"],
        ["mitragynine", "none", "not read", "0", "not known", "read in abstract"],
    ]
