"""Everything that is done only because Streamlit does it otherwise, and when each can go.

`WORKAROUNDS` is the list. What can stand here, stands below it; the rest stays where it works, and
the list says where. After an update of Streamlit run `tests/app/test_workarounds.py`: a test that
fails there names the workaround that is no longer needed, or no longer fits.
"""

import asyncio
import ctypes
import gc
import gzip
import logging
import re
import socket
import sys
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import streamlit as st
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.frames import Frame, Opcode


@dataclass(frozen=True)
class Workaround:
    """What Streamlit does, what is done about it, and how to tell when it can go."""

    streamlit: str  # what it does, on the version `seen`
    ours: str  # what is done about it
    where: str  # "the file: words that stand in it"
    test: str  # "its file: its name"; it fails once Streamlit does otherwise
    seen: str = "1.67"


_HERE: Final = "app/server/workarounds.py"
_TESTS: Final = "tests/app/test_workarounds.py"

WORKAROUNDS: Final = (
    # Memory and time of the server
    Workaround(
        "runs each page in a thread of its own, and glibc gives threads memory of their own: in 8 "
        "minutes of visitors who come and go the server grew by 6 %",
        "two pieces of memory for all threads: 0.6 %",
        f"{_HERE}: def share_memory",
        f"{_TESTS}: test_each_page_runs_in_a_thread_of_its_own",
    ),
    Workaround(
        "looks for garbage in the whole heap after each run: 72 ms of CPU an interaction",
        "what is loaded at the start is frozen, so it is not looked through: 18 ms",
        f"{_HERE}: def freeze_heap",
        f"{_TESTS}: test_each_run_ends_with_a_search_for_garbage",
    ),
    Workaround(
        "searches a dictionary of a component for tables and loads pandas and pyarrow to do so: "
        "67 MB, and 20 ms of each search for garbage",
        "the dictionary is sent in a list",
        "src/mureceptor/live/chart.py: data=[data]",
        f"{_TESTS}: test_a_dictionary_is_searched_for_tables_and_a_list_is_not",
    ),
    Workaround(
        "waits with an answer's end until the visitor's machine has confirmed its start (Nagle's "
        "algorithm): 44 ms for each of 80 small files",
        "sent at once: 2 ms",
        f"{_HERE}: def send_at_once",
        f"{_TESTS}: test_its_socket_waits_before_it_sends",
    ),
    Workaround(
        "hands each message of a websocket through seven layers, for each phone of a room: a step "
        "to 200 phones takes 9.2 ms of CPU",
        "it is made into bytes once, and these are written to every phone: 4.4 ms",
        f"{_HERE}: class Wires",
        f"{_TESTS}: test_its_websockets_have_a_transport_that_takes_bytes",
    ),
    Workaround(
        "sends its files unpacked and reads them anew for each visitor: 30 cold arrivals in 13.9 s",
        "each is packed once and kept: 2.7 s",
        f"{_HERE}: def streamlit_file",
        f"{_TESTS}: test_files_come_unpacked",
    ),
    Workaround(
        "answers the pings of a websocket that takes no answers: 66 MB of them took 60 MB of "
        "memory",
        "who leaves more unread than the longest message is cut off",
        f"{_HERE}: line.handle_ping",
        f"{_TESTS}: test_its_websockets_answer_pings_that_nobody_reads",
    ),
    # What it tells and asks
    Workaround(
        "asks an outside address for this machine's own: at the start without a screen ...",
        "the address is set",
        ".streamlit/config.toml: serverAddress",
        f"{_TESTS}: test_it_asks_outside_for_its_address_at_the_start",
    ),
    Workaround(
        "... and for each websocket from another origin, even one that is allowed",
        "foreign origins are refused before, and it is told none",
        f"{_HERE}: class SameOrigin",
        f"{_TESTS}: test_it_asks_outside_for_its_address_for_a_foreign_page",
    ),
    Workaround(
        "listens on addresses of both versions at once, where a proxy on this machine is "
        "::ffff:127.0.0.1; uvicorn believes 127.0.0.1 alone, so all visitors have one address",
        "that one is believed too",
        f"{_HERE}: THIS_MACHINE",
        f"{_TESTS}: test_a_proxy_on_this_machine_is_not_believed_by_its_mapped_address",
    ),
    Workaround(
        "answers messages that no page of ours sends: clear all caches, tell of the repository, "
        "write files",
        "only three kinds are let in",
        f"{_HERE}: def _next_message",
        f"{_TESTS}: test_it_tells_paths_and_hears_more_than_a_page_says",
    ),
    Workaround(
        "tells each visitor the path of the script and a fingerprint of the machine",
        "both are taken out",
        f"{_HERE}: def _without_paths",
        f"{_TESTS}: test_it_tells_paths_and_hears_more_than_a_page_says",
    ),
    Workaround(
        "answers uploads, logins, metrics, agents; and, for any other address, with its page",
        "only pages, its files and its health are answered; else 404",
        "app/server/pages.py: _PASSED",
        f"{_TESTS}: test_it_answers_agents_and_unknown_addresses",
    ),
    Workaround(
        "does not put an app's own routes under the sub-path, and shows its page below them",
        "the routes name the sub-path, and answer for all below",
        "src/mureceptor/live/routes.py: {rest:path}",
        f"{_TESTS}: test_routes_are_not_put_under_the_sub_path",
    ),
    Workaround(
        "starts without the settings from another folder, with statistics and file watching",
        "refuses to start there",
        f"{_HERE}: def refuse_without_settings",
        f"{_TESTS}: test_without_settings_it_would_send_statistics",
    ),
    Workaround(
        "logs a whole stack for each failing page, and a hundred lines where rich is installed",
        "one line a record; rich switched off",
        "app/server/log.py: def log_in_lines",
        f"{_TESTS}: test_a_failing_page_fills_the_log",
    ),
    Workaround(
        "logs a fault for each websocket that is refused with words, as each phone is whose room "
        "is away, and for each message that is no text",
        "strangers and phones that wait fill no log",
        "app/server/log.py: _OF_STRANGERS",
        f"{_TESTS}: test_it_logs_each_websocket_that_is_refused_or_says_no_text",
    ),
    # The page
    Workaround(
        "the page has Streamlit's title, no description, a stylesheet that holds back all paint, "
        "paths that fail below /, a link to what is refused here",
        "these are replaced in it once for each page",
        f"{_HERE}: def page_around",
        f"{_TESTS}: test_its_page_is_as_we_rewrite_it",
    ),
    Workaround(
        "has an inline script, which a strict policy refuses",
        "the policy names its hash, read from the installed file",
        f"{_HERE}: def inline_scripts",
        f"{_TESTS}: test_its_page_is_as_we_rewrite_it",
    ),
    Workaround(
        "stops with a white page in browsers that do not know the newest regular expressions",
        "a script for browsers of any age shows the words",
        'app/server/too_old.js: new RegExp("a", "v")',
        f"{_TESTS}: test_its_script_has_an_expression_that_older_browsers_do_not_know",
    ),
    Workaround(
        "keeps the old scroll position on the next page, has no anchors, tells a screen reader "
        "nothing of it",
        "a script holds the place and moves the focus",
        "src/mureceptor/live/browser/arrive.js: data-test-script-state",
        f"{_TESTS}: test_names_that_our_style_and_scripts_use_are_still_its_own",
    ),
    Workaround(
        "covers the page with a box and makes it inert when the connection is lost",
        "the box is closed; one quiet line says it",
        "src/mureceptor/live/browser/said.js: stDialog",
        f"{_TESTS}: test_names_that_our_style_and_scripts_use_are_still_its_own",
    ),
    Workaround(
        "has a header, a toolbar, a sidebar, icons on headings that this page does not need",
        "hidden by style",
        "app/page/page.css: stToolbar",
        f"{_TESTS}: test_names_that_our_style_and_scripts_use_are_still_its_own",
    ),
    Workaround(
        "cleans what `st.html` shows: a drawing (SVG) is taken out",
        "a drawing is an image with its text in the address",
        "app/page/templates/body.html: data:image/svg+xml",
        f"{_TESTS}: test_its_html_element_takes_out_drawings",
    ),
    # The component
    Workaround(
        "`st.plotly_chart` takes its identity from the whole figure, so each change throws the "
        "chart away: nothing is there for 35 to 220 ms, and a zoom is lost",
        "a component of our own draws on the same node",
        "src/mureceptor/live/chart.py: def live_chart",
        f"{_TESTS}: test_a_chart_is_another_one_after_each_change",
    ),
    Workaround(
        "`st.slider` tells Python nothing during a drag, only where it was let go",
        "the browser has the figure at every step, and a native range input moves it",
        "src/mureceptor/live/payload.py: def pack",
        f"{_TESTS}: test_a_slider_reports_on_release",
    ),
    Workaround(
        "takes a component's code on one line for a file's name",
        "the loader has two lines",
        "src/mureceptor/live/chart.py: _LOADER",
        f"{_TESTS}: test_a_component_s_code_on_one_line_is_taken_for_a_file",
    ),
    Workaround(
        "sends a component's code with every run, as a module that cannot resolve a bare path; and "
        "where two figures wait for one such module, WebKit leaves one without its function",
        "a loader imports the code from its own address and is not awaited",
        "src/mureceptor/live/chart.py: location.origin",
        "tests/browser/test_engines.py: test_a_chapter_is_whole_and_moves",
    ),
    Workaround(
        "mounts a component anew where an element above it comes or goes",
        "notices have a place of their own on every run",
        "app/page/live.py: def _notice",
        "tests/browser/test_live.py: test_a_choice_changes_the_figure_and_keeps_its_node",
    ),
    Workaround(
        "keys of `st.button(shortcut=...)` sleep while a range has the focus",
        "a listener of our own",
        "src/mureceptor/live/browser/stage_keys.js: PageDown",
        "tests/browser/test_present.py: test_keys_move_the_control_inside_it_and_the_talk_outside",
    ),
)


# --- Memory and time ------------------------------------------------------------------------------

_M_ARENA_MAX: Final = -8  # of glibc's malloc.h


def freeze_heap() -> None:
    """Take what is loaded so far out of every later search for garbage."""
    gc.collect()
    gc.freeze()


def share_memory() -> None:
    """Let all threads share two pieces of memory."""
    # By default up to eight pieces a core, which glibc does not take back. Other libraries have no
    # such call.
    with suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).mallopt(_M_ARENA_MAX, 2)


def send_at_once() -> None:
    """Have connections send what they have, without waiting for a confirmation."""
    # Nothing hands Streamlit's socket to us; connections inherit the setting from it.
    for each in gc.get_objects():
        if type(each) is socket.socket and each.family in (socket.AF_INET, socket.AF_INET6):
            each.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def refuse_without_settings() -> None:
    """Exit with a message where `.streamlit/config.toml` was not found."""
    if st.get_option("browser.gatherUsageStats"):
        home = Path(__file__).parents[2]
        sys.exit(
            "The explainer's settings were not found, so it does not start.\n"
            f"Start it from its own folder:  cd {home} && streamlit run app/main.py"
        )


# --- Its files and its page -----------------------------------------------------------------------

_STATIC: Final = Path(st.__file__).parent / "static"
_TYPES: Final = {
    ".js": "text/javascript",
    ".css": "text/css",
    ".woff2": "font/woff2",
    ".png": "image/png",
    ".gif": "image/gif",
    ".svg": "image/svg+xml",
}


def streamlit_file(path: str) -> tuple[bytes, str] | None:
    """Return the file of Streamlit's page at this path, packed, and its type; None if none is."""
    return (_file(path), _TYPES[Path(path).suffix]) if path in _files() else None


@cache
def _files() -> dict[str, Path]:
    found = [path for path in (_STATIC / "static").rglob("*") if path.suffix in _TYPES]
    found.append(_STATIC / "favicon.png")  # or a browser asks again at each change of the address
    return {"/" + path.relative_to(_STATIC).as_posix(): path for path in found}


def page_file(path: str) -> Path:
    """Return where the file of Streamlit's page at this path is."""
    return _files()[path]


@cache
def font() -> str:
    """Return the path of the font that Streamlit's page has, for pages without Streamlit."""
    return next(path for path in _files() if "SourceSansVF-Upright" in path)


def font_file() -> str:
    """Return the file of that font, for pictures that are drawn here."""
    return str(page_file(font()))


@cache
def _file(path: str) -> bytes:
    return gzip.compress(_files()[path].read_bytes(), 6, mtime=0)


@cache
def _index() -> str:
    return (_STATIC / "index.html").read_text("utf-8")


@cache
def inline_scripts() -> tuple[str, ...]:
    """Return the scripts that stand in Streamlit's page itself."""
    return tuple(re.findall(r"<script>(.*?)</script>", _index(), re.DOTALL))


# Fonts of a machine that stand in for Streamlit's: what each is called, and the size [%] at which
# its words are about as wide.
_STAND_INS: Final = (
    ("Early Arial", "local(Arial), local('Liberation Sans')", "", 92),
    ("Early DejaVu", "local('DejaVu Sans')", "", 81.5),
    ("Early DejaVu", "local('DejaVu Sans Bold')", "font-weight: 600 900; ", 76),
)
_ASCENT: Final = 100  # [%] of its size that Streamlit's font stands above the line
_DESCENT: Final = 32.6  # [%] below


def early_font(home: str) -> str:
    """Return the style that names Streamlit's font before Streamlit does, under a name of ours.

    Where it has not come in time the page keeps a font of the machine's, about as wide and just as
    high: words that are read do not move. `home` is the path that Streamlit's files are below.
    """
    return (
        f"@font-face {{ font-family: Early; src: url({home.rstrip('/')}{font()}) format('woff2');"
        " font-weight: 200 900; font-display: optional; }\n"
    ) + "".join(
        f"@font-face {{ font-family: '{name}'; src: {local}; {weight}size-adjust: {size}%; "
        f"ascent-override: {100 * _ASCENT / size:.1f}%; "
        f"descent-override: {100 * _DESCENT / size:.1f}%; }}\n"
        for name, local, weight, size in _STAND_INS
    )


LATER: Final = Path(__file__).with_name("later.js").read_text("utf-8")


def page_around(title: str, head: str, body: tuple[str, str], late: str, home: str) -> str:
    """Return Streamlit's page with HTML of ours in it.

    `head` comes first in the page's head, `body` stands before and after the element that Streamlit
    fills; `late` comes with all that Streamlit asks for, once the page is painted (`later.js`);
    `home` is the path that its own files are below.
    """
    page = _index()
    page = page.replace("<title>Streamlit</title>", f"<title>{title}</title>")
    page = re.sub(r'\s*<link rel="service-desc"[^>]*>', "", page)  # of what is refused here
    page = re.sub(r"<noscript>.*</noscript>", "", page, flags=re.DOTALL)
    own = r'\s*(<script type[^>]*></script>|<link rel="(?:modulepreload|stylesheet)"[^>]*>)'
    asked = re.findall(own, page)
    page = re.sub(own, "", page)
    page = page.replace('<meta charset="UTF-8" />', f'<meta charset="UTF-8" />{head}')
    before, after = body
    later = f'<template id="later">{"".join(asked)}{late}</template><script>{LATER}</script>'
    page = page.replace('<div id="root"></div>', f'{before}<div id="root"></div>{after}{later}')
    # Deep links such as /ceiling need the files' whole path.
    return re.sub(r'(href|src)="\./', rf'\1="{home}', page)


# --- Its websocket --------------------------------------------------------------------------------

THIS_MACHINE: Final = ["127.0.0.1", "::1", "::ffff:127.0.0.1"]  # a proxy there is believed
_STREAM: Final = "/_stcore/stream"
_APP: Final = str(Path(__file__).parents[1]).encode()
_UNREAD: Final = 2_000_000  # bytes: more than the longest message (`maxMessageSize`)
_LOCAL: Final = {"localhost", "127.0.0.1"}
_LET_IN: Final = {"rerun_script", "stop_script", "app_heartbeat"}
_REFUSED: Final = 1008
_log: Final = logging.getLogger("streamlit.explainer")


class SameOrigin:
    """Refuse websockets from foreign pages before Streamlit sees them.

    Streamlit would look up this machine's public address at an outside host to compare, even for
    an origin that `server.corsAllowedOrigins` names; so it is not told the origin at all.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is not a websocket, or comes from a page of this host."""
        if scope["type"] == "websocket":
            headers = Headers(scope=scope)
            if not self._allowed(headers):
                _log.warning(
                    "refused a page of %.80r: it is not of this host, %.80r, nor allowed by "
                    "server.corsAllowedOrigins",
                    headers["origin"],
                    headers.get("host"),
                )
                await receive()
                await send({"type": "websocket.close", "code": _REFUSED})
                return
            kept = [header for header in scope["headers"] if header[0] != b"origin"]
            scope = {**scope, "headers": kept}
        await self.app(scope, receive, send)

    @staticmethod
    def _allowed(headers: Headers) -> bool:
        origin = headers.get("origin")
        if origin is None or origin in st.get_option("server.corsAllowedOrigins"):
            return True
        try:
            url = urlsplit(origin)
        except ValueError:
            return False
        return url.netloc == headers.get("host") or url.hostname in _LOCAL


class Messages:
    """Let in what a page of ours says to Streamlit, and let out nothing about this machine."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Stand between Streamlit and a visitor's websocket."""
        if scope["type"] != "websocket" or not scope["path"].endswith(_STREAM):
            await self.app(scope, receive, send)
            return

        async def send_without_paths(message: Message) -> None:
            if message["type"] == "websocket.send" and message.get("bytes"):
                message = {**message, "bytes": _without_paths(message["bytes"])}
            await send(message)

        await self.app(scope, lambda: _next_message(receive, send), send_without_paths)


class Wires:
    """Hand on what each websocket's bytes go out by, in its scope. The outermost layer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Look for it where `send` is a method of uvicorn's connection."""
        if scope["type"] == "websocket":
            line = getattr(send, "__self__", None)
            wire = getattr(line, "transport", None)
            if isinstance(wire, asyncio.Transport):
                wire.set_write_buffer_limits(high=0)  # `send` waits for a line that is busy
                _cut_who_never_reads(line, wire)
                scope = {**scope, "wire": wire}
        await self.app(scope, receive, send)


def _cut_who_never_reads(line: Any, wire: asyncio.Transport) -> None:
    """Have uvicorn answer a ping only while its answers are read."""
    answer = line.handle_ping

    def answer_or_cut() -> None:
        answer()
        if wire.get_write_buffer_size() > _UNREAD:
            wire.abort()

    line.handle_ping = answer_or_cut


def sent_at_once(scope: Scope, text: str) -> bool:
    """Write a message to an open websocket, past all layers; return whether its line was free."""
    wire = scope.get("wire")
    if wire is None or wire.is_closing() or wire.get_write_buffer_size():
        return False
    wire.write(_frame(text))
    return True


@lru_cache(maxsize=1)  # a room says the same to all its phones
def _frame(text: str) -> bytes:
    return Frame(Opcode.TEXT, text.encode()).serialize(mask=False)


async def _next_message(receive: Receive, send: Send) -> Message:
    """Wait for the next message that Streamlit may see."""
    while (message := await receive())["type"] == "websocket.receive":
        try:
            kind = BackMsg.FromString(message["bytes"]).WhichOneof("type")
        except Exception:  # text, or bytes of whatever kind
            _log.warning("closed a connection: what came in is no message of a page")
            await send({"type": "websocket.close", "code": _REFUSED})
            return {"type": "websocket.disconnect", "code": _REFUSED}
        if kind in _LET_IN:
            break
    return message


def _without_paths(data: bytes) -> bytes:
    if _APP not in data:
        return data
    message = ForwardMsg.FromString(data)
    if message.WhichOneof("type") == "new_session":
        message.new_session.main_script_path = "frame.py"
        message.new_session.initialize.user_info.Clear()
        message.new_session.initialize.user_info.SetInParent()  # empty, but there
    return bytes(message.SerializeToString())
