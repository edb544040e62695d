"""The page around the charts: what it asks for, how it fits, what it does when something fails."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest

from contents import CHAPTERS
from mureceptor.views import VIEWS
from mureceptor.views.phrases import plain
from page.parts import Figure

Visitor = Callable[..., Any]
each_page = pytest.mark.parametrize(
    ("path", "view"), [("/", "short"), ("/ceiling", "breathing")], ids=["short", "ceiling"]
)
WIDTH = """() => [...document.querySelectorAll('html, body, [data-testid="stMain"]')]
  .map((part) => [part.scrollWidth, part.clientWidth])"""


@pytest.mark.parametrize(("path", "view"), [("/", "short"), ("/tissue", "reserve")])
def test_plotly_is_asked_for_once(visitor: Visitor, path: str, view: str) -> None:
    visit = visitor(new=True).open(path)
    charts = visit.page.locator(".js-plotly-plot").count()
    assert charts >= 2
    assert sum(url.endswith("/plotly.min.js") for url in visit.requests) == 1
    before = len(visit.requests)
    visit.page.get_by_text("All chapters").click()
    other = "The short version" if path != "/" else "The ceiling"
    visit.page.get_by_role("link", name=other).first.click()
    visit.figure("short" if path != "/" else "breathing").wait_for()
    visit.drawn()
    assert not [url for url in visit.requests[before:] if url.endswith(".js")]
    assert not visit.figure(view).count()


# By chapter: what of its first figure lies below a laptop's first screen.
LOW = """() => {
  const last = (selector) => Math.max(...[...document.querySelector('.live-figure')
    .querySelectorAll(selector)].map((part) => part.getBoundingClientRect().bottom));
  const line = document.querySelector('.help').getBoundingClientRect().top;
  return ['.live-main', '.live-control', '.live-choice', '.live-sentence']
    .filter((part) => last(part) > line);
}"""
# Sliders that lie under an axis as if it were their own, and sliders of an axis that do not.
STRAY = """() => [...document.querySelectorAll('.live-figure')].flatMap((figure) => {
  const plot = figure.querySelector('.nsewdrag').getBoundingClientRect();
  return [...figure.querySelectorAll('.live-control .live-track')]
    .filter((track) => track.checkVisibility())
    .filter((track) => {
      const { left, right } = track.getBoundingClientRect();
      const off = [Math.abs(left - plot.left), Math.abs(right - plot.right)];
      return track.closest('.live-axis') ? Math.max(...off) > 3 : Math.max(...off) < plot.width / 4;
    })
    .map((track) => track.parentElement.textContent);
})"""
# The steps of the weeks are not held here yet.
WITH_A_FIGURE = [
    c.path
    for c in CHAPTERS
    if any(isinstance(part, Figure) for part in c.parts) and c.path != "dependence"
]


def test_figure_control_and_sentence_stand_on_one_screen_and_sliders_apart_from_axes(
    visitor: Visitor,
) -> None:
    visit = visitor(width=1280, height=720)
    for path in WITH_A_FIGURE:
        visit.open(f"/{path}")
        assert visit.page.evaluate(LOW) == [], path
        assert visit.page.evaluate(STRAY) == [], path


def first_screen(visit: Any, view: str, height: int) -> None:
    """The first screen shows the message and a chart."""
    message = visit.page.locator("h1").bounding_box()
    plot = visit.panel(view).bounding_box()
    covered = visit.page.locator(".help").bounding_box()
    assert 0 <= message["y"] < plot["y"]
    assert plot["y"] + plot["height"] <= covered["y"] <= height


@each_page
def test_message_and_chart_fit_the_first_screen_of_a_phone_a_turned_one_and_a_desk(
    visitor: Visitor, path: str, view: str
) -> None:
    visit = visitor(width=390, height=844).open(path)
    assert visit.figure(view).get_attribute("data-form") == "narrow"
    first_screen(visit, view, 844)
    for width in (390, 320):
        visit.page.set_viewport_size({"width": width, "height": 844})
        settled_to_width(visit, view)
        for scrolled, shown in visit.page.evaluate(WIDTH):
            assert scrolled <= shown == width
        assert visit.panel(view).bounding_box()["width"] <= width
    visit.page.set_viewport_size({"width": 1280, "height": 800})
    visit.page.wait_for_selector(f'.live-figure[data-form="wide"][aria-labelledby*="{view}"]')
    settled_to_width(visit, view)
    first_screen(visit, view, 800)
    assert visit.sentence(view) == plain(VIEWS[view].sentence(VIEWS[view].state()))


def settled_to_width(visit: Any, view: str) -> None:
    """Wait until the plot is drawn as wide as its place."""
    visit.page.wait_for_function(
        "(node) => node._fullLayout.width === node.clientWidth",
        arg=visit.panel(view).element_handle(),
    )


@pytest.mark.parametrize(
    ("path", "view"), [("/", "short"), ("/ceiling", "breathing"), ("/sandbox", "sandbox")]
)
def test_paper_shows_the_figure_and_its_words_without_controls(
    visitor: Visitor, path: str, view: str
) -> None:
    visit = visitor().open(path)
    visit.page.emulate_media(media="print")
    figure = visit.figure(view)
    assert visit.panel(view).is_visible()
    assert figure.locator(".live-sentence").is_visible()
    for part in (".live-controls", ".live-choice", ".live-pins", ".live-tries", ".live-tools"):
        assert not any(found.is_visible() for found in figure.locator(part).all()), part
    assert not visit.page.get_by_text("All chapters").is_visible()
    assert figure.evaluate("(figure) => getComputedStyle(figure).breakInside") == "avoid"


# Scroll so that below a word there is room for its meaning only on the help line.
JUST_ABOVE = """(word) => {
  const line = document.querySelector('.help').getBoundingClientRect().top;
  const down = word.getBoundingClientRect().bottom - line + 70;
  document.querySelector('[data-testid=stMain]').scrollBy({ top: down, behavior: 'instant' });
}"""


def test_cups_lead_on_and_what_is_folded_opens_for_paper(visitor: Visitor) -> None:
    visit = visitor(width=390, height=844).open("/")
    visit.page.evaluate("window.kept = true")
    cups = visit.page.locator(".st-key-cups :is(a, .cup)")
    boxes = [box for box in (cup.bounding_box() for cup in cups.all()) if box]
    assert len(boxes) == len(CHAPTERS)
    assert all(box["width"] >= 24 and box["height"] >= 24 for box in boxes)
    assert all(a["x"] + a["width"] <= b["x"] for a, b in pairwise(boxes)), "none on another"
    visit.page.get_by_role("link", name=f"2. {CHAPTERS[1].name}", exact=True).click()
    visit.page.wait_for_function(
        "(words) => document.querySelector('#root h1')?.textContent === words",
        arg=CHAPTERS[1].headline,
    )
    visit.page.wait_for_selector(f'.cup[aria-current="page"]:has-text("2. {CHAPTERS[1].name}")')
    assert visit.page.evaluate("window.kept"), "the page was not loaded anew"
    sources = visit.page.locator("#sources")
    sources.wait_for()
    # A hard word opens what it means, by keys too, and clear of the help line.
    word = visit.page.locator("#root .known .word").last
    word.evaluate(JUST_ABOVE)
    assert word.bounding_box()["height"] >= 24
    meaning = visit.page.locator(f"#root #{word.get_attribute('popovertarget')}")
    assert not meaning.is_visible()
    word.press("Enter")
    meaning.wait_for()
    box = meaning.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    assert box["y"] + box["height"] <= visit.page.locator(".help").bounding_box()["y"]
    visit.page.keyboard.press("Escape")
    meaning.wait_for(state="hidden")
    assert word.evaluate("(word) => word === document.activeElement")
    states = [sources.get_attribute("open")]
    for event in ("beforeprint", "afterprint"):
        visit.page.evaluate("(name) => dispatchEvent(new Event(name))", event)
        states.append(sources.get_attribute("open"))
    assert states == [None, "", None]


def test_words_and_height_are_there_before_the_figure(visitor: Visitor) -> None:
    visit = visitor()
    visit.page.route("**/plotly.min.js", lambda _route: None)  # never answered
    visit.page.goto(visit.base + "/", wait_until="commit")
    first = visit.page.locator('#plain [data-view="short"]')
    first.locator(".live-tools").wait_for()
    usual = VIEWS["short"].sentence(VIEWS["short"].state())
    assert first.locator(".live-sentence").inner_text() == plain(usual)
    other = visitor().open("/").figure("short")
    for part in (".live-plot:visible", ".live-track", ".live-sentence", ".live-tools"):
        before, after = (each.locator(part).first.bounding_box() for each in (first, other))
        assert all(abs(before[side] - after[side]) <= 2 for side in before), part


def test_a_link_that_cannot_be_used_says_so_and_opens(visitor: Visitor) -> None:
    visit = visitor().open("/?short.amount=1e9&utm_source=letter")
    notice = visit.page.locator(".notice")
    assert "Amount at the receptor (C/K) must be between 0.01 and 100" in notice.inner_text()
    assert visit.sentence("short") == plain(VIEWS["short"].sentence(VIEWS["short"].state()))
    visit.page.evaluate("document.querySelector('.js-plotly-plot').kept = true")
    visit.slider("short").focus()
    visit.page.keyboard.press("Home")
    visit.settled("short.amount", "0.01")
    assert visit.page.evaluate("document.querySelector('.js-plotly-plot').kept")


# What a reader does with each figure of a page.
USE = """() => document.querySelectorAll('.live-figure').forEach((figure) => {
  const range = figure.querySelector('input[type=range]');
  range.value = Number(range.value) - 1;
  range.dispatchEvent(new Event('input'));
  figure.querySelector('.live-tries button')?.click();
  const table = figure.querySelector('.live-tools button');
  table.click();
  table.click();
})"""


def test_a_visit_to_a_chapter_leaves_nothing_behind(visitor: Visitor) -> None:
    visit = visitor(new=True, reduced_motion="reduce").open("/")
    wire = visit.page.context.new_cdp_session(visit.page)
    wire.send("Performance.enable")

    def kept() -> tuple[int, int]:
        # Some of what was let go is collected at the second time, or once a timer has run out.
        wire.send("HeapProfiler.collectGarbage")
        visit.page.wait_for_timeout(300)
        found = {
            each["name"]: each["value"] for each in wire.send("Performance.getMetrics")["metrics"]
        }
        return found["Nodes"], found["JSEventListeners"]

    counts: list[tuple[int, int]] = []
    for _ in range(3):
        for name, view in (("The ceiling", "breathing"), ("The short version", "short")):
            visit.page.evaluate(USE)
            visit.page.get_by_text("All chapters").click()
            visit.page.get_by_test_id("stPopoverBody").get_by_role("link", name=name).click()
            visit.figure(view).wait_for()
            visit.drawn()
        at_first = counts[0] if counts else (0, 0)
        for _ in range(20):
            now = kept()
            if counts and all(n <= then for n, then in zip(now, at_first, strict=True)):
                break
        counts.append(now)
    (nodes, listeners), (more_nodes, more_listeners) = counts[0], counts[-1]
    assert more_nodes - nodes < 30, counts  # one figure has about 300
    assert more_listeners - listeners < 6, counts  # one figure has about 30


MOUNTED = """async (address) => {
  const { mounts } = await import(address);
  const said = [];
  const says = (word) => () => said.push(word);
  const mount = mounts(() => ({ recolour: says('recolour'), close: says('close') }));
  const call = { data: [{}], parentElement: document.createElement('div') };
  const [first, second] = [mount(call), mount(call)];
  first();
  said.push('overtaken');
  second();
  return said;
}"""


def test_a_mount_that_another_overtook_takes_nothing_down(visitor: Visitor) -> None:
    visit = visitor(new=True).open("/")
    address = next(url for url in visit.requests if url.endswith("/mounts.js"))
    said = visit.page.evaluate(MOUNTED, address)
    assert said == ["recolour", "recolour", "overtaken", "close"]


# --- When something fails -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("**/figures/short/*", "The figure could not be loaded."),
        ("**/plotly.min.js", "The chart library could not be loaded."),
    ],
)
def test_what_could_not_be_loaded_is_said_and_tried_again(
    visitor: Visitor, pattern: str, words: str
) -> None:
    visit = visitor()
    visit.page.route(pattern, lambda route: route.abort())
    visit.page.goto(visit.base + "/")
    message = visit.figure("short").locator(".live-message")
    message.get_by_text(words).wait_for()
    visit.page.unroute(pattern)
    message.get_by_role("button", name="Try again").click()
    visit.drawn()
    assert message.inner_text() == ""
    assert all("ERR_FAILED" in error for error in visit.errors)
    visit.errors.clear()


def test_a_page_of_another_version_loads_itself_anew_once(visitor: Visitor) -> None:
    visit = visitor()
    gone = []

    def answer(route: Any) -> None:
        gone.append(route.request.url)
        route.fulfill(status=410, body="another version of the app is running")

    visit.page.route("**/figures/short/*", answer)
    visit.page.goto(visit.base + "/")
    visit.figure("short").get_by_text("The figure could not be loaded.").wait_for()
    visit.quiet()
    assert len(gone) == 2, "once before and once after it was loaded anew"
    assert all("410" in error for error in visit.errors)
    visit.errors.clear()


def test_moving_goes_on_while_the_server_is_away(visitor: Visitor) -> None:
    visit = visitor().open("/")
    visit.page.context.set_offline(True)
    before = visit.curves("short")
    visit.slider("short").focus()
    visit.page.keyboard.press("Home")
    visit.frames()
    assert visit.curves("short") != before
    assert visit.sentence("short") == plain(
        VIEWS["short"].sentence(VIEWS["short"].state(amount=0.01))  # type: ignore[call-arg]
    )
    visit.page.context.set_offline(False)
    visit.errors.clear()
