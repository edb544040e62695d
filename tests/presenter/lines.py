"""The lines of a room, as tests speak and hear them."""

import json
from contextlib import suppress
from typing import Any

import httpx2
import pytest
from tests.conftest import Running
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from presenter.talk import scenes

PATIENCE = 60  # [s]
ASKS = next(i for i, scene in enumerate(scenes()) if scene.answers)
GUESS = next(i for i, scene in enumerate(scenes()) if scene.guess)


def enter(
    app: Running, code: str, *who: str, origin: str = "", address: str = ""
) -> ClientConnection:
    return connect(
        f"{app.url}/room/{code}".replace("http:", "ws:"),
        origin=Origin(origin or app.url),
        subprotocols=[Subprotocol(each) for each in who] or None,
        additional_headers={"X-Forwarded-For": address} if address else None,
        open_timeout=PATIENCE,
        max_size=None,
    )


def place(app: Running) -> tuple[str, str]:
    given = httpx2.get(f"{app.url}/room/new", timeout=PATIENCE).json()
    return given["code"], given["key"]


def seat(number: int = 1) -> str:
    return f"{number:032x}"


def stand(scene: int = 0, *, asks: bool = False, turn: int = 0, **texts: str) -> dict[str, Any]:
    texts = scenes()[scene].state.texts() | texts
    return {"scene": scene, "texts": texts, "asks": asks, "black": False, "turn": turn}


def say(socket: ClientConnection, message: Any) -> None:
    socket.send(json.dumps(message))


def hear(socket: ClientConnection, **wanted: Any) -> dict[str, Any]:
    """Wait for a message that says this."""
    while True:
        heard = json.loads(socket.recv(PATIENCE))
        if wanted.items() <= heard.items():
            return dict(heard)


def closing(socket: ClientConnection) -> tuple[int, str]:
    """Wait for the end of a connection; return why."""
    with suppress(ConnectionClosed):
        while True:
            socket.recv(PATIENCE)
    assert socket.close_code is not None
    return socket.close_code, socket.close_reason or ""


def refused(app: Running, code: str, *who: str, origin: str = "", address: str = "") -> int:
    with pytest.raises(InvalidStatus) as error:
        enter(app, code, *who, origin=origin, address=address)
    return int(error.value.response.status_code)


def end(app: Running, code: str, key: str) -> None:
    with enter(app, code, "speaker", key) as speaker:
        say(speaker, {"close": True})
        closing(speaker)
