"""Rooms over the wire: who is let in, what each hears, and what a stranger may try."""

import asyncio
import itertools
import json
import random
import re
import time
from contextlib import ExitStack, suppress
from typing import Any, cast

import httpx2
import pytest
from starlette.types import Message
from starlette.websockets import WebSocket, WebSocketDisconnect
from tests.conftest import ROOT, Running
from tests.presenter.conftest import OPTIONS
from tests.presenter.lines import (
    ASKS,
    GUESS,
    PATIENCE,
    closing,
    end,
    enter,
    hear,
    place,
    refused,
    say,
    seat,
    stand,
)
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection

from presenter import room_lines
from presenter import rooms as all_rooms
from presenter.limits import Limits
from presenter.room import Room
from presenter.room_lines import ClosedError, Teller, read_stand
from presenter.rooms import LENGTH, LETTERS
from presenter.talk import scenes


def test_only_who_opened_a_room_speaks_in_it(app: Running, room: Any) -> None:
    code, key, _ = room
    other, _ = place(app)
    assert refused(app, code, "speaker", "0" * 64) == 403
    assert refused(app, other, "speaker", key) == 403
    assert refused(app, other, "phone", seat()) == 404
    assert refused(app, "nosuch", "phone", seat()) == 404
    assert refused(app, "NOPE", "speaker", key) == 404
    assert refused(app, code, "phone", seat(), origin="https://elsewhere.example") == 403
    assert refused(app, code, "speaker", key, origin="https://elsewhere.example") == 403
    for who in ((), ("phone",), ("phone", "x"), ("speaker",), ("room", key), ("phone", key)):
        assert refused(app, code, *who) == 403
    answer = httpx2.get(f"{app.url}/room/{code}?key", timeout=PATIENCE)
    assert answer.status_code == 403  # it is open
    assert key not in answer.text


def test_who_tries_many_codes_has_to_wait_and_nobody_else(app: Running, room: Any) -> None:
    code, _, speaker = room
    say(speaker, stand())
    school, stranger = "203.0.113.7", "203.0.113.8"
    codes = ("".join(each) for each in itertools.permutations(LETTERS, LENGTH))
    with httpx2.Client(base_url=app.url, timeout=PATIENCE) as client:

        def ask(path: str, address: str) -> int:
            answer = client.get(f"/room/{path}", headers={"X-Forwarded-For": address})
            if answer.status_code == 429 and "?" in path:
                assert "too many wrong codes" in answer.text
            return int(answer.status_code)

        with enter(app, code, "phone", seat(1), address=school) as phone:
            hear(phone, scene=0)
        waits = next(codes)
        assert {ask(f"{waits}?open", school) for _ in range(30)} == {404}  # a room that is away
        # By each way that tells whether there is such a room, one code as good as another.
        tried = 1
        for way, status in (("", 404), ("?open", 404), ("?key", 200)):
            for _ in range(3):
                assert ask(f"{next(codes)}{way}", school) == status
                tried += 1
        while tried < int(OPTIONS["MURECEPTOR_ROOM_GUESSES"]):
            assert refused(app, next(codes), "phone", seat(1), address=school) == 404
            tried += 1
        other, key = place(app)
        with enter(app, other, "speaker", key) as window:
            say(window, stand())
            for way in ("", "?open", "?key"):
                assert ask(f"{other}{way}", school) == 429
                assert ask(f"{next(codes)}{way}", school) == 429
            assert refused(app, other, "phone", seat(1), address=school) == 429
            assert ask(f"{waits}?open", school) == 404
            with enter(app, code, "phone", seat(1), address=school) as phone:
                hear(phone, scene=0)  # its own room stays open
            with enter(app, other, "phone", seat(2), address=stranger) as phone:
                hear(phone, scene=0)
            # Where one of the school speaks, all of it may follow.
            with enter(app, other, "speaker", key, address=school):
                assert ask(f"{other}?open", school) == 200
        end(app, other, key)


def test_who_comes_late_sees_where_the_talk_stands_and_then_each_step(
    app: Running, room: Any
) -> None:
    code, _, speaker = room
    say(speaker, stand(0, amount="1"))
    say(speaker, stand(0, amount="10"))
    hear(speaker, scene=0)
    with enter(app, code, "phone", seat()) as phone:
        assert hear(phone, scene=0)["texts"]["amount"] == "10"
        hear(speaker, seats=1)
        say(speaker, stand(ASKS, asks=True))
        assert hear(phone, scene=ASKS)["asks"] is True
    hear(speaker, seats=0)


def test_a_vote_reaches_the_speaker_as_a_count(app: Running, room: Any) -> None:
    code, _, speaker = room
    say(speaker, stand(ASKS, asks=True))
    with enter(app, code, "phone", seat(1)) as one, enter(app, code, "phone", seat(2)) as two:
        for phone in (one, two):
            hear(phone, scene=ASKS)
            say(phone, {"scene": ASKS, "turn": 0, "choice": "1"})
        assert hear(speaker, votes={"1": 2})["seats"] == 2
        say(two, {"scene": ASKS, "turn": 0, "choice": "0"})
        hear(speaker, votes={"1": 1, "0": 1})
        say(speaker, stand(ASKS, asks=True, turn=1))
        hear(speaker, turn=1, votes={})
        say(one, {"scene": ASKS, "turn": 1, "choice": "0"})
        hear(speaker, votes={"0": 1})
    with enter(app, code, "phone", seat(1)) as again:  # the same seat, not one more
        say(again, {"scene": ASKS, "turn": 1, "choice": "1"})
        hear(speaker, votes={"1": 1})
    say(speaker, stand(GUESS, asks=True))
    with enter(app, code, "phone", seat(1)) as phone:
        hear(phone, scene=GUESS)
        say(phone, {"scene": GUESS, "turn": 0, "choice": "73"})
        hear(speaker, votes={"73": 1})


def test_a_room_that_is_closed_says_so_and_is_gone(app: Running) -> None:
    code, key = place(app)
    with enter(app, code, "speaker", key) as speaker, enter(app, code, "phone", seat()) as phone:
        say(speaker, {"close": True})
        for socket in (phone, speaker):
            assert closing(socket)[0] == 1000
    assert refused(app, code, "phone", seat()) == 404


@pytest.mark.parametrize(
    ("frame", "code", "why"),
    [
        (b"\x00\x01", 1003, "text only"),
        ("x" * 2001, 1009, "at most 2000 characters"),
        ("{", 1008, "no such message"),
        ("[" * 2000, 1008, "no such message"),
        ("[1]", 1008, "no such message"),
        ("{}", 1008, "no such message"),
        (json.dumps({"scene": 0, "turn": 0, "choice": 1}), 1008, "no such message"),
        (json.dumps({"scene": True, "turn": 0, "choice": "1"}), 1008, "no such message"),
        (json.dumps({"scene": 10**9, "turn": 0, "choice": "1"}), 1008, "no answer"),
        (json.dumps({"scene": ASKS, "turn": 0, "choice": "<b>"}), 1008, "no answer"),
        (json.dumps(stand()), 1008, "no such message"),
        (json.dumps({"close": True}), 1008, "no such message"),
    ],
)
def test_a_phone_that_says_what_it_should_not_is_closed_with_a_reason(
    app: Running, room: Any, frame: str | bytes, code: int, why: str
) -> None:
    with enter(app, room[0], "phone", seat()) as phone:
        phone.send(frame)
        said = closing(phone)
        assert said[0] == code
        assert why in said[1]


def test_who_is_refused_and_who_says_no_text_fill_no_log(app: Running, room: Any) -> None:
    code, *_ = room
    with enter(app, code, "phone", seat()) as phone:
        phone.send(b"\xff", text=True)
        assert closing(phone)[0] == 1007
    assert refused(app, code, "phone", "x") == 403
    assert refused(app, "nosuch", "phone", seat()) == 404
    assert not re.search("UTF-8|handshake", app.log)


@pytest.mark.parametrize("knows", [False, True], ids=["unknown", "known"])
def test_a_line_that_has_gone_when_it_is_to_be_closed_is_no_fault(
    monkeypatch: pytest.MonkeyPatch, knows: bool
) -> None:
    async def receive() -> Message:
        return {"type": "websocket.connect"}

    async def send(message: Message) -> None:
        if message["type"] != "websocket.accept":
            raise OSError

    async def closes(socket: WebSocket, _seat: str) -> None:
        await socket.accept("phone")
        if knows:
            with suppress(WebSocketDisconnect):
                await socket.send_text("")
        raise ClosedError(1000, "the room is closed")

    monkeypatch.setattr(room_lines, "_phone", closes)
    scope = {"type": "websocket", "subprotocols": ["phone", seat()]}
    asyncio.run(room_lines.line(WebSocket(scope, receive, send)))


def test_a_phone_that_says_too_much_is_closed(app: Running, room: Any) -> None:
    code, _, speaker = room
    say(speaker, stand(ASKS, asks=True))
    with enter(app, code, "phone", seat()) as phone:
        with suppress(ConnectionClosed):
            for _ in range(2000):
                say(phone, {"scene": ASKS, "turn": 0, "choice": "0"})
        assert closing(phone) == (1008, "at most 50 messages a second")


class Wire:
    """A line that may be busy."""

    def __init__(self) -> None:
        self.waiting = 0
        self.sent: list[bytes] = []

    def is_closing(self) -> bool:
        return False

    def get_write_buffer_size(self) -> int:
        return self.waiting

    def write(self, frame: bytes) -> None:
        self.sent.append(frame[2:])


class Socket:
    """A websocket whose `send_text` waits until its line is free."""

    def __init__(self) -> None:
        self.wire = Wire()
        self.scope = {"wire": self.wire}
        self.isfree = asyncio.Event()

    async def send_text(self, text: str) -> None:
        await self.isfree.wait()
        self.wire.sent.append(text.encode())


def test_a_phone_with_a_busy_line_gets_the_newest_and_nothing_older_after_it() -> None:
    async def story() -> None:
        room = Room([frozenset()], Limits(), 0.0)
        socket = Socket()
        room.say("first", 0, 0, asks=False)
        teller = Teller(cast("Any", socket), room)
        room.listeners.add(teller.news)
        telling = asyncio.create_task(teller.tell())
        await asyncio.sleep(0)  # `first` waits for the line
        room.say("second", 0, 0, asks=False)
        assert socket.wire.sent == []
        socket.isfree.set()
        await settled()
        assert socket.wire.sent == [b"first", b"second"]
        room.say("third", 0, 0, asks=False)  # it is free: at once
        assert socket.wire.sent[2:] == [b"third"]
        socket.isfree.clear()
        socket.wire.waiting = 1
        for text in ("4", "5", "6"):
            room.say(text, 0, 0, asks=False)
            await settled()
        socket.wire.waiting = 0
        room.say("7", 0, 0, asks=False)  # not before what waits
        assert socket.wire.sent[3:] == []
        socket.isfree.set()
        await settled()
        assert socket.wire.sent[3:] == [b"4", b"7"]
        room.close()
        with pytest.raises(ClosedError):
            await telling

    async def settled() -> None:
        for _ in range(5):
            await asyncio.sleep(0)

    asyncio.run(story())


def test_a_phone_hears_the_newest_again_before_it_takes_its_line_for_dead(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    script = (ROOT / "src/mureceptor/live/browser/room_line.js").read_text("utf-8")
    quiet = re.search(r"QUIET_MS = ([\d_]+);", script)
    assert quiet
    assert int(quiet[1]) > 2 * 1000 * all_rooms.REPEAT
    monkeypatch.setattr(all_rooms, "REPEAT", 0.01)

    async def story() -> None:
        house = all_rooms.Rooms([frozenset()], Limits())
        code = house.new_code()
        room = house.speak(code, house.key(code))
        repeating = asyncio.create_task(house.repeat())
        socket, busy = Socket(), Socket()
        busy.wire.waiting = 1
        busy.isfree.set()
        tasks = []
        for each in (socket, busy):
            teller = Teller(cast("Any", each), room)
            room.listeners.add(teller.news)
            tasks.append(asyncio.create_task(teller.tell()))
        await asyncio.sleep(0.05)
        assert socket.wire.sent == busy.wire.sent == []  # there is nothing to say yet
        room.say("newest", 0, 0, asks=False)
        while len(socket.wire.sent) < 4 or len(busy.wire.sent) < 4:
            await asyncio.sleep(0.001)
        assert {*socket.wire.sent, *busy.wire.sent} == {b"newest"}
        for task in (repeating, *tasks):
            task.cancel()

    asyncio.run(story())


def test_the_server_repeats_what_its_rooms_say(app: Running, room: Any) -> None:
    code, _, speaker = room
    say(speaker, stand(ASKS))
    with enter(app, code, "phone", seat()) as phone:
        heard = {json.dumps(hear(phone, scene=ASKS)) for _ in range(3)}
        assert len(heard) == 1


def test_a_speaker_can_say_nothing_but_where_the_talk_stands() -> None:
    fine = stand(0, amount="10")
    assert read_stand(fine, scenes()) == fine
    changes: list[dict[str, Any]] = [
        {"scene": len(scenes())},
        {"scene": -1},
        {"scene": 0.0},
        {"scene": True},
        {"turn": -1},
        {"turn": 10**7},
        {"asks": 1},
        {"black": None},
        {"texts": []},
        {"texts": {"amount": 10}},
        {"texts": {"amount": "<b>"}},
        {"more": "words"},
    ]
    for change in changes:
        with pytest.raises(ValueError, match="no such"):
            read_stand(fine | change, scenes())
    # Words in a field that no figure has are not passed on.
    assert read_stand(fine | {"texts": {"amount": "10", "name": "Eve"}}, scenes()) == fine


def frames(count: int) -> list[str | bytes]:
    """Return frames of every kind: the same ones each time."""
    dice = random.Random(19)  # noqa: S311
    values: list[Any] = [None, True, -1, 0, 1, 10**30, 0.5, "", "0", "50", "\x00", "\u202e", [], {}]
    values += ["<script>", "x" * 1500, {"amount": "10"}, {"amount": "nan"}, [[[]]], 1e308]

    def frame() -> str | bytes:
        match dice.randrange(6):
            case 0:
                return dice.randbytes(dice.randrange(300))
            case 1:
                return "".join(map(chr, dice.choices(range(1, 0xD800), k=dice.randrange(200))))
            case 2:
                good = json.dumps(stand(ASKS, asks=True))
                return good[: dice.randrange(len(good))]
            case 3:
                keys = dice.choice((("scene", "turn", "choice"), tuple(stand()), ("close",), ("",)))
                return json.dumps({key: dice.choice(values) for key in keys})
            case 4:
                return json.dumps(
                    stand(dice.randrange(8), asks=True) | {"turn": dice.choice(values)}
                )
            case _:
                vote = {"scene": ASKS, "turn": dice.randrange(2), "choice": dice.choice("012")}
                return json.dumps(vote)

    return [frame() for _ in range(count)]


def test_two_thousand_frames_of_every_kind_leave_other_rooms_alone(app: Running, room: Any) -> None:
    code, _, speaker = room
    say(speaker, stand(ASKS, asks=True))
    other, key = place(app)
    who = {"phone": seat(), "speaker": key}
    with ExitStack() as stack:
        stack.enter_context(enter(app, other, "speaker", key))  # so that the room stays open
        phone = stack.enter_context(enter(app, code, "phone", seat(7)))
        hear(phone, scene=ASKS)
        sockets: dict[str, ClientConnection] = {}
        for number, frame in enumerate(frames(2000)):
            kind = "speaker" if number % 2 else "phone"
            for _ in range(100):
                try:
                    if kind not in sockets:
                        opened = enter(app, other, kind, who[kind])
                        sockets[kind] = stack.enter_context(opened)
                    sockets[kind].send(frame)
                    break
                except InvalidStatus:  # its seat or window is not free again yet
                    time.sleep(0.05)
                except ConnectionClosed:
                    sockets.pop(kind).close()
        say(speaker, stand(ASKS, asks=False))
        assert hear(phone, asks=False)["scene"] == ASKS
        say(speaker, stand(GUESS, asks=True))
        hear(phone, scene=GUESS)
        say(phone, {"scene": GUESS, "turn": 0, "choice": "50"})
        hear(speaker, votes={"50": 1})
    end(app, other, key)
    assert app.process.poll() is None
