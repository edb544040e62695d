"""What strangers may try: the next visitor is answered, nobody sees a traceback."""

import json
import math
import random
import re
import shutil
import signal
import socket
import struct
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlencode, urlsplit

import httpx2
import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from websockets.exceptions import ConnectionClosed

from contents import CHAPTERS, TALK
from mureceptor.live.stage import _number
from mureceptor.views import VIEWS
from mureceptor.views.sandbox.state import Sandbox
from server.headers import security_headers

ROOT = Path(__file__).parents[2]
PAGES = [*(chapter.path for chapter in CHAPTERS), TALK]
TOLD = re.compile(r"Traceback|File \"|site-packages|/app/\w+\.py|0x[0-9a-f]{8}")


@pytest.fixture(scope="module")
def app(start: Any) -> Iterator[Any]:
    """A server of these tests' own, whose log nobody else writes to."""
    with start() as running:
        yield running
        assert not TOLD.search(running.log), running.log
        assert running.outside == set()


def live(app: Any, rest: str) -> str:
    """Return where this server's live charts find `rest`."""
    (prefix,) = set(re.findall(r'"([^"]*/live/\w+/)plotly', httpx2.get(app.url, timeout=60).text))
    return str(prefix) + rest


@pytest.fixture
def spared(app: Any, visit: Any) -> Iterator[None]:
    """Afterwards the next visitor is answered."""
    yield
    with visit(app.url) as guest:
        assert guest.opens("ceiling").charts.keys() == {"breathing", "guess", "reserve"}
    assert app.process.poll() is None


# --- Addresses ------------------------------------------------------------------------------------

VALUES = [
    *("", " ", "0", "-0", "1", "10", "1e1", "1e309", "-1e309", "nan", "NaN", "inf", "-Infinity"),
    *("0x10", "1_0", "\u0661\u0660", "\uff11\uff10", "\u00bd", "\u221e", "1,5", "1 0", "+1", "--1"),
    *("None", "null", "true", "[]", "{}", "[1]", '{"amount": 1}', "low", "high", "LOW", "low\x00"),
    *("\x00", "\x00\x00\x00\x00", "\u202e10", "\ufeff1", "\U0001f600", "e\u0301", "\u0130"),
    "\r\nSet-Cookie: a=b",
    *("<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "javascript:alert(1)"),
    *("{{7*7}}", "${7*7}", "%s%s%n", "'; DROP TABLE x;--", "`id`", "$(id)", "| cat /etc/passwd"),
    *("../../../etc/passwd", "..%2f..%2fetc/shadow", "file:///etc/passwd", "\\\\host\\share"),
    *("gASVHwAAAAAAAACMBXBvc2l4lIwGc3lzdGVtlJOUjARscyAtlIWUUpQu", "cos\nsystem\n(S'id'\ntR."),
    *("__import__('os')", "amount1-1--amount1-2", "drugs-9--push1-nan", "-" * 799, "--" * 400),
    *("pin-drugs-2", "a" * 801, "9" * 400, "x" * 20_000, "\u00e9" * 3000, "1" + "0" * 400),
]  # fmt: skip


def addresses(count: int) -> list[tuple[str, str]]:
    """Return pages and query strings: the same ones each time."""
    dice = random.Random(7)  # noqa: S311
    keys = [f"{name}.{field}" for name, view in VIEWS.items() for field in view.state.parameters()]
    keys += ["scene", "view", "embed", "", "short", ".", "short.", ".amount", "short.__class__"]
    keys += ["__proto__", "<script>", "\x00", "short.amount\x00", "k" * 5000]

    def query() -> str:
        pairs = [
            (dice.choice(keys), dice.choice(VALUES)) for _ in range(dice.choice((1, 2, 5, 40)))
        ]
        match dice.randrange(6):
            case 0:  # the same key again and again
                pairs = [(pairs[0][0], value) for _key, value in pairs * 3]
            case 1:  # not encoded, or only half
                return "&".join(f"{k}={v}" for k, v in pairs)
            case 2:
                return "&".join(f"{quote(k)}={v}" for k, v in pairs) + dice.choice("%&=;#?+")
            case 3:  # bytes that are no text
                return "&".join(f"{k}=%{dice.randrange(256):02x}%ff" for k, _value in pairs)
        return urlencode(pairs)

    return [(dice.choice(PAGES), query()) for _ in range(count)]


def test_two_thousand_addresses_each_give_a_valid_state_or_a_short_refusal() -> None:
    bad = 0
    for _page, query in addresses(2000):
        pairs = parse_qs(query, keep_blank_values=True, max_num_fields=None)
        params = {key: values[-1] for key, values in pairs.items()}
        for view in VIEWS.values():
            state, refused = view.read(params)
            bad += bool(refused)
            for field, parameter in view.state.parameters().items():
                value = getattr(state, field)
                assert parameter.parse(parameter.format(value)) == value
                assert not isinstance(value, float) or math.isfinite(value)
            assert all(len(why) < 300 for why in refused)
        assert 1 <= _number(params.get("scene", "1"), 11)[0] <= 11
    assert bad > 2000, "the addresses are not as bad as they should be"


@pytest.mark.usefixtures("spared")
def test_every_page_stays_whole_whatever_its_address(app: Any, visit: Any) -> None:
    asked = addresses(2000)
    asked = [
        next(a for a in asked[i:] if a[0] == page) for page in PAGES for i in range(0, 1000, 250)
    ]
    with visit(app.url) as guest:
        for page, query in asked:
            shown = guest.opens(page, query.encode("utf-8", "replace").decode())
            assert shown.whole or page == TALK, (page, query[:80])
            markup = "".join(html.body for html in shown.of("html"))
            assert "<script" not in markup
            assert "<img" not in markup


@pytest.mark.usefixtures("spared")
def test_a_figure_is_answered_or_refused_in_a_line(app: Any) -> None:
    with httpx2.Client(base_url=app.url, timeout=60) as client:
        figures = live(app, "figures")
        for name in ("short", "reserve", "plasma"):
            fields = VIEWS[name].state.parameters()
            for value in VALUES:
                if len(value) > 5000:
                    continue
                query = urlencode({field: value.encode("utf-8", "replace") for field in fields})
                answer = client.get(f"{figures}/{name}/wide?{query}")
                assert answer.status_code in {200, 400}
                assert answer.status_code == 200 or len(answer.text) < 1000
                assert not TOLD.search(answer.text if answer.status_code == 400 else "")


# --- Whole answers --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/", 200),
        ("HEAD", "/", 200),
        ("GET", "/present", 200),
        ("GET", "/celing", 404),
        ("GET", "/robots.txt", 200),
        ("GET", "/sitemap.xml", 200),
        ("GET", "/ceiling/_stcore/health", 404),
        ("GET", "/_stcore/health", 200),
        ("GET", "/_stcore/host-config", 200),
        ("GET", "/favicon.png", 200),
        ("GET", "/static/nothing.js", 404),
        ("GET", "/live/0123456789/plotly.min.js", 410),
        ("GET", "/live/nothing", 404),
        ("GET", "/live/0123456789/figures/short", 404),
        ("GET", "/live/VERSION/plotly.min.js", 200),
        ("GET", "/live/VERSION/figures/short/wide", 200),
        ("GET", "/live/VERSION/figures/short/wide?amount=nan", 400),
        ("GET", "/live/VERSION/nothing", 404),
        ("POST", "/", 405),
        ("OPTIONS", "/_stcore/health", 405),
        ("DELETE", "/live/VERSION/figures/short/wide", 405),
        ("GET", "/_stcore/stream", 404),
    ],
)
def test_every_answer_tells_the_browser_what_it_may_do_and_sets_no_cookie(
    app: Any, method: str, path: str, status: int
) -> None:
    path = path.replace("/live/VERSION/", live(app, ""))
    answer = httpx2.request(method, app.url + path, timeout=60)
    assert answer.status_code == status
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"
    policy = answer.headers["content-security-policy"].split("; ")
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    (script,) = (each for each in policy if each.startswith("script-src"))
    assert "unsafe" not in script
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize(
    "path",
    [
        "/_stcore/metrics",
        "/_stcore/agent/openapi.json",
        "/_stcore/agent/mcp",
        "/_stcore/agent/interact",
        "/_stcore/upload_file/a/b",
        "/_stcore/bidi-components/live_chart/x.js",
        "/_stcore/script-health-check",
        "/component/x/y.js",
        "/media/x.png",
        "/app/static/x",
        "/auth/login",
        "/auth/logout",
        "/oauth2callback",
    ],
)
@pytest.mark.parametrize("method", ["GET", "POST", "PUT"])
def test_what_streamlit_could_do_besides_is_refused(app: Any, method: str, path: str) -> None:
    answer = httpx2.request(method, app.url + path, timeout=60)
    assert answer.status_code == (404 if method == "GET" else 405)
    assert answer.text == "not here" or "<title>The mu receptor" in answer.text


def test_frames_only_where_an_embedder_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MURECEPTOR_EMBEDDERS", "https://school.example")
    security_headers.cache_clear()
    policy = security_headers()["Content-Security-Policy"]
    security_headers.cache_clear()
    assert policy.endswith("; frame-ancestors https://school.example")


# --- Messages -------------------------------------------------------------------------------------


def of_kind(**fields: Any) -> bytes:
    return bytes(BackMsg(**fields).SerializeToString())


@pytest.mark.parametrize(
    "said",
    [
        "text",
        "{}",
        b"\xff" * 50,
        b"\x80\x04\x95\x1f\x00\x00\x00\x00\x00\x00\x00\x8c\x05posix\x94.",
        random.Random(1).randbytes(5000),  # noqa: S311
        b"\x5a\xff\xff\xff\xff\x0f",
        b"\x00" * 2_000_000,
        b"\x5a" * 900_000,
    ],
    ids=lambda said: repr(said[:12]),
)
@pytest.mark.usefixtures("spared")
def test_who_says_no_message_of_a_page_is_shown_out(
    app: Any, visit: Any, said: str | bytes
) -> None:
    logged = app.log.count("\n")
    with visit(app.url) as guest:
        guest.opens()
        with suppress(ConnectionClosed):  # a long one may be cut off while it is sent
            guest.socket.send(said)
        with pytest.raises(ConnectionClosed):
            guest.hears()
    assert app.log.count("\n") - logged <= 1


@pytest.mark.parametrize(
    "said",
    [
        of_kind(),
        of_kind(load_git_info=True),
        of_kind(clear_cache=True),
        of_kind(set_run_on_save=True),
        of_kind(debug_shutdown_runtime=True),
        of_kind(debug_disconnect_websocket=True),
        of_kind(file_urls_request={"request_id": "1", "file_names": ["a"], "session_id": "x"}),
        of_kind(backend_operation_request={"request_id": "1", "install_skills": {}}),
        of_kind(
            backend_operation_request={"request_id": "1", "deferred_file": {"file_id": "../x"}}
        ),
    ],
    ids=repr,
)
def test_what_no_page_of_ours_says_is_not_heard(app: Any, visit: Any, said: bytes) -> None:
    with visit(app.url) as guest:
        guest.opens()
        guest.socket.send(said)
        shown = guest.opens("receptor")
    assert shown.whole
    kinds = {message.WhichOneof("type") for message in shown.heard}
    assert kinds.isdisjoint(
        {"git_info_changed", "file_urls_response", "backend_operation_response"}
    )


def test_nothing_about_this_machine_is_told(app: Any, visit: Any) -> None:
    with visit(app.url) as guest:
        (told,) = (m.new_session for m in guest.opens().heard if m.HasField("new_session"))
    assert told.main_script_path == "frame.py"
    assert told.initialize.HasField("user_info")
    assert not told.initialize.user_info.ListFields()


DEEP = "[" * 5000 + "]" * 5000
GOOD = Sandbox().texts()


@pytest.mark.parametrize(
    "value",
    [
        "",
        "{",
        "null",
        "NaN",
        "1",
        '"value"',
        "[]",
        "{}",
        '{"texts": NaN}',
        '{"texts": 1e999}',
        '{"texts": null}',
        '{"texts": [1, 2]}',
        '{"texts": ' + DEEP + "}",
        '{"texts": {"amount1": 1, "drugs": "2"}}',
        json.dumps({"texts": GOOD | {"amount1": "nan"}}),
        json.dumps({"texts": GOOD | {"amount1": "1e9"}}),
        json.dumps({"texts": GOOD | {"amount1": "9" * 500_000}}),
        json.dumps({"texts": GOOD | {"drugs": "<script>"}}),
        json.dumps({"texts": GOOD | {"another": "x"}}),
        json.dumps({"texts": GOOD}),  # nothing is read from there, good or bad
        json.dumps({"texts": GOOD, "__class__": "x", "events": [1]}),
        json.dumps({"other": GOOD}),
        "\x00",
        "\U0001f600",
    ],
    ids=lambda value: repr(value)[:40],
)
def test_a_value_that_is_no_state_leaves_the_page_whole(app: Any, visit: Any, value: str) -> None:
    logged = app.log.count("\n")
    with visit(app.url) as guest:
        page = guest.opens("sandbox")
        usual = page.charts["sandbox"]["texts"]
        (component,) = (id_ for id_ in page.ids if id_.endswith("live_sandbox"))
        message = BackMsg()
        message.rerun_script.page_name = "sandbox"
        state = message.rerun_script.widget_states.widgets.add()
        state.id, state.json_value = component, value
        guest.says(message)
        text = "\n".join(map(str, heard := guest.hears()))
        assert not TOLD.search(text)
        assert not any(m.delta.new_element.HasField("exception") for m in heard)
        shown = guest.opens("sandbox")
    if shown.charts:
        assert shown.whole
        assert shown.charts["sandbox"]["texts"] == usual
    else:
        assert "Something went wrong" in shown.text
    assert app.log.count("\n") - logged <= 3  # one line a run at most


@pytest.mark.parametrize(
    "kind",
    [
        {"trigger_value": True},
        {"bool_value": True},
        {"int_value": -1},
        {"double_value": float("nan")},
        {"string_value": "x"},
        {"bytes_value": b"\x80\x04."},
        {"double_array_value": {"data": [float("inf")]}},
        {"json_trigger_value": "{"},
        {},
    ],
    ids=str,
)
@pytest.mark.parametrize("whose", ["live_reserve", "nobody", ""])
def test_a_value_of_the_wrong_kind_leaves_the_page_whole(
    app: Any, visit: Any, kind: dict[str, Any], whose: str
) -> None:
    with visit(app.url) as guest:
        page = guest.opens("ceiling")
        ids = [id_ for id_ in page.ids if id_.endswith(whose)] if whose else [whose]
        message = BackMsg()
        message.rerun_script.page_name = "ceiling"
        message.rerun_script.widget_states.widgets.add(id=(ids or [whose])[0], **kind)
        guest.says(message)
        text = "\n".join(map(str, guest.hears()))
        assert not TOLD.search(text)
        assert guest.opens("ceiling").whole


# --- Connections ----------------------------------------------------------------------------------


def dialled(app: Any) -> socket.socket:
    """Return a bare connection whose websocket is open, and which nobody reads."""
    url = urlsplit(app.url)
    line = socket.create_connection((url.hostname or "", url.port or 0), timeout=60)
    line.sendall(
        f"GET /_stcore/stream HTTP/1.1\r\nHost: {url.netloc}\r\nConnection: Upgrade\r\n"
        "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n".encode()
    )
    return line


def frame(message: BackMsg) -> bytes:
    """Return a message as a browser masks it (with zeros)."""
    body = bytes(message.SerializeToString())
    assert len(body) < 126
    return bytes((0x82, 0x80 | len(body))) + bytes(4) + body


def opening(page: str) -> BackMsg:
    message = BackMsg()
    message.rerun_script.page_name = page
    return message


@pytest.mark.usefixtures("spared")
def test_fifty_who_never_read_keep_nobody_waiting(app: Any, visit: Any) -> None:
    lines = [dialled(app) for _ in range(50)]
    for line in lines:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        line.sendall(frame(opening("ceiling")) * 3)
    began = time.monotonic()
    with visit(app.url) as guest:
        assert guest.opens("receptor").whole
    assert time.monotonic() - began < 30
    for line in lines:
        line.close()


@pytest.mark.usefixtures("spared")
def test_fifty_who_ask_for_the_largest_file_and_never_read(app: Any) -> None:
    url = urlsplit(app.url)
    ask = f"GET {live(app, 'plotly.min.js')} HTTP/1.1\r\nHost: {url.netloc}\r\n\r\n".encode()
    lines = []
    for _ in range(50):
        lines.append(socket.create_connection((url.hostname or "", url.port or 0), timeout=60))
        lines[-1].sendall(ask)
    assert httpx2.get(app.url + "/_stcore/health", timeout=30).text == "ok"
    for line in lines:
        line.close()


@pytest.mark.usefixtures("spared")
def test_a_slow_one_is_answered_in_the_end(app: Any) -> None:
    url = urlsplit(app.url)
    with socket.create_connection((url.hostname or "", url.port or 0), timeout=60) as line:
        for byte in f"GET /_stcore/health HTTP/1.1\r\nHost: {url.netloc}\r\n\r\n".encode():
            line.sendall(bytes((byte,)))
            time.sleep(0.005)
        assert b"200 OK" in line.recv(100)


@pytest.mark.parametrize("after", [0.0, 0.02, 0.1])
@pytest.mark.usefixtures("spared")
def test_who_hangs_up_in_the_middle_of_an_answer(app: Any, after: float) -> None:
    logged = app.log.count("\n")
    for _ in range(10):
        line = dialled(app)
        line.sendall(frame(opening("sandbox")))
        time.sleep(after)
        line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        line.close()  # a reset, not a goodbye
    assert app.log.count("\n") - logged <= 10


@pytest.mark.parametrize(
    "said",
    [
        b"\x00" * 100,
        b"GET " + b"/a" * 100_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\nX: " + b"y" * 200_000 + b"\r\n\r\n",
        b"GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",  # TLS
    ],
    ids=lambda said: repr(said[:20]),
)
@pytest.mark.usefixtures("spared")
def test_what_is_no_request_is_refused_shortly(app: Any, said: bytes) -> None:
    url = urlsplit(app.url)
    with socket.create_connection((url.hostname or "", url.port or 0), timeout=10) as line:
        try:
            line.sendall(said)
            line.shutdown(socket.SHUT_WR)
            answer = line.recv(100_000)
        except OSError:
            answer = b""
    assert not TOLD.search(answer.decode("latin-1"))
    assert b" 200 " not in answer[:20]


# --- A fault of our own, and the end --------------------------------------------------------------


def test_a_page_that_fails_says_one_sentence_and_logs_one_line(
    start: Any, visit: Any, tmp_path: Path
) -> None:
    shutil.copytree(ROOT / "app", tmp_path / "app")
    shutil.copytree(ROOT / ".streamlit", tmp_path / ".streamlit")
    (tmp_path / "app" / "chapters" / "receptor.py").write_text(
        "from page.parts import Chapter, Section\n\nclass Fails(Section):\n"
        "    def __getattribute__(self, name):\n"
        "        raise ValueError('no such\\x1b receptor\\nsecond line')\n"
        "CHAPTER = Chapter(key='receptor', path='receptor', name='', headline='', lead='',\n"
        "    parts=(Fails.__new__(Fails),))\n"
    )
    with start(home=tmp_path) as app, visit(app.url) as guest:
        before = app.log
        shown = guest.opens("receptor")
        assert [markdown.body for markdown in shown.of("markdown")] == [
            "Something went wrong on this page. Reload it, or choose another chapter."
        ]
        assert shown.whole
        assert "no such" not in shown.text
        (line,) = app.log.removeprefix(before).strip().split("\n")
        assert line.endswith("ValueError: no such  receptor (receptor.py, line 5)")
        assert guest.opens("ceiling").charts


def test_asked_to_stop_it_finishes_its_answers(start: Any, visit: Any) -> None:
    with start() as app, visit(app.url) as guest:
        assert guest.opens("ceiling").whole
        url = urlsplit(app.url)
        figure = live(app, "figures/sandbox/wide?drugs=3&spare=10")
        with socket.create_connection((url.hostname or "", url.port or 0), timeout=60) as line:
            line.sendall(f"GET {figure} HTTP/1.1\r\nHost: {url.netloc}\r\n\r\n".encode())
            time.sleep(0.1)
            app.process.terminate()
            answer = b"".join(iter(lambda: line.recv(100_000), b""))
        head, _, body = answer.partition(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 200 OK")
        (length,) = re.findall(rb"content-length: (\d+)", head)
        assert len(body) == int(length)
        with pytest.raises(ConnectionClosed) as closed:
            guest.hears()
        assert closed.value.rcvd is not None
        assert closed.value.rcvd.code == 1012  # the service restarts: a page connects again
        assert app.process.wait(30) in {0, -signal.SIGTERM}
        assert not TOLD.search(app.log)
