"""A broker between two copies of the server: each knows what happens in the rooms of the other."""

import asyncio
import logging
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import httpx2
import pytest
from tests.conftest import Start, free_port
from tests.presenter.lines import ASKS, closing, enter, hear, place, say, seat, stand

from presenter import broker
from presenter.broker import carried, named
from presenter.limits import Limits
from presenter.rooms import Rooms

BALLOTS = [frozenset(), frozenset("01")]
PATIENCE = 30.0  # [s]


@contextmanager
def running(port: int, folder: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """Run Debian's Redis."""
    server = shutil.which("redis-server")
    if server is None:
        if os.environ.get("CI") == "true":
            pytest.fail("no redis-server here, and in continuous integration there must be one")
        pytest.skip("no redis-server on the path")
    command = [server, "--port", str(port), "--save", "", "--bind", "127.0.0.1"]
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(20)


async def until(holds: Callable[[], bool]) -> None:
    """Wait until this holds."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end
        await asyncio.sleep(0.01)


def story(port: int, tell: Callable[[Rooms, Rooms], Awaitable[None]]) -> None:
    """Run what happens between two copies that share a broker."""

    async def run() -> None:
        os.environ["MURECEPTOR_BROKER"] = f"redis://127.0.0.1:{port}"
        one, two = Rooms(BALLOTS, Limits()), Rooms(BALLOTS, Limits())
        async with carried(one), carried(two):
            await tell(one, two)

    asyncio.run(run())


@pytest.fixture(autouse=True)
def option(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MURECEPTOR_BROKER", "")


def test_each_copy_knows_what_happens_in_the_rooms_of_the_other(tmp_path: Path) -> None:
    port = free_port()

    async def tell(one: Rooms, two: Rooms) -> None:
        code = one.new_code()
        room = one.speak(code, two.key(code))  # both make the same keys
        room.say("a", 1, 0, asks=True)
        await until(lambda: two.find(code) is not None)
        other = two.find(code)
        assert other is not None
        other.sit("x")
        room.sit("y")
        other.vote("x", 1, 0, "0")
        room.vote("y", 1, 0, "1")
        counts = {"seats": 2, "scene": 1, "turn": 0, "votes": {"0": 1, "1": 1}}
        await until(lambda: room.counts == other.counts == counts)
        # The same seat on the other copy says something else.
        other.vote("y", 1, 0, "0")
        await until(lambda: room.counts["votes"] == {"0": 2})
        other.leave("x")
        await until(lambda: room.seats == 1)
        # A copy that comes later knows it all.
        three = Rooms(BALLOTS, Limits())
        async with carried(three):
            await until(lambda: three.find(code) is not None)
            late = three.find(code)
            assert late is not None
            await until(lambda: late.counts == room.counts)
            assert late.message == "a"
        room.say("b", 1, 1, asks=True)
        await until(lambda: other.message == "b" and other.counts["votes"] == {})
        two.close(code)
        await until(lambda: one.find(code) is None)
        assert room.closed

    with running(port, tmp_path):
        story(port, tell)


def test_while_the_broker_is_away_each_copy_goes_on_and_the_log_says_so(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(broker, "_AGAIN", 0.05)
    monkeypatch.setattr(broker, "_FIRST", 0.5)
    caplog.set_level(logging.WARNING)
    port = free_port()

    async def tell(one: Rooms, two: Rooms) -> None:
        code = one.new_code()
        room = one.speak(code, one.key(code))
        room.say("a", 1, 0, asks=True)
        await until(lambda: "no broker: rooms hold within each copy" in caplog.text)
        assert two.find(code) is None
        assert one.apart
        with running(port, tmp_path):  # it comes
            await until(lambda: two.find(code) is not None)
            assert "the broker of the rooms is back" in caplog.text
            await until(lambda: not one.apart and not two.apart)
            caplog.clear()
        number = room.counted.number
        await until(lambda: "no broker" in caplog.text)  # it goes
        await until(lambda: one.apart and room.counted.number > number)  # its speaker is told
        room.say("b", 1, 0, asks=True)
        assert room.message == "b"
        with running(port, tmp_path):
            await until(lambda: getattr(two.find(code), "message", "") == "b")

    story(port, tell)


@pytest.mark.parametrize("url", ["broker.example", "http://broker.example", "redis://host:port"])
def test_a_wrong_address_ends_the_start_with_a_line(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MURECEPTOR_BROKER", url)
    with pytest.raises(SystemExit, match="does not start: MURECEPTOR_BROKER is no address"):
        named()


def test_without_its_package_the_start_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert named() is None
    monkeypatch.setenv("MURECEPTOR_BROKER", "redis://localhost")
    monkeypatch.setitem(sys.modules, "redis.asyncio", None)
    with pytest.raises(SystemExit, match="needs the package redis"):
        named()


def test_a_room_outlives_the_copy_that_its_speaker_was_on(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = free_port()
    monkeypatch.setenv("MURECEPTOR_BROKER", f"redis://127.0.0.1:{port}")
    with ExitStack() as stack:
        away = ExitStack()
        stack.callback(away.close)
        away.enter_context(running(port, tmp_path))
        one, two = (stack.enter_context(start()) for _ in range(2))
        code, key = place(one)
        speaker = stack.enter_context(enter(one, code, "speaker", key))
        say(speaker, stand(ASKS, asks=True))
        for _ in range(600):
            if httpx2.get(f"{two.url}/room/{code}?open", timeout=PATIENCE).status_code == 200:
                break
            time.sleep(0.05)
        phone = stack.enter_context(enter(two, code, "phone", seat()))
        hear(phone, scene=ASKS)
        say(phone, {"scene": ASKS, "turn": 0, "choice": "1"})
        hear(speaker, seats=1, votes={"1": 1})
        one.process.kill()
        closing(speaker)
        # With the same key, on the other copy; all is there.
        again = stack.enter_context(enter(two, code, "speaker", key))
        hear(again, seats=1, votes={"1": 1})
        say(again, stand(ASKS + 1))
        hear(phone, scene=ASKS + 1)
        # The speaker's window is told when the broker goes, and when it is back.
        hear(again, apart=False)
        away.close()
        hear(again, apart=True)
        with running(port, tmp_path):
            hear(again, apart=False)
        assert "Traceback" not in two.log
