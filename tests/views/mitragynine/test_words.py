"""What a reader reads of mitragynine's two results."""

from mureceptor.views.mitragynine import VIEW
from mureceptor.views.mitragynine.state import Mitragynine
from mureceptor.views.phrases import plain

sentence, table = VIEW.sentence, VIEW.table


def test_both_results_untouched() -> None:
    assert plain(sentence(Mitragynine())) == (
        "At 100 times its half-effect amount, mitragynine gives 34\u00a0% of the full mark in one "
        "laboratory (Kruegel 2016, secondary source). In another it gives no signal: there it "
        "blocks (Obeng 2021, read in abstract)."
    )


def test_half_of_its_own_top() -> None:
    said = sentence(Mitragynine(amount=1))
    assert "At 1 times" in said
    assert ":partial[17\u00a0%]" in said
    assert ":antagonist[no signal]" in said


def test_a_thousand_is_written_out() -> None:
    assert "At 1,000 times" in sentence(Mitragynine(amount=1000))


def test_the_table_keeps_the_laboratories_apart() -> None:
    shown = table(Mitragynine())
    assert shown["columns"][1:] == [
        "Kruegel 2016, signal % (secondary source)",
        "Obeng 2021, signal % (abstract)",
    ]
    assert ["1", "17", "none"] in shown["rows"]
    assert {row[2] for row in shown["rows"]} == {"none"}
