"""One laboratory's curves, and receptors taken beside signal."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from mureceptor.marks.forms import FORMS, NARROW, WIDE, Form
from mureceptor.marks.plotly import Spec, figures
from mureceptor.views import VIEWS
from mureceptor.views.agonists import VIEW
from mureceptor.views.agonists.state import Agonists
from mureceptor.views.laboratory import NAMES, laboratory


def draw(state: Agonists, form: Form) -> dict[str, Spec]:
    return figures(VIEW.draw(state, form))


each_lab = pytest.mark.parametrize("key", NAMES)
each_form = pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)


def main(key: str, form: Form = WIDE, amount: float = 100) -> Spec:
    spec: Spec = draw(Agonists(laboratory=key, amount=amount), form)["main"]
    return spec


def lines(spec: Spec) -> dict[str, Spec]:
    return {trace["name"]: trace for trace in spec["data"] if "name" in trace}


def words(spec: Spec) -> str:
    return " ".join(a["text"] for a in spec["layout"]["annotations"])


@each_lab
def test_every_line_is_of_the_chosen_laboratory(key: str) -> None:
    assert all(name.endswith(f", {NAMES[key]}") for name in lines(main(key)))


def test_the_curves_are_the_printed_tops() -> None:
    found = lines(main("bot"))
    x = found["fentanyl, Bot 1998"]["x"]
    for name, top in (("fentanyl", 81.3), ("morphine", 71.7), ("nalbuphine", 58.0)):
        assert_allclose(found[f"{name}, Bot 1998"]["y"], top * x / (1 + x))


def test_a_band_lies_around_its_curve() -> None:
    low, high, *_ = main("obeng")["data"]
    curve = lines(main("obeng"))["7-OH, Obeng 2021"]["y"]
    assert np.all(low["y"] < curve)
    assert np.all(curve < high["y"])
    assert high["fillcolor"] == "@partial/0.12"
    x = low["x"]
    assert_allclose(low["y"], 37.1 * x / (1 + x))
    assert_allclose(high["y"], 45.6 * x / (1 + x))


def test_a_top_without_a_half_effect_amount_is_a_level_at_the_right() -> None:
    found = lines(main("borgland"))
    assert set(found) == {
        f"{name}, Borgland 2003" for name in ("DAMGO", "methadone", "morphine", "pentazocine")
    }
    methadone = found["methadone, Borgland 2003"]
    assert_allclose(methadone["y"], [98, 98])
    assert methadone["x"].min() >= 100
    assert not any("marker" in trace for trace in main("borgland")["data"])


def test_a_finding_in_words_is_a_range_from_none_to_full() -> None:
    assert not lines(main("bhowmik"))
    assert [list(trace["y"]) for trace in main("bhowmik")["data"]] == [[0, 100], [0, 100]]
    assert "level with 7-OH" in words(main("bhowmik"))


@each_lab
@each_form
def test_every_drug_is_named_inside_the_axes(key: str, form: Form) -> None:
    spec = main(key, form)
    for result in laboratory(key).results:
        name = result.name[0].upper() + result.name[1:]
        (label,) = [a for a in spec["layout"]["annotations"] if a["text"].startswith(f"<b>{name}")]
        assert 0 < label["y"] < 100


@each_lab
def test_the_page_says_test_yardstick_and_reading(key: str) -> None:
    lab = laboratory(key)
    said = words(main(key)).replace("<br>", " ").lower()
    for part in (lab.cells, lab.test, lab.yardstick):
        assert part.lower() in said
    assert lab.read in VIEWS["agonists"].sentence(Agonists(laboratory=key))


def test_the_test_is_named_on_a_phone_too() -> None:
    assert "GTP-gamma-S" in words(main("obeng", NARROW)).replace("<br>", "")


def test_a_secondary_source_is_hollow_with_its_words_beside_it() -> None:
    marks = main("kruegel")["data"][-1]["marker"]
    assert marks["color"] == ["@bg"]
    for form in FORMS.values():
        assert "secondary source" in words(main("kruegel", form))
    bar = draw(Agonists(laboratory="kruegel"), WIDE)["beside"]["data"][0]["marker"]["color"]
    assert bar[1] == "@partial/0.12"


def test_receptors_taken_stand_beside_the_signal() -> None:
    bars = draw(Agonists(amount=1), WIDE)["beside"]["data"][0]
    # 7-OH at half of its top of 41.3 %: the model takes 1 / (2 + 0.704) of the receptors
    assert bars["y"][0] == pytest.approx(100 / 2.7036, rel=1e-4)
    assert bars["y"][1] == pytest.approx(41.3 / 2)
    assert bars["text"][2] == "not<br>known"
    assert bars["y"][3] == 0


@each_lab
def test_no_bar_for_what_was_not_measured(key: str) -> None:
    bars = draw(Agonists(laboratory=key), WIDE)["beside"]["data"][0]
    curved = len(laboratory(key).curved)
    assert len(bars["x"]) == 2 * curved + len(laboratory(key).results) - curved
