"""After every kind of change a figure shows the marks that its state has when opened by a link."""

import os
import time
from collections.abc import Callable
from typing import Any

import pytest

from contents import CHAPTERS
from mureceptor.views import VIEWS

Visitor = Callable[..., Any]
LIVE = [f"/{c.path}" for c in CHAPTERS if c.key not in {"claims", "model"}]
each_page = pytest.mark.parametrize("path", LIVE)
NEAR_PX = 2  # float32, and a label's box
# Red on /mixing after a try, and not seen whole on a quiet machine: a run has to ask for it.
pytestmark = pytest.mark.skipif("MARKS" not in os.environ, reason="MARKS=yes runs this suite")
REST_S = 20  # a busy machine draws late; what stands by then is what a reader has


def shown(visit: Any) -> list[str]:
    """Return the names of the views on this page."""
    names = visit.page.evaluate(
        "() => [...document.querySelectorAll('.live-figure')]"
        ".map((figure) => figure.getAttribute('aria-labelledby'))"
    )
    return [name.removeprefix("live-").rsplit("-", 2)[0] for name in names]


def missing(wanted: list[dict[str, Any]], there: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the marks of `wanted` that have no like in `there`; each can stand for one only."""
    left = list(there)
    lost = []
    for mark in wanted:
        for other in left:
            alike = all(mark[key] == other[key] for key in mark.keys() - {"box"})
            if alike and all(
                abs(a - b) <= NEAR_PX for a, b in zip(mark["box"], other["box"], strict=True)
            ):
                left.remove(other)
                break
        else:
            lost.append(mark)
    return lost


class Compared:
    """A visitor who changes figures, and another who opens each state by its address."""

    def __init__(self, visitor: Visitor, path: str) -> None:
        self.visit = visitor().open(path)
        self.other = visitor()

    def same(self, view: str, how: str) -> None:
        """Compare the figure with what its address shows, once both have come to rest."""
        lost: list[dict[str, Any]] = []
        left_over: list[dict[str, Any]] = []
        deadline = time.monotonic() + REST_S
        while time.monotonic() < deadline:
            if self.other.page.url != self.visit.page.url:
                self.other.page.goto(self.visit.page.url)
                self.other.drawn()
            there, wanted = self.visit.marks(view), self.other.marks(view)
            lost, left_over = missing(wanted, there), missing(there, wanted)
            if wanted and not lost and not left_over:
                return
            self.visit.page.wait_for_timeout(150)
        assert lost == [], f"{view}, {how}: these are not shown"
        assert left_over == [], f"{view}, {how}: these are left over"
        raise AssertionError(f"{view}, {how}: nothing is drawn")


@pytest.fixture
def compared(visitor: Visitor, path: str) -> Compared:
    return Compared(visitor, path)


@each_page
def test_after_a_try(compared: Compared) -> None:
    for view in shown(compared.visit):
        for words, fields in VIEWS[view].tries:
            compared.visit.figure(view).get_by_role("button", name=words, exact=True).click()
            for field in fields:  # else the state before would be compared
                text = VIEWS[view].state(**fields).texts()[field]
                compared.visit.settled(f"{view}.{field}", text)
            compared.same(view, words)


@each_page
def test_after_a_drag_keys_and_a_choice(compared: Compared) -> None:
    page = compared.visit.page
    for view in shown(compared.visit):
        slider = compared.visit.slider(view)
        box = slider.bounding_box()
        y = box["y"] + box["height"] / 2
        page.mouse.move(box["x"] + 0.2 * box["width"], y)
        page.mouse.down()
        page.mouse.move(box["x"] + 0.83 * box["width"], y, steps=12)
        page.mouse.up()
        compared.visit.quiet()
        compared.same(view, "a drag")
        slider.focus()
        for key in ("Home", "ArrowRight", "ArrowRight"):
            page.keyboard.press(key)
        chosen = VIEWS[view].chosen
        for field, choice in chosen.items():
            for option in [*choice.options][::-1]:
                radio = f'input[data-field="{field}"][value="{option}"]'
                compared.visit.figure(view).locator(radio).click()
        compared.visit.quiet()
        compared.same(view, f"keys and {', '.join(chosen)}")


@each_page
def test_after_a_table_a_print_another_width_and_another_theme(compared: Compared) -> None:
    visit, page = compared.visit, compared.visit.page
    views = shown(visit)
    for view in views:
        visit.figure(view).get_by_role("button", name=VIEWS[view].tries[0][0], exact=True).click()
    for view in views:
        visit.figure(view).get_by_role("button", name="Show as table").click()
        visit.slider(view).focus()
        page.keyboard.press("ArrowLeft")
        visit.figure(view).get_by_role("button", name="Show as chart").click()
    visit.quiet()
    for view in views:
        compared.same(view, "a table and back")
    page.emulate_media(media="print")
    visit.frames()
    page.emulate_media(media="screen")
    for view in views:
        compared.same(view, "a print")
    for width, theme in ((390, "dark"), (1280, "light")):
        for each in (visit, compared.other):
            each.page.set_viewport_size({"width": width, "height": 900})
            each.page.emulate_media(color_scheme=theme)
        for view in views:
            compared.same(view, f"{theme}, {width} px")


def test_these_pages_show_all_figures(visitor: Visitor) -> None:
    visit = visitor()
    views = []
    for path in LIVE:
        visit.open(path)
        views += shown(visit)
    assert sorted(views) == sorted(VIEWS)
