"""Every page for everybody: axe finds nothing, keys reach all, colours contrast, nothing is lost.

axe-core is not ours to keep: run `npm install axe-core` anywhere and let AXE_CORE name its file
`axe.min.js`.
"""

import os
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page
from tests.browser.often import unless_thorough

from contents import CHAPTERS, TALK, TITLE
from mureceptor.marks.look import DARK, LIGHT
from mureceptor.views import VIEWS

Visitor = Callable[..., Any]
TALKS = [f"/{TALK}", f"/{TALK}?view=speaker", f"/{TALK}?view=list"]
PAGES = [f"/{chapter.path}" for chapter in CHAPTERS] + TALKS
# Between them these show every kind of part.
OFTEN = {
    "/",
    "/receptor",
    "/dependence",
    "/daily",
    "/records",
    "/claims",
    "/model",
    *TALKS[:2],  # the list takes a minute
}
each_page = pytest.mark.parametrize(
    "path", [pytest.param(path, marks=unless_thorough(path in OFTEN)) for path in PAGES]
)
SIZES = {"phone": (390, 844), "desk": (1280, 800)}
THEMES = {"light": LIGHT, "dark": DARK}
GROUND = "(c) => getComputedStyle(document.querySelector('.stApp')).backgroundColor === c"
# Every rule of axe, experimental ones and best practices too, but for this one:
RULES = """() => Object.fromEntries(axe.getRules().map(({ ruleId }) => [ruleId, {
  enabled: ruleId !== "color-contrast-enhanced", // 7:1; this design promises 4.5:1, measured below
}]))"""
AXE = f"""() => axe.run(document, {{ resultTypes: ["violations"], rules: ({RULES})() }})
  .then(({{ violations }}) => violations.flatMap(({{ id, nodes }}) =>
    nodes.map(({{ html }}) => [id, html.slice(0, 200)])))"""

ON_PAGE = Path(__file__).with_name("access.js").read_text("utf-8")
HEADINGS = """() => [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
  .filter((heading) => heading.checkVisibility()).map(({ tagName }) => Number(tagName[1]))"""
# Each text that the live region of this figure is given from now on.
HEAR = """(figure) => {
  const region = figure.querySelector('[aria-live]');
  figure.heard = [];
  new MutationObserver(() => figure.heard.push(region.textContent))
    .observe(region, { childList: true });
}"""


@pytest.fixture(scope="module")
def axe() -> str:
    path = os.environ.get("AXE_CORE")
    if path:
        return Path(path).read_text("utf-8")
    if os.environ.get("CI") == "true":
        pytest.fail("AXE_CORE does not say where axe.min.js is; in continuous integration it must")
    pytest.skip("AXE_CORE does not say where axe.min.js of npm's axe-core is")


def arrive(visitor: Visitor, path: str, **how: Any) -> Any:
    visit = visitor(**how)
    visit.go(path)
    visit.page.wait_for_selector("#root h1")
    visit.page.wait_for_selector(".help")
    visit.quiet()
    if visit.page.locator(".live-figure").count():
        visit.drawn()
    return visit


def read(visit: Any, what: str) -> Any:
    return visit.page.evaluate(f"() => {ON_PAGE}.{what}()")


def violations(visit: Any) -> list[str]:
    return [f"{rule}: {html}" for rule, html in visit.page.evaluate(AXE)]


def named_and_in_order(page: Page, path: str) -> None:
    assert page.locator("html").get_attribute("lang") == "en"
    headings = page.evaluate(HEADINGS)
    assert headings.count(1) == 1
    assert headings[0] == 1
    assert all(b - a <= 1 for a, b in pairwise(headings)), headings
    assert page.get_by_role("main").count() == 1
    assert page.get_by_role("region", name="Help").count() == 1
    chapter = next((c for c in CHAPTERS if f"/{c.path}" == path), None)
    if chapter:
        assert page.title() == f"{chapter.name} \u00b7 {TITLE}"
        assert chapter.name in page.locator(".top").inner_text()
    else:
        assert page.title() == page.locator("h1").inner_text()


def faint(visit: Any) -> list[str]:
    """Return what contrasts too little with its ground."""
    least = {"text": 4.5, "line": 3, "control": 3}
    found = read(visit, "colours").items()
    return [f"{kind} {c:.2f}: {where}" for kind, (c, where) in found if c < least[kind]]


@each_page
def test_a_page_is_for_everybody(visitor: Visitor, axe: str, path: str) -> None:
    visit = arrive(visitor, path, reduced_motion="reduce")
    named_and_in_order(visit.page, path)
    reached_by_keys(visit)
    contrasts_and_pleases_axe(visit, axe)
    loses_nothing_where_it_is_narrow(visit)


def reached_by_keys(visit: Any) -> None:
    """Keys reach everything that can be used, and come out again."""
    wanted, met, unseen = read(visit, "reachable"), 0, []
    for _ in range(wanted + 40):
        visit.page.keyboard.press("Tab")
        focus = read(visit, "focus")
        if focus is None or focus["known"]:
            break
        met += 1
        if not focus["seen"]:
            unseen.append(focus["what"])
    else:
        pytest.fail(f"the focus does not come out: {focus}")
    assert unseen == []
    assert met >= wanted


def contrasts_and_pleases_axe(visit: Any, axe: str) -> None:
    visit.page.evaluate(axe)
    for size, (width, height) in SIZES.items():
        visit.page.set_viewport_size({"width": width, "height": height})
        for scheme, theme in THEMES.items():
            visit.page.emulate_media(color_scheme=scheme)
            ground = [int(theme.bg[i : i + 2], 16) for i in (1, 3, 5)]
            visit.page.wait_for_function(GROUND, arg=f"rgb({', '.join(map(str, ground))})")
            until = time.monotonic() + 30  # charts follow the page, on a busy machine late
            while faint(visit) and time.monotonic() < until:
                visit.page.wait_for_timeout(250)
            assert faint(visit) == [], f"{size}, {scheme}"
            if (size, scheme) in {("phone", "dark"), ("desk", "light")}:  # each takes seconds
                visit.quiet()
                assert violations(visit) == [], f"{size}, {scheme}"


def loses_nothing_where_it_is_narrow(visit: Any) -> None:
    """All is there at 200 % zoom and at 320 px, and what is touched is large."""
    visit.page.set_viewport_size({"width": 640, "height": 700})  # 1280 at 200 % zoom
    fits(visit)
    assert read(visit, "lost") == [0, []]
    visit.page.set_viewport_size({"width": 320, "height": 700})
    fits(visit)
    assert read(visit, "lost") == [0, []]
    for kind, least in (("[type=range]", 44), ("[type=radio]", 24), ("button", 24)):
        for part in visit.page.locator(f".live-figure {kind}:visible").all():
            box = part.bounding_box()
            assert box["height"] >= least, part.evaluate("(part) => part.outerHTML")
            assert box["width"] >= 24


def fits(visit: Any) -> None:
    """Wait until the figures for this width are drawn; they are fetched first."""
    visit.page.wait_for_function(
        "() => [...document.querySelectorAll('.svg-container')]"
        ".every((plot) => plot.clientWidth <= innerWidth)"
    )
    visit.quiet()


def chapter_link(page: Any, name: str) -> Any:
    """Return a link in the list of chapters, once that is open."""
    return page.get_by_test_id("stPopoverBody").get_by_role("link", name=name)


def test_axe_finds_nothing_in_the_list_of_chapters_and_a_table(visitor: Visitor, axe: str) -> None:
    visit = arrive(visitor, "/", reduced_motion="reduce")
    visit.page.evaluate(axe)
    visit.page.get_by_role("button", name="Show as table").first.click()
    visit.page.get_by_text("All chapters").click()
    chapter_link(visit.page, "2. The receptor").wait_for()
    visit.quiet()
    assert violations(visit) == []


def test_the_list_of_chapters_opens_and_closes_by_keys(visitor: Visitor) -> None:
    page = arrive(visitor, "/").page
    button = page.get_by_role("button", name="All chapters")
    button.focus()
    page.keyboard.press("Enter")
    chapter_link(page, "6. The ceiling").wait_for()
    page.keyboard.press("Escape")
    chapter_link(page, "6. The ceiling").wait_for(state="hidden")
    assert button.evaluate("(button) => button === document.activeElement")
    page.keyboard.press("Enter")
    chapter_link(page, "6. The ceiling").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/ceiling")
    chapter_link(page, "6. The ceiling").wait_for(state="hidden")


def heard(visit: Any, figure: Any, count: int) -> list[str]:
    """Wait until so much was said, and a little longer; return it all."""
    visit.page.wait_for_function("([f, n]) => f.heard.length >= n", arg=[figure, count])
    visit.quiet(700)
    return list(figure.evaluate("(figure) => figure.heard"))


def test_each_settled_change_is_said_once(visitor: Visitor) -> None:
    visit = arrive(visitor, "/tissue")
    reserve = visit.figure("reserve").element_handle()
    reserve.evaluate(HEAR)
    slider = visit.slider("reserve")
    start = int(slider.input_value())
    slider.evaluate("""(range) => {
      for (let step = 0; step < 5; step += 1) {
        range.value = Number(range.value) - 1;
        range.dispatchEvent(new Event('input'));
      }
    }""")
    said = heard(visit, reserve, 1)
    moved = visit.sentence("reserve")
    assert said == [moved], "once it rests"
    assert int(slider.input_value()) == start - 5
    amplification = VIEWS["reserve"].dragged["amplification"]
    words = amplification.format(amplification.grid[start - 5])
    assert slider.get_attribute("aria-valuetext") == words, "at each step, and short"
    visit.figure("reserve").get_by_role("button", name=VIEWS["reserve"].tries[-1][0]).click()
    said = heard(visit, reserve, 2)
    tried = visit.sentence("reserve")
    assert said == [moved, tried]
    assert tried != moved
    visit.figure("reserve").get_by_label("High push").check()
    assert heard(visit, reserve, 3) == [moved, tried, visit.sentence("reserve")]


def test_a_chart_is_one_picture_with_its_sentence(visitor: Visitor) -> None:
    visit = arrive(visitor, "/")
    wire = visit.page.context.new_cdp_session(visit.page)
    nodes = wire.send("Accessibility.getFullAXTree")["nodes"]
    (chart,) = [
        node
        for node in nodes
        if node.get("role", {}).get("value") == "image"
        and node["name"]["value"] == f"Chart: {VIEWS['short'].title}"
    ]
    assert chart["description"]["value"] == visit.sentence("short")
    said = {node["name"]["value"] for node in nodes if not node["ignored"] and "name" in node}
    assert "0.01" not in said, "ticks alone say nothing"
