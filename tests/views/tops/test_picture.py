"""Each dot stands where its source has it, and the model's line where one push comes to."""

import csv
import re
from importlib.resources import files
from itertools import pairwise
from typing import Any

import pytest

from mureceptor.marks.forms import FORMS, Form
from mureceptor.marks.plotly import figure
from mureceptor.views.phrases import plain
from mureceptor.views.tops import VIEW
from mureceptor.views.tops.state import AMPLIFICATION, Tops

each_form = pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)

# What was read, written here anew: how much the test amplifies, top [%], whether at second hand.
READ: dict[str, list[tuple[str, float, bool]]] = {
    "7-OH": [("little", 22, True), ("some", 41.3, False), ("more", 47, True), ("much", 96, True)],
    "Mitragynine": [("some", 0, False), ("more", 34, True)],
    "Buprenorphine": [
        ("little", 21, True),
        ("little", 24, True),
        ("some", 66, True),
        ("more", 44, True),
    ],
    "Morphine": [("little", 71.5, True), ("some", 93, True), ("more", 94, True)],
}
PUSH = {"7-OH": 22 / 78, "Buprenorphine": 21 / 79, "Morphine": 71.5 / 28.5}  # [1] at the start


def drawn(form: Form, amplification: float = 1) -> dict[str, Any]:
    panel = VIEW.draw(Tops(amplification, "all"), VIEW.fit(form))["main"]
    return figure(panel)


def axis(spec: dict[str, Any], name: str, letter: str) -> dict[str, Any]:
    found: dict[str, Any] = spec["layout"][name.replace(letter, f"{letter}axis", 1)]
    return found


def headings(spec: dict[str, Any]) -> dict[str, tuple[str, float]]:
    """Where the name of each drug stands: which y axis, and how high."""
    found = {}
    for note in spec["layout"]["annotations"]:
        name = re.sub("<[^>]+>", "", note["text"])
        if name in READ:
            found[name] = (note["yref"], note["y"])
    return found


def group(spec: dict[str, Any], trace: dict[str, Any], at: int = 0) -> str:
    """Return the drug whose group a point stands in: that of the nearest name above it."""
    axis, y = trace["yaxis"], trace["y"][at]
    above = {drug: h for drug, (of, h) in headings(spec).items() if of == axis and h >= y - 1e-9}
    return min(above, key=lambda drug: above[drug])


def dots(spec: dict[str, Any]) -> list[dict[str, Any]]:
    return [trace for trace in spec["data"] if trace.get("name")]


@each_form
def test_each_dot_stands_at_its_top_in_the_row_of_its_test(form: Form) -> None:
    spec = drawn(form)
    found: dict[str, list[tuple[str, float, bool]]] = {drug: [] for drug in READ}
    for trace in dots(spec):
        rows = axis(spec, trace["yaxis"], "y")
        row = dict(zip(rows["tickvals"], rows["ticktext"], strict=True))[trace["y"][0]]
        hollow = trace["marker"]["color"] == ["@bg"]
        found[group(spec, trace)].append((row.removeprefix("amplifies "), trace["x"][0], hollow))
        assert group(spec, trace).casefold() == trace["name"].casefold()
    assert {drug: sorted(rows) for drug, rows in found.items()} == {
        drug: sorted(rows) for drug, rows in READ.items()
    }


@each_form
def test_rows_go_down_from_the_test_that_amplifies_least_and_never_meet(form: Form) -> None:
    spec = drawn(form)
    order = ["little", "some", "more", "much"]
    for drug in READ:
        rows = [trace for trace in dots(spec) if group(spec, trace) == drug]
        heights = [trace["y"][0] for trace in rows]
        assert [order.index(adds) for adds, _, _ in READ[drug]] == sorted(
            order.index(adds) for adds, _, _ in READ[drug]
        )
        assert all(above - below == pytest.approx(1) for above, below in pairwise(heights))
        low, high = axis(spec, rows[0]["yaxis"], "y")["range"]
        row = VIEW.fit(form).plot / (high - low)
        assert row >= 1.15 * form.tick, "the words of two rows would touch"


@each_form
@pytest.mark.parametrize("amplification", [1, 10, 100])
def test_at_first_one_drug_is_drawn_as_beside_the_others(form: Form, amplification: float) -> None:
    panel = VIEW.draw(Tops(amplification), VIEW.fit(form))["main"]
    one, every = figure(panel), drawn(form, amplification)
    assert headings(one).keys() == {"7-OH"}
    tops = [(t["name"], t["x"], t["marker"]["color"], t["hovertemplate"]) for t in dots(one)]
    beside = [(t["name"], t["x"], t["marker"]["color"], t["hovertemplate"]) for t in dots(every)]
    assert tops == [top for top in beside if top[0] == "7-OH"]
    (model,) = (t for t in one["data"] if t["mode"] == "markers+text" and not t.get("name"))
    push = PUSH["7-OH"] * amplification
    assert model["x"] == pytest.approx([100 * push / (1 + push)])
    assert "hollow: as a later text quotes it" in [
        note["text"] for note in one["layout"]["annotations"]
    ]
    assert re.findall(r"\d+", VIEW.title) == ["22", "96"]


def test_each_dot_says_cells_test_reference_and_whether_it_was_read_elsewhere() -> None:
    table = files("mureceptor.evidence") / "data" / "values.csv"
    rows = [
        row
        for row in csv.DictReader(table.read_text("utf-8").splitlines())
        if row["amplifies"] and row["species"] == "human receptor"
    ]
    said = [trace["hovertemplate"] for trace in dots(drawn(FORMS["wide"]))]
    assert len(said) == len(rows) == sum(map(len, READ.values()))
    for row in rows:
        top = "no signal" if row["no_signal"] == "yes" else row["value"] or row["finding"]
        (told,) = (
            words
            for words in said
            if row["laboratory"] in words
            and row["assay"] in words
            and words.split(" %")[0].split(",")[0] == re.sub(r"\.\d", "", top)
        )
        assert f"human receptor, 100 %: {row['reference']}" in told
        assert ("secondary source" in told) == (row["reading"] == "secondary source")


@each_form
def test_the_finding_and_what_hollow_means_are_on_the_chart(form: Form) -> None:
    said = " ".join(note["text"] for note in drawn(form)["layout"]["annotations"])
    said = said.replace("<br>", " ")
    finding = "<b>7-OH looks stronger where the test amplifies more</b>"
    assert (finding in said) == (form.key != "low"), "in a frame the sentence says it"
    assert "hollow: as a later text quotes it" in said
    assert "% of its own 100 %" in said


@each_form
def test_only_tops_of_one_drug_in_one_paper_are_joined_and_in_focus_each_has_a_bar(
    form: Form,
) -> None:
    spec = drawn(form)
    lines = [trace for trace in spec["data"] if trace["mode"] == "lines"]
    joined = {(group(spec, t), group(spec, t, 1), t["x"][0], t["x"][1]) for t in lines}
    assert joined == {
        ("Buprenorphine", "Buprenorphine", 24, 44),
        ("Morphine", "Morphine", 71.5, 94),
    }
    bars = {t["x"][0]: t["error_x"] for t in dots(spec) if group(spec, t) == "7-OH"}
    assert bars.keys() == {22, 41.3, 47, 96}
    for top, bar in bars.items():
        assert (bar["arrayminus"], bar["array"]) == ([top], [0])


@each_form
def test_a_joining_line_ends_in_a_dot_of_its_drug_at_both_ends(form: Form) -> None:
    spec = drawn(form)
    dots = {
        (t["xaxis"], x, y, t["marker"]["line"]["color"][0])
        for t in spec["data"]
        if "markers" in t["mode"]
        for x, y in zip(t["x"], t["y"], strict=True)
    }
    for line in (t for t in spec["data"] if t["mode"] == "lines"):
        for x, y in zip(line["x"], line["y"], strict=True):
            assert (line["xaxis"], x, y, line["line"]["color"]) in dots


@each_form
def test_at_the_start_there_is_no_line_of_the_model(form: Form) -> None:
    (model, *more) = (
        t for t in drawn(form)["data"] if t["mode"] == "markers+text" and not t.get("name")
    )
    for trace in (model, *more):
        assert not "".join(trace["text"]).strip()
        assert all(str(colour).endswith("/0") for colour in trace["marker"]["color"])
        assert max(trace["error_y"]["arrayminus"]) < 1e-6


@each_form
@pytest.mark.parametrize("amplification", [1.122, 3.162, 10, 89.13, 100])
def test_the_model_s_line_goes_through_all_tests_of_its_drug_at_its_top(
    form: Form, amplification: float
) -> None:
    spec = drawn(form, amplification)
    found = {}
    for trace in spec["data"]:
        if trace["mode"] != "markers+text" or trace.get("name"):
            continue
        for i, (x, y, down) in enumerate(
            zip(trace["x"], trace["y"], trace["error_y"]["arrayminus"], strict=True)
        ):
            drug = group(spec, trace, i)
            rows = [t["y"][0] for t in dots(spec) if group(spec, t) == drug]
            others = [
                t["y"][0]
                for t in dots(spec)
                if t["yaxis"] == trace["yaxis"] and group(spec, t) != drug
            ]
            assert all(y > row > y - down for row in rows)
            assert not any(y > row > y - down for row in others)
            found[drug] = x
            shown = f"{x:.0f}" if x < 99.5 else "over 99"
            assert trace["text"][i].strip() == f"model: {shown} %"
    # Black & Leff with every receptor taken, the push times the amplification
    expected = {
        drug: 100 * push * amplification / (1 + push * amplification) for drug, push in PUSH.items()
    }
    assert found == pytest.approx(expected)


def test_one_push_of_7_oh_reaches_both_of_its_tops() -> None:
    reached = [100 * (PUSH["7-OH"] * a) / (1 + PUSH["7-OH"] * a) for a in AMPLIFICATION.grid]
    assert round(reached[0]) == 22
    assert any(round(top) == 96 for top in reached)
    (amplification,) = (f["amplification"] for words, f in VIEW.tries if "96" in words)
    told = plain(VIEW.sentence(Tops(float(amplification), "all")))
    assert "7-OH from 22\u00a0% to 96\u00a0%" in told


def test_the_table_has_every_test_and_its_reference() -> None:
    table = VIEW.table(Tops())
    rows = [dict(zip(table["columns"], row, strict=True)) for row in table["rows"]]
    assert [row["It amplifies"] for row in rows] == sorted(
        (row["It amplifies"] for row in rows), key=["little", "some", "more", "much"].index
    )
    both = next(row for row in rows if row["Test"] == "Obeng 2021: GTP-gamma-S binding")
    assert (both["7-OH, top %"], both["mitragynine, top %"]) == ("41", "no signal")
    assert both["How read"] == "read in abstract"
    own = next(row for row in rows if row["Test"].startswith("Bot 1998"))
    assert (own["morphine, top %"], own["Its 100 %"]) == ("72 (69 to 75)", "none: the fall itself")
    spread = next(row for row in rows if row["Test"].startswith("Toll 1998"))
    assert spread["buprenorphine, top %"] == "66 (30 to 102)"
    mouse = next(row for row in rows if row["Cells with"] == "mouse receptor")
    assert (mouse["7-OH, top %"], mouse["buprenorphine, top %"]) == ("14", "16")


def test_on_a_low_screen_names_of_tests_keep_clear_of_the_drugs_beside_them() -> None:
    """There the words stand beside the figure, which is 718 px wide on a laptop of 1280."""
    layout = figure(VIEW.draws(VIEW.numbers(Tops(drugs="all")), VIEW.fit(FORMS["wide"]))["main"])[
        "layout"
    ]
    left, right = layout["margin"]["l"], layout["margin"]["r"]
    (_, end), (begin, _) = (layout[axis]["domain"] for axis in ("xaxis", "xaxis2"))
    assert (begin - end) * (718 - left - right) > left + 24  # and a number right of the last dot
