"""A visitor: a real Chromium on the running app, watched for errors and foreign hosts."""

import os
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, sync_playwright
from tests.conftest import Running

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--process-per-site",
]
# Streamlit's own two probes below a page's path; they are the only errors allowed.
PROBE = re.compile(r"/.+/_stcore/(health|host-config)$")
CURVES = """(figure) =>
  [...figure.querySelectorAll('.trace path, .point, .points path, .points text')]
    .map((p) => (p.getAttribute('d') ?? '') + (p.getAttribute('transform') ?? '')).join('|')"""
MARKS = Path(__file__).with_name("marks.js").read_text("utf-8")
FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


@dataclass
class Visit:
    """One visitor's page, and what went over the wire for it."""

    page: Page
    base: str
    reader: str = CURVES  # reads a figure's curves
    errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    received: list[int] = field(default_factory=list)  # [bytes] of each websocket frame
    sent: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        def heard(message: Any) -> None:
            if message.type == "error" and not PROBE.search(message.location.get("url", "")):
                self.errors.append(message.text)

        def framed(frames: list[int]) -> Callable[[Any], None]:
            # Binary frames come in base64.
            return lambda event: frames.append(len(event["response"]["payloadData"]) * 3 // 4)

        self.page.on("console", heard)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))
        wire = self.page.context.new_cdp_session(self.page)
        wire.send("Network.enable")
        wire.on("Network.webSocketFrameReceived", framed(self.received))
        wire.on("Network.webSocketFrameSent", framed(self.sent))

    def open(self, path: str) -> "Visit":
        self.page.goto(self.base + path)
        self.drawn()
        return self

    def go(self, path: str) -> None:
        """Go to a page and wait until it is the live one: until then each part is there twice."""
        self.page.goto(self.base + path)
        self.live()

    def live(self) -> None:
        """Wait until the live page has taken the plain one's place."""
        self.page.locator("#plain").wait_for(state="detached")

    def drawn(self) -> None:
        """Unfold every figure, wait until all are drawn and Streamlit has no more to say."""
        self.live()
        # Not `wait_for_selector`: that returns its element, and keeps the figure alive for ever.
        self.page.locator(".live-figure .trace").first.wait_for(state="attached")
        self.page.wait_for_function(
            """() => {
              for (const fold of document.querySelectorAll('.live-fold')) fold.open = true;
              return [...document.querySelectorAll('.live-figure')]
                .every((figure) => figure.querySelector('.main-svg'));
            }"""
        )
        self.quiet()

    def quiet(self, ms: int = 400) -> None:
        """Wait until nothing has come over the websocket for `ms`."""
        count = -1
        while count != len(self.received):
            count = len(self.received)
            self.page.wait_for_timeout(ms)

    def figure(self, view: str) -> Locator:
        return self.page.locator(f'.live-figure[aria-labelledby^="live-{view}-"]')

    def panel(self, view: str) -> Locator:
        """The main plot of a figure."""
        return self.figure(view).locator(".live-main .live-plot")

    def slider(self, view: str) -> Locator:
        return self.figure(view).locator("input[type=range]").first

    def curves(self, view: str) -> str:
        return str(self.figure(view).evaluate(CURVES))

    def marks(self, view: str) -> list[dict[str, Any]]:
        """Return the marks of a figure that have area on screen (`marks.js`)."""
        return list(self.figure(view).evaluate(MARKS))

    def sentence(self, view: str) -> str:
        return self.figure(view).locator(".live-sentence").inner_text()

    def frames(self) -> None:
        """Let the browser paint."""
        self.page.evaluate(FRAMES)

    @property
    def query(self) -> dict[str, str]:
        return {key: values[0] for key, values in parse_qs(urlsplit(self.page.url).query).items()}

    def settled(self, key: str, value: str) -> None:
        """Wait until the address bar carries this value, and nothing more comes over the wire."""
        self.page.wait_for_url(re.compile(rf"[?&]{re.escape(key)}={re.escape(value)}(&|$)"))
        self.quiet()


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    """A browser; its absence is a reason to skip, but not in continuous integration.

    Of the package, since no other test can use asyncio in the same process while it runs.
    """
    path = next(
        filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
    )
    if path is None:
        if os.environ.get("CI") == "true":
            pytest.fail("no Chromium here, and in continuous integration there must be one")
        pytest.skip("no Chromium on the path")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


class Profiles:
    """Profiles of one browser that go from visitor to visitor: a new one costs seconds of CPU.

    In each a page stays open, and with it the process that has compiled Streamlit's and Plotly's
    scripts (`--process-per-site`). What a site may keep is cleared for each visitor.
    """

    KEPT = 4  # each is a process

    def __init__(self, browser: Browser, url: str) -> None:
        self._browser = browser
        self._url = url
        self._free: list[tuple[dict[str, Any], BrowserContext]] = []

    def take(self, how: dict[str, Any], *, new: bool) -> BrowserContext:
        """Return a profile with these options and nothing kept in it."""
        for each in [] if new else self._free:
            if each[0] == how:
                self._free.remove(each)
                each[1].clear_cookies()
                each[1].pages[0].evaluate("() => localStorage.clear()")
                return each[1]
        context = self._browser.new_context(**how)
        context.set_default_timeout(30_000)
        context.set_default_navigation_timeout(60_000)
        if not new:
            context.new_page().goto(f"{self._url}/robots.txt")
        return context

    def give(self, how: dict[str, Any], context: BrowserContext) -> None:
        """Take a visitor's profile back."""
        for page in context.pages[1:]:
            page.close()
        self._free.append((how, context))
        if len(self._free) > self.KEPT:
            self._free.pop(0)[1].close()


@pytest.fixture(scope="package")
def profiles(chromium: Browser, app: Running) -> Profiles:
    return Profiles(chromium, app.url)


@pytest.fixture
def visitor(profiles: Profiles, app: Running) -> Iterator[Callable[..., Visit]]:
    """Return a maker of visitors; afterwards none may have met an error or a foreign host."""
    visits: list[tuple[Visit, dict[str, Any] | None]] = []

    def arrive(*, width: int = 1280, height: int = 900, new: bool = False, **how: Any) -> Visit:
        """Open a page; in a `new` profile if the test changes or counts what is in it."""
        media = {key: how.pop(key) for key in ("color_scheme", "reduced_motion") if key in how}
        page = profiles.take(how, new=new).new_page()
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(**media)
        visits.append((Visit(page, app.url), None if new else how))
        return visits[-1][0]

    yield arrive
    for visit, how in visits:
        if how is None:
            visit.page.context.close()
        else:
            profiles.give(how, visit.page.context)
        hosts = {urlsplit(url).netloc for url in visit.requests if url.startswith(("http", "ws"))}
        assert hosts <= {urlsplit(app.url).netloc}
        assert visit.errors == []
