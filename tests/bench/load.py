"""Visitors on a running server: `python tests/bench/load.py URL --pid PID [--visitors 30] ...`.

Each visitor opens a page and fetches every address that a browser fetches for it (recorded with
Chromium first), then until the end, every `--think` seconds: settles a live chart (nine times in
ten) or turns to another page, fetching what is new to it. A server without live charts, such as
`floor.py` under plain `streamlit run`, has its slider moved instead. Prints, asserts nothing.

`--stay S` makes visitors leave after about S seconds, and others come in their place.
`--cold` only lets them arrive, all with empty caches, within `--ramp` seconds.
"""

import argparse
import asyncio
import json
import os
import random
import re
import shutil
import sys
import time
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from statistics import mean
from typing import Any
from urllib.parse import urlencode, urlsplit

from playwright.sync_api import sync_playwright
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Origin

PAGES = ("", "receptor", "activation", "ceiling", "mixing", "dependence", "sandbox")
HZ = os.sysconf("SC_CLK_TCK")


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def recorded(url: str) -> list[str]:
    """Return the addresses that a browser with an empty cache fetches for a page."""
    seen: list[str] = []
    path = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.on("request", lambda request: seen.append(request.url))
        page.goto(url)
        page.wait_for_selector(".js-plotly-plot .trace", state="attached", timeout=120_000)
        page.wait_for_timeout(2000)
        browser.close()
    ours = urlsplit(url).netloc
    return [each for each in dict.fromkeys(seen) if urlsplit(each).netloc == ours]


@dataclass
class Tally:
    """What all visitors met."""

    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    bytes: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    errors: list[str] = field(default_factory=list)

    def add(self, what: str, seconds: float, size: int) -> None:
        self.seconds[what].append(seconds)
        self.bytes[what].append(size)


class Visitor:
    """One browser: a websocket, a cache, and the page it is on."""

    def __init__(self, url: str, wanted: list[str], tally: Tally) -> None:
        self.url, self.tally = url, tally
        self.wanted = [urlsplit(each) for each in wanted]
        self.host, port = urlsplit(url).hostname or "", urlsplit(url).port or 80
        self.port = port
        self.cached: set[str] = set()
        self.page, self.query = "", dict[str, str]()
        self.charts: dict[str, dict[str, Any]] = {}
        self.slider: Any = None

    async def fetch(self, paths: list[str]) -> int:
        """Fetch what is not in the cache over six connections, as browsers do."""
        wanted = [path for path in dict.fromkeys(paths) if path not in self.cached]
        self.cached.update(wanted)
        waiting = iter(wanted)

        async def line() -> int:
            size = 0
            reader = writer = None
            for path in waiting:
                if writer is None or reader is None:
                    reader, writer = await asyncio.open_connection(self.host, self.port)
                ask = f"GET {path} HTTP/1.1\r\nHost: {self.host}:{self.port}\r\n"
                writer.write(f"{ask}Accept-Encoding: gzip\r\n\r\n".encode())
                head = await reader.readuntil(b"\r\n\r\n")
                status = int(head[9:12])
                if status != 200 and not re.search(r"/.+/_stcore/", path):
                    self.tally.errors.append(f"{status} {path[:80]}")
                if b"transfer-encoding: chunked" in head.lower():
                    while size_line := int(await reader.readline(), 16):
                        size += len(await reader.readexactly(size_line + 2))
                    await reader.readline()
                elif length := re.search(rb"content-length: (\d+)", head, re.IGNORECASE):
                    size += len(await reader.readexactly(int(length[1])))
            if writer is not None:
                writer.close()
            return size

        return sum(await asyncio.gather(*(line() for _ in range(min(6, len(wanted))))))

    async def run(self, socket: ClientConnection, message: BackMsg) -> int:
        """Let a page run; return the bytes that came."""
        message.rerun_script.page_name = self.page
        message.rerun_script.query_string = urlencode(self.query)
        await socket.send(message.SerializeToString())
        size = 0
        while True:
            data = await asyncio.wait_for(socket.recv(), 60)
            size += len(data)
            heard = ForwardMsg.FromString(bytes(data))  # type: ignore[arg-type]
            kind = heard.WhichOneof("type")
            if kind == "script_finished":
                return size
            if kind == "delta":
                self.note(heard.delta)

    def note(self, delta: Any) -> None:
        element = delta.new_element
        match element.WhichOneof("type"):
            case "bidi_component":
                (data,) = json.loads(element.bidi_component.json)
                if "view" in data:
                    self.charts[data["view"]] = data
            case "slider":
                self.slider = element.slider
            case "exception":
                self.tally.errors.append("an exception on the page")

    async def turn(self, socket: ClientConnection, page: str) -> None:
        """Turn to a page and fetch its figures."""
        self.page, self.query, self.charts = page, {}, {}
        began = time.perf_counter()
        size = await self.run(socket, BackMsg())
        size += await self.fetch(list(map(figure, self.charts.values())))
        self.tally.add("page", time.perf_counter() - began, size)

    async def release(self) -> None:
        """Settle one chart on another step, or another choice: a figure may have to be fetched.

        The websocket hears nothing of it.
        """
        view = random.choice(list(self.charts))  # noqa: S311
        data = self.charts[view]
        texts = dict(data["texts"])
        if data["choices"] and random.random() < 0.2:  # noqa: S311
            choice = random.choice(data["choices"])  # noqa: S311
            texts[choice["field"]] = random.choice(list(choice["options"]))  # noqa: S311
        else:
            for control in data["controls"][:1]:
                texts[control["field"]] = random.choice(STEPS[view])  # noqa: S311
        self.query |= {f"{view}.{name}": text for name, text in texts.items()}
        data["texts"] = texts
        began = time.perf_counter()
        size = await self.fetch([figure(data)])
        self.tally.add("release", time.perf_counter() - began, size)

    async def slide(self, socket: ClientConnection) -> None:
        """Let go of Streamlit's own slider on another step."""
        message = BackMsg()
        state = message.rerun_script.widget_states.widgets.add(id=self.slider.id)
        steps = round((self.slider.max - self.slider.min) / self.slider.step)
        value = self.slider.min + random.randrange(steps) * self.slider.step  # noqa: S311
        state.double_array_value.data.append(value)
        began = time.perf_counter()
        size = await self.run(socket, message)
        self.tally.add("release", time.perf_counter() - began, size)

    async def stays(self, until: float, think: float) -> None:
        """Arrive, act until the end, and leave."""
        paths = [each.path + (f"?{each.query}" if each.query else "") for each in self.wanted]
        stream = self.url.replace("http:", "ws:") + "/_stcore/stream"
        try:
            began = time.perf_counter()
            size = await self.fetch(paths[:1]) + await self.fetch(paths)
            async with connect(
                stream, origin=Origin(self.url), max_size=None, open_timeout=60
            ) as socket:
                size += await self.run(socket, BackMsg())
                self.tally.add("arrival", time.perf_counter() - began, size)
                while time.monotonic() < until:
                    await asyncio.sleep(think * random.uniform(0.5, 1.5))  # noqa: S311
                    if self.charts and random.random() < 0.1:  # noqa: S311
                        await self.turn(socket, random.choice(PAGES))  # noqa: S311
                    elif self.charts:
                        await self.release()
                    else:
                        await self.slide(socket)
        except Exception as error:
            self.tally.errors.append(repr(error)[:120])


def figure(data: dict[str, Any]) -> str:
    """Return the address that the browser fetches for a chart (`chart_address.js`)."""
    query = urlencode({name: data["texts"][name] for name in data["addressed"]})
    return str(data["address"]).replace("FORM", "wide") + (f"?{query}" if query else "")


def steps() -> dict[str, list[str]]:
    from mureceptor.views import VIEWS

    grids = {name: next(iter(view.dragged.values())) for name, view in VIEWS.items()}
    return {name: [p.format(value) for value in p.grid] for name, p in grids.items()}


class Server:
    """What the server's process has used."""

    def __init__(self, pid: int) -> None:
        self.folder = Path(f"/proc/{pid}")

    def cpu(self) -> float:
        used = (self.folder / "stat").read_text().rsplit(")", 1)[1].split()
        return (int(used[11]) + int(used[12])) / HZ

    def rss(self) -> int:
        """[kB]."""
        (line,) = re.findall(r"VmRSS:\s+(\d+)", (self.folder / "status").read_text())
        return int(line)


async def load(args: argparse.Namespace, wanted: list[str], server: Server) -> None:
    tally = Tally()
    cpu, rss, began = server.cpu(), server.rss(), time.monotonic()
    until = began if args.cold else began + args.ramp + args.seconds
    here = (0.0, 0)  # when all had arrived: CPU, and actions so far
    held: list[int] = []  # [kB] of memory, every half minute from the third on

    async def place(number: int) -> None:
        await asyncio.sleep(args.ramp * number / args.visitors)
        while True:
            leave = until
            if args.stay:
                leave = min(until, time.monotonic() + args.stay * random.uniform(0.3, 1.7))  # noqa: S311
            await Visitor(args.url, wanted, tally).stays(leave, args.think)
            if time.monotonic() >= until:
                return

    async def gather() -> None:
        nonlocal here
        while len(tally.seconds["arrival"]) < args.visitors and time.monotonic() < until:
            await asyncio.sleep(0.1)
        here = (server.cpu(), sum(map(len, tally.seconds.values())))

    async def watch() -> None:
        while time.monotonic() < until:
            await asyncio.sleep(min(30, max(0.1, until - time.monotonic())))
            minutes = (time.monotonic() - began) / 60
            if minutes >= 3:
                held.append(server.rss())
            busy = Path("/proc/loadavg").read_text().split()[0]
            say(f"  {minutes:5.1f} min  RSS {server.rss() / 1024:.0f} MB  load {busy}")

    await asyncio.gather(*(place(i) for i in range(args.visitors)), gather(), watch())
    took, spent = time.monotonic() - began, server.cpu() - cpu
    say(f"{args.visitors} visitors, {took:.0f} s, {len(tally.errors)} errors")
    for what, seconds in tally.seconds.items():
        ordered = sorted(seconds)
        middle, late = (1000 * ordered[int(p * (len(ordered) - 1))] for p in (0.5, 0.95))
        sizes = tally.bytes[what]
        say(
            f"  {what:8} {len(seconds):6}  median {middle:6.0f} ms  95 % {late:6.0f} ms  "
            f"longest {1000 * ordered[-1]:6.0f} ms  {sum(sizes) / len(sizes) / 1000:8.1f} kB, "
            f"at most {max(sizes) / 1000:.1f} kB"
        )
    actions = sum(map(len, tally.seconds.values()))
    say(
        f"  server CPU {spent:.1f} s: {1000 * spent / actions:.1f} ms each, "
        f"{spent / took:.0%} of a core"
    )
    if actions > here[1] and not args.cold:
        acting = 1000 * (server.cpu() - here[0]) / (actions - here[1])
        say(f"  {acting:.1f} ms of CPU an action once all are there")
    grown = server.rss() - rss
    say(
        f"  RSS {rss / 1024:.0f} -> {server.rss() / 1024:.0f} MB, "
        f"{grown / args.visitors:.0f} kB a visitor"
    )
    if len(held) > 1:  # it swings by some megabytes, so one reading says little
        before, after = held[: len(held) // 2], held[len(held) // 2 :]
        trend = mean(after) / mean(before) - 1
        say(f"  RSS from minute 3 on: second half {100 * trend:+.1f} % against the first")
    for error in list(dict.fromkeys(tally.errors))[:5]:
        say(f"  error: {error}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("url")
    parser.add_argument("--pid", type=int, required=True)
    parser.add_argument("--visitors", type=int, default=30)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--think", type=float, default=2)
    parser.add_argument("--ramp", type=float, default=10)
    parser.add_argument("--stay", type=float, default=0)
    parser.add_argument("--cold", action="store_true")
    given = parser.parse_args()
    STEPS = steps()
    asyncio.run(load(given, recorded(given.url), Server(given.pid)))
