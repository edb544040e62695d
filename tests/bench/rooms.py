"""Load on rooms: `python tests/bench/rooms.py [--rooms 1] [--phones 200] [--seconds 20]`.

Starts the app, opens rooms, seats phones in them, and has each speaker drag: 20 steps a second for
two seconds, then two seconds of rest. Prints how long a step takes to a phone, what it costs the
server, and what a seat takes of its memory. With `--stay` seconds, phones come and go.
"""

import argparse
import asyncio
import json
import os
import socket
import statistics
import subprocess
import sys
import time
from pathlib import Path

import httpx2
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

ROOT = Path(__file__).parents[2]
STEP = 0.05  # [s]


def cpu(pid: int) -> float:
    """Return the time [s] that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory(pid: int) -> int:
    """Return what a process holds of memory [KB]."""
    lines = Path(f"/proc/{pid}/status").read_text().split("\n")
    return int(next(line for line in lines if line.startswith("VmRSS")).split()[1])


def enter(url: str, code: str, *who: str) -> connect:
    return connect(
        f"{url}/room/{code}".replace("http:", "ws:"),
        origin=Origin(url),
        subprotocols=[Subprotocol(each) for each in who],
        compression=None,
        open_timeout=60,
    )


async def phone(url: str, code: str, number: int, delays: list[float], stay: float) -> None:
    """Follow; note how long each step was on its way: the step says when it was sent."""
    while True:
        async with enter(url, code, "phone", f"{number:032x}") as line:
            left = time.monotonic() + stay * (0.5 + number % 10 / 10) if stay else float("inf")
            async for message in line:
                turn = json.loads(message)["turn"]  # [ms] of when it was sent, within 1000 s
                delay = time.monotonic() * 1000 % 1e6 - turn
                if 0 <= delay < 60_000:
                    delays.append(delay)
                if time.monotonic() > left:
                    break


async def drag(line: ClientConnection, seconds: float) -> int:
    """Drag and rest; return how many steps were made."""
    steps, end = 0, time.monotonic() + seconds
    while time.monotonic() < end:
        for _ in range(40):
            turn = int(time.monotonic() * 1000 % 1e6)
            texts = {"amount": "10" if steps % 2 else "1"}
            stand = {"scene": 0, "texts": texts, "asks": False, "black": False, "turn": turn}
            await line.send(json.dumps(stand))
            steps += 1
            await asyncio.sleep(STEP)
        await asyncio.sleep(2)
    return steps


async def ignore(line: ClientConnection) -> None:
    async for _ in line:
        pass


async def load(url: str, pid: int, rooms: int, phones: int, seconds: float, stay: float) -> None:
    delays: list[float] = []
    async with httpx2.AsyncClient(base_url=url, timeout=60) as client:
        places = [(await client.get("/room/new")).json() for _ in range(rooms)]
    lines = [await enter(url, p["code"], "speaker", p["key"]) for p in places]
    tasks = [asyncio.create_task(ignore(line)) for line in lines]
    await asyncio.sleep(2)
    before = memory(pid)
    tasks += [
        asyncio.create_task(phone(url, place["code"], number, delays, stay))
        for place in places
        for number in range(phones)
    ]
    await asyncio.sleep(5 + rooms * phones / 50)
    seated = memory(pid)
    begun = cpu(pid)
    steps = sum(await asyncio.gather(*(drag(line, seconds) for line in lines)))
    used = cpu(pid) - begun
    for task in tasks:
        task.cancel()
    delays.sort()
    p95 = delays[int(0.95 * len(delays))]
    print(  # noqa: T201
        f"{rooms} rooms of {phones}: a step is there after {statistics.median(delays):.0f} ms "
        f"(median), {p95:.0f} ms (p95), {len(delays)} of {steps * phones} steps shown; "
        f"{1000 * used / steps:.1f} ms of CPU a step; "
        f"{(seated - before) / rooms / phones:.0f} KB a seat; "
        f"{before} KB before, {memory(pid)} KB at the end"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rooms", type=int, default=1)
    parser.add_argument("--phones", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--stay", type=float, default=0)
    how = parser.parse_args()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "--server.port", str(port), "app/main.py"]
    app = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    url = f"http://localhost:{port}"
    try:
        for _ in range(300):
            try:
                if httpx2.get(f"{url}/_stcore/health").status_code == 200:
                    break
            except httpx2.HTTPError:
                time.sleep(0.1)
        asyncio.run(load(url, app.pid, how.rooms, how.phones, how.seconds, how.stay))
    finally:
        app.terminate()
        app.wait(20)


if __name__ == "__main__":
    main()
