"""A figure framed by the page of somebody else: it fits, becomes live, leads on in its state."""

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, ViewportSize
from tests.browser.test_live import COPIED, said

from mureceptor.views import VIEWS

Visitor = Callable[..., Any]
SIZE: ViewportSize = {"width": 600, "height": 450}
NARROW: ViewportSize = {"width": 320, "height": 900}
FULL = ("dependence", "guess", "mixing", "tops")  # where little room is left
OVER = """() => {
  const { scrollWidth, scrollHeight } = document.documentElement;
  return [Math.max(0, scrollWidth - innerWidth), Math.max(0, scrollHeight - innerHeight)];
}"""


def fits(page: Page, name: str) -> None:
    page.set_viewport_size(SIZE)
    assert page.evaluate(OVER) == [0, 0], f"{name} at 600 x 450"
    page.set_viewport_size(NARROW)
    assert page.evaluate(OVER)[0] == 0, f"{name} at 320"


def test_every_figure_fits_its_frame(visitor: Visitor) -> None:
    visit = visitor()
    page = visit.page
    # The code is held back, so that what stands is the plain figure.
    page.route("**/embed.js", lambda route: route.fulfill(content_type="text/javascript", body=""))
    for name in VIEWS:
        page.goto(f"{visit.base}/figure/{name}")
        fits(page, name)
        assert page.locator(".live-main svg :is(path, rect)").count() > 0
        help_line = page.locator(".help").inner_text()
        assert "911" in help_line
    page.unroute("**/embed.js")
    for name in FULL:
        page.goto(f"{visit.base}/figure/{name}")
        page.locator(".live-figure .main-svg").first.wait_for(state="attached")
        fits(page, name)


def test_the_copied_line_shows_the_figure_in_its_state_and_leads_on(visitor: Visitor) -> None:
    visit = visitor().open("/ceiling?breathing.taken=40")
    visit.page.evaluate(COPIED)
    figure = visit.figure("breathing")
    figure.get_by_role("button", name="Embed").click()
    figure.get_by_text("The line for your page is copied.").wait_for()
    (line,) = visit.page.evaluate("window.copied")
    assert f'title="{VIEWS["breathing"].title}"' in line
    assert 'loading="lazy"' in line
    assert 'width="600" height="450"' in line
    host = visitor()
    page = host.page
    page.route("**/host", lambda route: route.fulfill(content_type="text/html", body=line))
    page.goto(f"{host.base}/host")
    frame = page.frame_locator("iframe")
    sentence, slider = frame.locator(".live-sentence"), frame.locator("input[type=range]").first
    frame.locator(".main-svg .trace").first.wait_for(state="attached")
    assert sentence.inner_text() == said("breathing", taken=40)
    # Only this moves it: the frame has no part of Streamlit.
    assert not any("/_stcore/" in url or "/static/js/" in url for url in host.requests)
    slider.press("ArrowRight")
    frame.get_by_text(said("breathing", taken=41)).first.wait_for()
    with page.context.expect_page() as opened:
        frame.get_by_role("link", name="Open the chapter").click()
    url = urlsplit(opened.value.url)
    query = {"breathing.taken": ["41"], "breathing.used": ["no"]}
    assert (url.path, parse_qs(url.query)) == ("/ceiling", query)
