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
        self.silent = False
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
        if self.silent:  # opened, and never answered
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


# --- Streamlit does not come: the plain page stays, and its figures become live by themselves -----

ALONE = "This page has no live connection to its server yet."
CUT = "The server cannot be reached just now. This page can be read"
OLD = """globalThis.RegExp = new Proxy(RegExp, { construct(kind, given) {
  if (given[1]?.includes('v')) throw new SyntaxError('Invalid flags');
  return Reflect.construct(kind, given);
} })"""


def told(page: Any, key: str) -> None:
    chapter = next(each for each in CHAPTERS if each.key == key)
    shown = page.locator("body").inner_text()
    assert chapter.headline in shown
    assert chapter.lead in shown
    assert all(number in shown for number in HELP)
    assert page.get_by_role("main").count() == 1
    assert page.get_by_role("heading", level=1).count() == 1


def moves(visit: Any, view: str) -> None:
    """A figure is live without Streamlit: curve and sentence follow the slider."""
    plain = visit.page.locator(f'#plain [data-view="{view}"]')
    plain.locator(".main-svg").first.wait_for()
    before, curves = visit.sentence(view), visit.curves(view)
    visit.slider(view).focus()
    visit.page.keyboard.press("Home")
    visit.frames()
    assert visit.sentence(view) != before
    assert visit.curves(view) != curves


@pytest.mark.parametrize("how", ["refused", "silent"])
def test_where_no_websocket_comes_through_figures_move_and_it_recovers(
    visitor: Visitor, how: str
) -> None:
    visit = visitor()
    line = Line(visit.page)
    line.cut, line.silent = how == "refused", how == "silent"
    visit.page.goto(visit.base + "/ceiling")
    said = visit.page.locator(".said")
    said.get_by_text(ALONE).wait_for()
    moves(visit, "breathing")
    assert visit.page.locator("[role=dialog]").count() == 0
    visit.settled("breathing.taken", "0")
    if how == "silent":
        here = next(i for i, each in enumerate(CHAPTERS) if each.key == "ceiling")
        visit.page.get_by_role("link", name=f"Next: {CHAPTERS[here + 1].name}").click()
        visit.page.locator("#plain h1", has_text=CHAPTERS[here + 1].headline).wait_for()
        visit.page.go_back()
        visit.page.locator("#plain h1", has_text=CHAPTERS[here].headline).wait_for()
        assert visit.query["breathing.taken"] == "0"
    else:
        sentence = visit.sentence("breathing")
        line.cut = False
        visit.live()
        assert visit.sentence("breathing") == sentence
        assert visit.query["breathing.taken"] == "0"
        assert said.inner_text() == ""
    visit.errors.clear()  # the browser's own, of what it could not reach


def test_a_server_that_stops_before_the_page_is_live_is_said_and_it_recovers(
    visitor: Visitor,
) -> None:
    visit = visitor()
    page = visit.page
    gone = [True]
    held: list[Any] = []
    page.route("**/static/js/index.*.js", lambda route: held.append(route))
    page.route(
        re.compile(r"/live/.*(figures/|plotly)"),
        lambda route: route.abort() if gone[0] else route.continue_(),
    )
    page.goto(visit.base + "/ceiling", wait_until="domcontentloaded")
    page.locator("#plain[data-heard]").wait_for()
    held[0].abort()
    page.locator(".said", has_text=CUT).wait_for()
    told(page, "ceiling")
    assert page.locator('#plain [data-view="breathing"] svg.chart:visible').count() == 1
    gone[0] = False
    moves(visit, "breathing")
    visit.errors.clear()


def test_a_browser_that_is_too_old_gets_the_page_and_is_told(visitor: Visitor) -> None:
    visit = visitor(width=390, height=844)
    visit.page.add_init_script(OLD)
    visit.page.route(  # what such a browser makes of Streamlit's own script
        "**/static/js/index.*.js",
        lambda route: route.fulfill(body="/a/vv", content_type="text/javascript"),
    )
    visit.page.goto(f"{visit.base}/ceiling")
    visit.page.get_by_text("This browser may be too old").wait_for()
    told(visit.page, "ceiling")
    moves(visit, "breathing")
    with visit.page.expect_event("pageerror"):  # else it might come once nobody listens
        visit.page.goto(f"{visit.base}/present")
    visit.page.get_by_text("The talk could not start.").wait_for()
    assert any("regular expression" in error for error in visit.errors)
    visit.errors.clear()


def test_a_browser_that_can_shows_none_of_it(visitor: Visitor) -> None:
    page = visitor().open("/ceiling").page
    assert page.locator("h1").count() == 1
    assert page.locator(".plain-old").count() == 0
    assert page.locator(".said").inner_text() == ""


def test_without_scripts_all_is_read(visitor: Visitor) -> None:
    visit = visitor(java_script_enabled=False)
    page = visit.page
    page.goto(visit.base + "/ceiling")
    told(page, "ceiling")
    words = page.locator("body").inner_text()  # of a noscript too, which is no text to others
    assert "The moving figures need JavaScript." in words
    assert "This browser may be too old" not in words
    assert not page.locator(".live-track").first.is_visible()
    assert page.locator("svg.chart:visible").count() == 1
    page.get_by_role("link", name="Half of the receptors taken").click()
    page.wait_for_url("**breathing.taken=50**")
    assert "With 50 of 100 receptors taken" in page.locator("body").inner_text()
    page.goto(visit.base + "/present")
    assert "The talk needs JavaScript." in page.locator("body").inner_text()


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
