"""The server around the pages: what it answers, whom it refuses, and that it calls nobody."""

import re
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from typing import Any

import httpx2
import pytest
from starlette.applications import Starlette
from starlette.routing import WebSocketRoute
from starlette.testclient import TestClient, WebSocketDenialResponse
from starlette.websockets import WebSocket
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Origin

from contents import CHAPTERS, TALK
from page.parts import Chapter
from server.start import middleware, take_connections
from server.workarounds import _STATIC

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def client(app: Any) -> Iterator[httpx2.Client]:
    with httpx2.Client(base_url=app.url, headers={"accept-encoding": "gzip"}) as client:
        yield client


def stream(url: str) -> str:
    return url.replace("http:", "ws:") + "/_stcore/stream"


def test_it_takes_as_many_connections_as_the_machine_allows() -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (256, hard))  # as some shells do
        take_connections()
        raised, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    assert raised == (10_000 if hard == resource.RLIM_INFINITY else min(hard, 10_000))


# --- Whom it calls --------------------------------------------------------------------------------


def test_the_recorder_hears_a_call(recorded: Callable[[], Any]) -> None:
    process = recorded()
    call = "import socket; socket.socket(type=socket.SOCK_DGRAM).connect(('192.0.2.1', 9))"
    subprocess.run([sys.executable, "-c", call], env=process.environment, check=True)
    assert process.outside == {"192.0.2.1"}


def test_nobody_is_called_at_the_start_or_for_a_visit(app: Any, client: httpx2.Client) -> None:
    assert client.get("/").status_code == 200
    with connect(stream(app.url), origin=app.url):
        pass
    assert app.outside == set()


@pytest.mark.parametrize(
    "origin",
    [
        "https://example.org",
        "http://192.0.2.1",
        "http://localhost.example.org",
        "http://[::2]",
        "http://[broken",
        "null",
        "",
    ],
)
def test_a_foreign_page_is_refused_without_asking_anybody(app: Any, origin: str) -> None:
    with pytest.raises(InvalidStatus) as refused:
        connect(stream(app.url), origin=Origin(origin), open_timeout=20)
    assert refused.value.response.status_code == 403
    assert app.outside == set()


def test_a_page_of_ours_is_let_in(app: Any) -> None:
    for origin in (app.url, app.url.replace("localhost", "127.0.0.1"), None):
        with connect(stream(app.url), origin=origin, open_timeout=20):
            pass
    assert app.outside == set()


@pytest.mark.parametrize(
    ("origin", "host", "let_in"),
    [
        ("https://explainer.example", "explainer.example", True),
        ("https://explainer.example:8443", "explainer.example:8443", True),
        ("https://explainer.example", "explainer.example:8443", False),
        ("https://other.example", "explainer.example", False),
        ("https://explainer.example.other.example", "explainer.example", False),
        ("https://user@explainer.example", "explainer.example", False),
        ("http://localhost:9000", "explainer.example", True),
        (None, "explainer.example", True),
    ],
)
def test_who_is_let_in(origin: str | None, host: str, let_in: bool) -> None:
    async def accept(socket: WebSocket) -> None:
        await socket.accept()
        await socket.close()

    inner = Starlette(routes=[WebSocketRoute("/", accept)], middleware=middleware())
    headers = {"host": host} | ({"origin": origin} if origin else {})
    with TestClient(inner) as client:
        if let_in:
            with client.websocket_connect("/", headers=headers):
                pass
        else:
            with (
                pytest.raises(WebSocketDenialResponse) as refused,
                client.websocket_connect("/", headers=headers),
            ):
                pass
            assert refused.value.status_code == 403
            assert "content-security-policy" in refused.value.headers


# --- What it answers ------------------------------------------------------------------------------


def test_no_page_has_the_server_load_what_no_page_needs(start: Any, visit: Any) -> None:
    with start() as running, visit(running.url) as guest:
        maps = Path(f"/proc/{running.process.pid}/maps")
        if not maps.exists():
            pytest.skip("only Linux tells which libraries a process has loaded")
        for path in (*(chapter.path for chapter in CHAPTERS), TALK):
            assert guest.opens(path).whole, path
        assert "numpy" in maps.read_text()
        assert "pyarrow" not in maps.read_text(), "67 MB, walked through after each run"


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda chapter: chapter.key)
def test_a_page_comes_packed_with_its_style(client: httpx2.Client, chapter: Chapter) -> None:
    response = client.get(f"/{chapter.path}")
    assert response.status_code == 200
    assert response.headers["content-type"].startswith("text/html")
    assert response.headers["content-encoding"] == "gzip"
    assert response.headers["cache-control"] == "no-cache"
    assert response.headers["vary"] == "Accept-Encoding"
    assert f"<title>{chapter.name} \u00b7 The mu receptor, explained</title>" in response.text
    assert "--partial: light-dark(" in response.text
    assert ".live-figure" in response.text


def test_all_that_a_page_asks_for_is_there(client: httpx2.Client) -> None:
    wanted = re.findall(
        r'(?:href|src)="(?!tel:|#|https?:)([^"]+)"', unescape(client.get("/ceiling").text)
    )
    assert any(each.endswith("/plotly.min.js") for each in wanted)
    assert any(each.endswith("/live_chart.js") for each in wanted)
    for each in wanted:
        assert each.startswith("/"), "a page below / needs the whole path, and nobody else's"
        response = client.get(each)
        assert response.status_code == 200, each
        if each.endswith((".js", ".css")):
            assert response.headers["content-encoding"] == "gzip"
            assert "immutable" in response.headers["cache-control"]
            kind = "text/css" if each.endswith(".css") else "text/javascript"
            assert response.headers["content-type"].startswith(kind)


@pytest.mark.parametrize("path", ["/", "/ceiling"])
def test_who_does_not_take_gzip_gets_the_same_page(client: httpx2.Client, path: str) -> None:
    plain = client.get(path, headers={"accept-encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert plain.text == client.get(path).text


def test_a_file_is_the_one_that_streamlit_would_send(client: httpx2.Client) -> None:
    (name,) = re.findall(r'src="(/static/js/index\.[^"]+\.js)"', client.get("/").text)
    assert client.get(name).content == (_STATIC / name[1:]).read_bytes()


@pytest.mark.parametrize(
    "path",
    [
        "/live/0123456789/nothing.js",
        "/static/js/nothing.js",
        "/static/../../main.py",
        "/static/%2e%2e/%2e%2e/main.py",
        "/app/static/main.py",
        "/server/pages.py",
        "/chapters/short.py",
    ],
)
def test_what_is_not_there_is_not_shown(client: httpx2.Client, path: str) -> None:
    response = client.get(path)
    assert response.status_code in {404, 410}
    assert "import streamlit" not in response.text


def test_health_is_streamlit_s_own(client: httpx2.Client) -> None:
    assert client.get("/_stcore/health").text == "ok"


def test_it_works_below_a_path(start: Any) -> None:
    with start(base="/deep/er") as app, httpx2.Client() as client:
        for path in ("", "/", "/ceiling"):
            page = client.get(app.url + path).text
            wanted = re.findall(r'(?:href|src)="(?!tel:|#|https?:)([^"]+)"', unescape(page))
            assert any(each.endswith("/plotly.min.js") for each in wanted)
            for each in wanted:
                assert each.startswith("/deep/er/")
        for each in wanted:
            assert client.get(app.url.removesuffix("/deep/er") + each).status_code == 200
        live = next(each for each in wanted if each.endswith("/plotly.min.js"))
        figure = live.replace("plotly.min.js", "figures/short/wide")
        origin = app.url.removesuffix("/deep/er")
        assert client.get(origin + figure).status_code == 200
        with connect(stream(app.url), origin=origin):
            pass
        assert app.outside == set()


# --- Where it starts ------------------------------------------------------------------------------


def test_from_another_folder_it_refuses_to_start_and_says_how(
    recorded: Callable[[], Any], tmp_path: Path
) -> None:
    process = recorded()
    run = subprocess.run(
        [sys.executable, "-m", "streamlit", "run", str(ROOT / "app" / "main.py")],
        cwd=tmp_path,
        env=process.environment | {"HOME": str(tmp_path)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    said = run.stdout + run.stderr
    assert run.returncode != 0
    assert f"cd {ROOT} && streamlit run app/main.py" in said
    assert "Traceback" not in said
