"""After every kind of change a figure shows the marks that its state has when opened by a link."""

import re
import time
from collections.abc import Callable
from typing import Any

import pytest
from tests.browser.often import unless_thorough

from contents import CHAPTERS
from mureceptor.views import VIEWS
from page.parts import Chapter

Visitor = Callable[..., Any]
LIVE = [chapter for chapter in CHAPTERS if chapter.views]
OFTEN = {"mixing"}  # each takes half a minute
NEAR_PX = 2  # float32, and a label's box
REST_S = 45  # a busy machine draws late; what stands by then is what a reader has


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
    """A visitor who changes the figures of a page, and another who opens it by its address."""

    def __init__(self, visitor: Visitor, path: str) -> None:
        self.visit = visitor().open(path)
        self.other = visitor()
        self.views = shown(self.visit)

    def same(self, how: str) -> None:
        """Compare each figure with what the address shows, once both have come to rest."""
        for view in self.views:
            lost: list[dict[str, Any]] = []
            left_over: list[dict[str, Any]] = []
            wanted: list[dict[str, Any]] = []
            deadline = time.monotonic() + REST_S
            while time.monotonic() < deadline:
                if self.other.page.url != self.visit.page.url:
                    self.other.page.goto(self.visit.page.url)
                    self.other.drawn()
                there, wanted = self.visit.marks(view), self.other.marks(view)
                lost, left_over = missing(wanted, there), missing(there, wanted)
                if wanted and not lost and not left_over:
                    break
                self.visit.page.wait_for_timeout(150)
            assert wanted, f"{view}, {how}: nothing is drawn"
            assert lost == [], f"{view}, {how}: these are not shown"
            assert left_over == [], f"{view}, {how}: these are left over"


@pytest.mark.parametrize(
    "chapter",
    [
        pytest.param(
            chapter,
            id=chapter.key,
            marks=unless_thorough(chapter.key in OFTEN),
        )
        for chapter in LIVE
    ],
)
def test_marks_are_those_of_the_address(visitor: Visitor, chapter: Chapter) -> None:
    compared = Compared(visitor, f"/{chapter.path}")
    assert sorted(compared.views) == sorted(chapter.views)
    tries(compared)
    drag(compared)
    keys_and_choices(compared)
    table_print_width_theme(compared)


def tries(compared: Compared) -> None:
    visit = compared.visit
    for turn in range(max(len(VIEWS[view].tries) for view in compared.views)):
        for view in compared.views:
            for words, fields in VIEWS[view].tries[turn : turn + 1]:
                visit.figure(view).get_by_role("button", name=words, exact=True).click()
                for field in fields:  # else the state before would be compared
                    text = re.escape(VIEWS[view].state(**fields).texts()[field])
                    visit.page.wait_for_url(re.compile(rf"[?&]{view}\.{field}={text}(&|$)"))
        compared.same(f"try {turn + 1}")


def drag(compared: Compared) -> None:
    visit, page = compared.visit, compared.visit.page
    for view in compared.views:
        slider = visit.slider(view)
        slider.scroll_into_view_if_needed()
        box = slider.bounding_box()
        y = box["y"] + box["height"] / 2
        page.mouse.move(box["x"] + 0.2 * box["width"], y)
        page.mouse.down()
        page.mouse.move(box["x"] + 0.83 * box["width"], y, steps=12)
        page.mouse.up()
    visit.quiet()
    compared.same("a drag")


def keys_and_choices(compared: Compared) -> None:
    visit, page = compared.visit, compared.visit.page
    for view in compared.views:
        visit.slider(view).focus()
        for key in ("Home", "ArrowRight", "ArrowRight"):
            page.keyboard.press(key)
        for field, choice in VIEWS[view].chosen.items():
            for option in [*choice.options][::-1]:
                radio = f'input[data-field="{field}"][value="{option}"]'
                visit.figure(view).locator(radio).click()
    visit.quiet()
    compared.same("keys and choices")


def table_print_width_theme(compared: Compared) -> None:
    visit, page = compared.visit, compared.visit.page
    for view in compared.views:
        visit.figure(view).get_by_role("button", name="Show as table").click()
        visit.slider(view).focus()
        page.keyboard.press("ArrowLeft")
        visit.figure(view).get_by_role("button", name="Show as chart").click()
    visit.quiet()
    page.emulate_media(media="print")
    visit.frames()
    page.emulate_media(media="screen")
    compared.same("a table and back, and a print")
    for width, theme in ((390, "dark"), (1280, "light")):
        for each in (visit, compared.other):
            each.page.set_viewport_size({"width": width, "height": 900})
            each.page.emulate_media(color_scheme=theme)
        compared.same(f"{theme}, {width} px")


def test_these_pages_show_all_figures() -> None:
    assert sorted(view for chapter in LIVE for view in chapter.views) == sorted(VIEWS)
