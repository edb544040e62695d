"""A figure that says one thing after the other: by click and by arrow keys."""

from collections.abc import Callable
from typing import Any

from mureceptor.views import VIEWS
from mureceptor.views.phrases import plain

Visitor = Callable[..., Any]


def says(**fields: Any) -> str:
    view = VIEWS["weeks"]
    return plain(view.sentence(view.state(**fields)))


def told(page: Any, words: str) -> None:
    page.wait_for_function(
        "(words) => [...document.querySelectorAll('.live-sentence')]"
        ".some((sentence) => sentence.checkVisibility() && sentence.textContent === words)",
        arg=words,
    )


def test_a_click_and_arrow_keys_go_through_the_steps(visitor: Visitor) -> None:
    visit = visitor(width=390, height=844).open("/dependence")
    steps = visit.figure("weeks").locator(".live-steps input")
    assert visit.figure("weeks").locator(".live-steps").inner_text().split("\n")[-1] == (
        "Break: tolerance lost, can kill"
    )
    assert all(box["height"] >= 24 for box in (step.bounding_box() for step in steps.all()))
    assert visit.sentence("weeks") == says()
    visit.figure("weeks").get_by_label("Stop: withdrawal", exact=True).check()
    told(visit.page, says(step="stop", day=30))
    visit.settled("weeks.step", "stop")
    visit.page.keyboard.press("ArrowRight")
    told(visit.page, says(step="again", day=49))
    visit.settled("weeks.step", "again")
    assert visit.query["weeks.day"] == "49"
