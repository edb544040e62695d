"""Each laboratory on its own: the evidence's rows come through whole and unmixed."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from mureceptor.evidence import values
from mureceptor.marks.look import ANTAGONIST, PARTIAL
from mureceptor.views.agonists.state import LABORATORY
from mureceptor.views.laboratory import NAMES, Result, laboratory

AMOUNTS = np.array([0.01, 0.3, 1.0, 7.0, 1000.0])
each = pytest.mark.parametrize("key", NAMES)
CURVES = [(key, r.name) for key in NAMES for r in laboratory(key).curved if not r.blocks]


def result(key: str, name: str) -> Result:
    return next(r for r in laboratory(key).results if r.name == name)


def test_the_choice_offers_every_laboratory_by_its_name() -> None:
    assert {key: words.split(":")[0] for key, words in LABORATORY.options.items()} == NAMES


@each
def test_a_laboratory_holds_its_own_rows_only(key: str) -> None:
    rows = [row for row in values() if row.laboratory == NAMES[key]]
    assert rows
    assert {row.system for row in rows} == {"cells"}
    printed = [row.value for row in rows if row.quantity == "push" and row.value is not None]
    unit = 1 if rows[0].unit == "ratio to DAMGO" else 100
    for found in laboratory(key).results:
        if found.top:
            assert any(found.top * unit == pytest.approx(value) for value in printed)


def test_two_laboratories_disagree_on_mitragynine() -> None:
    partial, blocked = result("kruegel", "mitragynine"), result("obeng", "mitragynine")
    assert (partial.top, partial.kind, partial.blocks) == (0.34, PARTIAL, False)
    assert (blocked.top, blocked.kind, blocked.blocks) == (0.0, ANTAGONIST, True)
    assert_allclose(blocked.signal(AMOUNTS), 0.0, atol=0)


def test_the_headline_says_a_third() -> None:
    assert result("kruegel", "mitragynine").top == pytest.approx(1 / 3, abs=0.02)


def test_what_was_read_in_a_later_text_is_secondary() -> None:
    hollow = {(key, r.name) for key in NAMES for r in laboratory(key).results if r.secondary}
    assert hollow == {("kruegel", "mitragynine")}


@pytest.mark.parametrize(("key", "name"), CURVES)
def test_the_curve_is_the_printed_top_on_its_own_scale(key: str, name: str) -> None:
    found = result(key, name)
    assert found.top is not None
    assert_allclose(found.signal(AMOUNTS), found.top * AMOUNTS / (1 + AMOUNTS))
    assert found.signal(1.0) == pytest.approx(found.top / 2)


@pytest.mark.parametrize(("key", "name"), CURVES)
def test_the_band_holds_every_corner_of_the_printed_ranges(key: str, name: str) -> None:
    found = result(key, name)
    assert found.top is not None
    assert found.half_low is not None
    assert found.half_high is not None
    corners = [
        top * AMOUNTS / (half + AMOUNTS)
        for top in (found.low or found.top, found.high or found.top)
        for half in (found.half_low, found.half_high)
    ]
    low, high = found.spread(AMOUNTS)
    assert_allclose(low, np.min(corners, axis=0))
    assert_allclose(high, np.max(corners, axis=0))


def test_a_band_where_a_range_was_printed_and_nowhere_else() -> None:
    banded = {(key, r.name) for key in NAMES for r in laboratory(key).results if r.ranged}
    assert banded == {
        ("obeng", "7-OH"),
        ("xu", "DAMGO"),
        ("xu", "morphine"),
        ("bot", "fentanyl"),
        ("bot", "morphine"),
        ("bot", "nalbuphine"),
    }


@pytest.mark.parametrize(
    ("key", "name"), [("borgland", "methadone"), ("bhowmik", "buprenorphine"), ("kruegel", "7-OH")]
)
def test_without_a_half_effect_amount_there_is_no_curve(key: str, name: str) -> None:
    found = result(key, name)
    assert not found.curved
    assert found.taken(1.0) is None
    with pytest.raises(ValueError, match=f"no curve was read for {name}"):
        found.signal(1.0)
    with pytest.raises(ValueError, match=f"no curve was read for {name}"):
        found.spread(1.0)


def test_receptors_taken_by_hand() -> None:
    # Mitragynine, top 34 %: push 0.515: half of its effect takes 1 / 2.515 of them.
    assert result("kruegel", "mitragynine").taken(1.0) == pytest.approx(1 / 2.515, rel=1e-3)
    assert result("obeng", "mitragynine").taken(1000.0) is None


def test_a_share_is_rounded_to_the_side_on_which_it_is_a_bound() -> None:
    low, high = laboratory("kruegel"), laboratory("bot")
    assert [low.bounded(x) for x in (0.003, 0.398, 0.9985)] == ["over 0", "39", "99"]
    assert [high.bounded(x) for x in (0.003, 0.398, 0.9985)] == ["1", "40", "under 100"]


def test_which_way_the_share_taken_may_be_off() -> None:
    bounds = {key: laboratory(key).bound for key in ("kruegel", "obeng", "xu", "bot")}
    at_least = dict.fromkeys(("kruegel", "obeng", "xu"), "at least")
    assert bounds == at_least | {"bot": "at most"}


def test_how_it_was_read_is_said_for_each_kind_of_number() -> None:
    assert laboratory("bot").read == "tables read"
    assert laboratory("obeng").read == (
        "read in abstract (words, top), secondary source (range, half-effect amount)"
    )
    assert laboratory("obeng", "mitragynine").read == "read in abstract"


def test_a_single_drug_of_a_laboratory() -> None:
    assert [r.name for r in laboratory("kruegel", "mitragynine").results] == ["mitragynine"]
