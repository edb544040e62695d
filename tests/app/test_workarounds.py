"""What Streamlit does by itself: where one of these fails, a workaround can go or must be mended.

A bare app runs beside it: what it does is what Streamlit does.
"""

import asyncio
import logging
import re
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import httpx2
import pytest
import streamlit as st
import uvicorn
from streamlit import config, net_util
from streamlit.components.v2.component_path_utils import ComponentPathUtils
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.testing.v1 import AppTest
from streamlit.web import bootstrap
from streamlit.web.server import server_util
from streamlit.web.server.starlette import starlette_server
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus

from mureceptor.live import chart
from server import workarounds
from server.log import _OF_STRANGERS
from server.workarounds import _STATIC, WORKAROUNDS, Wires, Workaround, sent_at_once

ROOT = Path(__file__).parents[2]
MAIN = """
import streamlit as st
from starlette.responses import PlainTextResponse
from starlette.routing import Route

app = st.App("page.py", routes=[Route("/ours", lambda _: PlainTextResponse("ours"))])
"""
PAGE = """
import gc, threading, time
import streamlit as st

@st.cache_data
def kept():
    return time.time_ns()

if "fail" in st.query_params:
    raise ValueError("this page fails")
st.html(f"<p>{threading.get_native_id()} {gc.get_stats()[2]['collections']}</p>")
st.html(f"<p>{kept()}</p>")
"""


@pytest.fixture(scope="module")
def bare(start: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    home = tmp_path_factory.mktemp("bare")
    (home / "app").mkdir()
    (home / "app" / "main.py").write_text(MAIN)
    (home / "app" / "page.py").write_text(PAGE)
    options = ("--server.headless", "true", "--browser.serverAddress", "localhost")
    quiet = ("--browser.gatherUsageStats", "false", "--server.fileWatcherType", "none")
    with start(*options, *quiet, base="/deep", home=home) as running:
        yield running


@pytest.mark.parametrize("each", WORKAROUNDS, ids=lambda each: each.where)
def test_it_stands_where_the_list_says_and_its_test_is_there(each: Workaround) -> None:
    for place in (each.where, each.test):
        name, _, words = place.partition(": ")
        text = (ROOT / name).read_text("utf-8")
        assert (f"def {words}(" if place == each.test else words) in text
    assert st.__version__.startswith(f"{each.seen}."), "seen on another version: look again"


def test_each_test_of_streamlit_is_named_in_the_list() -> None:
    here = Path(__file__).read_text("utf-8")
    named = {each.test.split(": ")[1] for each in WORKAROUNDS}
    tests = re.findall(r"^def (test_\w+)", here, re.MULTILINE)
    assert {name for name in tests if name not in named} == {
        "test_it_stands_where_the_list_says_and_its_test_is_there",
        "test_each_test_of_streamlit_is_named_in_the_list",
    }


# --- Memory and time ------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def runs(bare: Any, visit: Any) -> list[tuple[int, int]]:
    """Of five visits, the thread of each, and how often all garbage had been looked for by then.

    A visit each: a second run of one visit may come while the first one's thread still tidies up.
    """
    told = []
    for _ in range(5):
        with visit(bare.url) as guest:
            thread, searches = re.findall(r"\d+", guest.opens().of("html")[0].body)
            told.append((int(thread), int(searches)))
    return told


def test_each_page_runs_in_a_thread_of_its_own(bare: Any, runs: list[tuple[int, int]]) -> None:
    assert len({bare.process.pid, *(thread for thread, _ in runs)}) == 6


def test_each_run_ends_with_a_search_for_garbage(runs: list[tuple[int, int]]) -> None:
    searches = [count for _, count in runs]
    assert searches[-1] - searches[0] >= 3, "of four; by itself Python seldom looks for all"


@pytest.mark.parametrize(("data", "loads"), [({"a": ["b"]}, True), ([{"a": ["b"]}], False)])
def test_a_dictionary_is_searched_for_tables_and_a_list_is_not(data: object, loads: bool) -> None:
    code = (
        "import sys\n"
        "from streamlit.components.v2.bidi_component import serialization\n"
        "from streamlit.proto.BidiComponent_pb2 import BidiComponent\n"
        f"serialization.serialize_mixed_data({data!r}, BidiComponent())\n"
        "print({'pandas', 'pyarrow'} <= sys.modules.keys())"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120
    )
    assert run.stdout.strip() == str(loads)


def test_its_socket_waits_before_it_sends() -> None:
    with starlette_server._bind_socket("127.0.0.1", 0, 1) as bound:
        # asyncio sets the option by itself on sockets that name their protocol.
        assert bound.proto != socket.IPPROTO_TCP
        assert bound.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) == 0


@asynccontextmanager
async def serving(page: Any) -> AsyncIterator[int]:
    """Serve a page as Streamlit does; gives the port."""
    kind = starlette_server._get_websocket_protocol()
    options: Any = {"ws": kind, "lifespan": "off", "log_level": "error", "log_config": None}
    server = uvicorn.Server(uvicorn.Config(page, **options))
    with socket.create_server(("127.0.0.1", 0)) as port:
        port.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
        running = asyncio.create_task(server.serve([port]))
        yield port.getsockname()[1]
        server.should_exit = True
        await running


def test_its_websockets_have_a_transport_that_takes_bytes() -> None:
    told: list[Any] = []

    async def page(scope: Any, receive: Any, send: Any) -> None:
        await receive()
        await send({"type": "websocket.accept"})
        told.extend(sent_at_once(scope, text) for text in ("short", "é" * 200))
        await receive()

    async def visit() -> list[str | bytes]:
        async with serving(Wires(page)) as port, connect(f"ws://127.0.0.1:{port}") as line:
            return [await line.recv() for _ in range(2)]

    assert asyncio.run(visit()) == ["short", "é" * 200]
    assert told == [True, True]


def ping_and_never_read(port: int) -> None:
    """Send pings, and then a message."""
    with socket.socket() as line, suppress(OSError):
        line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        line.connect(("127.0.0.1", port))
        line.sendall(
            b"GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            b"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"
        )
        while b"\r\n\r\n" not in line.recv(4096):
            pass
        line.sendall((b"\x89\xfd" + bytes(4) + b"x" * 125) * 2000)
        line.sendall(b"\x81\x81" + bytes(4) + b"x")
        line.recv(1)
        line.settimeout(60)
        while line.recv(4096):
            pass


def test_its_websockets_answer_pings_that_nobody_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workarounds, "_UNREAD", 100_000)
    told: list[Any] = []

    async def page(_scope: Any, receive: Any, send: Any) -> None:
        await receive()
        wire = send.__self__.transport
        await send({"type": "websocket.accept"})
        heard = await receive()
        told.append((heard["type"], wire.get_write_buffer_size() > 100_000))
        wire.abort()

    async def visit(page: Any) -> None:
        async with serving(page) as port:
            await asyncio.to_thread(ping_and_never_read, port)

    for each in (page, Wires(page)):
        asyncio.run(visit(each))
    assert told == [("websocket.receive", True), ("websocket.disconnect", False)]


def test_files_come_unpacked(bare: Any) -> None:
    page = httpx2.get(f"{bare.url}/", timeout=60)
    (script,) = re.findall(r'src="\./(static/js/index\.[^"]+\.js)"', page.text)
    for answer in (page, httpx2.get(f"{bare.url}/{script}", timeout=60)):
        assert answer.request.headers["accept-encoding"].startswith("gzip")
        assert "content-encoding" not in answer.headers


# --- What it tells and asks -----------------------------------------------------------------------


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Whether the outside was asked, without asking it."""
    asked: list[str] = []
    monkeypatch.setattr(net_util, "get_external_ip", lambda: asked.append("outside"))
    monkeypatch.setattr(net_util, "get_internal_ip", lambda: None)
    return asked


def test_it_asks_outside_for_its_address_at_the_start(
    asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(config, "is_manually_set", lambda _: False)
    monkeypatch.setattr(
        config,
        "get_option",
        {
            "logger.hideWelcomeMessage": False,
            "server.headless": True,
            "server.address": None,
            "server.port": 1,
            "server.baseUrlPath": "",
            "server.sslCertFile": None,
            "browser.serverPort": 1,
            "global.developmentMode": False,
        }.__getitem__,
    )
    bootstrap._print_url(is_running_hello=False)
    assert asked == ["outside"]


def test_it_asks_outside_for_its_address_for_a_foreign_page(asked: list[str]) -> None:
    assert not server_util.is_url_from_allowed_origins("https://foreign.example")
    assert asked == ["outside"]


def test_a_proxy_on_this_machine_is_not_believed_by_its_mapped_address() -> None:
    def told(client: str) -> str:
        """Return the address of a visitor as the innermost layer sees it."""
        seen: list[Any] = []

        async def app(scope: Any, _receive: Any, _send: Any) -> None:
            seen.append(scope["client"][0])

        named = [(b"x-forwarded-for", b"203.0.113.7")]
        scope: Any = {"type": "http", "client": (client, 1), "headers": named}
        config = uvicorn.Config(app, log_config=None)
        config.load()
        asyncio.run(config.loaded_app(scope, None, None))
        return str(seen[0])

    assert told("127.0.0.1") == "203.0.113.7"
    assert told("::ffff:127.0.0.1") == "::ffff:127.0.0.1"


def test_it_tells_paths_and_hears_more_than_a_page_says(bare: Any, visit: Any) -> None:
    with visit(bare.url) as guest:
        first, again = guest.opens(), guest.opens()
        guest.says(BackMsg(clear_cache=True))
        after = guest.opens()
    (start,) = (m.new_session for m in first.heard if m.HasField("new_session"))
    assert start.main_script_path.endswith("/app/page.py")
    assert start.initialize.user_info.ListFields()
    kept = [page.of("html")[1].body for page in (first, again, after)]
    assert kept[0] == kept[1] != kept[2], "one visitor clears what is kept for all"


def test_it_answers_agents_and_unknown_addresses(bare: Any) -> None:
    assert httpx2.get(f"{bare.url}/_stcore/agent/openapi.json", timeout=60).status_code == 200
    unknown = httpx2.get(f"{bare.url}/nothing", timeout=60)
    assert unknown.status_code == 200
    assert "<title>Streamlit</title>" in unknown.text


def test_routes_are_not_put_under_the_sub_path(bare: Any) -> None:
    outside = bare.url.removesuffix("/deep")
    assert httpx2.get(f"{outside}/ours", timeout=60).text == "ours"
    assert "<title>Streamlit</title>" in httpx2.get(f"{bare.url}/ours", timeout=60).text


def test_without_settings_it_would_send_statistics(tmp_path: Path) -> None:
    code = "import streamlit as st; print(st.get_option('browser.gatherUsageStats'))"
    run = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={"HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert run.stdout.strip() == "True"


def test_a_failing_page_fills_the_log(bare: Any, visit: Any) -> None:
    before = bare.log
    with visit(bare.url) as guest:
        guest.opens(query="fail=yes")
    logged = bare.log.removeprefix(before)
    assert "this page fails" in logged
    assert logged.count("\n") > 5


def test_it_logs_each_websocket_that_is_refused_or_says_no_text(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(logging.getLogger("uvicorn.error"), "filters", [])

    async def page(scope: Any, receive: Any, send: Any) -> None:
        await receive()
        if scope["path"] == "/no":
            await send({"type": "websocket.http.response.start", "status": 403, "headers": []})
            await send({"type": "websocket.http.response.body", "body": b"no"})
        else:
            await send({"type": "websocket.accept"})
            await receive()

    async def visit() -> None:
        async with serving(page) as port:
            with pytest.raises(InvalidStatus):
                await connect(f"ws://127.0.0.1:{port}/no")
            async with connect(f"ws://127.0.0.1:{port}") as line:
                await line.send(b"\xff", text=True)
                await line.wait_closed()

    asyncio.run(visit())
    logged = [record.getMessage() for record in caplog.records if record.name == "uvicorn.error"]
    assert [sum(line.startswith(each) for line in logged) for each in _OF_STRANGERS] == [1, 1]


# --- The page and its scripts ---------------------------------------------------------------------


def scripts(start_of_name: str) -> str:
    found = sorted((_STATIC / "static" / "js").glob(f"{start_of_name}*.js"))
    assert found
    return "".join(path.read_text("utf-8") for path in found)


def test_its_page_is_as_we_rewrite_it() -> None:
    page = (_STATIC / "index.html").read_text("utf-8")
    for part in (
        '<meta charset="UTF-8" />',
        "<title>Streamlit</title>",
        '<link rel="service-desc"',
        '<link rel="stylesheet"',
        '<div id="root"></div>',
        "<noscript>",
        "<script>",
        "</head>",
        'src="./static/js/index.',
    ):
        assert page.count(part) == 1, part
    assert 'name="description"' not in page
    assert page.index('<link rel="stylesheet"') < page.index("</head>")


def test_its_script_has_an_expression_that_older_browsers_do_not_know() -> None:
    assert re.search(r"RegExp\(`[^`]*`,`g?v`\)", scripts("index."))


def test_its_html_element_takes_out_drawings() -> None:
    assert "USE_PROFILES:{html:!0}" in scripts("Html.")


def test_names_that_our_style_and_scripts_use_are_still_its_own() -> None:
    ours = "".join(
        path.read_text("utf-8")
        for folder in ("app", "src")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in {".css", ".js"}
    )
    names = set(re.findall(r'data-testid="(\w+)"', ours))
    names |= set(re.findall(r"data-(?:stale|test-[\w-]+)", ours))
    names |= set(re.findall(r"\.(st[A-Z]\w+)", ours))
    assert {"stMain", "stToolbar", "stApp", "data-stale", "data-test-script-state"} <= names
    theirs = scripts("")
    assert sorted(name for name in names if name not in theirs) == []


def test_a_component_s_code_on_one_line_is_taken_for_a_file() -> None:
    assert not ComponentPathUtils.looks_like_inline_content(
        " ".join(chart._LOADER.format("/live/stage.js").split())
    )
    assert ComponentPathUtils.looks_like_inline_content(chart._LOADER)


CHART = """
import plotly.graph_objects as go
import streamlit as st

top = st.number_input("Top", value=1)
st.plotly_chart(go.Figure(go.Scatter(y=[0, top])), key="chart")
"""


def test_a_chart_is_another_one_after_each_change() -> None:
    page = AppTest.from_string(CHART).run(timeout=60)
    before = page.get("plotly_chart")[0].proto.id
    page.number_input[0].set_value(2).run(timeout=60)
    assert page.get("plotly_chart")[0].proto.id != before


def test_a_slider_reports_on_release() -> None:
    assert "onChangeEnd:" in scripts("Slider.")
