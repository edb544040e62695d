"""Words and lines on the charts: each panel's titles, what names a line, where words stand.

What is compared with was written by hand; sizes are those of a phone, a frame, a laptop and a
projector.
"""

import re
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from tests.views.conftest import Picture, bare

from mureceptor.marks.forms import FORMS, Form
from mureceptor.views import VIEWS
from mureceptor.views.view import View

each_view = pytest.mark.parametrize("name", VIEWS)
each_form = pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
WIDTHS = {"narrow": 358, "low": 338, "wide": 724, "scene": 1696}  # [px] of the main panel
EFFECT = "Effect, % of the largest possible"
TITLES: dict[str, dict[str, list[str]]] = {
    "breathing": {"main": ["Breathing, % of the person\u2019s own starting level"]},
    "drugmap": {
        "main": ["Push: the largest effect in its own test, %"],
        "beside": ["The made-up drug\u2019s effect, %, by amount"],
    },
    "guess": {"main": [EFFECT]},
    "mixing": {"main": [EFFECT]},
    "plasma": {"main": ["Share of its own peak, %. Not an effect curve"]},
    "receptor": {
        "main": ["Amount 1", "Amount 10", "Amount 100"],
        "beside": ["Receptors taken, of 100, by amount"],
    },
    "reserve": {"main": ["Ceiling of each effect, %"]},
    "returning": {"main": ["Receptors held, of 100, as naloxone leaves the blood"]},
    "reward": {"main": ["Illustrative, not a prediction. More rings: it fires more"]},
    "sandbox": {"main": [EFFECT]},
    "short": {"main": [EFFECT], "beside": ["100 receptors", "Effect, %"]},
    "staying": {"main": ["Receptors still held, of 100"]},
    "strong": {"main": [f"{EFFECT}. Thin: before"]},
    "tops": {"main": ["Top in each test, % of its own 100 %"]},
    "weeks": {"main": ["Of the same amount, this much still acts, %"]},
}
LEFT, MISSED = "Signalling left, %", "Withdrawal, % missing (until the stop a day\u2019s highest)"
AMOUNT = "Amount, the same for both (until the stop, a day\u2019s highest)"
# Of the weeks: each row's title, its share of the height, the top of its axis.
WEEKS: dict[str, list[tuple[str, float, float]]] = {
    "narrow": [
        (AMOUNT, 0.45, 1.6),
        ("Effect, %; thin: what the body expects", 1.25, 115),
        (LEFT, 0.95, 105),
        (MISSED, 1.35, 75),
    ],
    "wide": [
        (AMOUNT, 0.45, 1.6),
        ("Effect, % of the largest possible (until the stop, a day\u2019s highest)", 1.25, 115),
        (LEFT, 0.95, 105),
        (MISSED, 1.35, 75),
    ],
    "low": [(LEFT, 1.35, 105), (MISSED, 1.35, 75)],
    "scene": [(LEFT, 1.35, 105), (MISSED, 1.35, 75)],
}
BY_AMOUNT = "Effect by amount, %: before (thin) and at the stop"


def axis_of(ref: str) -> str:
    """The layout's name of the axis that a trace, a shape or a label stands on."""
    return f"{ref[0]}axis{ref.split(' ')[0][1:]}"


def shown(picture: Picture, panel: str = "main") -> Iterator[dict[str, Any]]:
    for note in picture.panels[panel]["layout"]["annotations"]:
        if note.get("visible", True) and note["text"]:
            yield note


def titles(picture: Picture, panel: str) -> list[str]:
    """What stands over the left end of a plot, from the first plot to the last."""
    return [
        bare(note["text"])
        for note in shown(picture, panel)
        if "domain" in note["yref"] and (note["x"], note["y"]) == (0, 1)
    ]


@each_form
@pytest.mark.parametrize("name", TITLES)
def test_each_panel_says_what_it_measures(name: str, form: Form) -> None:
    picture = Picture(name, VIEWS[name].fit(form))
    assert {panel: titles(picture, panel) for panel in picture.panels} == TITLES[name]


@each_view
@each_form
def test_a_title_begins_at_the_left_end_of_its_panel_or_of_its_plot(name: str, form: Form) -> None:
    picture = Picture(name, VIEWS[name].fit(form))
    for panel, spec in picture.panels.items():
        for note in shown(picture, panel):
            if "domain" in note["yref"] and (note["x"], note["y"]) == (0, 1):
                begin, _ = spec["layout"][axis_of(note["xref"])].get("domain", (0, 1))
                at_the_panel = begin == 0 and note["xshift"] == -spec["layout"]["margin"]["l"]
                assert at_the_panel or note["xshift"] == 0, note["text"]


@each_view
@each_form
def test_a_line_is_read_out_in_the_unit_of_its_title(name: str, form: Form) -> None:
    picture = Picture(name, VIEWS[name].fit(form))
    for panel in picture.panels:
        named: dict[str, str] = {}
        for note in shown(picture, panel):
            if "domain" in note["yref"] and (note["x"], note["y"]) == (0, 1):
                named[note["yref"].split(" ")[0]] = bare(note["text"])
        for trace in picture.traces(panel):
            template = trace.get("hovertemplate", "")
            if trace["mode"] != "lines" or not template or "<extra>" in template:
                continue
            words = named.get(trace["yaxis"], named.get("y", ""))
            assert template.endswith("%") is ("%" in words), (template, words)
            assert set(re.findall(r"%\{y(.*?)\}", template)) <= {":.2f"}, (
                "no more than it is good for"
            )
            if "of 100" in words:
                assert template.endswith(("of 100", "}")), (template, words)
                assert name != "receptor" or template.endswith("of 100")


@each_form
def test_the_rows_of_the_weeks_are_as_high_as_they_should_be(form: Form) -> None:
    form = VIEWS["dependence"].fit(form)
    picture, rows = Picture("dependence", form), WEEKS[form.key]
    assert titles(picture, "main") == [title for title, *_ in rows]
    assert titles(picture, "beside") == [BY_AMOUNT]
    for panel, heights, tops in (
        ("main", [height for _, height, _ in rows], [top for *_, top in rows]),
        ("beside", [1.0, 1.0], [105.0, 105.0]),
    ):
        layout = picture.panels[panel]["layout"]
        axes = [layout[f"yaxis{i or ''}"] for i in (0, *range(2, len(heights) + 1))]
        ends = np.array([axis["domain"] for axis in axes])
        assert (ends[0, 1], ends[-1, 0]) == pytest.approx((1, 0))
        px = form.plot * (ends[:, 1] - ends[:, 0])
        gaps = form.plot * (ends[:-1, 0] - ends[1:, 1])  # room for the next row's title
        assert gaps == pytest.approx(1.3 * form.tick + 12)
        assert px / px.sum() == pytest.approx(np.array(heights) / sum(heights))
        assert [axis["range"][1] for axis in axes] == pytest.approx(tops)
        for axis in axes:
            assert axis["range"][0] <= 0


# --- What names a line ----------------------------------------------------------------------------

NAMED: list[tuple[str, dict[str, Any], dict[str, str]]] = [
    ("short", {}, {"Full agonist": "Full agonist", "Partial agonist": "Partial agonist"}),
    (
        "guess",
        {"answer": "shown"},
        {
            "No receptors to spare": "No receptors to spare",
            "Ten times the receptors": "Ten times the receptors",
        },
    ),
    ("plasma", {}, {"Mitragynine in the blood": "Mitragynine in the blood people, one intake"}),
    (
        "breathing",
        {"used": "yes"},
        {
            "Buprenorphine": "Buprenorphine at its ceiling: 44 %",
            "Fentanyl, not used to opioids": "Fentanyl breathing stops",
            "Fentanyl, used to opioids": "(Thin: |Fentanyl, )used to opioids",
        },
    ),
    *(
        (
            "returning",
            {"opioid": opioid.lower(), "blocking": blocking},
            {
                opioid: f"{opioid}( with naloxone)?$",
                "Naloxone": "Naloxone$",
                f"{opioid} without naloxone": f"(Thin:|{opioid}) without naloxone",
            },
        )
        for opioid in ("Fentanyl", "Buprenorphine")
        for blocking in (1, 100, 1000)
    ),
    (
        "drugmap",
        {},
        {
            "Buprenorphine, in people": "Buprenorphine in people tighter grip, weaker push",
            "Fentanyl, in people": "Fentanyl in people weaker grip, harder push",
        },
    ),
    (
        "sandbox",
        {"drugs": "2", "push1": 19.95, "task": "none", "pin": "drugs-1"},
        {"All together": "B, now", "Drug 1 alone": "Drug 1 alone", "A, kept": "A, kept"},
    ),
    *(
        ("weeks", {"step": step}, {f"{push} push, {what}": f"{push} push" for push in pushes})
        for pushes in (("Low", "High"),)
        for step, what in (
            ("daily", "acts like"),
            ("adapt", "expected"),
            ("stop", "expected"),
            ("again", "taken again, acts like"),
        )
    ),
]


@each_form
@pytest.mark.parametrize(("name", "fields", "named"), NAMED)
def test_each_line_is_named_in_its_colour(
    name: str, fields: dict[str, Any], named: dict[str, str], form: Form
) -> None:
    picture = Picture(name, VIEWS[name].fit(form), **fields)
    for line, words in named.items():
        (note,) = (n for n in shown(picture) if re.match(words, bare(n["text"])))
        # The quiet name of the same drug in other people is in grey.
        assert note["font"]["color"] in (picture.colour(line), "@muted"), line
        x, y = picture.line(line)
        seen = np.isfinite(y)
        if note["xshift"] >= 12 and note["x"] == 1 and name not in ("breathing", "plasma"):
            rows = 100 * 2 * 1.4 * form.label / form.plot  # it may have moved for the next one's
            assert abs(note["y"] - y[seen][-1]) <= 1.01 * rows, line
        assert x.size == y.size


THINNER: list[tuple[str, dict[str, Any], str, str]] = [
    ("breathing", {"used": "yes"}, "Fentanyl, used to opioids", "Fentanyl, not used to opioids"),
    ("guess", {"answer": "shown"}, "No receptors to spare", "Ten times the receptors"),
    ("returning", {}, "Fentanyl without naloxone", "Fentanyl"),
    ("sandbox", {"drugs": "2"}, "Drug 1 alone", "All together"),
    ("weeks", {"step": "adapt"}, "Low push, effect", "Low push, expected"),
    ("weeks", {"step": "stop"}, "High push, effect", "High push, expected"),
    ("weeks", {"step": "daily"}, "Low push, taken again, acts like", "Low push, acts like"),
    ("weeks", {"step": "again"}, "Low push, acts like", "Low push, taken again, acts like"),
]


@each_form
@pytest.mark.parametrize(("name", "fields", "thin", "thick"), THINNER)
def test_what_is_told_of_is_thick_and_what_it_is_compared_with_thin(
    name: str, fields: dict[str, Any], thin: str, thick: str, form: Form
) -> None:
    picture = Picture(name, VIEWS[name].fit(form), **fields)
    widths = {
        t["name"]: t["line"]["width"] for t in picture.traces() if "line" in t and t.get("name")
    }
    assert widths[thick] in (form.line, form.subject)
    assert widths[thin] == pytest.approx(1.75 * form.line / 3)


@each_form
def test_the_drug_of_the_finding_has_the_thickest_lines(form: Form) -> None:
    widths: dict[str, set[float]] = {}
    for trace in Picture("tops", VIEWS["tops"].fit(form), drugs="all").traces():
        if trace["mode"] == "lines":
            widths.setdefault("joined", set()).add(trace["line"]["width"])
        elif "error_x" in trace:
            widths.setdefault(trace["name"], set()).add(trace["error_x"]["thickness"])
    assert widths.pop("7-OH") == {form.line}
    assert set().union(*widths.values()) == {form.line / 2}


# A drug is told from another by its dash and its marker too (look.md, section 1).
DASHES = {"@partial": (10, 5), "@full": (), "@antagonist": (2, 4), "@mixture": (16, 4, 3, 4)}
SYMBOLS = {
    "@partial": "diamond",
    "@full": "circle",
    "@antagonist": "square",
    "@mixture": "triangle-up",
}


def spoken(view: View) -> Iterator[dict[str, Any]]:
    """What is chosen first on a figure: nothing, or one option."""
    yield {}
    for field, choice in view.chosen.items():
        for option in choice.options:
            state, _ = view.state.parse({field: option})
            yield {n: getattr(state, n) for n in view.state.parameters()}


@each_view
@each_form
def test_each_kind_of_drug_keeps_its_dash_and_its_marker(name: str, form: Form) -> None:
    for fields in spoken(VIEWS[name]):
        for panel, spec in Picture(name, VIEWS[name].fit(form), **fields).panels.items():
            for trace in spec["data"]:
                if "lines" in trace.get("mode", "") and trace.get("name") and "line" in trace:
                    ink, width = trace["line"]["color"], trace["line"]["width"]
                    if ink not in DASHES or len(trace["x"]) < 6:
                        continue
                    dash = [
                        float(part[:-2])
                        for part in trace["line"]["dash"].split(",")
                        if "px" in part
                    ]
                    assert dash == pytest.approx([d * width / 3 for d in DASHES[ink]], rel=1e-3)
                for ink, symbol, size in zip(
                    trace.get("marker", {}).get("color", [])
                    if "symbol" in trace.get("marker", {})
                    else [],
                    np.atleast_1d(trace.get("marker", {}).get("symbol", [])),
                    np.atleast_1d(trace.get("marker", {}).get("size", [])),
                    strict=False,
                ):
                    if ink in SYMBOLS and size > 0:
                        assert symbol == SYMBOLS[ink], (panel, ink)


@each_view
@each_form
def test_every_marker_is_large_enough_to_be_seen(name: str, form: Form) -> None:
    for fields in spoken(VIEWS[name]):
        picture = Picture(name, VIEWS[name].fit(form), **fields)
        for panel in picture.panels:
            for mark in picture.marks(panel):
                none = name == "reward" and mark.size == 0  # a cell that does not fire more
                assert none or mark.size >= 0.499 * form.marker, (panel, mark)


# --- Where words stand ----------------------------------------------------------------------------


class Plotted:
    """A main panel in px, from the lower left end of its plot area."""

    def __init__(self, picture: Picture, form: Form) -> None:
        self.picture, self.layout = picture, picture.panels["main"]["layout"]
        margin = self.layout["margin"]
        self.width = WIDTHS[form.key] - margin["l"] - margin["r"]
        self.height = form.plot
        self.left, self.right = -margin["l"], self.width + margin["r"]
        self.foot, self.head = -margin["b"], self.height + margin["t"]

    def at(self, values: Any, ref: str) -> Any:
        """Where values of an axis stand."""
        axis, whole = self.layout[axis_of(ref)], self.width if ref[0] == "x" else self.height
        low, high = axis["range"]
        begin, end = axis.get("domain", (0, 1))
        values = np.asarray(values, float)
        share = values if "domain" in ref else (values - low) / (high - low)
        return whole * (begin + (end - begin) * share)

    def line(self, trace: dict[str, Any]) -> tuple[Any, Any]:
        x = np.asarray(trace["x"], float)
        log = self.layout[axis_of(trace.get("xaxis", "x"))].get("type") == "log"
        return (
            self.at(np.log10(x) if log else x, trace.get("xaxis", "x")),
            self.at(trace["y"], trace.get("yaxis", "y")),
        )

    def box(self, note: dict[str, Any]) -> tuple[float, float, float, float]:
        """Left, right, foot and head of words, a little less than they take."""
        rows = [bare(row) for row in note["text"].split("<br>")]
        size = note["font"]["size"]
        wide, high = 0.44 * size * max(map(len, rows)), 1.2 * size * len(rows)
        x = float(self.at(note["x"], note["xref"])) + note["xshift"]
        y = float(self.at(note["y"], note["yref"])) + note["yshift"]
        left = x - {"left": 0, "center": wide / 2, "right": wide}[note["xanchor"]]
        foot = y - {"bottom": 0, "middle": high / 2, "top": high}[note["yanchor"]]
        return left, left + wide, foot, foot + high


def all_boxes(
    picture: Picture, plot: Plotted
) -> Iterator[tuple[str, tuple[float, float, float, float]]]:
    """The words of the main panel in their boxes: those that stay, then those at marks."""
    for note in shown(picture):
        yield bare(note["text"]), plot.box(note)
    for trace in picture.traces():
        if "text" not in trace["mode"]:
            continue
        texts, sizes = trace["text"], np.broadcast_to(trace["textfont"]["size"], len(trace["x"]))
        for x, y, text, size in zip(trace["x"], trace["y"], texts, sizes, strict=True):
            if text:
                rows = [bare(row) for row in text.split("<br>")]
                left, middle = float(plot.at(x, "x")), float(plot.at(y, "y"))
                half = 0.6 * float(size) * len(rows)
                wide = 0.44 * float(size) * max(map(len, rows))
                yield bare(text), (left, left + wide, middle - half, middle + half)


@each_view
@each_form
def test_words_stand_on_their_panel_and_off_its_lines_and_each_other(name: str, form: Form) -> None:
    form = VIEWS[name].fit(form)
    for fields in spoken(VIEWS[name]):
        picture = Picture(name, form, **fields)
        plot = Plotted(picture, form)
        boxes = [(bare(note["text"]), plot.box(note)) for note in shown(picture)]
        curves = [
            plot.line(trace)
            for trace in picture.traces()
            if trace["mode"] == "lines" and trace.get("name") and len(trace["x"]) > 40
        ]
        for words, (left, right, foot, head) in boxes:
            assert left >= plot.left - 1, words
            assert right <= plot.right + 1, words
            assert foot >= plot.foot - 1, words
            assert head <= plot.head + 1, words
            for x, y in curves:
                # On grounds of their own: over a line that ends at zero; where anything is built.
                if words == "Illustrative, not a prediction" or name == "sandbox":
                    continue
                inside = (x > left + 2) & (x < right - 2) & (y > foot + 2) & (y < head - 2)
                assert not inside.any(), f"a line runs through {words!r}, {fields}"
        for i, (words, one) in enumerate(boxes):
            for others, two in boxes[:i]:
                apart = (
                    min(one[1], two[1]) - max(one[0], two[0]) < 3
                    or min(one[3], two[3]) - max(one[2], two[2]) < 3
                )
                assert apart, f"{words!r} lies on {others!r}, {fields}"


@each_form
def test_no_line_of_the_weeks_runs_through_the_words_that_they_are_no_prediction(
    form: Form,
) -> None:
    form = VIEWS["dependence"].fit(form)
    picture = Picture("dependence", form)
    plot, rows = Plotted(picture, form), 0
    for note in shown(picture):
        if bare(note["text"]) != "Illustrative, not a prediction":
            continue
        rows += 1
        if form.key == "narrow" and note["yref"] == "y domain":
            continue  # a phone's row of amounts is low: there they have a ground over the fall
        left, right, foot, head = plot.box(note)
        for trace in picture.traces():
            if trace["mode"] == "lines" and trace.get("yaxis", "y") == note["yref"].split(" ")[0]:
                x, y = plot.line(trace)
                inside = (x > left) & (x < right) & (y > foot) & (y < head)
                assert not inside.any(), trace.get("name")
    assert rows == len(WEEKS[form.key])


def placed(plot: Plotted, shape: dict[str, Any]) -> list[tuple[float, float]]:
    """Both ends of a hairline [px]."""
    log = plot.layout[axis_of(shape["xref"])].get("type") == "log"
    xs = [np.log10(shape[x]) if log else shape[x] for x in ("x0", "x1")]
    return [
        (float(plot.at(x, shape["xref"])), float(plot.at(y, shape["yref"])))
        for x, y in zip(xs, (shape["y0"], shape["y1"]), strict=True)
    ]


def touch(box: tuple[float, float, float, float], at: tuple[float, float]) -> bool:
    left, right, foot, head = box
    return left - 12 < at[0] < right + 12 and foot - 12 < at[1] < head + 12


@each_view
@each_form
def test_a_hairline_leads_to_a_line_or_goes_all_the_way_across(name: str, form: Form) -> None:
    form = VIEWS[name].fit(form)
    for fields in spoken(VIEWS[name]):
        picture = Picture(name, form, **fields)
        layout, plot = picture.panels["main"]["layout"], Plotted(picture, form)
        boxes = list(all_boxes(picture, plot))
        curves = [
            (np.asarray(t["x"], float), np.asarray(t["y"], float))
            for t in picture.traces()
            if t["mode"] == "lines" and t.get("name")
        ]
        for shape in layout.get("shapes", []):
            if shape["type"] != "line" or "domain" in shape["xref"]:
                continue
            ends = [(shape["x0"], shape["y0"]), (shape["x1"], shape["y1"])]
            log = layout[axis_of(shape["xref"])].get("type") == "log"
            for ref, axis in (("xref", 0), ("yref", 1)):
                first, last = layout[axis_of(shape[ref])]["range"]
                at = np.array([end[axis] for end in ends], float)
                at = np.log10(at) if log and not axis else at
                assert (first - 1e-6 <= at).all(), (shape, "it begins off its plot")
                assert (at <= last + 1e-6).all(), (shape, "it ends off its plot")
            on = [
                any(abs(float(np.interp(x, *curve)) - y) < 1.5 for curve in curves)
                for x, y in ends
                if curves
            ]
            low, high = layout["xaxis"]["range"]
            across = shape["y0"] == shape["y1"] and (shape["x0"], shape["x1"]) == (low, high)
            upright = shape["x0"] == shape["x1"] and (shape["y0"], shape["y1"]) == (0, 100)
            assert any(on) or across or upright, (shape, fields)
            if not (across or upright):
                assert any(touch(box, end) for _, box in boxes for end in placed(plot, shape))


@each_form
def test_the_three_pairs_of_cells_are_named_from_left_to_right(form: Form) -> None:
    axis = Picture("reward", VIEWS["reward"].fit(form)).panels["main"]["layout"]["xaxis"]
    assert list(axis["tickvals"]) == [0, 1, 2]
    assert [bare(t) for t in axis["ticktext"]] == ["No drug", "Partial agonist", "Full agonist"]


@each_form
def test_all_that_sources_say_of_a_grip_is_one_closed_bar(form: Form) -> None:
    picture = Picture("drugmap", VIEWS["drugmap"].fit(form), drugs="all")
    for name, grip, top in (("7-OH", (7, 78), 47), ("Mitragynine", (7, 709), 34)):
        (bar,) = (t for t in picture.traces() if t.get("name") == name)
        x, y = np.asarray(bar["x"], float), np.asarray(bar["y"], float)
        low, high = y.min(), y.max()
        assert (low + high) / 2 == pytest.approx(top)
        assert np.round(x).tolist() == [grip[0], grip[1], grip[1], grip[0], grip[0]]
        assert y == pytest.approx([low, low, high, high, low])
