"""Load on rooms: `python tests/bench/rooms.py [--rooms 1] [--phones 200] [--seconds 20]`.

Starts the app, opens rooms, seats phones in them, and has each speaker drag: 20 steps a second for
two seconds, then two seconds of rest. Prints how long a step takes to a phone, what it costs the
server, what a seat takes of its memory, and what all seats cost while nothing is said. With
`--stay` seconds phones come and go, and the memory is printed each minute. With `--restart` the
server is killed and started again at the end, and it is printed when all phones are back, which try
again as often as browsers do. Phones and server share the machine, so the phones read frames
themselves, and what they cost is printed too.
"""

import argparse
import asyncio
import json
import os
import random
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import httpx2

ROOT = Path(__file__).parents[2]
STEP = 0.05  # [s]
IDLE = 10.0  # [s] without a step, at the end


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def cpu(pid: int) -> float:
    """Return the time [s] that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory(pid: int) -> int:
    """Return what a process holds of memory [KB]."""
    lines = Path(f"/proc/{pid}/status").read_text().split("\n")
    return int(next(line for line in lines if line.startswith("VmRSS")).split()[1])


def now() -> int:
    """Return the time [ms] within 1000 s, which a step carries as its turn."""
    return int(time.monotonic() * 1000 % 1e6)


class Line(asyncio.Protocol):
    """One websocket, a phone's or a speaker's; notes how long each step was on its way."""

    def __init__(self, url: str, code: str, who: str, delays: list[int] | None = None) -> None:
        self.asked = (
            f"GET /room/{code} HTTP/1.1\r\nHost: {url}\r\nOrigin: http://{url}\r\n"
            "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
            f"Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Protocol: {who}\r\n\r\n"
        ).encode()
        self.delays = delays
        self.data = b""
        self.said = -1
        self.isopen = asyncio.get_running_loop().create_future()
        self.gone = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        transport.write(self.asked)

    def connection_lost(self, _error: Exception | None) -> None:
        for future in (self.isopen, self.gone):
            if not future.done():
                future.set_result(False)

    def data_received(self, data: bytes) -> None:
        data = self.data + data
        if not self.isopen.done():
            head, end, rest = data.partition(b"\r\n\r\n")
            if not end:
                self.data = data
                return
            if b" 101 " not in head:
                self.transport.close()
                return
            self.isopen.set_result(True)
            data = rest
        while len(data) > 3:
            size, start = data[1], 2
            if size == 126:
                size, start = int.from_bytes(data[2:4], "big"), 4
            if len(data) < start + size:
                break
            if data[0] == 0x89:  # a ping
                self.transport.write(b"\x8a\x84\0\0\0\0" + data[start : start + size])
            elif self.delays is not None:
                turn = data.find(b'"turn": ', start) + 8
                said = int(data[turn : data.find(b",", turn)])
                if said != self.said:  # else the same again, to show that the line is not dead
                    self.delays.append(now() - said)
                self.said = said
            data = data[start + size :]
        self.data = data

    def say(self, message: object) -> None:
        data = json.dumps(message).encode()
        self.transport.write(b"\x81\xfe" + len(data).to_bytes(2, "big") + b"\0\0\0\0" + data)


async def enter(url: str, code: str, who: str, delays: list[int] | None = None) -> Line:
    """Open a line; where that fails, again after a pause, as `room_line.js` does."""
    host, port = url.split(":")
    loop = asyncio.get_running_loop()
    failed = 0
    while True:
        line = Line(url, code, who, delays)
        with suppress(OSError):
            await loop.create_connection(lambda line=line: line, host, int(port))  # type: ignore[misc]
            if await line.isopen:
                return line
        pause = min(4.0, 0.25 * 2**failed)
        await asyncio.sleep(pause * random.uniform(0.5, 1))  # noqa: S311
        failed += 1


async def phone(url: str, code: str, number: int, delays: list[int], stay: float) -> None:
    """Follow; leave and come again after about `stay` seconds, if any."""
    while True:
        line = await enter(url, code, f"phone, {number:032x}", delays)
        left = stay * (0.5 + number % 10 / 10) if stay else None
        await asyncio.wait([line.gone], timeout=left)
        line.transport.close()
        await asyncio.sleep(0.1)


def step(line: Line, amount: str) -> None:
    texts = {"amount": amount}
    line.say({"scene": 0, "texts": texts, "asks": False, "black": False, "turn": now()})


async def drag(line: Line, seconds: float) -> int:
    """Drag and rest; return how many steps were made."""
    steps, end = 0, time.monotonic() + seconds
    while time.monotonic() < end:
        for _ in range(40):
            step(line, "10" if steps % 2 else "1")
            steps += 1
            await asyncio.sleep(STEP)
        await asyncio.sleep(2)
    return steps


async def watch(pid: int) -> None:
    """Print the memory each minute."""
    minute = 0
    while True:
        say(f"minute {minute}: {memory(pid)} KB")
        await asyncio.sleep(60)
        minute += 1


async def load(
    url: str,
    pid: int,
    rooms: int,
    phones: int,
    seconds: float,
    stay: float,
    restart: Callable[[], None] | None,
) -> None:
    async with httpx2.AsyncClient(base_url=f"http://{url}", timeout=60) as client:
        places = [(await client.get("/room/new")).json() for _ in range(rooms)]
        await client.get("/room")  # the first one makes the page
    lines = [await enter(url, p["code"], f"speaker, {p['key']}") for p in places]
    await asyncio.sleep(2)
    before = memory(pid)
    delays: list[int] = []
    seats = [(place["code"], number) for place in places for number in range(phones)]
    tasks = []
    for code, number in seats:
        tasks.append(asyncio.create_task(phone(url, code, number, delays, stay)))
        await asyncio.sleep(0.01)
    await asyncio.sleep(2)
    seated = memory(pid)
    if stay:
        tasks.append(asyncio.create_task(watch(pid)))
    delays.clear()
    begun = cpu(pid), time.process_time(), time.monotonic()
    steps = sum(await asyncio.gather(*(drag(line, seconds) for line in lines)))
    used = cpu(pid) - begun[0], time.process_time() - begun[1]
    took = time.monotonic() - begun[2]
    seen = sorted(delays)
    before_idle = cpu(pid)
    await asyncio.sleep(IDLE)
    idle = (cpu(pid) - before_idle) / IDLE
    say(
        f"{rooms} rooms of {phones}: a step is there after {statistics.median(seen):.0f} ms "
        f"(median), {seen[int(0.95 * len(seen))]} ms (p95), {seen[-1]} ms (the longest); "
        f"{len(seen)} of {steps * phones} steps shown; "
        f"{1000 * used[0] / steps:.1f} ms of CPU a step, "
        f"{1000 * (used[0] - idle * took) / steps:.1f} more than while nothing is said "
        f"(the phones take {1000 * used[1] / steps:.1f}); "
        f"{(seated - before) / len(seats):.0f} KB a seat; "
        f"{before} KB before, {memory(pid)} KB at the end"
    )
    say(f"while nothing is said: {1000 * idle:.1f} ms of CPU a second")
    if restart:
        await asyncio.to_thread(restart)
        delays.clear()
        begun_again = time.monotonic()
        lines = [await enter(url, p["code"], f"speaker, {p['key']}") for p in places]
        for line in lines:
            step(line, "1")
        while len(delays) < len(seats):
            await asyncio.sleep(0.01)
        late = time.monotonic() - begun_again
        say(f"all are back {late:.1f} s after the server")
    for task in tasks:
        task.cancel()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rooms", type=int, default=1)
    parser.add_argument("--phones", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--stay", type=float, default=0)
    parser.add_argument("--restart", action="store_true")
    how = parser.parse_args()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    url = f"localhost:{port}"
    command = [sys.executable, "-m", "streamlit", "run", "--server.port", str(port), "app/main.py"]
    environment = os.environ | {"MURECEPTOR_ROOM_SECRET": "bench"}

    def start() -> "subprocess.Popen[bytes]":
        app = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
        for _ in range(300):
            with suppress(httpx2.HTTPError):
                if httpx2.get(f"http://{url}/_stcore/health").status_code == 200:
                    break
            time.sleep(0.1)
        return app

    app = start()

    def restart() -> None:
        nonlocal app
        app.kill()
        app.wait(20)
        app = start()

    again = restart if how.restart else None
    try:
        asyncio.run(load(url, app.pid, how.rooms, how.phones, how.seconds, how.stay, again))
    finally:
        app.terminate()
        app.wait(20)


if __name__ == "__main__":
    main()
