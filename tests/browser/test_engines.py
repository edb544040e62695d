"""Every page in three engines: what is drawn, what moves it, and who else must be able to read it.

Chromium carries the long suite: the files beside this one open, move and compare every chapter.
Here each chapter is opened and moved once in the other two engines; one chapter and the talk are
tried whole in all three.
"""

import io
import os
import re
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise, product
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import numpy as np
import pytest
from PIL import Image
from selenium.common.exceptions import JavascriptException
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.actions.action_builder import ActionBuilder
from selenium.webdriver.common.actions.pointer_input import PointerInput
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.remote.webelement import WebElement
from tests.browser.engines import NEEDED, Marionette, missing, running
from tests.browser.often import unless_thorough
from tests.conftest import ROOT, Running

from contents import CHAPTERS, TALK
from mureceptor.live.talk import read_talk
from mureceptor.views import VIEWS
from mureceptor.views.phrases import plain

SCENES = read_talk((ROOT / "app" / "presenter" / "talk.toml").read_text("utf-8"))
PAGES = [f"/{chapter.path}" for chapter in CHAPTERS]
DEEP = ["/mixing"]  # the page that two of the three engines have got wrong
OTHERS = ["firefox", "webkit"]
OFTEN = {*DEEP, "/", "/tissue", "/naloxone", "/dependence", "/claims"}


def pages(
    paths: list[str], engines: Iterable[str] = NEEDED, often: Iterable[str] = NEEDED
) -> pytest.MarkDecorator:
    """Return these pages in each of these engines; each run tries those in `often`."""
    cases = [
        pytest.param(
            *(engine, path),
            id=f"{engine}-{path.strip('/') or 'first'}",
            marks=unless_thorough(path in OFTEN and engine in often),
        )
        for engine in engines
        for path in paths
    ]
    return pytest.mark.parametrize(("reader", "path"), cases, indirect=["reader"])


WAIT_S = 60
DESK, PHONE = (1280, 900), (390, 844)
HELPERS = """
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const shown = (node) => node.getClientRects().length > 0;
const figure = (view) => document.querySelector(`.live-figure[aria-labelledby^="live-${view}-"]`);
// A mark that can be seen: it has an extent, and it lies in its plot.
const seen = (plot) => all('.trace path, .points path, .contour path', plot).some((mark) => {
  const [m, p] = [mark.getBoundingClientRect(), plot.getBoundingClientRect()];
  return m.width + m.height > 2 && m.left < p.right && m.right > p.left && m.top < p.bottom;
});
const plots = (figure) => all('.live-plot', figure).filter(shown);
const drawn = (figure) => plots(figure).length > 0 && plots(figure).every(seen);
"""
# Streamlit has run the page, its last part is there, and no figure is missing, empty or in error.
WHOLE = """
for (const fold of all('.live-fold')) fold.open = true;
const app = document.querySelector('[data-testid=stApp]');
return app?.dataset.testScriptState === 'notRunning' && !document.getElementById('plain')
  && document.querySelector('.help') !== null && document.querySelector('#root h1') !== null
  && all('[class*=st-key-live_]').every((part) => all('.live-figure', part).some(drawn));
"""
WRONG = """return all(
  '[data-testid=stAlert], [data-testid=stException], .live-message:not(:empty), [role=dialog]')
  .map((box) => box.textContent)"""
# Where each control of a figure stands.
STANDS = """
const within = figure(arguments[0]);
return Object.fromEntries([
  ...all('[type=range]', within).map((r) => [r.id.split('-').at(-1), r.value]),
  ...all('[type=radio]:checked', within).map((r) => [r.dataset.field, r.value])]);
"""
SENTENCE = "return figure(arguments[0]).querySelector('.live-sentence').innerText"
NAME = "const name = (figure) => figure.getAttribute('aria-labelledby').split('-')[1];"
FIGURES = f"{NAME} return all('.live-figure').map(name)"
# The marks of all figures, to a tenth of a pixel.
MARKS = f"""{NAME}
const rounded = (text) => text.replace(/-?\\d+\\.?\\d*(e-\\d+)?/g, (n) => (+n).toFixed(1))
  .replaceAll('-0.0', '0.0');
return Object.fromEntries(all('.live-figure').map((figure) => [name(figure),
  all('.trace path, .point, .points path, .contourlayer path', figure).filter(shown).map((mark) =>
    rounded(mark.getAttribute('d') + (mark.getAttribute('transform') ?? '')))]));
"""
# What sticks out at the sides of the window or is cut, and words of the help line out of sight.
ASTRAY = """
const astray = [];
for (const part of [document.documentElement, ...all('[data-testid=stMain], .stage')]) {
  if (part.scrollWidth > part.clientWidth + 1) astray.push(`scrolls sideways: ${part.tagName}`);
}
for (const words of all('.help span, .help a')) {
  const box = words.getBoundingClientRect();
  if (box.left < 0 || box.right > innerWidth + 1) astray.push(`out of sight: ${words.textContent}`);
}
for (const words of all('h1, h2, h3, p, li, label, button, figcaption').filter(shown)) {
  if (words.matches('.unseen, .unseen *')) continue;
  const { overflowX } = getComputedStyle(words);
  const cut = overflowX !== 'visible' && words.scrollWidth > words.clientWidth + 1;
  if (cut) astray.push(`cut: ${words.textContent}`);
}
return astray;
"""
SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important;
  word-spacing: .16em !important } p { margin-bottom: 2em !important }"""
# Text twice as large, as a phone's setting does it.
LARGER = """
const texts = all('body *').filter((node) => node instanceof HTMLElement);
const sizes = texts.map((node) => parseFloat(getComputedStyle(node).fontSize));
texts.forEach((node, i) => node.style.setProperty('font-size', `${2 * sizes[i]}px`, 'important'));
"""


@dataclass
class Reader:
    """One person's browser on the running app."""

    name: str
    driver: WebDriver
    base: str

    def js(self, script: str, *args: Any) -> Any:
        return self.driver.execute_script(HELPERS + script, *args)

    def until(self, script: str, *args: Any, what: str = "") -> Any:
        """Wait until the page says so; what it shows instead comes with the failure."""
        return until(lambda: self.js(script, *args), lambda: f"{what or script}\n{self.wrong()}")

    def wrong(self) -> list[str]:
        return list(self.js(WRONG))

    def size(self, width: int, height: int) -> None:
        """Make the inside of the window so large; WebKit's is at least 447 px wide."""
        for _ in range(2):  # what surrounds the inside differs by engine, and at first by moment
            inner = self.js("return [innerWidth, innerHeight]")
            if inner == [width, height]:
                return
            outer = self.js("return [outerWidth, outerHeight]")
            edge = [max(0, a - b) for a, b in zip(outer, inner, strict=True)]
            self.driver.set_window_rect(0, 0, width + edge[0], height + edge[1])

    def open(self, path: str) -> None:
        self.driver.get(self.base + path)
        self.whole(path)

    def whole(self, what: str = "") -> None:
        self.until(WHOLE, what=f"{what} is not whole")
        assert self.wrong() == [], what

    def figures(self) -> list[str]:
        return list(self.js(FIGURES))

    def press(self, *keys: str) -> None:
        ActionChains(self.driver).send_keys(*keys).perform()

    def find(self, selector: str, view: str = "") -> list[WebElement]:
        """Return what is on show of `selector`, in the figure of `view` or on the page."""
        within = "figure(arguments[1])" if view else "document"
        return list(self.js(f"return all(arguments[0], {within}).filter(shown)", selector, view))

    def to(self, element: WebElement) -> None:
        """Bring an element to the middle of the window."""
        self.js("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })", element)

    def click(self, element: WebElement) -> None:
        self.to(element)
        ActionChains(self.driver, duration=0).move_to_element(element).click().perform()

    def box(self, element: WebElement) -> tuple[float, float, float, float]:
        left, top, width, height = self.js(
            "const b = arguments[0].getBoundingClientRect(); return [b.x, b.y, b.width, b.height]",
            element,
        )
        return left, top, width, height

    def drag(self, start: tuple[float, float], *ends: tuple[float, float], kind: str) -> None:
        """Move a mouse or a finger from a point of the window to others, and let go."""
        hand: Any = ActionBuilder(self.driver, mouse=PointerInput(kind, kind), duration=0)  # type: ignore[no-untyped-call]
        pointer = hand.pointer_action.move_to_location(*map(round, start)).pointer_down()
        for end in ends:
            pointer = pointer.move_to_location(*map(round, end))
        pointer.pointer_up()
        hand.perform()

    def pixels(self, element: WebElement) -> Image.Image:
        """Return what is painted where an element stands."""
        self.to(element)
        left, top, width, height = self.box(element)
        picture = Image.open(io.BytesIO(self.driver.get_screenshot_as_png())).convert("RGB")
        scale = picture.width / self.js("return innerWidth")
        edges = (left, top, left + width, top + height)
        return picture.crop(tuple(round(scale * edge) for edge in edges))

    def chrome(self, script: str) -> None:
        """Run a script in Firefox itself."""
        executor = self.driver.command_executor
        assert isinstance(executor, Marionette)
        for name, parameters in (
            ("Marionette:SetContext", {"value": "chrome"}),
            ("WebDriver:ExecuteScript", {"script": script, "args": []}),
            ("Marionette:SetContext", {"value": "content"}),
        ):
            _, _, error, _ = executor.send(name, parameters)
            assert error is None, error


def until(check: Callable[[], Any], what: Callable[[], str]) -> Any:
    end = time.monotonic() + WAIT_S
    while True:
        try:
            found = check()
        except JavascriptException:  # a part that is read is not there yet
            found = None
        if found:
            return found
        if time.monotonic() > end:
            pytest.fail(what())
        time.sleep(0.03)


@pytest.fixture(scope="module")
def reader(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, app: Running
) -> Iterator[Reader]:
    """A browser, started once; its absence is a reason to skip, but not in CI."""
    name = request.param
    if missing(name):
        words = f"{name} needs Debian's {', '.join(missing(name))}"
        if os.environ.get("CI") == "true":
            pytest.fail(words)
        pytest.skip(words)
    with running(name, tmp_path_factory.mktemp(name)) as driver:
        yield Reader(name, driver, app.url)


@pytest.fixture
def desk(reader: Reader) -> Reader:
    reader.size(*DESK)
    return reader


# --- Chapters -------------------------------------------------------------------------------------


def agrees(reader: Reader, view: str) -> dict[str, str]:
    """Wait until controls, sentence and address tell of one state, and return the controls."""
    shown: Any = {}

    def same() -> bool:
        shown.clear()
        shown.update(reader.js(STANDS, view))
        records = VIEWS[view].state.parameters()
        state, refused = VIEWS[view].read(
            dict(parse_qsl(urlsplit(reader.driver.current_url).query))
        )
        for field, text in shown.items():
            record, value = records[field], getattr(state, field)
            stands = record.grid[int(text)] if hasattr(record, "grid") else text
            if stands != value:
                return False
        shown["sentence"] = reader.js(SENTENCE, view)
        return not refused and bool(shown["sentence"] == plain(VIEWS[view].sentence(state)))

    until(same, lambda: f"{view}: {shown} at {reader.driver.current_url}")
    return dict(shown)


def by_keys(reader: Reader, view: str) -> None:
    for slider in reader.find("input[type=range]", view):
        reader.js("arguments[0].focus({ preventScroll: true })", slider)
        last = int(reader.js("return arguments[0].max", slider))
        reader.press(Keys.END, Keys.ARROW_LEFT)
        assert reader.js("return arguments[0].value", slider) == str(last - 1), view
    agrees(reader, view)


def by_choice(reader: Reader, view: str) -> None:
    # Each press may make others come or go, so they are found anew; back to the first at last.
    for name in {
        reader.js("return arguments[0].name", r) for r in reader.find("[type=radio]", view)
    }:
        for i in (-1, 0):
            radios = reader.find(f'[name="{name}"]', view)
            if radios:
                reader.click(radios[i])
                assert reader.js("return arguments[0].checked", radios[i])
        agrees(reader, view)


def by_presets(reader: Reader, view: str) -> None:
    for button in reader.find(".live-tries button", view):
        reader.click(button)
        agrees(reader, view)
        reader.until("return drawn(figure(arguments[0]))", view)


def by_marker(reader: Reader, view: str, kind: str = "mouse") -> None:
    """Drag the marker: it stays under the pointer, to the nearest step."""
    for grip in reader.find(".live-handle", view):
        reader.to(grip)
        left, top, width, height = reader.box(grip)
        start = (left + width / 2, top + height / 2)
        plot = reader.box(reader.find(".live-main .nsewdrag", view)[0])
        way = reader.js("return arguments[0].dataset.way", grip)
        x = plot[0] + 0.4 * plot[2] if way == "xy" else start[0]
        reader.drag(start, (x, plot[1] + 0.5 * plot[3]), (x, plot[1] + 0.3 * plot[3]), kind=kind)
        left, top, width, height = reader.box(grip)
        steps = [
            int(reader.js("return arguments[0].max", s)) for s in reader.find("[type=range]", view)
        ]
        rise = steps[1] if way == "xy" else steps[0]
        assert abs(top + height / 2 - (plot[1] + 0.3 * plot[3])) <= plot[3] / rise / 2 + 2, view
        assert abs(left + width / 2 - x) <= plot[2] / steps[0] / 2 + 2, view
        agrees(reader, view)


# The words of a figure's saved picture, and those that leave it.
SAVED = """
const [view, done] = arguments;
const make = URL.createObjectURL;
HTMLAnchorElement.prototype.click = () => {}; // nothing is put on the disk
URL.createObjectURL = (blob) => {
  if (!blob.type.startsWith('image/svg')) return make.call(URL, blob);
  URL.createObjectURL = make;
  blob.text().then((text) => {
    const picture = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
    // The page has this font already. In Firefox one that comes with a picture may stay loading.
    const carried = picture.querySelector('style');
    carried.remove();
    document.body.append(picture);
    const edge = picture.getBoundingClientRect();
    const words = all('text', picture).filter((each) => each.textContent.trim());
    const cut = words.filter((each) => {
      const { left, right } = each.getBoundingClientRect();
      return left < edge.left || right > edge.right;
    });
    const said = (nodes) => nodes.map((each) => each.textContent.trim());
    done([said(words), said(cut), carried.textContent.includes('src: url(data:font/')]);
    picture.remove();
  });
  return make.call(URL, blob);
};
all('button', figure(view)).find((b) => b.ariaLabel === 'Save picture (SVG)').click();
"""


def as_picture(reader: Reader, view: str) -> None:
    words, cut, font = reader.driver.execute_async_script(HELPERS + SAVED, view)
    assert cut == [], view
    assert font, view
    assert "".join(reader.js(SENTENCE, view).split()) in "".join("".join(words).split()), view


def as_table(reader: Reader, view: str) -> None:
    toggle = reader.find(".live-tools button", view)[0]
    reader.click(toggle)
    rows = reader.find(".live-table tr", view)
    assert len(rows) > 1, view
    assert reader.find(".live-plot", view) == []
    reader.click(toggle)
    assert reader.find(".live-table", view) == []
    reader.until("return drawn(figure(arguments[0]))", view)


@pages([path for path in PAGES if path not in DEEP], OTHERS)
def test_a_chapter_is_whole_and_moves(desk: Reader, path: str) -> None:
    desk.open(path)
    for view in desk.figures():
        slider = desk.find("input[type=range]", view)[0]
        desk.js("arguments[0].focus({ preventScroll: true })", slider)
        stood = int(desk.js("return arguments[0].value", slider))
        # Every arrow key moves every slider, the upright one at the plot's edge too.
        away = ((Keys.ARROW_LEFT, -1), (Keys.ARROW_DOWN, -2), (Keys.ARROW_UP, -1))
        if stood < 2:
            away = ((Keys.ARROW_RIGHT, 1), (Keys.ARROW_UP, 2), (Keys.ARROW_DOWN, 1))
        for key, at in away:
            desk.press(key)
            assert int(desk.js("return arguments[0].value", slider)) == stood + at, view
        agrees(desk, view)
        for others in ("[type=radio]:not(:checked)", ".live-tries button"):
            for control in desk.find(others, view)[:1]:
                desk.click(control)
                agrees(desk, view)
        desk.until("return drawn(figure(arguments[0]))", view)
    assert desk.wrong() == []


@pytest.mark.parametrize("reader", OTHERS, indirect=True)
def test_every_other_chapter_is_whole(desk: Reader) -> None:
    for path in PAGES:
        if path not in OFTEN:
            desk.open(path)


@pages(DEEP)
def test_everything_on_a_chapter_moves(desk: Reader, path: str) -> None:
    desk.open(path)
    views = desk.figures()
    for view in views:
        by_keys(desk, view)
        by_choice(desk, view)
        by_presets(desk, view)
        by_marker(desk, view)
        as_table(desk, view)
    # All that was done leaves each figure as its address alone makes it.
    for view in views:
        agrees(desk, view)
        as_picture(desk, view)
    left = desk.js(MARKS)
    desk.driver.refresh()
    desk.whole(path)
    anew = desk.js(MARKS)
    assert sorted(left) == sorted(anew) == sorted(views)
    assert [view for view in views if left[view] != anew[view]] == []
    following = dict(pairwise(CHAPTERS)).get(next(c for c in CHAPTERS if f"/{c.path}" == path))
    if following:
        headline = desk.js("return document.querySelector('h1').textContent")
        desk.click(desk.find("[data-testid=stPageLink-NavLink]")[-1])
        desk.until("return document.querySelector('h1').textContent !== arguments[0]", headline)
        desk.whole(following.key)
        assert urlsplit(desk.driver.current_url).path == f"/{following.path}"
        assert set(desk.figures()).isdisjoint(views)


# --- Readers with other needs ---------------------------------------------------------------------


def contrast(a: tuple[int, ...], b: tuple[int, ...]) -> float:
    """Return the contrast of two colours (WCAG 2.2, "contrast ratio")."""

    def luminance(colour: tuple[int, ...]) -> float:
        parts = [
            c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
            for c in (part / 255 for part in colour)
        ]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    dark, light = sorted((luminance(a), luminance(b)))
    return (light + 0.05) / (dark + 0.05)


def stands_out(picture: Image.Image) -> float:
    """Return the share of a picture whose contrast with its commonest colour is 3 or more."""
    colours = Counter(map(tuple, np.asarray(picture).reshape(-1, 3).tolist()))
    (ground, _), *others = colours.most_common()
    return sum(n for colour, n in others if contrast(colour, ground) >= 3) / colours.total()


# Each tag of what a finding rests on, its colour and that of its ground.
TAGS = """return all('.tag').filter(shown).map((tag) => {
  let ground = tag;
  const of = (part) => getComputedStyle(part).backgroundColor;
  while (ground.parentElement && of(ground) === 'rgba(0, 0, 0, 0)') ground = ground.parentElement;
  const behind = of(ground) === 'rgba(0, 0, 0, 0)' ? 'rgb(255, 255, 255)' : of(ground);
  return [tag.className, getComputedStyle(tag).color, behind];
});"""


@pages(DEEP, ["chromium", "firefox"], ["firefox"])  # WebKitGTK has no forced colours
def test_a_contrast_theme_shows_lines_and_controls(desk: Reader, path: str) -> None:
    forced(desk, on=True)
    try:
        desk.open(path)
        desk.until("return matchMedia('(forced-colors: active)').matches")
        for view in desk.figures():
            for plot in desk.find(".live-plot .nsewdrag", view):
                assert 0.001 < stands_out(desk.pixels(plot)) < 0.5, view
            for track in desk.find(".live-track", view):
                assert stands_out(desk.pixels(track)) > 0.01, view
        desk.open("/claims")
        tags = desk.js(TAGS)
        assert {"tag tag-people", "tag tag-animals", "tag tag-cells"} <= {kind for kind, *_ in tags}
        for kind, *colours in tags:
            ink, ground = (tuple(map(int, re.findall(r"\d+", colour)[:3])) for colour in colours)
            assert contrast(ink, ground) >= 4.5, kind
    finally:
        forced(desk, on=False)


def forced(reader: Reader, *, on: bool) -> None:
    """Turn a contrast theme on or off."""
    if reader.name == "firefox":
        reader.chrome(f"Services.prefs.setIntPref('browser.display.document_color_use', {2 * on})")
    else:
        active = [{"name": "forced-colors", "value": "active" if on else "none"}]
        reader.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": active})


@pytest.mark.parametrize("reader", ["firefox"], indirect=True)
def test_paper_is_light_in_a_dark_theme(desk: Reader) -> None:
    # Chromium tells a print by its media too; Firefox by this event alone.
    scheme = "layout.css.prefers-color-scheme.content-override"
    desk.chrome(f"Services.prefs.setIntPref('{scheme}', 0)")
    try:
        desk.open("/")
        assert desk.js("return matchMedia('(prefers-color-scheme: dark)').matches")
        inks = """return all('.live-plot :is(.xtick, .ytick) text').map((words) =>
          getComputedStyle(words).fill.match(/\\d+/g).map(Number))"""
        assert any(contrast(tuple(ink[:3]), (255, 255, 255)) < 3 for ink in desk.js(inks))
        desk.js("dispatchEvent(new Event('beforeprint'))")
        until(
            lambda: all(contrast(tuple(ink[:3]), (255, 255, 255)) >= 3 for ink in desk.js(inks)),
            lambda: f"on paper: {desk.js(inks)}",
        )
        desk.js("dispatchEvent(new Event('afterprint'))")
    finally:
        desk.chrome(f"Services.prefs.clearUserPref('{scheme}')")


@pages(DEEP, often=["webkit"])
def test_four_times_as_large_nothing_is_lost_and_focus_is_seen(reader: Reader, path: str) -> None:
    reader.size(320, 256)  # what 1280 x 1024 leaves at 400 %
    reader.open(path)
    assert reader.js(ASTRAY) == []
    for view in reader.figures():
        slider = reader.find("input[type=range]", view)[0]
        reader.js("arguments[0].focus()", slider)
        reader.press(Keys.ARROW_RIGHT)
        agrees(reader, view)
        reader.until(
            "const { x, y, width, height } = arguments[0].getBoundingClientRect();"
            "return document.elementFromPoint(x + width / 2, y + height / 2) === arguments[0]",
            slider,
            what=f"the focused slider of {view} is covered",
        )


@pages(DEEP, often=["firefox"])
def test_text_twice_as_large_or_further_apart_is_whole(reader: Reader, path: str) -> None:
    reader.size(*PHONE)
    reader.open(path)
    reader.js(
        "document.adoptedStyleSheets = [new CSSStyleSheet()];"
        "document.adoptedStyleSheets[0].replaceSync(arguments[0])",
        SPACING,
    )
    assert reader.js(ASTRAY) == []
    reader.js("document.adoptedStyleSheets = []")
    reader.js(LARGER)
    assert reader.js(ASTRAY) == []


@pages(DEEP, ["chromium", "firefox"], ["chromium"])  # WebKitGTK's driver has no finger
def test_a_finger_moves_the_marker_and_a_swipe_over_a_chart_changes_nothing(
    reader: Reader, path: str
) -> None:
    reader.size(*PHONE)
    reader.open(path)
    for view in reader.figures():
        by_marker(reader, view, "touch")
        for plot in reader.find(".live-plot .nsewdrag", view):
            reader.to(plot)
            left, top, width, height = reader.box(plot)
            reader.js(STANDS, view)
            before = reader.js(MARKS)[view], agrees(reader, view)
            x, y = left + 0.5 * width, top + 0.15 * height
            reader.drag((x, y + 0.6 * height), (x, y + 0.3 * height), (x, y), kind="touch")
            assert (reader.js(MARKS)[view], agrees(reader, view)) == before, view


# --- The talk -------------------------------------------------------------------------------------


def scene(reader: Reader, number: int) -> None:
    """Wait until this scene is on show and painted."""
    reader.until(
        "return document.querySelector('.stage-place')?.textContent === arguments[0]"
        " && document.querySelector('.stage-headline').textContent === arguments[1]"
        " && drawn(document.querySelector('.stage-figure.shown .live-figure'))",
        f"{number} / {len(SCENES)}",
        SCENES[number - 1].headline,
        what=f"scene {number}",
    )


@pytest.mark.parametrize(
    "reader",  # in Chromium `test_present.py` does more
    [pytest.param(engine, marks=unless_thorough(engine != "chromium")) for engine in NEEDED],
    indirect=True,
)
def test_the_talk_is_stepped_by_keys_and_its_markers_stay_under_the_pointer(
    reader: Reader,
) -> None:
    reader.size(1280, 720)  # a scene is made for 1920 x 1080
    reader.driver.get(f"{reader.base}/{TALK}")
    for number, each in enumerate(SCENES, 1):
        scene(reader, number)
        by_pointer_in(reader, each.view.name)
        reader.press("g")
        reader.press(Keys.PAGE_DOWN)
    reader.press("1", Keys.ENTER)
    scene(reader, 1)
    assert reader.wrong() == []


def by_pointer_in(reader: Reader, view: str) -> None:
    """Drag the marker and the slider of the scene on show: both stay under the pointer."""
    within = ".stage-figure.shown "
    plot = reader.box(reader.find(f"{within}.live-main .nsewdrag")[0])
    thumb = f"{within}.live-control .live-thumb"
    for slider, share in product(reader.find(f"{within}.live-track input")[:1], (0.7, 0.4)):
        left, top, width, height = reader.box(slider)
        x, y = left + share * width, top + height / 2
        reader.drag((left + 0.5 * width, y), (x, y), kind="mouse")
        steps = int(reader.js("return arguments[0].max", slider))
        at, _, wide, _ = reader.box(reader.find(thumb)[0])
        assert abs(at + wide / 2 - x) <= width / steps / 2 + 0.06 * width, view
    for grip in reader.find(f"{within}.live-handle"):
        gx, gy, gw, gh = reader.box(grip)
        way = reader.js("return arguments[0].dataset.way", grip)
        x = plot[0] + 0.4 * plot[2] if way == "xy" else gx + gw / 2
        y = plot[1] + 0.3 * plot[3]
        reader.drag((gx + gw / 2, gy + gh / 2), (x, y + 40), (x, y), kind="mouse")
        gx, gy, gw, gh = reader.box(grip)
        assert abs(gy + gh / 2 - y) <= 0.02 * plot[3] + 2, view
        assert abs(gx + gw / 2 - x) <= 0.02 * plot[2] + 2, view


@pytest.mark.parametrize("reader", OTHERS, indirect=True)
def test_the_speakers_window_and_the_list_are_whole(desk: Reader) -> None:
    desk.driver.get(f"{desk.base}/{TALK}?view=speaker&scene=3")
    scene(desk, 3)
    assert desk.find(".stage-notes")
    desk.driver.get(f"{desk.base}/{TALK}?view=list")
    desk.until("return all('.stage-list > li').length === arguments[0]", len(SCENES))
    for i in range(len(SCENES)):
        desk.to(desk.find(".stage-list > li")[i])
        desk.until(
            "return all('.stage-list > li')[arguments[0]].querySelector('.main-svg') !== null", i
        )
    assert desk.wrong() == []
