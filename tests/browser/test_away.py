"""What a page says and does when its server, its scripts or its reader are away."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from contents import CHAPTERS
from mureceptor.marks import look

Visitor = Callable[..., Any]
HELP = ("911", "1-800-222-1222", "1-800-662-4357")


class Line:
    """The way from a page to its server, which can be cut."""

    def __init__(self, page: Any) -> None:
        self.cut = False
        self.sockets: list[Any] = []
        page.route_web_socket(re.compile("_stcore/stream"), self.connect)
        page.route(
            re.compile("_stcore/(health|host-config)$"),
            lambda route: route.abort() if self.cut else route.continue_(),
        )

    def connect(self, socket: Any) -> None:
        if self.cut:
            socket.close()
            return
        socket.connect_to_server()
        self.sockets.append(socket)

    def breaks(self) -> None:
        self.cut = True
        for socket in self.sockets:
            socket.close()
        self.sockets.clear()


def test_when_the_server_goes_it_is_said_and_reading_and_dragging_go_on(visitor: Visitor) -> None:
    visit = visitor()
    line = Line(visit.page)
    visit.page.goto(visit.base + "/ceiling")
    visit.drawn()
    said = visit.page.locator(".said")
    assert said.inner_text() == ""
    slider = visit.slider("breathing")
    slider.focus()
    line.breaks()
    said.get_by_text("The server cannot be reached just now.").wait_for()
    visit.page.wait_for_function("() => !document.querySelector('[role=dialog]')")
    assert visit.page.locator("[inert]:not([hidden])").count() == 0
    assert "Streamlit" not in visit.page.locator("body").inner_text()
    before, curves = visit.sentence("breathing"), visit.curves("breathing")
    assert slider.evaluate("(slider) => slider === document.activeElement")
    visit.page.keyboard.press("Home")
    visit.frames()
    assert visit.sentence("breathing") != before
    assert visit.curves("breathing") != curves
    grip = slider.bounding_box()
    visit.page.mouse.click(grip["x"] + grip["width"] / 2, grip["y"] + grip["height"] / 2)
    assert int(slider.input_value()) > 30
    line.cut = False
    visit.page.wait_for_function("() => document.querySelector('.said').textContent === ''")
    visit.page.get_by_role("link", name="What breaks it").last.click()
    visit.figure("mixing").wait_for()
    visit.errors.clear()  # the browser's own, of what it could not reach


def test_a_server_that_is_never_reached_is_said(visitor: Visitor) -> None:
    visit = visitor()
    Line(visit.page).cut = True
    visit.page.goto(visit.base + "/ceiling")
    visit.page.get_by_text("This page cannot reach its server yet.").wait_for()
    visit.page.wait_for_function("() => !document.querySelector('[role=dialog]')")
    assert visit.page.locator(".help").is_visible()
    visit.errors.clear()


# --- A browser that is too old, or runs no scripts ------------------------------------------------

OLD = """globalThis.RegExp = new Proxy(RegExp, { construct(kind, given) {
  if (given[1]?.includes('v')) throw new SyntaxError('Invalid flags');
  return Reflect.construct(kind, given);
} })"""


def told(page: Any, chapter: Any, why: str) -> None:
    shown = page.locator("body").inner_text()
    assert chapter.headline in shown
    assert chapter.lead in shown
    assert why in shown
    assert all(number in shown for number in HELP)
    assert page.get_by_role("main").count() == 1
    assert page.get_by_role("heading", level=1).count() == 1


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda chapter: chapter.key)
def test_a_browser_that_is_too_old_gets_the_message_and_help(
    visitor: Visitor, chapter: Any
) -> None:
    visit = visitor(width=390, height=844)
    visit.page.add_init_script(OLD)
    visit.page.route(  # what such a browser makes of Streamlit's own script
        "**/static/js/index.*.js",
        lambda route: route.fulfill(body="/a/vv", content_type="text/javascript"),
    )
    visit.page.goto(f"{visit.base}/{chapter.path}")
    visit.page.locator("#plain").wait_for()
    told(visit.page, chapter, "This browser may be too old")
    assert any("regular expression" in error for error in visit.errors)
    visit.errors.clear()


def test_a_script_that_does_not_come_gets_the_message_and_help(visitor: Visitor) -> None:
    visit = visitor()
    visit.page.route("**/static/js/index.*.js", lambda route: route.abort())
    visit.page.goto(visit.base + "/ceiling")
    visit.page.get_by_text("The moving figures could not start.").wait_for()
    visit.errors.clear()


def test_a_browser_that_can_shows_none_of_it(visitor: Visitor) -> None:
    page = visitor().open("/ceiling").page
    assert page.locator("h1").count() == 1
    assert not page.get_by_text("could not start").is_visible()


def test_without_scripts_the_message_and_help_are_read(visitor: Visitor) -> None:
    visit = visitor(java_script_enabled=False)
    visit.page.goto(visit.base + "/ceiling")
    chapter = next(each for each in CHAPTERS if each.key == "ceiling")
    told(visit.page, chapter, "The moving figures need JavaScript.")


# --- The first answer -----------------------------------------------------------------------------


@pytest.mark.parametrize(("theme", "colours"), [("light", look.LIGHT), ("dark", look.DARK)])
def test_before_any_file_has_come_the_page_has_the_visitor_s_ground(
    visitor: Visitor, theme: str, colours: look.Theme
) -> None:
    visit = visitor(color_scheme=theme)
    # Nothing but the page itself is ever answered.
    visit.page.route(re.compile(r"/(static|live|_stcore)/"), lambda _route: None)
    visit.page.goto(visit.base + "/ceiling", wait_until="commit")
    visit.page.locator(".help").wait_for()
    painted = "() => performance.getEntriesByName('first-contentful-paint').length > 0"
    visit.page.wait_for_function(painted)
    ground = visit.page.evaluate("() => getComputedStyle(document.documentElement).backgroundColor")
    wanted = [int(colours.bg[i : i + 2], 16) for i in (1, 3, 5)]
    assert [int(each) for each in re.findall(r"\d+", ground)] == wanted


# --- A screen that stands in public ---------------------------------------------------------------


def test_a_kiosk_goes_back_to_the_first_page_when_nobody_touches_it(visitor: Visitor) -> None:
    visit = visitor(new=True)
    visit.page.clock.install()
    visit.open("/?kiosk")
    visit.page.get_by_role("link", name="The receptor").last.click()
    visit.figure("receptor").wait_for()
    visit.page.clock.run_for(4 * 60_000)
    visit.page.mouse.move(300, 300)
    visit.page.mouse.move(310, 310)
    visit.page.clock.run_for(4 * 60_000)
    assert visit.page.url.endswith("/receptor"), "somebody was there a moment ago"
    with visit.page.expect_navigation():
        visit.page.clock.run_for(70_000)
    assert visit.page.url == f"{visit.base}/?kiosk"
    visit.figure("short").wait_for()
    visit.page.clock.run_for(2000)
    assert "You stopped at" not in visit.page.locator("body").inner_text()


def test_elsewhere_nobody_is_sent_back(visitor: Visitor) -> None:
    visit = visitor(new=True)
    visit.page.clock.install()
    visit.open("/receptor")
    visit.page.mouse.move(300, 300)
    visit.page.clock.run_for(11 * 60_000)
    assert visit.page.url.endswith("/receptor")
