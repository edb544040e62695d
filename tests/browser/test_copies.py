"""Two copies behind nginx, set up as app/server/README.md says: one is killed, nobody notices."""

import getpass
import json
import os
import re
import shutil
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

import httpx2
import pytest
from playwright.sync_api import Browser, Page
from tests.conftest import free_port
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

README = Path(__file__).parents[2] / "app" / "server" / "README.md"
VISITORS = 6
BACK = 60.0  # [s]


@pytest.fixture(scope="module")
def copies(start: Any) -> Iterator[list[Any]]:
    """Two copies of the app."""
    with ExitStack() as stack:
        yield [stack.enter_context(start()) for _ in range(2)]


@pytest.fixture(scope="module")
def proxied(copies: list[Any], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an nginx before both copies."""
    nginx = shutil.which("nginx", path=os.environ["PATH"] + ":/usr/sbin")
    if nginx is None:
        if os.environ.get("CI") == "true":
            pytest.fail("no nginx here, and in continuous integration there must be one")
        pytest.skip("no nginx on the path")
    folder = tmp_path_factory.mktemp("nginx")
    port = free_port()
    (sites,) = re.findall(r"```nginx\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    started = [copy.url.rsplit(":", 1)[1] for copy in copies]
    ports = dict(zip(("8501", "8502", "443 ssl"), (*started, f"127.0.0.1:{port}"), strict=True))
    sites = re.sub("|".join(ports), lambda documented: ports[documented[0]], sites)
    paths = "".join(
        f"{each}_temp_path {folder};"
        for each in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (folder / "nginx.conf").write_text(
        f"user {getpass.getuser()}; worker_processes 2; daemon off;\n"
        f"pid {folder}/pid; error_log {folder}/errors;\n"
        f"events {{}}\nhttp {{ access_log off; {paths}\n{sites}\n}}\n"
    )
    process = subprocess.Popen([nginx, "-p", folder, "-e", f"{folder}/errors", "-c", "nginx.conf"])
    address = f"http://localhost:{port}"
    for _ in range(100):
        try:
            if httpx2.get(f"{address}/_stcore/health", timeout=10).text == "ok":
                break
        except httpx2.HTTPError:
            time.sleep(0.1)
    else:
        pytest.fail((folder / "errors").read_text())
    yield address
    process.terminate()
    process.wait(20)


def sentence(page: Page) -> str:
    return page.locator('.live-figure[aria-labelledby^="live-short-"] .live-sentence').inner_text()


def opened_by(page: Page) -> list[Any]:
    """The websockets that this page opens."""
    sockets: list[Any] = []
    page.on("websocket", lambda socket: sockets.append(socket))
    return sockets


def is_open(sockets: list[Any]) -> bool:
    return any(not socket.is_closed() for socket in sockets)


def was_lost(sockets: list[Any]) -> bool:
    return any(socket.is_closed() for socket in sockets)


@contextmanager
def asking(address: str) -> Iterator[list[int]]:
    """Ask for a page again and again; gives how each was answered. It ends with the block."""
    answers: list[int] = []
    stop = threading.Event()

    def ask() -> None:
        with httpx2.Client(base_url=address, timeout=60) as client:
            while not stop.is_set():
                # An answer whose copy is killed while it is sent is cut: no proxy can mend that.
                with suppress(httpx2.RemoteProtocolError):
                    answers.append(client.get("/ceiling").status_code)

    thread = threading.Thread(target=ask, daemon=True)
    thread.start()
    try:
        yield answers
    finally:
        stop.set()
        thread.join()


def is_in(address: str, code: str) -> bool:
    """Whether this room is open there."""
    return httpx2.get(f"{address}/room/{code}?open", timeout=60).status_code == 200


def connected(address: str, code: str, *who: str) -> ClientConnection:
    return connect(
        f"{address}/room/{code}".replace("http:", "ws:"),
        origin=Origin(address),
        subprotocols=[Subprotocol(each) for each in who],
        open_timeout=60,
    )


@contextmanager
def speaking(address: str, code: str) -> Iterator[None]:
    """Speak in a room, with the key that the copy of the moment gives; the room stays open."""
    key = httpx2.get(f"{address}/room/{code}?key", timeout=60).json()["key"]
    with connected(address, code, "speaker", key) as speaker:
        stand = {"scene": 0, "texts": {}, "asks": False, "black": False, "turn": 0}
        speaker.send(json.dumps(stand))
        while json.loads(speaker.recv(60))["scene"] != 0:
            pass
        yield


def test_one_copy_is_killed_and_every_visitor_goes_on(
    chromium: Browser, copies: list[Any], proxied: str
) -> None:
    """All visitors share one address and one browser, as a class does."""
    pages, told, sockets = [], [], []
    for number in range(VISITORS):
        context = chromium.new_context()
        context.set_default_timeout(60_000)
        page = context.new_page()
        sockets.append(opened_by(page))
        page.goto(f"{proxied}/?short.amount={1 + number}")
        page.locator("#plain").wait_for(state="detached")
        page.wait_for_selector(".live-figure .trace", state="attached")
        pages.append(page)
        told.append(sentence(page))
    assert len(set(told)) == VISITORS

    code = httpx2.get(f"{proxied}/room/new", timeout=60).json()["code"]
    with speaking(proxied, code):
        (kept,) = (copy for copy in copies if is_in(copy.url, code))
    with asking(proxied) as answers:
        pages[0].wait_for_timeout(300)
        kept.process.kill()  # with the room on it
        killed = time.monotonic()
        while not (any(map(was_lost, sockets)) and all(map(is_open, sockets))):
            assert time.monotonic() - killed < BACK
            pages[0].wait_for_timeout(100)
    assert set(answers) == {200}
    # The fewest connections first: both copies had visitors, though all look alike.
    assert 0 < sum(map(was_lost, sockets)) < VISITORS
    with speaking(proxied, code), connected(proxied, code, "phone", "0" * 32) as phone:
        assert json.loads(phone.recv(60))["scene"] == 0
        assert [is_in(copy.url, code) for copy in copies if copy is not kept] == [True]

    for page, before in zip(pages, told, strict=True):
        assert sentence(page) == before
        page.get_by_text("All chapters").click()  # the server answers again
        page.get_by_role("link", name="Where a ceiling lies").first.click()
        page.wait_for_selector(
            '.live-figure[aria-labelledby^="live-reserve-"] .trace', state="attached"
        )
        assert page.locator(".live-figure").count() == 2
        page.context.close()
