"""The addresses that the live chart fetches: its code, Plotly, and a payload per figure and state.

Every address carries the version of the code, so each answer may be kept for ever; an address of
another version answers 410, and the page reloads.
"""

import gzip
import hashlib
import re
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Final

import plotly
import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from mureceptor.live.answers import Answers, BusyError
from mureceptor.live.payload import answer
from mureceptor.marks import look
from mureceptor.marks.forms import FORMS
from mureceptor.views import VIEWS

KEEP: Final = "public, max-age=31536000, immutable"
_PACKAGE: Final = Path(str(resources.files("mureceptor")))
_BROWSER: Final = _PACKAGE / "live" / "browser"
_PLOTLY: Final = "plotly.min.js"
_NOT_A_CHAPTER_S: Final = ("stage", "room_", "embed", "apart", "files")
_MODULES: Final = tuple(sorted(path.name for path in _BROWSER.glob("*.js")))


@cache
def version() -> str:
    """Return ten digits that change with any file of this package or with Plotly's version."""
    digest = hashlib.sha256(plotly.__version__.encode())
    for path in sorted(_PACKAGE.rglob("*")):
        if path.suffix in {".py", ".js", ".css", ".csv"}:
            digest.update(path.read_bytes())
    return digest.hexdigest()[:10]


def prefix() -> str:
    """Return the sub-path under which the server answers, with its slash, or nothing."""
    base = str(st.get_option("server.baseUrlPath")).strip("/")
    return f"/{base}" if base else ""


def address(rest: str = "") -> str:
    """Return the path of `rest` on this server, sub-path and version included."""
    return f"{prefix()}/live/{version()}/{rest}"


def health() -> str:
    """Return the path that answers while the server runs."""
    return f"{prefix()}/_stcore/health"


def assets(*, talk: bool = False) -> tuple[str, ...]:
    """Return the addresses that a visit needs: Plotly first, then the component's modules."""
    modules = (name for name in _MODULES if talk or not name.startswith(_NOT_A_CHAPTER_S))
    return tuple(address(name) for name in (_PLOTLY, *modules))


def style() -> str:
    """Return the figures' style with both themes' colours, for the page to carry."""
    files = ("live_chart.css", "stage.css", "room.css")
    return look.css_variables() + "".join((_BROWSER / f).read_text("utf-8") for f in files)


def grounds() -> dict[str, str]:
    """Return the colour of the page's ground in each theme."""
    return {"light": look.LIGHT.bg, "dark": look.DARK.bg}


def plotly_file() -> Path:
    """Return where Plotly's script is."""
    return Path(plotly.__file__).parent / "package_data" / _PLOTLY


# Plotly's script is one long function within another. A browser reads all of such a script anew for
# each of the two, while the page waits: 0.8 s. Where it is one function that is called on the spot,
# it is made ready beside the page while it comes. `this` is the window in both.
_WRAPPED: Final = re.compile(
    r"\(\s*function\(root, factory\).*?\(\) => \{\s*"
    r'("use strict";var Plotly=)\(\(\)=>\{(.*)\}\)\(\);'
    r"(.*)window\.Plotly = Plotly;\s*return Plotly;\s*\}\)\);",
    re.DOTALL,
)


def _plotly_script() -> bytes:
    text = plotly_file().read_text("utf-8")
    return _WRAPPED.sub(r"\1(function(){\2}).call(this);\3", text, count=1).encode()


@cache
def _file(name: str) -> bytes:
    """Return a file of the component, packed once."""
    content = _plotly_script() if name == _PLOTLY else (_BROWSER / name).read_bytes()
    return gzip.compress(content, 6, mtime=0)


def packed(content: bytes, media_type: str, asked: Headers, keep: str = KEEP) -> Response:
    """Answer a request (its headers: `asked`) with `content`, unpacked if it does not take gzip."""
    headers = {"Cache-Control": keep, "Vary": "Accept-Encoding"}
    if "gzip" in asked.get("accept-encoding", ""):
        headers["Content-Encoding"] = "gzip"
    else:
        content = gzip.decompress(content)
    return Response(content, media_type=media_type, headers=headers)


def _refused(why: str, status: int) -> Response:
    # Not to be kept: during a rolling deploy another machine may have the answer.
    return PlainTextResponse(why, status, {"Cache-Control": "no-store"})


async def _asset(request: Request) -> Response:
    if request.path_params["version"] != version():
        return _refused("another version of the app is running", 410)
    name = request.path_params["name"]
    if name != _PLOTLY and name not in _MODULES:
        return _refused("no such file", 404)
    # A thread costs more than reading what is packed; only Plotly takes long to pack.
    content = _file(name) if name in _MODULES else await run_in_threadpool(_file, name)
    return packed(content, "text/javascript", request.headers)


async def _nothing(_request: Request) -> Response:
    return _refused("no such file", 404)


class _Figures:
    """Answers each request for a figure's data, and keeps what it has built."""

    def __init__(self) -> None:
        self.answers = Answers(answer)

    async def get(self, request: Request) -> Response:
        """Answer with the figure that the address names, or say why not."""
        if request.path_params["version"] != version():
            return _refused("another version of the app is running", 410)
        view = VIEWS.get(request.path_params["view"])
        form = request.path_params["form"]
        if view is None or form not in FORMS:
            return _refused("no such figure", 404)
        state, refused = view.state.parse(dict(request.query_params))
        if refused:
            return _refused("; ".join(refused), 400)
        # A figure that is swept over all combinations needs no more than the fields it is not.
        state = view.state(**{field: getattr(state, field) for field in view.addressed})
        try:
            content = await self.answers.get(view.name, form, state)
        except BusyError:
            return _refused("busy, ask again", 503)
        return packed(content, "application/octet-stream", request.headers)


def routes() -> list[Route]:
    """Return the routes to hand to `st.App`, under the server's sub-path."""
    live = f"{prefix()}/live/{{version}}"
    return [
        Route(f"{live}/figures/{{view}}/{{form}}", _Figures().get),
        Route(f"{live}/{{name}}", _asset),
        Route(f"{prefix()}/live/{{rest:path}}", _nothing),  # else Streamlit shows its page there
    ]
