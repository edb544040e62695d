"""The addresses that the live chart fetches."""

import gzip
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import MagicMock
from urllib.parse import urlencode

import plotly
import pytest
import streamlit as st
from starlette.applications import Starlette
from starlette.testclient import TestClient

from mureceptor.live import routes
from mureceptor.live.answers import Answers, BusyError
from mureceptor.live.payload import answer
from mureceptor.live.routes import address, assets
from mureceptor.views import VIEWS
from mureceptor.views.state import State

PLOTLY = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
FIGURE = "figures/short/wide"


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with TestClient(Starlette(routes=routes.routes())) as client:
        client.headers["accept-encoding"] = "gzip"
        yield client


@pytest.mark.parametrize("name", VIEWS)
@pytest.mark.parametrize("form", ["narrow", "wide"])
def test_every_figure_has_an_address(client: TestClient, name: str, form: str) -> None:
    response = client.get(address(f"figures/{name}/{form}"))
    assert response.status_code == 200
    assert response.content == gzip.decompress(answer(name, form, VIEWS[name].state()))


def test_a_figure_of_another_state_has_another_address(client: TestClient) -> None:
    shown = {
        push: client.get(address("figures/reserve/wide"), params={"push": push}).content
        for push in ("low", "high")
    }
    assert shown["low"] != shown["high"]
    assert shown["low"] == client.get(address("figures/reserve/wide")).content


@pytest.mark.parametrize("rest", [FIGURE, "plotly.min.js", "live_chart.js"])
def test_an_answer_may_be_kept_for_ever(client: TestClient, rest: str) -> None:
    response = client.get(address(rest))
    assert response.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert response.headers["content-encoding"] == "gzip"
    assert response.headers["vary"] == "Accept-Encoding"


@pytest.mark.parametrize("rest", [FIGURE, "plotly.min.js", "live_chart.js"])
@pytest.mark.parametrize("takes", ["identity", "br", ""])
def test_who_does_not_take_gzip_gets_the_same(client: TestClient, rest: str, takes: str) -> None:
    plain = client.get(address(rest), headers={"accept-encoding": takes})
    assert "content-encoding" not in plain.headers
    assert plain.headers["vary"] == "Accept-Encoding"
    assert plain.content == client.get(address(rest)).content


def test_plotly_is_the_installed_one_packed_once(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    compress = MagicMock(wraps=gzip.compress)
    monkeypatch.setattr(gzip, "compress", compress)
    routes._file.cache_clear()
    for _ in range(3):
        response = client.get(address("plotly.min.js"))
        assert response.headers["content-type"].startswith("text/javascript")
    assert compress.call_count == 1
    # All that differs: it is one function that is called on the spot.
    licence, _, rest = response.text.partition('"use strict";var Plotly=(function(){')
    script, _, _ = rest.rpartition("}).call(this);")
    installed = PLOTLY.read_text("utf-8")
    assert installed.startswith(licence)
    assert "MIT license" in licence
    assert f'"use strict";var Plotly=(()=>{{{script}}})();' in installed
    assert len(script) > 0.999 * len(installed)


def test_the_component_s_modules_import_each_other_only(client: TestClient) -> None:
    first, *modules = assets(talk=True)
    assert first.endswith("/plotly.min.js")
    names = {module.rsplit("/", 1)[1] for module in modules}
    assert "live_chart.js" in names
    for module in modules:
        response = client.get(module)
        assert response.headers["content-type"].startswith("text/javascript")
        for line in response.text.splitlines():
            if line.startswith("import "):
                assert line.split('"')[1].removeprefix("./") in names


@pytest.mark.parametrize("rest", [FIGURE, "plotly.min.js"])
def test_an_address_of_another_version_is_gone(client: TestClient, rest: str) -> None:
    response = client.get(f"/live/0123456789/{rest}")
    assert response.status_code == 410
    assert response.text == "another version of the app is running"


@pytest.mark.parametrize(
    "rest",
    [
        "figures/nothing/wide",
        "figures/short/huge",
        "figures/short",
        "nothing.js",
        "routes.py",
        "live_chart.css",
        "../routes.py",
        "..%2Froutes.py",
        "%2e%2e/routes.py",
        "%2E%2E%2F%2E%2E%2Flook.py",
        "..%5Croutes.py",
        "figures/../routes.py",
        "figures/short/..%2F..%2Froutes.py",
        "%2Fetc%2Fpasswd",
        "live_chart.js%00",
        "",
    ],
)
def test_what_is_not_there_is_not_found(client: TestClient, rest: str) -> None:
    kept = routes._file.cache_info().currsize
    response = client.get(f"/live/{routes.version()}/{rest}")
    assert response.status_code == 404
    assert "import" not in response.text
    assert routes._file.cache_info().currsize == kept, "strangers fill no memory"


@pytest.mark.parametrize(
    ("view", "query", "said"),
    [
        ("reserve", {"push": "middle"}, "Push of the drug must be one of low, high, got 'middle'"),
        ("short", {"amount": "nan"}, "Amount at the receptor (C/K) must be between 0.01 and 100"),
        ("short", {"amount": "<script>"}, "Amount at the receptor (C/K) must be a number"),
        ("short", {"amount": "9" * 5000}, "Amount at the receptor (C/K) must be between 0.01"),
    ],
)
def test_a_bad_state_is_refused_in_plain_words(
    client: TestClient, view: str, query: dict[str, str], said: str
) -> None:
    response = client.get(address(f"figures/{view}/wide"), params=query)
    assert response.status_code == 400
    assert response.headers["content-type"].startswith("text/plain")
    assert response.text.startswith(said)
    assert len(response.text) < 300


@pytest.mark.parametrize(
    "path",
    [
        f"/live/0123456789/{FIGURE}",
        address("figures/nothing/wide"),
        address("nothing.js"),
        address(FIGURE) + "?amount=nan",
    ],
)
def test_a_refusal_is_not_kept(client: TestClient, path: str) -> None:
    # During a rolling deploy another machine may have the answer a moment later.
    assert client.get(path).headers["cache-control"] == "no-store"


def test_an_unknown_key_is_ignored(client: TestClient) -> None:
    plain = client.get(address(FIGURE)).content
    assert client.get(address(FIGURE), params={"utm_source": "x"}).content == plain


def test_only_reading_is_allowed(client: TestClient) -> None:
    assert client.post(address(FIGURE)).status_code == 405


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str, State]]:
    """What is built for a server of its own."""
    asked: list[tuple[str, str, State]] = []

    def build(name: str, form: str, state: State) -> bytes:
        asked.append((name, form, state))
        return gzip.compress(b"figure")

    monkeypatch.setattr(routes, "answer", build)
    return asked


def test_many_addresses_of_one_state_are_one_answer(built: list[object]) -> None:
    with TestClient(Starlette(routes=routes.routes())) as client:
        for spare in ("10", "10.0", "1e1", "10.01", " 10 "):
            query = urlencode({"spare": spare})
            assert client.get(f"{address('figures/sandbox/wide')}?{query}").status_code == 200
    assert len(built) == 1


def test_what_the_browser_sweeps_over_makes_no_further_answers(built: list[object]) -> None:
    with TestClient(Starlette(routes=routes.routes())) as client:
        for amount in ("0.01", "1", "100"):
            assert client.get(f"{address(FIGURE)}?amount={amount}").status_code == 200
    assert built == [("short", "wide", VIEWS["short"].state())]


def test_a_busy_server_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    async def busy(*_address: object) -> bytes:
        raise BusyError

    monkeypatch.setattr(Answers, "get", busy)
    with TestClient(Starlette(routes=routes.routes())) as client:
        response = client.get(address(FIGURE))
    assert response.status_code == 503
    assert response.headers["cache-control"] == "no-store"


def test_a_sub_path_comes_before_every_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "get_option", {"server.baseUrlPath": "deep/er/"}.__getitem__)
    assert address(FIGURE) == f"/deep/er/live/{routes.version()}/{FIGURE}"
    with TestClient(Starlette(routes=routes.routes())) as client:
        assert client.get(address(FIGURE)).status_code == 200
        assert client.get(f"/live/{routes.version()}/{FIGURE}").status_code == 404


def test_the_version_changes_with_any_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(routes, "_PACKAGE", tmp_path)
    seen = set()
    for name in ("look.py", "sweep.js", "live_chart.css", "values.csv"):
        (tmp_path / name).write_text("1")
        seen.add(routes.version.__wrapped__())
    (tmp_path / "notes.txt").write_text("1")
    assert len(seen) == 4
    assert routes.version.__wrapped__() in seen
