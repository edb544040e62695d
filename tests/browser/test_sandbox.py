"""Build your own: what is set, pinned, shared and cleared in a browser."""

from collections.abc import Callable
from typing import Any

Visitor = Callable[..., Any]


def press(visit: Any, name: str) -> None:
    visit.page.get_by_role("button", name=name).click()
    visit.quiet()
    visit.drawn()


def test_pin_change_share_and_start_again(visitor: Visitor) -> None:
    visit = visitor(height=1400).open("/sandbox")
    ranges = visit.figure("sandbox").locator("input[type=range]:visible")
    one = ranges.count()
    press(visit, "Keep this view as A")
    visit.settled("sandbox.pin", "drugs-1")
    assert "nothing has changed" in visit.sentence("sandbox")

    visit.figure("sandbox").get_by_label("Two", exact=True).check()
    visit.settled("sandbox.drugs", "2")
    visit.figure("sandbox").get_by_text("Drug 2: push").wait_for()
    visit.drawn()
    assert ranges.count() == one + 7  # the task is left, so all are there
    ranges.first.focus()
    visit.page.keyboard.press("End")
    visit.settled("sandbox.amount1", "100")
    words = visit.sentence("sandbox")
    assert "Against A: drugs 1 \u2192 2, amount of drug 1 1 \u2192 100." in words
    assert "B, now" in visit.panel("sandbox").text_content()
    assert len(visit.page.url) < 2000

    other = visitor(height=1400)
    other.page.goto(visit.page.url)
    other.drawn()
    assert other.sentence("sandbox") == words

    sentence = visit.figure("sandbox").locator(".live-sentence")
    press(visit, "Drop A")
    visit.settled("sandbox.drugs", "2")
    sentence.filter(has_not_text="Against A").wait_for()
    press(visit, "Start again")
    visit.settled("sandbox.drugs", "1")
    sentence.filter(has_not_text="drug 2").wait_for()
    usual = visit.sentence("sandbox")
    ranges.first.focus()
    visit.page.keyboard.press("Home")
    visit.settled("sandbox.amount1", "0.01")
    sentence.filter(has_not_text=usual).wait_for()
    press(visit, "Start again")
    sentence.filter(has_text=usual).wait_for()
    assert ranges.count() == one
