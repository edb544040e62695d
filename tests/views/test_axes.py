"""Every tick is written as what it stands at, and ticks follow each other in steps people count in.

What a tick says is read as a reader reads it, from the finished document.
"""

import re
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from tests.views.conftest import Picture, bare
from tests.views.test_chart_words import each_form, each_view

from mureceptor.marks.forms import Form
from mureceptor.views import VIEWS

# How much each unit is in the unit of its axis: minutes, but for the two that count otherwise.
UNITS = {"": 1.0, "s": 1 / 60, "min": 1.0, "h": 60.0}
REFS = ("xref", "yref")
# Steps that are counted in, by the span of an axis: per cents, hours, days, minutes, amounts.
STEPS = {1.6: (1,), 48: (6, 12), 56: (7, 14), 75: (25,), 100: (25, 50), 480: (60, 120)}


def axes(picture: Picture) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for panel, spec in picture.panels.items():
        for name, axis in spec["layout"].items():
            if re.fullmatch(r"[xy]axis\d*", name) and len(axis.get("tickvals", ())):
                yield panel, name, axis


def said(words: str) -> float | None:
    """What a tick says in numbers, if it does."""
    found = re.fullmatch(r"([÷×]?)([\d,.]+) ?(s|min|h|)", words)
    if not found:
        return None
    number = float(found[2].replace(",", "")) * UNITS[found[3]]
    return 1 / number if found[1] == "÷" else number


@each_view
@each_form
def test_every_tick_is_written_as_what_it_stands_at(name: str, form: Form) -> None:
    for panel, axis_name, axis in axes(Picture(name, VIEWS[name].fit(form))):
        at, words = np.asarray(axis["tickvals"], float), axis.get("ticktext")
        if words is None:  # Plotly writes the numbers itself, 1,000 without its comma
            assert axis.get("type") != "log", (panel, axis_name)
            assert at.max() < 1000, (panel, axis_name)
            continue
        assert len(words) == len(at), (panel, axis_name)
        for value, each in zip(at.tolist(), map(bare, words), strict=True):
            if (number := said(each)) is not None:
                assert value == pytest.approx(number, rel=1e-3), (panel, axis_name, each)
            elif each == "start":
                assert value in (0, 1), (panel, axis_name)


@each_view
@each_form
def test_ticks_follow_each_other_in_steps_that_people_count_in(name: str, form: Form) -> None:
    view = VIEWS[name]
    for _, axis_name, axis in axes(Picture(name, view.fit(form))):
        at = np.asarray(axis["tickvals"], float)
        words = [bare(text) for text in axis.get("ticktext", ())]
        if any(said(each) is None and each != "start" for each in words):
            continue  # names, not numbers
        low, high = axis["range"]
        if axis.get("type") == "log":
            if not any(re.search("[a-z]", each) for each in words):
                ends = np.log10(at[[0, -1]])
                assert low <= ends[0] < low + 1, axis_name
                assert high - 1 < ends[1] <= high, axis_name
                steps = np.diff(np.log10(at))
                assert steps == pytest.approx(np.full(steps.size, steps[0])), axis_name
                assert steps[0] == pytest.approx(round(steps[0])), axis_name
            continue
        ends_at = max(span for span in STEPS if span <= high + 1e-9)
        counted = at[1:] if at[0] == 1 else at  # day 1, then weeks
        steps = np.diff(counted)
        assert set(steps.tolist()) <= set(STEPS[ends_at]), (axis_name, at)
        assert len({*steps.tolist()}) <= 1, (axis_name, at)
        if axis_name == "xaxis" and view.stands(view.controls[0]) == "axis":
            assert at[-1] == high, (axis_name, "the end of its control is named")
            assert at[0] == low


@each_view
@each_form
def test_numbers_stand_beside_every_y_axis_or_beside_its_like_on_the_left(
    name: str, form: Form
) -> None:
    picture = Picture(name, VIEWS[name].fit(form))
    named: list[Any] = []
    for panel, spec in picture.panels.items():
        cups = {image["yref"].replace("y", "yaxis") for image in spec["layout"].get("images", ())}
        for axis_name, axis in spec["layout"].items():
            if not re.fullmatch(r"yaxis\d*", axis_name) or not axis.get("visible", True):
                continue
            if not len(axis["tickvals"]) or axis_name in cups:
                continue  # its rows are named on the chart, or counted
            scale = axis["range"], list(axis["tickvals"])
            if axis.get("showticklabels", True):
                named.append(scale)
            assert scale in named, (panel, axis_name)


@each_view
@each_form
def test_every_axis_has_ticks_from_end_to_end_and_a_line_at_zero(name: str, form: Form) -> None:
    for panel, spec in Picture(name, VIEWS[name].fit(form)).panels.items():
        images = spec["layout"].get("images", ())
        cups = {image[ref].replace(ref[0], f"{ref[0]}axis") for image in images for ref in REFS}
        for axis_name, axis in spec["layout"].items():
            if not re.fullmatch(r"[xy]axis\d*", axis_name) or not axis.get("visible", True):
                continue
            if axis_name in cups or (name, axis_name) == ("staying", "yaxis"):
                continue  # what is counted, and rows that are named on the chart
            at, (low, high) = np.asarray(axis["tickvals"], float), axis["range"]
            at = np.log10(at) if axis.get("type") == "log" else at
            assert at.size >= 2, (panel, axis_name)
            assert ((low <= at) & (at <= high)).all(), (panel, axis_name)
            assert np.ptp(at) >= 0.35 * (high - low), (panel, axis_name)
            if axis_name[0] == "y" and low < 0 and axis["showgrid"] and name != "tops":
                assert axis["zeroline"], (panel, axis_name)


@each_view
@each_form
def test_an_x_axis_has_its_line_and_notches_where_it_counts(name: str, form: Form) -> None:
    for panel, axis_name, axis in axes(Picture(name, VIEWS[name].fit(form))):
        if axis_name[0] == "y":
            continue
        assert axis.get("showticklabels", True), axis_name
        words = [bare(text) for text in axis.get("ticktext", ())]
        counts = all(said(each) is not None or each == "start" for each in words)
        assert (axis["ticks"] == "outside") is counts, axis_name
        # Its lowest plot has a line at zero, and cells stand on nothing.
        bare_below = (name, panel) in (("reward", "main"), ("dependence", "main"))
        assert axis["showline"] is not bare_below, axis_name


@each_view
@each_form
def test_hairlines_are_drawn_where_a_y_axis_counts_and_not_where_it_names(
    name: str, form: Form
) -> None:
    for _, axis_name, axis in axes(Picture(name, VIEWS[name].fit(form))):
        if axis_name[0] == "y":
            words = [bare(text) for text in axis.get("ticktext", ())]
            counts = all(said(each) is not None for each in words)
            assert axis["showgrid"] is (counts or name == "tops"), axis_name
