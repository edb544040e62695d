"""Where a reader arrives: at a chapter's top, at the part or figure of the link, told aloud."""

from collections.abc import Callable
from typing import Any

import pytest

from contents import CHAPTERS
from mureceptor.evidence import claims
from mureceptor.report.shown import SHOWN, shown

Visitor = Callable[..., Any]
# A phone, whose processor is a quarter as fast.
PHONE = {"width": 390, "height": 844, "has_touch": True, "is_mobile": True}
SCROLLED = """() => Math.round(document.querySelector('[data-testid="stMain"]').scrollTop)"""
FOOT = """() => {
  const main = document.querySelector('[data-testid="stMain"]');
  main.scrollTop = main.scrollHeight;
}"""
# The run has ended, nothing of the old page is left, each figure stands.
ARRIVED = """(old) => document.querySelector('#root h1')?.textContent !== old
  && document.querySelector('.stApp').dataset.testScriptState === 'notRunning'
  && !document.querySelector('[data-stale="true"]')
  && [...document.querySelectorAll('.live-figure')].every((f) =>
    f.querySelector('.main-svg') || f.closest('details:not([open])'))
  && document.querySelector('.said').textContent === ''"""
FOCUS = "() => document.activeElement.tagName"
# How much of this part [px] is outside what is seen of the page.
OUTSIDE = """(part) => {
  const seen = document.querySelector('[data-testid="stMain"]').getBoundingClientRect();
  const { top, bottom } = part.getBoundingClientRect();
  return Math.round(Math.max(0, seen.top - top) + Math.max(0, bottom - seen.bottom));
}"""


def slow(visit: Any) -> Any:
    wire = visit.page.context.new_cdp_session(visit.page)
    wire.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    return wire


def goes(visit: Any, link: Any) -> None:
    old = visit.page.locator("#root h1").inner_text()
    link.tap()
    visit.page.wait_for_function(ARRIVED, arg=old)
    visit.quiet()


def test_next_opens_at_the_top_and_is_told_on_half_of_the_way(visitor: Visitor) -> None:
    visit = visitor(**PHONE).open(f"/{CHAPTERS[7].path}")
    slow(visit)
    for chapter in CHAPTERS[8:]:
        visit.page.evaluate(FOOT)
        goes(visit, visit.page.get_by_role("link", name=chapter.name).last)
        assert visit.page.locator("#root h1").inner_text() == chapter.headline
        assert visit.page.evaluate(SCROLLED) == 0, chapter.key
        assert visit.page.evaluate(FOCUS) == "H1", chapter.key


def test_back_leads_to_where_the_reader_was(visitor: Visitor) -> None:
    visit = visitor(**PHONE).open("/ceiling")
    visit.page.evaluate(FOOT)
    was = visit.page.evaluate(SCROLLED)
    goes(visit, visit.page.get_by_role("link", name="Where a ceiling lies").last)
    old = visit.page.locator("#root h1").inner_text()
    visit.page.go_back()
    visit.page.wait_for_function(ARRIVED, arg=old)
    visit.quiet()
    assert abs(visit.page.evaluate(SCROLLED) - was) < 100


@pytest.mark.parametrize(
    "part", ["left-out", "equations", "parameters", "words", "references", "Equations.", "words)"]
)
def test_a_link_to_a_part_opens_there(visitor: Visitor, part: str) -> None:
    visit = visitor()
    visit.go(f"/model#{part}")
    visit.quiet()
    there = visit.page.locator(f"[id={part.strip('.)').lower()}]")
    assert there.evaluate(OUTSIDE) == 0
    assert there.evaluate("(part) => part === document.activeElement")
    top = there.bounding_box()["y"]
    end = "() => { const m = document.querySelector('[data-testid=stMain]');"
    end += " return m.scrollTop + m.clientHeight >= m.scrollHeight - 1 }"
    assert top < 100 or visit.page.evaluate(end), "at the top, or the page is at its end"


def test_a_part_that_is_not_there_is_said(visitor: Visitor) -> None:
    visit = visitor().open("/ceiling#nothing")
    assert "a part that is not on this page" in visit.page.locator(".said").inner_text()
    assert visit.page.evaluate(SCROLLED) == 0
    assert visitor().open("/ceiling").page.locator(".said").inner_text() == ""


def open_fold(visit: Any, claim: str) -> None:
    """Open the fold of a claim: its links are in sight only then."""
    number = [each.key for each in claims()].index(claim) + 1
    link = visit.page.locator(f".st-key-fold-claim-{number} a[href]:not(details a)").first
    link.wait_for(state="attached")
    assert not link.is_visible()
    visit.page.locator(f"#claim-{number} summary").click()
    link.wait_for()


def test_see_it_drawn_leads_to_the_figure(visitor: Visitor) -> None:
    seen = next(each for each in SHOWN if "reserve.push" in each.query)
    visit = visitor()
    visit.go("/claims")
    open_fold(visit, seen.claim)
    visit.page.get_by_role("link", name=seen.look).first.click()
    visit.figure("reserve").wait_for()
    visit.drawn()
    figure = visit.figure("reserve")
    assert figure.locator("h2").evaluate(OUTSIDE) == 0
    assert visit.panel("reserve").evaluate(OUTSIDE) == 0
    assert visit.query["reserve.push"] == "high"


def test_see_it_drawn_leads_to_the_picture_on_another_page(visitor: Visitor) -> None:
    visit = visitor()
    for claim in ("C11", "C16"):
        (seen,) = shown(claim)
        part = seen.query["part"]
        visit.go("/claims")
        open_fold(visit, claim)
        visit.page.get_by_role("link", name=seen.look).first.click()
        visit.page.locator(f"#{part} h2").wait_for()
        visit.quiet()
        visit.page.wait_for_function(
            "(part) => Math.abs(document.getElementById(part).getBoundingClientRect().top) < 100",
            arg=part,
        )


def test_a_link_to_the_second_figure_opens_there(visitor: Visitor) -> None:
    visit = visitor().open("/naloxone?staying.gone=5")
    assert visit.figure("staying").locator("h2").evaluate(OUTSIDE) == 0
    first = visitor().open("/naloxone?returning.blocking=10")
    assert first.page.evaluate(SCROLLED) == 0


@pytest.mark.parametrize(("path", "view"), [("/", "short"), ("/mixing", "mixing")])
def test_a_preset_brings_its_figure_into_sight(visitor: Visitor, path: str, view: str) -> None:
    visit = visitor(**PHONE, reduced_motion="reduce").open(path)
    preset = visit.figure(view).locator(".live-tries button").last
    preset.scroll_into_view_if_needed()
    visit.page.evaluate(
        "(button) => button.scrollIntoView({ block: 'start' })", preset.element_handle()
    )
    assert visit.panel(view).evaluate(OUTSIDE) > 0
    preset.tap()
    visit.quiet()
    assert visit.panel(view).evaluate(OUTSIDE) == 0
    assert visit.figure(view).locator(".live-sentence").evaluate(OUTSIDE) == 0


def test_who_scrolls_is_left_alone(visitor: Visitor) -> None:
    visit = visitor().open("/tissue")
    visit.page.mouse.move(600, 400)
    visit.page.mouse.wheel(0, 900)
    visit.page.wait_for_function(f"() => ({SCROLLED})() === 900")
    visit.slider("reserve").focus()
    visit.page.keyboard.press("ArrowLeft")
    visit.quiet()
    assert visit.page.evaluate(SCROLLED) >= 800
