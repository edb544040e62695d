"""The map of real drugs is the evidence's; the made-up drug is the model's."""

import pytest

from mureceptor import evidence
from mureceptor.views.drugmap.numbers import OF_KRATOM, START, disputed, efficacy, measured, needed
from mureceptor.views.drugmap.state import GRIP, Drugmap


def test_the_drugs_with_both_numbers_are_drawn_and_no_others() -> None:
    assert {(mark.name, mark.laboratory) for mark in measured()} == {
        ("Buprenorphine", "Dahan 2005"),
        ("Fentanyl", "Dahan 2005"),
        ("Fentanyl", "Bot 1998"),
        ("Morphine", "Bot 1998"),
        ("Sufentanil", "Bot 1998"),
        ("Levorphanol", "Bot 1998"),
        ("Nalbuphine", "Bot 1998"),
    }


def test_a_band_of_grips_gets_no_point() -> None:
    assert {mark.name: mark.point for mark in measured() if mark.point} == {"Sufentanil": 0.138}
    for mark in measured():
        assert GRIP.low <= mark.grip[0] <= mark.grip[1] <= GRIP.high


def test_what_is_drawn_as_measured_is_from_no_secondary_source() -> None:
    drawn = {mark.name.lower() for mark in measured()}
    rows = [v for v in evidence.values() if v.secondary and v.quantity == "grip"]
    assert rows
    assert not {evidence.ligands()[row.ligand].name for row in rows} & drawn


def test_kratom_spans_the_grips_of_every_source() -> None:
    spans = {drug.name: drug for drug in disputed()}
    grips = {name: drug.grip for name, drug in spans.items()}
    assert grips == {"Mitragynine": (7.24, 709), "7-OH": (7.16, 77.9)}
    assert {name: drug.top for name, drug in spans.items()} == {"Mitragynine": 34, "7-OH": 47}
    rows = [v for v in evidence.values() if v.quantity == "grip" and v.ligand in OF_KRATOM]
    assert all(row.secondary for row in rows)
    for drug in disputed():
        assert GRIP.low <= drug.grip[0] < drug.grip[1] <= GRIP.high


def test_buprenorphine_grips_more_tightly_than_fentanyl_and_pushes_less_in_people() -> None:
    people = {mark.name: mark for mark in measured() if mark.where == "in people"}
    assert people["Buprenorphine"].grip[1] <= people["Fentanyl"].grip[0]
    assert (people["Buprenorphine"].top, people["Fentanyl"].top) == (50, 100)


def test_the_fall_of_breathing_is_what_is_not_left() -> None:
    left = {v.ligand: v.value for v in evidence.values() if v.quantity == "breathing"}
    for mark in measured():
        if mark.where == "in people":
            assert mark.top == 100 - (left[mark.name.lower()] or 0)


def test_the_chapter_cites_every_test_that_is_drawn() -> None:
    cited = {key for line in evidence.findings("activation") for key in line.sources}
    laboratories = {mark.laboratory for mark in measured()} | {"Volpe 2011"}
    assert {v.source for v in evidence.values() if v.laboratory in laboratories} <= cited
    assert {v.source for v in evidence.values() if v.quantity == "grip"} <= cited


@pytest.mark.parametrize(("top", "tau"), [(0, 0), (50, 1), (75, 3), (90, 9), (100, 999)])
def test_push_behind_a_top(top: float, tau: float) -> None:
    assert efficacy(Drugmap(push=top)) == pytest.approx(tau)


@pytest.mark.parametrize(
    "state", [Drugmap(0.1, 50), Drugmap(100, 70), Drugmap(1000, 95), Drugmap(1, 5)]
)
def test_amount_needed_is_grip_over_one_plus_push(state: Drugmap) -> None:
    # K / (1 + tau) is K times what is missing to 100 %, an independent way to write it
    expected = state.grip * (100 - state.push) / (START.grip * (100 - START.push))
    assert needed(state) == pytest.approx(expected)


def test_at_the_start_it_needs_what_it_needs() -> None:
    assert needed(START) == pytest.approx(1)


def test_without_push_no_amount_is_enough() -> None:
    assert needed(Drugmap(push=0)) is None
