"""Large text, wide spacing, little height: the help line stays whole, and covers nothing."""

from collections.abc import Callable
from typing import Any

import pytest

from contents import CHAPTERS

Visitor = Callable[..., Any]
PATHS = [f"/{chapter.path}" for chapter in CHAPTERS]
# WCAG 2.2, 1.4.12.
SPACING = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }"""
# Text alone at twice its size, as Firefox and telephones do it.
DOUBLE = """() => {
  const sizes = [...document.querySelectorAll('.foot, .foot *, #root h1, #root .lead')]
    .map((part) => [part, parseFloat(getComputedStyle(part).fontSize)]);
  for (const [part, size] of sizes) {
    part.style.setProperty('font-size', `${size * 2}px`, 'important');
  }
}"""
# What of the help line is outside the screen once one has gone to the page's end.
CUT = """() => {
  document.scrollingElement.scrollTop = document.scrollingElement.scrollHeight;
  const foot = document.querySelector('.foot');
  return [foot, ...foot.querySelectorAll('.help *')].filter((part) => {
    const { left, right, top, bottom } = part.getBoundingClientRect();
    return left < 0 || right > innerWidth + 0.5 || top < 0 || bottom > innerHeight + 0.5;
  }).map((part) => part.outerHTML);
}"""
WIDER = """() => [...document.querySelectorAll('html, #plain, [data-testid="stMain"]')]
  .map((part) => part.scrollWidth - part.clientWidth)"""
# The parts of the page, whether the focus is on one, and how much of it [px] the help line covers.
COVERED = """() => {
  const part = document.activeElement;
  if (part === document.body || part.closest('.foot')) return null;
  const { top, bottom } = part.getBoundingClientRect();
  const foot = document.querySelector('.foot').getBoundingClientRect();
  const known = Boolean(part.met);
  part.met = true;
  const under = Math.round(Math.min(bottom, foot.bottom) - Math.max(top, foot.top));
  return [known, under, part.outerHTML.slice(0, 120)];
}"""


def opened(visitor: Visitor, path: str, **how: Any) -> Any:
    visit = visitor(**how)
    visit.go(path)
    visit.page.wait_for_selector("#root h1")
    visit.quiet()
    return visit


def share(visit: Any) -> float:
    """How much of the height the help line takes while a page is read."""
    return float(
        visit.page.evaluate("""() => {
          document.scrollingElement.scrollTop = 0;
          const { top } = document.querySelector('.foot').getBoundingClientRect();
          return Math.max(0, innerHeight - top) / innerHeight;
        }""")
    )


SCREENS = 5  # that a chapter may be high on a phone, without what is folded
PLACED = """() => [...document.querySelectorAll('[class*="st-key-live_"]')].every((box) =>
  box.querySelector('.live-figure[data-form], .live-fold:not([open])'))"""
HIGH = """() => document.querySelector('.plain-page, [data-testid="stMainBlockContainer"]')
  .offsetHeight"""
LIVE = [
    "/",
    "/claims",
    "/sandbox",
]  # opened as the live page too, which stands as the plain one does


@pytest.mark.parametrize(
    ("path", "live"), [*((path, False) for path in PATHS), *((path, True) for path in LIVE)]
)
def test_a_chapter_is_short_and_no_number_is_cut_with_wide_spacing(
    visitor: Visitor, path: str, live: bool
) -> None:
    if live:
        visit = opened(visitor, path, width=390, height=844)
        visit.page.wait_for_function(PLACED)
    else:
        visit = visitor(width=390, height=844)
        visit.page.route("**/static/js/index.*.js", lambda _route: None)  # never answered
        visit.page.goto(visit.base + path, wait_until="domcontentloaded")
        visit.page.locator("#plain[data-heard]").wait_for()
    assert visit.page.evaluate(HIGH) <= SCREENS * 844
    visit.page.add_style_tag(content=SPACING)
    for width in (390, 360, 320):
        visit.page.set_viewport_size({"width": width, "height": 844})
        visit.frames()
        assert visit.page.evaluate(CUT) == [], width
        assert max(visit.page.evaluate(WIDER)) <= 0, width
        assert share(visit) <= 0.25


@pytest.mark.parametrize("size", [(390, 844), (320, 640), (1280, 800), (844, 390)])
def test_no_number_is_lost_with_text_of_twice_the_size(
    visitor: Visitor, size: tuple[int, int]
) -> None:
    visit = opened(visitor, "/ceiling", width=size[0], height=size[1])
    visit.page.evaluate(DOUBLE)
    visit.frames()
    visit.frames()
    assert visit.page.evaluate(CUT) == []
    assert share(visit) <= 0.25


@pytest.mark.parametrize("size", [(320, 200), (320, 256), (640, 360), (844, 390)])
def test_where_height_is_short_the_help_line_scrolls_with_the_page(
    visitor: Visitor, size: tuple[int, int]
) -> None:
    visit = opened(visitor, "/ceiling", width=size[0], height=size[1])
    assert share(visit) == 0
    assert visit.page.evaluate(CUT) == []
    visit.page.set_viewport_size({"width": 390, "height": 844})
    visit.page.wait_for_function("() => !document.documentElement.hasAttribute('data-short')")
    assert 0 < share(visit) <= 0.25


@pytest.mark.parametrize("path", ["/", "/ceiling", "/claims"])
@pytest.mark.parametrize("size", [(1280, 800), (390, 844), (320, 256)])
def test_nothing_with_the_focus_is_under_the_help_line(
    visitor: Visitor, path: str, size: tuple[int, int]
) -> None:
    visit = opened(visitor, path, width=size[0], height=size[1])
    if path != "/claims":
        visit.drawn()
    met = 0
    for key in ["Tab"] * 40 + ["Shift+Tab"] * 20:
        visit.page.keyboard.press(key)
        found = visit.page.evaluate(COVERED)
        if found:
            met += 1
            assert found[1] <= 1, found[2]  # a scroll ends on a whole pixel
    assert met > 20
