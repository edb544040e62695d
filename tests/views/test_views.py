"""What holds for every view: it can be read, drawn, tabled and linked to at any of its states."""

import itertools
import json
import re
from collections.abc import Iterator
from dataclasses import fields, replace
from functools import cache
from typing import Any, ClassVar

import numpy as np
import pytest
from plotly import graph_objects

from mureceptor.evidence import ligands, sources
from mureceptor.live.payload import document, leaves
from mureceptor.marks.forms import FORMS, Form
from mureceptor.marks.look import LIGHT
from mureceptor.views import VIEWS
from mureceptor.views.parameter import Choice, Parameter
from mureceptor.views.phrases import NBSP, plain
from mureceptor.views.short.state import Short
from mureceptor.views.state import State
from mureceptor.views.view import View

TOKENS = {field.name for field in fields(LIGHT)}
TOKEN = re.compile(r"@(\w+)(?:/([\d.]+))?")
BY_NAME = ("short", "reward", "breathing", "tops", "staying", "weeks")  # a number follows its name
FEW = 40  # so few points are markers, bars or straight pieces, not a curve
each_view = pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
each_form = pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)


def telling(view: View) -> list[State]:
    """The default, what is worth a click, every option, every control's ends and middle."""
    default = view.state()
    states = [default, *(replace(default, **dict(values)) for _, values in view.tries)]
    for field, choice in view.chosen.items():
        states += [replace(default, **{field: option}) for option in choice.options]
    for field, record in view.dragged.items():
        ends = (record.low, record.grid[record.steps // 2], record.high)
        states += [replace(default, **{field: value}) for value in ends]
    states.append(replace(default, **{f: p.low for f, p in view.dragged.items()}))
    states.append(replace(default, **{f: p.high for f, p in view.dragged.items()}))
    return list(dict.fromkeys(states))


@cache
def drawn(name: str, state: State, form: str) -> dict[str, Any]:
    view = VIEWS[name]
    panels: dict[str, Any] = document(view, view.numbers(state), FORMS[form])["panels"]
    return panels


def panels(view: View, form: Form) -> Iterator[tuple[State, str, dict[str, Any]]]:
    for state in telling(view):
        for name, spec in drawn(view.name, state, form.key).items():
            yield state, name, spec


def axes(layout: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {key: axis for key, axis in layout.items() if re.fullmatch(r"[xy]axis\d*", key)}


# --- Words ----------------------------------------------------------------------------------------


@each_view
def test_the_sentence_reads_well_at_every_telling_state(view: View) -> None:
    for state in telling(view):
        said = plain(view.sentence(state))
        assert said.strip() == said != ""
        assert said.endswith(".")
        assert not re.search(r"\b(nan|inf|None)\b|e[+-]\d\d|-0\b|[\[\]{}@]|  ", said)
        assert not re.search(r"\b(mg|ng|mL|milligrams?|grams?)\b", said, re.IGNORECASE)
        assert all(said[match.start() - 1] == NBSP for match in re.finditer("%", said))


@each_view
def test_coloured_words_mean_lines_on_the_chart(view: View) -> None:
    for state in telling(view):
        kinds = set(re.findall(r":(\w+)\[", view.sentence(state)))
        shown = json.dumps(drawn(view.name, state, "wide"), default=str)
        assert all(f"@{kind}" in shown for kind in kinds)


# What a coloured word names, and the kind that it is drawn as; drugs by the evidence's own kinds.
HUES = {
    "full": "full",
    "partial": "partial",
    "high-push": "full",
    "low-push": "partial",
    "high push": "full",
    "low push": "partial",
} | {ligand.name.lower(): ligand.kind for ligand in ligands().values()}


@each_view
def test_a_coloured_name_has_the_hue_of_its_drug_and_its_number_the_same(view: View) -> None:
    for state in telling(view):
        said = view.sentence(state)
        named = ""  # the hue of the last name, in one sentence
        for sentence in re.split(r"\. ", said):
            for hue, words in re.findall(r":(\w+)\[([^\]]*)\]", sentence):
                low = words.lower()
                known = [HUES[name] for name in HUES if re.search(rf"\b{re.escape(name)}\b", low)]
                if known:
                    assert hue in known, (words, said)
                    named = hue
                elif re.search(r"\d", words) and view.name in BY_NAME and named:
                    assert hue == named, (words, said)


@each_view
def test_the_table_is_whole_and_short(view: View) -> None:
    for state in telling(view):
        table = view.table(state)
        assert 1 <= len(table["rows"]) <= 11
        assert len(set(table["columns"])) == len(table["columns"])
        for row in table["rows"]:
            assert len(row) == len(table["columns"])
            assert all(cell.strip() for cell in row)
            assert not re.search(r"\b(nan|inf|None)\b|@|:\w+\[", " ".join(row))


@each_view
def test_the_figure_says_what_it_rests_on_and_what_it_is_not(view: View) -> None:
    assert view.title
    assert view.tag_words
    assert view.note or view.caution
    assert all(words.endswith(".") for words in (view.note, view.caution) if words)


@each_view
def test_all_works_behind_the_figure_and_its_controls_are_named_once(view: View) -> None:
    records = view.state.parameters().values()
    controls = {r.source for r in records if isinstance(r, Choice | Parameter)}
    assert set(view.cites) == {*view.sources, *controls} - {"illustrative"}
    assert len(set(view.cites)) == len(view.cites) == len(view.cited)
    assert list(view.cited) == [sources()[key].short for key in view.cites]


@each_view
def test_what_is_worth_a_click_is_a_step_and_changes_what_is_read(view: View) -> None:
    default = view.state()
    records = view.state.parameters()
    assert 2 <= len(view.tries) <= 5
    for words, values in view.tries:
        assert words
        for field, value in values.items():
            assert records[field].check(value) == value, f"{field}={value} is not a step"  # type: ignore[arg-type]
        assert view.sentence(replace(default, **dict(values))) != view.sentence(default)


@each_view
def test_controls_are_numbers_of_the_state(view: View) -> None:
    assert view.controls
    assert view.dragged.keys() == set(view.controls) <= view.state.parameters().keys()
    assert view.dragged.keys().isdisjoint(view.chosen)


@each_view
def test_every_field_can_be_moved(view: View) -> None:
    records = view.state.parameters()
    settable = {f for f, r in records.items() if isinstance(r, Choice | Parameter)}
    assert settable == {*view.controls, *view.chosen}


@each_view
def test_each_control_changes_the_figure_and_the_sentence(view: View) -> None:
    default = view.state()
    for field, record in view.dragged_in(default).items():
        ends = [replace(default, **{field: value}) for value in (record.low, record.high)]
        low, high = (json.dumps(drawn(view.name, e, "wide"), default=repr) for e in ends)
        assert low != high
        assert view.sentence(ends[0]) != view.sentence(ends[1])


# --- Figures --------------------------------------------------------------------------------------


@each_view
@each_form
def test_the_figure_is_one_that_plotly_can_draw(view: View, form: Form) -> None:
    for _state, _name, spec in panels(view, form):
        figure = json.loads(
            TOKEN.sub(
                lambda token: getattr(LIGHT, token[1]), json.dumps(spec, default=np.ndarray.tolist)
            )
        )
        graph_objects.Figure(figure)  # raises on a key or a value that Plotly does not know


@each_view
@each_form
def test_panels_are_those_that_the_page_has_room_for(view: View, form: Form) -> None:
    expected = {"main", "beside"} if view.beside else {"main"}
    for state in telling(view):
        assert drawn(view.name, state, form.key).keys() == expected


@each_view
@each_form
def test_numbers_are_there_wherever_one_is_needed(view: View, form: Form) -> None:
    for _state, _name, spec in panels(view, form):
        for path, value in leaves(spec):
            assert value is not None, path
            if isinstance(value, float | np.floating) and path[2] not in {"x", "y", "error_y"}:
                assert np.isfinite(value), path
            if isinstance(value, np.ndarray) and value.dtype.kind == "f":
                assert not np.isinf(value).any(), path
        lines = [np.asarray(trace["y"], float) for trace in spec["data"] if trace.get("name")]
        assert not lines or any(np.isfinite(line).any() for line in lines)


@each_view
@each_form
def test_words_on_the_chart_are_of_no_false_kind(view: View, form: Form) -> None:
    for _state, _name, spec in panels(view, form):
        for path, value in leaves(spec):
            if not isinstance(value, str) or not {"text", "ticktext"} & set(path):
                continue
            told = " ".join(re.sub("<[^>]+>", " ", value).replace(NBSP, " ").split())
            assert not re.search(r"\b(\d+)( %)? (\u2192|to) \1\b", told), f"moves nothing: {told}"
            assert not re.search(r"(?<![\d,.])\d{4,}", told), f"is not written out: {told}"
            assert not re.search(r"\b(under 0|over 100|nan|inf)\b", told), told


@each_view
@each_form
def test_colours_are_those_of_the_look(view: View, form: Form) -> None:
    for _state, _name, spec in panels(view, form):
        for path, value in leaves(spec):
            if not isinstance(value, str):
                continue
            for name, alpha in TOKEN.findall(value):
                assert name in TOKENS, path
                assert not alpha or 0 <= float(alpha) <= 1, path
            if not value.startswith("data:"):
                assert not re.search(r"#[0-9A-Fa-f]{3,8}\b|rgba?\(", value), path
            if path[-1] in {"color", "fillcolor", "bgcolor", "bordercolor", "linecolor"}:
                assert value == "" or TOKEN.fullmatch(value), path


@each_view
@each_form
def test_there_is_no_legend_and_the_height_is_what_was_kept_free(view: View, form: Form) -> None:
    for _state, _name, spec in panels(view, form):
        assert spec["layout"]["showlegend"] is False
        assert not any(trace.get("showlegend") for trace in spec["data"])
        assert spec["layout"]["height"] == view.fit(form).height


@each_view
@each_form
def test_curves_show_no_corners(view: View, form: Form) -> None:
    for _state, _name, spec in panels(view, form):
        for trace in spec["data"]:
            if "lines" in trace.get("mode", "") and len(trace["x"]) > FEW:
                assert len(trace["x"]) >= 161
                assert trace["line"].get("simplify") is False or trace["line"]["width"] <= 1


@each_view
@each_form
def test_axes_hold_still_while_a_control_moves(view: View, form: Form) -> None:
    for name, spec in drawn(view.name, view.state(), form.key).items():
        for key, axis in axes(spec["layout"]).items():
            low, high = axis["range"]  # without one, Plotly would fit it to the data anew
            assert low < high
            for field, record in view.dragged_in(view.state()).items():
                for value in record.grid[:: max(1, record.steps // 8)]:
                    at = replace(view.state(), **{field: value})
                    moved = drawn(view.name, at, form.key)[name]
                    assert list(moved["layout"][key]["range"]) == [low, high], (field, value)


@each_view
@each_form
def test_every_figure_is_of_one_shape(view: View, form: Form) -> None:
    def shape(state: State) -> list[Any]:
        return [
            (path, value.shape if isinstance(value, np.ndarray) else ())
            for path, value in leaves(drawn(view.name, state, form.key))
        ]

    for first, group in itertools.groupby(
        sorted(telling(view), key=lambda s: [str(getattr(s, f)) for f in view.chosen]),
        key=lambda s: [getattr(s, f) for f in view.chosen],
    ):
        shapes = [shape(state) for state in group]
        assert all(each == shapes[0] for each in shapes), first


def moved_along(spec: dict[str, Any], value: float) -> bool:
    """Whether something stands at this x in the first plot's units: a marker, or a guide."""
    marks = [trace for trace in spec["data"] if trace.get("xaxis", "x") == "x" and len(trace["x"])]
    return any(np.allclose(np.asarray(mark["x"], float), value) for mark in marks)


@each_view
@each_form
def test_a_slider_under_an_axis_moves_along_it_and_no_other_stands_there(
    view: View, form: Form
) -> None:
    state = view.state()
    stands = {field: view.stands(field) for field in view.controls}
    on_axis = [field for field, where in stands.items() if where == "axis"]
    assert on_axis in ([], [view.controls[0]])
    main = drawn(view.name, state, form.key)["main"]["layout"]
    for field in on_axis:
        record = view.dragged[field]
        low, high = main["xaxis"]["range"]
        ends = np.log10([record.low, record.high]) if record.scale == "log" else record.grid
        assert (low, high) == pytest.approx((ends[0], ends[-1]), rel=1e-3, abs=1e-3)
        assert main["xaxis"].get("type", "linear") == record.scale
        for value in record.grid[:: max(1, record.steps // 6)]:
            at = drawn(view.name, replace(state, **{field: value}), form.key)["main"]
            assert moved_along(at, value), (field, value)
    if not on_axis and main["xaxis"].get("showticklabels", True):
        # What the axis shows is named on the chart, or its ticks are names.
        named = "ticktext" in main["xaxis"] and not re.search(r"\d", main["xaxis"]["ticktext"][0])
        assert named or main.get("meta"), "an axis that no slider names"


@each_view
def test_a_marker_that_can_be_dragged_stands_under_the_pointer(view: View) -> None:
    held = {"": (), "xy": ("xaxis", "yaxis"), "y": ("yaxis",)}[view.handle]
    layout = drawn(view.name, view.state(), "wide")["main"]["layout"]
    for axis, record in zip(held, view.dragged.values(), strict=False):
        ends = [record.low, record.high]
        expected = np.log10(ends) if record.scale == "log" else ends
        assert layout[axis]["range"] == pytest.approx(expected, rel=0.01)
        assert layout[axis].get("type", "linear") == record.scale


def test_a_field_s_former_name_is_read_from_an_old_link() -> None:
    class Renamed(Short):
        renamed: ClassVar[dict[str, str]] = {"concentration": "amount"}

    view = replace(VIEWS["short"], state=Renamed)
    old = {"short.concentration": "100", "short.gone": "1", "other.amount": "1"}
    state, refused = view.read(old)
    assert (state.texts(), refused) == ({"amount": "100"}, ())
    assert view.unknown(old) == ["gone"]
