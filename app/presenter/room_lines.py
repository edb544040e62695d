"""The lines of a room: the websockets of the speaker's windows and of the phones.

What is said is JSON of numbers and of the figures' own settings. The speaker says where the talk
stands, `{"scene", "texts", "asks", "black", "turn"}`, or `{"close": true}`, and hears
`Room.counts` with `apart`; a phone hears the former, and says `{"scene", "turn", "choice"}`.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Coroutine
from contextlib import suppress
from functools import cache
from hashlib import sha256
from re import fullmatch
from typing import Any, Final, cast

from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse, Response
from starlette.websockets import WebSocket, WebSocketDisconnect

from mureceptor.live.routes import prefix, version
from mureceptor.live.stage import followed
from mureceptor.live.talk import Scene
from presenter.limits import Limits, Pace, RefusedError
from presenter.room import AWAY, Room
from presenter.rooms import LETTERS, REPEAT, is_code, rooms
from presenter.talk import names, scenes
from server.workarounds import sent_at_once

_COUNTS: Final = 0.2  # [s] at least between two counts that a speaker's window is told
_LATE: Final = 1.0  # [s] by which a window or phone may be ahead of its pace
NO_ROOM: Final = ("there is no such room", 404)
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


def refusal(why: str, status: int) -> Response:
    """Answer that somebody is not let in, and why."""
    return PlainTextResponse(why, status, {"Cache-Control": "no-store"})


@cache
def for_phones() -> tuple[str, str]:
    """Return what the phones get of the talk, without the speaker's notes; and its fingerprint."""
    talk = json.dumps({"scenes": followed(scenes(), names()), "home": prefix(), "letters": LETTERS})
    return talk, sha256(f"{version()}{talk}".encode()).hexdigest()[:10]


def check_guess(code: str, asks: HTTPConnection) -> None:
    """Raise `RefusedError` if the network of who asks tried too many codes without a room."""
    if is_code(code):
        isopen = rooms().find(code) is not None
        rooms().guesses.check(_address(asks), code, isopen=isopen)


def _address(asks: HTTPConnection) -> str:
    """Return the address of who asks; behind a proxy that is trusted, as that says."""
    return asks.client.host if asks.client else ""


def room_at(code: str, asks: HTTPConnection) -> Room:
    """Return the room of this code; `RefusedError` if there is none, or after too many guesses."""
    check_guess(code, asks)
    room = rooms().find(code)
    if room is None:
        raise RefusedError(404, NO_ROOM[0])
    return room


async def line(socket: WebSocket) -> None:
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
        await socket.send_denial_response(refusal(str(error), error.status))
    except ClosedError as error:
        with suppress(WebSocketDisconnect, RuntimeError):  # it has gone by itself meanwhile
            await socket.close(error.code, str(error))
    except WebSocketDisconnect:
        pass  # it has gone by itself


async def _nobody() -> None:
    raise RefusedError(403, "say who you are")


async def _speaker(socket: WebSocket, key: str) -> None:
    code = socket.path_params["code"]
    if not is_code(code):
        raise RefusedError(404, NO_ROOM[0])
    room = rooms().speak(code, key)
    rooms().guesses.know(_address(socket), code)
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
        stand["talk"] = for_phones()[1]
        room.say(json.dumps(stand), stand["scene"], stand["turn"], asks=stand["asks"])


async def _tell_speaker(socket: WebSocket, room: Room) -> None:
    number = -1
    while not room.closed:
        with suppress(TimeoutError):
            async with asyncio.timeout(REPEAT):
                number = await room.counted.after(number)
        await socket.send_text(json.dumps({**room.counts, "apart": rooms().apart}))
        await asyncio.sleep(_COUNTS)
    raise ClosedError(_OVER, _CLOSED)


async def _phone(socket: WebSocket, seat: str) -> None:
    room = room_at(socket.path_params["code"], socket)
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
        """Take a message of the room, new or the same again, or its end."""
        if self._late.is_set():
            return
        if self._room.closed or not sent_at_once(self._socket.scope, self._room.message):
            self._late.set()

    async def tell(self) -> None:
        """Send what could not be sent at once, as long as the room is open."""
        while True:
            await self._late.wait()
            message = self._room.message
            if self._room.closed:
                raise ClosedError(_OVER, _CLOSED)
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
