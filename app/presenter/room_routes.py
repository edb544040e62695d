"""The addresses of the rooms: a phone's page, the QR picture, what a browser asks before it comes.

All of one room lies under /room/CODE, so that a proxy can keep it on one copy by its address.
"""

import gzip
from functools import cache
from io import BytesIO
from re import fullmatch
from typing import Any, Final
from urllib.parse import unquote

import segno
import streamlit as st
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route, WebSocketRoute

from contents import TITLE
from mureceptor.live.routes import address, packed, prefix
from page.html import render
from presenter.limits import RefusedError
from presenter.room_lines import NO_ROOM, check_guess, for_phones, line, refusal, room_at
from presenter.rooms import is_code, rooms
from presenter.talk import notes
from server.pages import page_style
from server.workarounds import font

_HERE: Final = {"localhost", "127.0.0.1", "::1"}  # addresses that only this machine can reach


def routes() -> list[BaseRoute]:
    """Return the routes to hand to `st.App`, under the server's sub-path."""
    rooms()
    return [
        Route(f"{prefix()}/room/notes", _notes),
        Route(f"{prefix()}/room/new", _new),
        Route(f"{prefix()}/room", _door),
        Route(f"{prefix()}/room/", _door),
        Route(f"{prefix()}/room/{{code}}", _room_at),
        Route(f"{prefix()}/room/{{rest:path}}", _nothing),  # else Streamlit shows its page there
        WebSocketRoute(f"{prefix()}/room/{{code}}", line),
    ]


def _answer(content: Any) -> Response:
    return JSONResponse(content, headers={"Cache-Control": "no-store"})


async def _new(_request: Request) -> Response:
    """Give out a code and its key; the room opens when somebody speaks in it."""
    if rooms().full:
        return refusal("all rooms of this server are taken", 503)
    code = rooms().new_code()
    # Whether phones can come at all: a server may listen to its own machine only.
    alone = st.get_option("server.address") in _HERE
    return _answer({"code": code, "key": rooms().key(code), "alone": alone})


async def _notes(request: Request) -> Response:
    """Give the speaker's notes to a window that shows them, if it knows the word."""
    found = notes(unquote(request.headers.get("speaker-word", "")))
    return refusal("not without the word", 403) if found is None else _answer(found)


async def _room_at(request: Request) -> Response:
    """Answer with a phone's page, or with what the query asks for.

    Not by another path: a proxy that keeps a room on one copy goes by the path.
    """
    code = request.path_params["code"]
    asked = {"key": _key_again, "open": _is_open, "picture": _picture}
    for name, answer in asked.items():
        if name in request.query_params:
            return await answer(request) if is_code(code) else refusal(*NO_ROOM)
    if not is_code(code) and is_code(code.upper()):
        return RedirectResponse(
            f"{prefix()}/room/{code.upper()}", 302, {"Cache-Control": "no-store"}
        )
    response = await _door(request)
    try:
        room_at(code, request)
    except RefusedError as error:
        response.status_code = error.status  # the page waits: the room may yet come back
    return response


async def _door(request: Request) -> Response:
    """Answer with the page of a phone, which asks for the code where its address has none."""
    return packed(_page(), "text/html", request.headers, "no-cache")


async def _nothing(_request: Request) -> Response:
    return refusal(*NO_ROOM)


@cache
def _page() -> bytes:
    """Return the page of a phone, which is the same for all rooms."""
    talk, fingerprint = for_phones()
    page = render(
        "room.html",
        title=TITLE,
        style=page_style(),
        script=address("room_follow.js"),
        plotly=address("plotly.min.js"),
        home=f"{prefix()}/",
        font=font(),
        talk=talk,
        fingerprint=fingerprint,
    )
    return gzip.compress(page.encode(), 6, mtime=0)


async def _key_again(request: Request) -> Response:
    """Give out a room's key anew after a restart, where that is safe (`Rooms.key_again`)."""
    code = request.path_params["code"]
    try:
        check_guess(code, request)  # the answer tells whether there is such a room
        return _answer({"code": code, "key": rooms().key_again(code)})
    except RefusedError as error:
        return refusal(str(error), error.status)


async def _is_open(request: Request) -> Response:
    """Say whether a phone would be let in: a browser is not told why a websocket is refused."""
    try:
        room_at(request.path_params["code"], request).check_seats()
    except RefusedError as error:
        return refusal(str(error), error.status)
    return _answer(None)


async def _picture(request: Request) -> Response:
    """Draw the address of a room as a QR picture."""
    code, scheme = request.path_params["code"], request.query_params["picture"]
    host = request.headers.get("host", "")
    if scheme not in {"http", "https"} or not fullmatch(r"[\w.:\[\]-]{1,200}", host):
        return refusal("no such picture", 404)
    picture = BytesIO()
    qr = segno.make_qr(f"{scheme}://{host}{prefix()}/room/{code}", error="m")
    qr.save(picture, kind="svg", xmldecl=False, omitsize=True, border=4, light="#fff")
    return Response(picture.getvalue(), media_type="image/svg+xml")
