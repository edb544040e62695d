"""The real app, running, for the tests of its server and those in a browser."""

import os
import random
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("untimed", deadline=None)  # a busy machine fails no test
settings.load_profile("untimed")
ROOT = Path(__file__).parents[1]


# Python runs a `sitecustomize` first; this one writes down whom the process calls.
RECORDER = """
import os, sys

def heard(event, args):
    if event in {"socket.connect", "socket.sendto"}:
        called = args[1]
    elif event == "socket.getaddrinfo":
        called = args[:2]
    else:
        return
    if isinstance(called, tuple):
        with open(os.environ["CALLS"], "a") as calls:
            calls.write(f"{called[0]}\\n")

sys.addaudithook(heard)
"""
LOCAL = {"localhost", "127.0.0.1", "::1", "0.0.0.0", "::", "None", ""}  # noqa: S104

# To follow which lines run nearly doubles the time of a test, so only these are followed: few, and
# together they reach nearly all. All of `views` would add one or two in a hundred lines.
FOLLOWED = {
    *("presenter", "test_plain.py", "test_preview.py", "test_chart.py", "test_plotly.py"),
    *("test_routes.py", "test_talk.py", "test_answers.py", "test_checks.py"),
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    # In browsers first: the workers' last files are then short ones, and they end together.
    items.sort(key=lambda item: "browser" not in item.path.parts)
    for item in items:
        if FOLLOWED.isdisjoint(item.path.parts):
            item.add_marker("no_cover")


@dataclass(frozen=True)
class Recorded:
    """A process whose outgoing calls are written down in `calls`."""

    folder: Path

    @property
    def environment(self) -> dict[str, str]:
        kept = {k: v for k, v in os.environ.items() if not k.startswith("STREAMLIT_")}
        return kept | {"PYTHONPATH": str(self.folder), "CALLS": str(self.folder / "calls")}

    @property
    def outside(self) -> set[str]:
        """Hosts that were called and are not this machine."""
        calls = self.folder / "calls"
        return set(calls.read_text().split("\n")) - LOCAL if calls.exists() else set()


@dataclass(frozen=True)
class Running(Recorded):
    """The app while it runs."""

    url: str
    process: "subprocess.Popen[bytes]"

    @property
    def log(self) -> str:
        return (self.folder / "output").read_text()


Start = Callable[..., AbstractContextManager[Running]]


@pytest.fixture(scope="session")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Recorded]:
    """Return a maker of environments in which a process's calls are written down."""

    def make() -> Recorded:
        folder = tmp_path_factory.mktemp("recorded")
        (folder / "sitecustomize.py").write_text(RECORDER)
        return Recorded(folder)

    return make


def free_port() -> int:
    """Return a port that nobody listens at, from below those that connections are given."""
    while True:
        port = random.randrange(10_000, 32_000)  # noqa: S311 - two workers take two
        with suppress(OSError), socket.create_server(("127.0.0.1", port)):
            return port


@pytest.fixture(scope="session")
def start(recorded: Callable[[], Recorded]) -> Start:
    """Return a starter of the app on a free port."""

    @contextmanager
    def run(*options: str, base: str = "", home: Path = ROOT) -> Iterator[Running]:
        port = free_port()
        recording = recorded()
        command = [sys.executable, "-m", "streamlit", "run", "--server.port", str(port)]
        command += ["--server.baseUrlPath", base, *options, "app/main.py"]
        with (recording.folder / "output").open("w") as output:
            process = subprocess.Popen(
                command,
                cwd=home,
                env=recording.environment,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
            )
        app = Running(recording.folder, f"http://localhost:{port}{base}", process)
        try:
            until_healthy(app)
            yield app
        finally:
            process.terminate()
            process.wait(20)

    return run


def until_healthy(app: Running) -> None:
    for _ in range(600):
        if app.process.poll() is not None:
            pytest.fail(f"the app did not start:\n{app.log}")
        try:
            with urllib.request.urlopen(f"{app.url}/_stcore/health") as answer:  # noqa: S310
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.1)
    pytest.fail("the app did not get healthy within a minute")


@pytest.fixture(scope="session")
def app(start: Start) -> Iterator[Running]:
    """The app as a visitor meets it, started once."""
    with start() as running:
        yield running
