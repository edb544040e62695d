"""Three engines, driven alike: Chromium, Firefox and WebKitGTK, all from Debian's packages.

Selenium drives Chromium and WebKit through their own drivers. Debian packages none for Firefox, so
here its executor speaks to Firefox itself, which understands the same commands (Marionette).
"""

import itertools
import json
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, Final

from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.remote.client_config import ClientConfig
from selenium.webdriver.remote.command import Command
from selenium.webdriver.remote.remote_connection import RemoteConnection
from selenium.webdriver.remote.webdriver import WebDriver
from urllib3.exceptions import HTTPError

NEEDED: Final = {  # programs by engine, by the Debian package that has them
    "chromium": {"chromium": "chromium", "chromedriver": "chromium-driver"},
    "firefox": {"firefox-esr": "firefox-esr"},
    "webkit": {"WebKitWebDriver": "webkit2gtk-driver", "Xvfb": "xvfb"},
}
STARTS: Final = 3
START_S: Final = 60
PREFERENCES: Final = {
    "marionette.port": 0,  # a free one, written into the profile
    "dom.w3c_touch_events.enabled": 1,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
}
# Marionette's names of the commands that the tests use.
MARIONETTE: Final = {
    Command.NEW_SESSION: "WebDriver:NewSession",
    Command.QUIT: "Marionette:Quit",
    Command.GET: "WebDriver:Navigate",
    Command.REFRESH: "WebDriver:Refresh",
    Command.GO_BACK: "WebDriver:Back",
    Command.GET_CURRENT_URL: "WebDriver:GetCurrentURL",
    Command.W3C_EXECUTE_SCRIPT: "WebDriver:ExecuteScript",
    Command.W3C_EXECUTE_SCRIPT_ASYNC: "WebDriver:ExecuteAsyncScript",
    Command.SET_TIMEOUTS: "WebDriver:SetTimeouts",
    Command.FIND_ELEMENT: "WebDriver:FindElement",
    Command.W3C_ACTIONS: "WebDriver:PerformActions",
    Command.W3C_CLEAR_ACTIONS: "WebDriver:ReleaseActions",
    Command.SET_WINDOW_RECT: "WebDriver:SetWindowRect",
    Command.NEW_WINDOW: "WebDriver:NewWindow",
    Command.CLOSE: "WebDriver:CloseWindow",
    Command.SWITCH_TO_WINDOW: "WebDriver:SwitchToWindow",
    Command.W3C_GET_WINDOW_HANDLES: "WebDriver:GetWindowHandles",
    Command.W3C_GET_CURRENT_WINDOW_HANDLE: "WebDriver:GetWindowHandle",
    Command.SCREENSHOT: "WebDriver:TakeScreenshot",
}


def missing(engine: str) -> list[str]:
    """Return the Debian packages that `engine` needs and that are not here."""
    return [package for program, package in NEEDED[engine].items() if not shutil.which(program)]


@contextmanager
def running(engine: str, folder: Path) -> Iterator[WebDriver]:
    """Start `engine` with its files in the empty `folder`; it ends with the context.

    On a busy machine a start may come too late for its driver, so it is tried again.
    """
    start = {"chromium": _chromium, "firefox": _firefox, "webkit": _webkit}[engine]
    for left in reversed(range(STARTS)):
        with ExitStack() as ends:
            try:
                driver = start(Path(tempfile.mkdtemp(dir=folder)), ends)
            except (WebDriverException, HTTPError, OSError):
                if left:
                    continue
                raise
            ends.callback(driver.quit)
            driver.set_script_timeout(60)
            yield driver
            return


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _chromium(_folder: Path, _ends: ExitStack) -> WebDriver:
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for flag in ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"):
        options.add_argument(flag)
    return webdriver.Chrome(options, webdriver.ChromeService(shutil.which("chromedriver")))


def _webkit(_folder: Path, ends: ExitStack) -> WebDriver:
    # WebKitGTK has no headless mode; an X server without a screen gives it one.
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "2000x1400x24", "-nolisten", "tcp"]
    screen = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    ends.callback(_end, screen)
    os.close(write)
    with os.fdopen(read) as told:
        display = f":{told.readline().strip()}"
    options = webdriver.WebKitGTKOptions()
    options.binary_location = str(next(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser")))
    options.add_argument("--automation")
    service = webdriver.WebKitGTKService(
        shutil.which("WebKitWebDriver") or "", env={**os.environ, "DISPLAY": display}
    )
    service.start()
    ends.callback(service.stop)
    connection = RemoteConnection(client_config=ClientConfig(service.service_url))
    return webdriver.Remote(connection, options=options)


def _firefox(folder: Path, ends: ExitStack) -> WebDriver:
    lines = [f"user_pref({json.dumps(k)}, {json.dumps(v)});" for k, v in PREFERENCES.items()]
    (folder / "user.js").write_text("\n".join(lines))
    command = ["firefox-esr", "--headless", "--marionette", "--remote-allow-system-access"]
    command += ["--no-remote", "--profile", str(folder)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    ends.callback(_end, process)
    port = folder / "MarionetteActivePort"
    until = time.monotonic() + START_S
    while not (port.exists() and port.read_text()):
        if process.poll() is not None or time.monotonic() > until:
            message = f"Firefox did not start: {process.poll()}"
            raise WebDriverException(message)
        time.sleep(0.1)
    return webdriver.Remote(Marionette(int(port.read_text())), options=webdriver.FirefoxOptions())


class Marionette(RemoteConnection):
    """Selenium's commands, sent to a running Firefox over its own socket.

    A message is its length, a colon, and JSON: `[0, id, name, parameters]` there and
    `[1, id, error, result]` back (firefox-source-docs, "Marionette Protocol").
    """

    def __init__(self, port: int) -> None:
        super().__init__(client_config=ClientConfig(f"http://127.0.0.1:{port}"))
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=300)
        self._answers = self._socket.makefile("rb")
        self._ids = itertools.count()
        self._receive()  # it says first who it is

    def execute(self, command: str, params: dict[str, Any]) -> dict[str, Any]:
        """Return what Selenium expects of `command`: a value, or a status and its error."""
        known = {k: v for k, v in params.items() if k not in {"sessionId", "capabilities"}}
        _, _, error, result = self.send(MARIONETTE[command], known)
        if error:
            return {"status": 500, "value": json.dumps({"value": error})}
        return {"value": result["value"] if [*result] == ["value"] else result}

    def send(self, name: str, params: dict[str, Any]) -> Any:
        """Send one command by Marionette's own name, and return its whole answer."""
        message = json.dumps([0, next(self._ids), name, params]).encode()
        self._socket.sendall(b"%d:%s" % (len(message), message))
        return self._receive()

    def close(self) -> None:
        """Close the connection."""
        self._answers.close()
        self._socket.close()

    def _receive(self) -> Any:
        length = b""
        while not length.endswith(b":"):
            byte = self._answers.read(1)
            if not byte:
                message = "Firefox closed the connection"
                raise WebDriverException(message)
            length += byte
        return json.loads(self._answers.read(int(length[:-1])))
