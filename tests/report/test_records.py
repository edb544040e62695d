"""What the page says of the model is what the code's own records say."""

from dataclasses import dataclass, replace

import pytest

from mureceptor.evidence import glossary, ligands, limits, sources, values
from mureceptor.report import records
from mureceptor.views import VIEWS, textbook
from mureceptor.views.parameter import Choice, Parameter
from mureceptor.views.state import State, field_of
from mureceptor.views.textbook import AMOUNT


def test_every_control_has_a_row_under_its_figure() -> None:
    shown = records.parameters()
    for view in VIEWS.values():
        labels = [
            record.label
            for record in view.state.parameters().values()
            if isinstance(record, Parameter | Choice)
        ]
        assert [row.cells["Control"] for row in shown[view.title]] == labels


def test_a_row_says_all_that_the_record_says() -> None:
    row = records.parameters()[VIEWS["short"].title][0]
    assert row.cells == {
        "Control": "Amount at the receptor",
        "Symbol": "C/K",
        "Unit": "a plain number",
        "From, to": "0.01 to 100, 121 steps, log scale",
        "At first": "10",
        "What it is": AMOUNT.help,
    }
    assert (row.tag, row.sources) == ("model", ())
    choice = records.parameters()[VIEWS["reserve"].title][2]
    assert choice.cells["From, to"] == "Ready-made; Made in the body, up to a limit"
    assert choice.cells["At first"] == "Ready-made"
    assert choice.sources == ("Hill2022",)


def test_a_changed_parameter_changes_the_row(monkeypatch: pytest.MonkeyPatch) -> None:
    changed = replace(AMOUNT, label="Another name", high=1000, default=0.01)

    @dataclass(frozen=True)
    class Changed(State):
        amount: float = field_of(changed)

    view = VIEWS["short"]
    monkeypatch.setitem(VIEWS, "short", replace(view, state=Changed))
    (row,) = records.parameters()[view.title]
    assert row.cells["Control"] == "Another name"
    assert row.cells["From, to"] == "0.01 to 1000, 121 steps, log scale"
    assert row.cells["At first"] == "0.01"


def test_every_row_leads_to_a_source_or_says_model() -> None:
    groups = (records.parameters(), records.measured(), records.fitted())
    for rows in (rows for group in groups for rows in group.values()):
        for row in rows:
            assert row.sources or row.tag == "model"
            assert set(row.sources) <= sources().keys()


@pytest.mark.parametrize(
    "groups",
    [
        records.parameters(),
        records.measured(),
        records.fitted(),
        {"": records.textbook_drugs()},
    ],
    ids=["parameters", "values", "fitted", "textbook"],
)
def test_the_rows_of_a_table_have_the_same_columns(groups: dict[str, list[records.Record]]) -> None:
    assert len({tuple(row.cells) for rows in groups.values() for row in rows}) == 1


def test_the_textbook_drugs_follow_their_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    assert list(records.textbook_drugs()[1].cells.values()) == ["Partial agonist", "0.7", "41"]
    monkeypatch.setattr(textbook, "PARTIAL_EFFICACY", 1.0)
    assert list(records.textbook_drugs()[1].cells.values()) == ["Partial agonist", "1", "50"]


def test_every_measured_value_is_listed_once() -> None:
    shown = records.measured()
    assert list(shown) == [ligand.name for ligand in ligands().values()]
    assert sum(map(len, shown.values())) == len(values())


@pytest.mark.parametrize(
    ("drug", "quantity", "laboratory", "told"),
    [
        ("sufentanil", "grip", "Volpe2011", "0.138 nM"),
        ("morphine", "grip", "Volpe2011", "from 1 to 100 nM"),
        ("mitragynine", "push", "Obeng2021", "no signal; it acted as an antagonist"),
        ("morphine", "half-effect", "Bot1998", "2.4 (1.3 to 3.5) nM"),
        ("buprenorphine", "breathing", "Dahan2005", "levelled off at about half: 50 percent of own "
         "baseline breathing left"),
    ],
)  # fmt: skip
def test_a_value_is_told_with_its_span_and_unit(
    drug: str, quantity: str, laboratory: str, told: str
) -> None:
    rows = [
        row.cells["Value"]
        for row in records.measured()[drug]
        if row.cells["What"] == quantity and row.sources == (laboratory,)
    ]
    assert told in rows


def test_a_value_read_elsewhere_says_so() -> None:
    for row, value in zip(
        (row for rows in records.measured().values() for row in rows),
        (value for key in ligands() for value in values() if value.ligand == key),
        strict=True,
    ):
        assert row.cells["Where it stands"].endswith("secondary source") == value.secondary


def test_the_fit_shows_its_spread() -> None:
    (row,) = records.fitted()["buprenorphine"]
    assert list(row.cells.values()) == [
        "volunteers not used to opioids",
        "0.56 (0.18 to 0.9)",
        "1",
        "none",
    ]
    assert row.tag == "people"


def test_the_lead_counts_which_way_the_model_errs() -> None:
    ways = {way: len(held) for way, held in records.left_out().items()}
    assert sum(ways.values()) == len(limits())
    assert records.lead() == (
        "Of 17 things left out, nine make the curves look too mild and one too harsh."
    )
    # the chapter's headline: real drugs can do worse
    assert ways["too mild"] > 2 * ways["too harsh"]
    assert ways["too mild"] == max(ways.values())


def test_the_words_of_the_screen_are_in_the_glossary() -> None:
    screen = {term.screen for term in glossary().values()}
    assert {"grip", "push", "amount", "taken", "top", "spare receptors", "tolerance"} <= screen
