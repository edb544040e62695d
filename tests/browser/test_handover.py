"""From the plain page to the live one: nothing moves, nothing is lost, nothing is there twice."""

import re
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from mureceptor.views import VIEWS
from mureceptor.views.phrases import plain
from mureceptor.views.returning.state import BLOCKING, OPIOID

Visitor = Callable[..., Any]
SHIFT = """window.shift = 0;
new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
  if (!entry.hadRecentInput) window.shift += entry.value;
})).observe({ type: 'layout-shift', buffered: true });"""
# How far each part stands from the top of its page [px], and how high it is, by its words.
PLACES = """(page) => {
  const scroller = document.querySelector(page === '#root' ? '[data-testid=stMain]' : page);
  const parts = scroller.querySelectorAll('h1, h2, .live-main, .live-sentence, .live-tools');
  return Object.fromEntries([...parts].filter((part) => part.checkVisibility()).map((part) => {
    const box = part.getBoundingClientRect();
    const words = part.closest('figure')?.dataset.view ?? '';
    const name = `${words} ${part.className || part.textContent.trim()}`;
    return [name, [Math.round(box.top + scroller.scrollTop), Math.round(box.height)]];
  }));
}"""
SEEN = "(part) => Math.round(part.getBoundingClientRect().top)"
SCROLLED = "(page) => Math.round(document.querySelector(page).scrollTop)"
CUPS = """() => [...document.querySelectorAll('#root .st-key-cups :is(a, .cup)')]
  .map((cup) => Math.round(cup.getBoundingClientRect().top))"""
FOCUS = "() => document.activeElement.textContent.trim()"
WORDS = "() => [...document.querySelector('#plain .live-tools').children].map((e) => e.textContent)"
SPOKEN = """window.spoken = [];
new MutationObserver((changes) => changes.forEach(({ target }) => {
  const element = target.nodeType === 1 ? target : target.parentElement;
  const region = element?.closest('[aria-live], [role=status]');
  if (region?.checkVisibility({ visibilityProperty: true }) && region.textContent) {
    window.spoken.push(region.textContent);
  }
})).observe(document, { childList: true, subtree: true, characterData: true });"""

# A slow machine is not taken for a lost connection: the page's clock is ten times as slow.
PATIENT = "const now = performance.now.bind(performance); performance.now = () => now() / 10;"


def said(view: str, **values: Any) -> str:
    return plain(VIEWS[view].sentence(VIEWS[view].state(**values)))


# Streamlit's own script, and Plotly: without these the plain page stands, however slow the machine.
LIVE = re.compile(r"/static/js/index\..*\.js|/plotly\.min\.js")


class Gate:
    """Holds back files, those of the live page if not told otherwise, until it is opened."""

    def __init__(self, page: Any, files: str | re.Pattern[str] = LIVE) -> None:
        self.page = page
        self.files = files
        self.waiting: list[Any] = []
        page.route(files, lambda route: self.waiting.append(route))

    def opens(self) -> None:
        while not self.waiting:
            self.page.wait_for_timeout(50)
        self.page.unroute(self.files)  # what was held goes through


@pytest.mark.parametrize(
    ("path", "size"),
    [("/mixing", (1280, 800)), ("/dependence", (390, 844))],
    ids=["desk", "phone"],
)
def test_the_live_page_takes_the_plain_one_s_place(
    visitor: Visitor, path: str, size: tuple[int, int]
) -> None:
    visit = visitor(width=size[0], height=size[1])
    page = visit.page
    page.add_init_script(PATIENT + SHIFT + SPOKEN)
    gate = Gate(page)
    page.goto(visit.base + path, wait_until="domcontentloaded")
    page.locator("#plain[data-heard]").wait_for()
    tools = page.evaluate(WORDS)
    page.get_by_role("link", name="Next: ").focus()
    page.locator("#plain .known h2").first.scroll_into_view_if_needed()
    part = page.locator("#plain .known h2").first.inner_text()
    places, was = page.evaluate(PLACES, "#plain"), page.evaluate(SCROLLED, "#plain")
    seen = page.locator("#plain .known h2").first.evaluate(SEEN)
    assert was > 1000
    gate.opens()
    visit.live()
    live = page.evaluate(PLACES, "#root")
    assert live.keys() == places.keys()
    far = {
        k: (v, live[k])
        for k, v in places.items()
        if any(abs(a - b) > 4 for a, b in zip(v, live[k], strict=True))
    }
    assert far == {}, "each part is where it was"
    assert len(set(page.evaluate(CUPS))) == 1, "in one row"
    heading = page.locator("#root .known h2", has_text=part)
    assert abs(heading.evaluate(SEEN) - seen) <= 2
    visit.drawn()
    assert page.evaluate("() => window.shift") < 0.02
    assert page.evaluate(FOCUS).startswith("Next: ")
    assert page.evaluate("() => window.spoken") == []
    ids = page.evaluate("() => [...document.querySelectorAll('[id]')].map((each) => each.id)")
    assert [each for each, count in Counter(ids).items() if count > 1] == []
    assert page.locator("h1").count() == 1
    first = page.locator(".live-tools").first.locator("button")
    assert first.all_inner_texts() == tools


def test_what_is_done_before_any_script_has_come_is_done_once_it_has(visitor: Visitor) -> None:
    visit = visitor()
    page = visit.page
    gate = Gate(page, "**/handover.js")
    page.goto(visit.base + "/naloxone", wait_until="domcontentloaded")
    figure = page.locator('#plain [data-view="returning"]')
    figure.get_by_role("button", name="Show as table").click()
    figure.get_by_role("slider").focus()
    page.keyboard.press("Home")
    gate.opens()
    visit.live()
    assert visit.sentence("returning") == said("returning", blocking=BLOCKING.low)
    assert visit.figure("returning").locator(".live-table").is_visible()


def test_what_is_set_before_the_live_page_comes_is_set_on_it(visitor: Visitor) -> None:
    visit = visitor()
    page = visit.page
    gate = Gate(page)
    page.goto(visit.base + "/naloxone", wait_until="domcontentloaded")
    page.locator("#plain[data-heard]").wait_for()
    # Its own figures are on their way, as where Streamlit fails; that changes nothing.
    page.evaluate("() => { document.documentElement.dataset.failed = ''; }")
    returning, staying = (
        page.locator(f'#plain [data-view="{v}"]') for v in ("returning", "staying")
    )
    returning.get_by_role("link", name=OPIOID.options["buprenorphine"]).click()
    returning.get_by_text(said("returning", opioid="buprenorphine")).wait_for()
    words, texts = VIEWS["staying"].tries[0]
    staying.get_by_role("link", name=words).click()
    staying.get_by_text(said("staying", **texts)).wait_for()
    slider = returning.get_by_role("slider")
    slider.focus()
    page.keyboard.press("ArrowLeft")
    before = BLOCKING.grid.index(BLOCKING.default)
    lesser, less = BLOCKING.grid[before - 2 : before]
    returning.get_by_text(said("returning", opioid="buprenorphine", blocking=less)).wait_for()
    assert visit.query["returning.blocking"] == BLOCKING.format(less)
    assert slider.evaluate("(slider) => slider === document.activeElement")
    returning.get_by_role("button", name="Show as table").click()
    slider.focus()
    gate.opens()
    visit.live()
    assert visit.sentence("returning") == said("returning", opioid="buprenorphine", blocking=less)
    assert visit.figure("returning").locator(".live-table").is_visible()
    assert visit.figure("returning").get_by_label(OPIOID.options["buprenorphine"]).is_checked()
    assert visit.sentence("staying") == said("staying", **texts)
    assert visit.slider("returning").evaluate("(slider) => slider === document.activeElement")
    page.keyboard.press("ArrowLeft")
    visit.settled("returning.blocking", BLOCKING.format(lesser))
    assert visit.sentence("returning") == said("returning", opioid="buprenorphine", blocking=lesser)
    assert float(visit.query["staying.gone"]) == texts["gone"]
