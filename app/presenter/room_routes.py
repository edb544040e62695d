"""The addresses of the rooms: a phone's page, its websocket and the speaker's, the QR picture.

All of one room lies under /room/CODE, so that a proxy can keep it on one copy by its address.

What is said is JSON of numbers and of the figures' own settings. The speaker says where the talk
stands, `{"scene", "texts", "asks", "black", "turn"}`, or `{"close": true}`, and hears
`Room.counts`; a phone hears the former, and says `{"scene", "turn", "choice"}`.
"""

import asyncio
import gzip
import json
import sys
from collections.abc import AsyncIterator, Coroutine
from contextlib import suppress
from functools import cache
from hashlib import sha256
from io import BytesIO
from re import fullmatch
from typing import Any, Final, cast
from urllib.parse import unquote

import segno
import streamlit as st
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from contents import TITLE
from mureceptor.live.routes import address, packed, prefix, version
from mureceptor.live.stage import followed
from mureceptor.live.talk import Scene
from page.html import render
from presenter.rooms import (
    AWAY,
    LETTERS,
    Limits,
    Pace,
    RefusedError,
    Room,
    Rooms,
    is_code,
    rooms_of,
)
from presenter.talk import names, notes, scenes
from server.pages import page_style
from server.workarounds import font, sent_at_once

_COUNTS: Final = 0.2  # [s] at least between two counts that a speaker's window is told
QUIET: Final = 4.0  # [s] after which a line hears the same again, or it would be taken for dead
_LATE: Final = 1.0  # [s] by which a window or phone may be ahead of its pace
_HERE: Final = {"localhost", "127.0.0.1", "::1"}  # addresses that only this machine can reach
_NO_ROOM: Final = ("there is no such room", 404)
_CLOSED: Final = "the room is closed"
# Why a connection is closed, as websockets number it.
_OVER: Final = 1000
_NO_TEXT: Final = 1003
_REFUSED: Final = 1008
_TOO_LONG: Final = 1009


class ClosedError(Exception):
    """A connection ends: with a websocket's code, and words for a person."""

    def __init__(self, code: int, why: str) -> None:
        super().__init__(why)
        self.code = code


@cache
def rooms() -> Rooms:
    """Return this server's rooms; a bad option ends the start with a clear line."""
    try:
        return rooms_of([scene.ballot for scene in scenes()])
    except ValueError as error:
        sys.exit(f"The explainer does not start: {error}.")


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
        WebSocketRoute(f"{prefix()}/room/{{code}}", _socket),
    ]


# --- Addresses to ask ----------------------------------------------------------------------------


def _answer(content: Any) -> Response:
    return JSONResponse(content, headers={"Cache-Control": "no-store"})


def _refusal(why: str, status: int) -> Response:
    return PlainTextResponse(why, status, {"Cache-Control": "no-store"})


async def _new(_request: Request) -> Response:
    """Give out a code and its key; the room opens when somebody speaks in it."""
    if rooms().full:
        return _refusal("all rooms of this server are taken", 503)
    code = rooms().new_code()
    # Whether phones can come at all: a server may listen to its own machine only.
    alone = st.get_option("server.address") in _HERE
    return _answer({"code": code, "key": rooms().key(code), "alone": alone})


async def _notes(request: Request) -> Response:
    """Give the speaker's notes to a window that shows them, if it knows the word."""
    found = notes(unquote(request.headers.get("speaker-word", "")))
    return _refusal("not without the word", 403) if found is None else _answer(found)


async def _room_at(request: Request) -> Response:
    """Answer with a phone's page, or with what the query asks for.

    Not by another path: a proxy that keeps a room on one copy goes by the path.
    """
    code = request.path_params["code"]
    asked = {"key": _key_again, "open": _is_open, "picture": _picture}
    for name, answer in asked.items():
        if name in request.query_params:
            return await answer(request) if is_code(code) else _refusal(*_NO_ROOM)
    if not is_code(code) and is_code(code.upper()):
        return RedirectResponse(
            f"{prefix()}/room/{code.upper()}", 302, {"Cache-Control": "no-store"}
        )
    response = await _door(request)
    if rooms().find(code) is None:
        response.status_code = 404  # the page waits for a room that may yet come back
    return response


async def _door(request: Request) -> Response:
    """Answer with the page of a phone, which asks for the code where its address has none."""
    return packed(_page(), "text/html", request.headers, "no-cache")


async def _nothing(_request: Request) -> Response:
    return _refusal(*_NO_ROOM)


@cache
def _talk() -> tuple[str, str]:
    """Return what the phones get of the talk, without the speaker's notes; and its fingerprint."""
    talk = json.dumps({"scenes": followed(scenes(), names()), "home": prefix(), "letters": LETTERS})
    return talk, sha256(f"{version()}{talk}".encode()).hexdigest()[:10]


@cache
def _page() -> bytes:
    """Return the page of a phone, which is the same for all rooms."""
    talk, fingerprint = _talk()
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
        return _answer({"code": code, "key": rooms().key_again(code)})
    except RefusedError as error:
        return _refusal(str(error), error.status)


async def _is_open(request: Request) -> Response:
    """Say whether a phone would be let in: a browser is not told why a websocket is refused."""
    try:
        _room(request.path_params["code"]).check_seats()
    except RefusedError as error:
        return _refusal(str(error), error.status)
    return _answer(None)


async def _picture(request: Request) -> Response:
    """Draw the address of a room as a QR picture."""
    code, scheme = request.path_params["code"], request.query_params["picture"]
    host = request.headers.get("host", "")
    if scheme not in {"http", "https"} or not fullmatch(r"[\w.:\[\]-]{1,200}", host):
        return _refusal("no such picture", 404)
    picture = BytesIO()
    qr = segno.make_qr(f"{scheme}://{host}{prefix()}/room/{code}", error="m")
    qr.save(picture, kind="svg", xmldecl=False, omitsize=True, border=4, light="#fff")
    return Response(picture.getvalue(), media_type="image/svg+xml")


def _room(code: str) -> Room:
    room = rooms().find(code) if is_code(code) else None
    if room is None:
        raise RefusedError(404, _NO_ROOM[0])
    return room


# --- Websockets ----------------------------------------------------------------------------------


async def _socket(socket: WebSocket) -> None:
    """Let in a speaker's window with its key, or a phone with its seat; refuse all others.

    Both come as websocket protocols, which no log of a proxy holds.
    """
    match socket.scope["subprotocols"]:
        case ["speaker", key]:
            serve = _speaker(socket, key)
        case ["phone", seat] if fullmatch("[0-9a-f]{32}", seat):
            serve = _phone(socket, seat)
        case _:
            serve = _nobody()
    try:
        await serve
    except RefusedError as error:
        await socket.send_denial_response(_refusal(str(error), error.status))
    except ClosedError as error:
        await socket.close(error.code, str(error))
    except WebSocketDisconnect:
        pass  # it has gone by itself


async def _nobody() -> None:
    raise RefusedError(403, "say who you are")


async def _speaker(socket: WebSocket, key: str) -> None:
    code = socket.path_params["code"]
    if not is_code(code):
        raise RefusedError(404, _NO_ROOM[0])
    room = rooms().speak(code, key)
    try:
        await socket.accept("speaker")
        await _first_of(_hear_speaker(socket, code, room), _tell_speaker(socket, room))
    finally:
        room.speaker_goes(rooms().clock())
        asyncio.get_running_loop().call_later(AWAY + 1, rooms().sweep)


async def _hear_speaker(socket: WebSocket, code: str, room: Room) -> None:
    async for said in _messages(socket, rooms().limits):
        if said == {"close": True}:
            rooms().close(code)
            raise ClosedError(_OVER, _CLOSED)
        try:
            stand = read_stand(said, scenes())
        except ValueError as error:
            raise ClosedError(_REFUSED, str(error)) from None
        stand["talk"] = _talk()[1]
        room.say(json.dumps(stand), stand["scene"], stand["turn"], asks=stand["asks"])


async def _tell_speaker(socket: WebSocket, room: Room) -> None:
    number = -1
    while not room.closed:
        with suppress(TimeoutError):
            async with asyncio.timeout(QUIET):
                number = await room.counted.after(number)
        await socket.send_text(json.dumps(room.counts))
        await asyncio.sleep(_COUNTS)
    raise ClosedError(_OVER, _CLOSED)


async def _phone(socket: WebSocket, seat: str) -> None:
    room = _room(socket.path_params["code"])
    room.sit(seat)
    teller = Teller(socket, room)
    try:
        await socket.accept("phone")
        room.listeners.add(teller.news)
        await _first_of(_hear_phone(socket, seat, room), teller.tell())
    finally:
        room.listeners.discard(teller.news)
        room.leave(seat)


async def _hear_phone(socket: WebSocket, seat: str, room: Room) -> None:
    async for said in _messages(socket, rooms().limits):
        if said.keys() != {"scene", "turn", "choice"}:
            raise ClosedError(_REFUSED, "no such message")
        scene, turn, choice = said["scene"], said["turn"], said["choice"]
        if type(scene) is not int or type(turn) is not int or type(choice) is not str:
            raise ClosedError(_REFUSED, "no such message")
        await asyncio.sleep(room.pace.wait(rooms().clock()))
        try:
            room.vote(seat, scene, turn, choice)
        except ValueError as error:
            raise ClosedError(_REFUSED, str(error)) from None


class Teller:
    """Tells a phone each message at once, or the newest as soon as its line is free."""

    def __init__(self, socket: WebSocket, room: Room) -> None:
        self._socket, self._room = socket, room
        self._late = asyncio.Event()  # `tell` has something to do
        if room.message:
            self._late.set()

    def news(self) -> None:
        """Take a new message of the room, or its end."""
        if self._late.is_set():
            return
        if self._room.closed or not sent_at_once(self._socket.scope, self._room.message):
            self._late.set()

    async def tell(self) -> None:
        """Send what could not be sent at once, as long as the room is open."""
        while True:
            with suppress(TimeoutError):
                async with asyncio.timeout(QUIET):
                    await self._late.wait()
            self._late.set()
            message = self._room.message
            if self._room.closed:
                raise ClosedError(_OVER, _CLOSED)
            if message:
                await self._socket.send_text(message)
            if message is self._room.message and not self._room.closed:
                self._late.clear()


async def _first_of(*parts: Coroutine[Any, Any, None]) -> None:
    """Run all at once until the first one ends, and end with it."""
    tasks = [asyncio.create_task(part) for part in parts]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _messages(socket: WebSocket, limits: Limits) -> AsyncIterator[dict[str, Any]]:
    """Give the messages of one connection; `ClosedError` at the first that is none."""
    clock = rooms().clock
    pace = Pace(limits.messages, clock())
    while (message := await socket.receive())["type"] == "websocket.receive":
        text = message.get("text")
        if text is None:
            raise ClosedError(_NO_TEXT, "text only")
        if len(text) > limits.bytes:
            raise ClosedError(_TOO_LONG, f"at most {limits.bytes} characters a message")
        if pace.wait(clock()) > _LATE:
            raise ClosedError(_REFUSED, f"at most {limits.messages} messages a second")
        try:
            said = json.loads(text)
        except (ValueError, RecursionError):
            raise ClosedError(_REFUSED, "no such message") from None
        if not isinstance(said, dict):
            raise ClosedError(_REFUSED, "no such message")
        yield said


def read_stand(said: dict[str, Any], talk: tuple[Scene, ...]) -> dict[str, Any]:
    """Return where the talk stands, made of what a speaker's window says and nothing else of it.

    Raises
    ------
    ValueError
        If that is nowhere in this talk: says why.
    """
    if said.keys() != {"scene", "texts", "asks", "black", "turn"}:
        raise ValueError("no such message")
    scene, turn, texts = said["scene"], said["turn"], said["texts"]
    flags = (said["asks"], said["black"])
    if type(scene) is not int or not 0 <= scene < len(talk):
        raise ValueError("there is no such scene")
    if type(turn) is not int or not 0 <= turn < 10**6 or not all(type(f) is bool for f in flags):
        raise ValueError("no such message")
    if type(texts) is not dict or not all(type(text) is str for text in texts.values()):
        raise ValueError("no such message")
    state, refused = talk[scene].view.state.parse(cast("dict[str, str]", texts))
    if refused:
        raise ValueError("the figure has no such setting")
    return said | {"texts": state.texts()}
