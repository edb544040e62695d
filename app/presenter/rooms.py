"""Rooms: the audience's phones follow a talk, and say what they think. No network here.

A room holds one message, what the talk shows now, and the votes of those who sit in it. Nothing in
it has a name, and nothing is kept once it is closed.
"""

import asyncio
import hmac
import os
import secrets
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

# No vowels, so that no word comes of them, and no two that are read or heard as one another.
LETTERS: Final = "CDFHJKMNPRTVWXY"
LENGTH: Final = 5
AWAY: Final = 30 * 60.0  # [s] that a room outlives its last speaker's window
BEAT: Final = (
    5.0  # [s] between two times that a copy of the server says it is there, if others hear
)
_LOST: Final = 3 * BEAT  # [s] without a word from a copy: it has gone, and its phones with it
_SPEAKERS: Final = 12  # windows; a lost one is not known as such for a while
_OPTIONS: Final = {
    "rooms": "MURECEPTOR_ROOMS",
    "seats": "MURECEPTOR_ROOM_SEATS",
    "votes": "MURECEPTOR_ROOM_VOTES",
    "messages": "MURECEPTOR_ROOM_MESSAGES",
    "bytes": "MURECEPTOR_ROOM_BYTES",
}


@dataclass(frozen=True)
class Limits:
    """What this server takes on. Each is an option (`_OPTIONS`); no rooms: they are turned off."""

    rooms: int = 50  # open at once
    seats: int = 300  # phones in a room
    votes: int = 100  # a second in a room; more wait their turn
    messages: int = 60  # a second from one window or phone
    bytes: int = 4000  # of one message

    @classmethod
    def read(cls, environment: Mapping[str, str]) -> "Limits":
        """Read the options.

        Raises
        ------
        ValueError
            If one is no whole number from 0 on: says which.
        """
        given = {}
        for field, option in _OPTIONS.items():
            text = environment.get(option, "").strip()
            if text and not (text.isascii() and text.isdigit() and len(text) < 10):
                raise ValueError(f"{option} must be a whole number, not {text[:40]!r}")
            if text:
                given[field] = int(text)
        return cls(**given)


class RefusedError(Exception):
    """Nobody is let in: with an HTTP status, and words for a person."""

    def __init__(self, status: int, why: str) -> None:
        super().__init__(why)
        self.status = status


class News:
    """Wakes who waits for something newer; what it overtook is never told."""

    def __init__(self) -> None:
        self.number = 0
        self._come = asyncio.Event()

    def tell(self) -> None:
        """Say that there is something newer."""
        self.number += 1
        self._come.set()
        self._come = asyncio.Event()

    async def after(self, number: int) -> int:
        """Wait until there is something newer than `number`; return its number."""
        while self.number == number:
            await self._come.wait()
        return self.number


class Pace:
    """So many a second, and as many at once after a pause."""

    def __init__(self, rate: float, now: float) -> None:
        self._rate = self._left = float(rate)
        self._then = now

    def wait(self, now: float) -> float:
        """Take one turn; return how long it has to wait for it [s]."""
        self._left = min(self._rate, self._left + (now - self._then) * self._rate)
        self._then = now
        self._left -= 1
        return max(0.0, -self._left / self._rate) if self._rate else 1.0


Event = dict[str, Any]  # what happened in a room, for the other copies of the server, as JSON


class Room:
    """One room: what it sees, who sits in it, and what they say.

    `tell` is called with what happens here; `hear` takes what happened on another copy.
    """

    def __init__(
        self,
        ballots: Sequence[frozenset[str]],
        limits: Limits,
        now: float,
        tell: Callable[[Event], None] = lambda _: None,
    ) -> None:
        self._ballots = ballots
        self._limits = limits
        self._tell = tell
        self.message = ""  # the one that is kept, for the phones
        self.listeners: set[Callable[[], None]] = set()  # called at each message, and at the end
        self.counted = News()  # of what `counts` says
        self.pace = Pace(limits.votes, now)
        self.closed = False
        self._speakers = 0
        self._seats: Counter[str] = Counter()  # a phone that comes back may be there twice
        self._scene = -1
        self._asks = False
        self._turns: dict[int, int] = {}  # by scene: how often its votes were cleared
        self._votes: dict[int, dict[str, str]] = {}  # by scene: choice by seat, the oldest first
        self._left = now  # when the last speaker's window went
        self._elsewhere: dict[str, tuple[int, float]] = {}  # phones by copy, and when it said so

    # --- The speaker's side --------------------------------------------------------------------

    def speaker_comes(self) -> None:
        """Let one more window speak in this room; `RefusedError` if there are too many."""
        if self._speakers >= _SPEAKERS:
            raise RefusedError(503, "too many windows speak in this room")
        self._speakers += 1

    def speaker_goes(self, now: float) -> None:
        """One window less."""
        self._speakers -= 1
        self._left = now

    def say(self, message: str, scene: int, turn: int, *, asks: bool) -> None:
        """Show `message` to all: the talk stands at `scene`, and asks or not.

        Another turn than before clears what was said on this scene.
        """
        self._stand(message, scene, turn, asks)
        self._tell({"say": [message, scene, turn, asks]})

    def _stand(self, message: str, scene: int, turn: int, asks: bool) -> None:
        if self._turns.get(scene, turn) != turn:
            self._votes.pop(scene, None)
        if (self._scene, self._turns.get(scene)) != (scene, turn):
            self._scene, self._turns[scene] = scene, turn
            self.counted.tell()
        self._asks = asks
        self.message = message
        self._call()

    def close(self) -> None:
        """End it for all."""
        self.closed = True
        self._call()
        self.counted.tell()

    def _call(self) -> None:
        for listener in self.listeners:
            listener()

    def is_over(self, now: float) -> bool:
        """Whether nobody has spoken for it long enough."""
        return not self._speakers and now - self._left > AWAY

    # --- The phones' side ----------------------------------------------------------------------

    @property
    def seats(self) -> int:
        """How many phones are here, on this copy and on others."""
        return len(self._seats) + sum(seats for seats, _ in self._elsewhere.values())

    def check_seats(self) -> None:
        """Raise `RefusedError` if all are taken."""
        elsewhere = self.seats - len(self._seats)
        if self._seats.total() + elsewhere >= self._limits.seats:
            raise RefusedError(503, "all seats of this room are taken")

    def sit(self, seat: str) -> None:
        """Take a seat, or the same again; `RefusedError` if all are taken."""
        self.check_seats()
        self._seats[seat] += 1
        self._tell({"seats": len(self._seats)})
        self.counted.tell()

    def leave(self, seat: str) -> None:
        """Leave a seat; what was said from it stays."""
        self._seats[seat] -= 1
        if not self._seats[seat]:
            del self._seats[seat]
        self._tell({"seats": len(self._seats)})
        self.counted.tell()

    def vote(self, seat: str, scene: int, turn: int, choice: str) -> bool:
        """Count what a seat says on a scene, in place of what it said before.

        Returns whether it counts: what is late does not.

        Raises
        ------
        ValueError
            If that cannot be said on any such scene.
        """
        if not 0 <= scene < len(self._ballots) or choice not in self._ballots[scene]:
            raise ValueError("that is no answer here")
        if not self._vote(seat, scene, turn, choice):
            return False
        self._tell({"vote": [seat, scene, turn, choice]})
        return True

    def _vote(self, seat: str, scene: int, turn: int, choice: str) -> bool:
        if scene != self._scene or turn != self._turns[scene] or not self._asks:
            return False
        said = self._votes.setdefault(scene, {})
        said[seat] = choice
        if len(said) > self._limits.seats:  # some have left for good
            del said[next(each for each in said if each not in self._seats)]
        self.counted.tell()
        return True

    @property
    def counts(self) -> dict[str, object]:
        """What the speaker is told: the seats taken, and of this scene and turn votes by choice."""
        return {
            "seats": self.seats,
            "scene": self._scene,
            "turn": self._turns.get(self._scene, 0),
            "votes": dict(Counter(self._votes.get(self._scene, {}).values())),
        }

    # --- Other copies of the server ------------------------------------------------------------

    def hear(self, event: Event, copy: str, now: float) -> None:
        """Take what happened in this room on another copy."""
        match event:
            case {"say": [message, scene, turn, asks]}:
                self._left = now  # somebody speaks
                if message != self.message:
                    self._stand(message, scene, turn, asks)
            case {"vote": [seat, scene, turn, choice]}:
                self._vote(seat, scene, turn, choice)
            case {"votes": votes}:
                for scene, turn, seat, choice in votes:
                    if self._turns.setdefault(scene, turn) == turn:
                        self._votes.setdefault(scene, {}).setdefault(seat, choice)
                self.counted.tell()
            case {"seats": seats}:
                self._elsewhere[copy] = seats, now
                self.counted.tell()

    def beat(self, now: float) -> None:
        """Say to the other copies what this one has of the room; forget those that said nothing."""
        for copy in [copy for copy, (_, then) in self._elsewhere.items() if now - then > _LOST]:
            del self._elsewhere[copy]
            self.counted.tell()
        if self._speakers and self.message:
            self._tell({"say": [self.message, self._scene, self._turns[self._scene], self._asks]})
        self._tell({"seats": len(self._seats)})

    def everything(self) -> Iterator[Event]:
        """Give what a copy that has just started does not know of this room."""
        if self.message:
            yield {"say": [self.message, self._scene, self._turns[self._scene], self._asks]}
            yield {
                "votes": [
                    [scene, self._turns[scene], seat, choice]
                    for scene, said in self._votes.items()
                    for seat, choice in said.items()
                ]
            }


class Rooms:
    """All rooms of this server, by their codes."""

    def __init__(
        self,
        ballots: Sequence[frozenset[str]],
        limits: Limits,
        secret: str = "",
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.ballots = ballots
        self.limits = limits
        self.clock = clock
        self._lasting = bool(secret)
        self._secrets = [secret or secrets.token_hex()]  # the first one makes keys
        self._rooms: dict[str, Room] = {}
        self.tell: Callable[[str, Event], None] = lambda _code, _event: None  # to the other copies

    @property
    def full(self) -> bool:
        """Whether no more rooms can be opened."""
        return len(self._rooms) >= self.limits.rooms

    def new_code(self) -> str:
        """Return the code of a room that is not open."""
        while (code := "".join(secrets.SystemRandom().sample(LETTERS, LENGTH))) in self._rooms:
            pass
        return code

    def key(self, code: str) -> str:
        """Return what to speak with in the room of this code."""
        return _key(self._secrets[0], code)

    def key_again(self, code: str) -> str:
        """Return the key for a room that was open before this server started.

        With a secret that was made at the start, the old key fits no more; so the first who asks
        gets another. With one that lasts nobody needs to ask.
        """
        if self._lasting or self.find(code):
            raise RefusedError(403, "that room's key is not given twice")
        return self.key(code)

    def find(self, code: str) -> Room | None:
        """Return the open room of this code."""
        return self._rooms.get(code)

    def speak(self, code: str, key: str) -> Room:
        """Return the room to speak in, opened if need be; `RefusedError` if that must not be."""
        keys = [_key(secret, code).encode() for secret in self._secrets]
        if not any(hmac.compare_digest(each, key.encode()) for each in keys):
            raise RefusedError(403, "only who opened a room speaks in it")
        self.sweep()
        if code not in self._rooms:
            if self.full:
                raise RefusedError(503, "all rooms of this server are taken")
            self._open(code)
        self._rooms[code].speaker_comes()
        return self._rooms[code]

    def _open(self, code: str) -> None:
        self._rooms[code] = Room(
            self.ballots, self.limits, self.clock(), lambda event: self.tell(code, event)
        )

    def close(self, code: str) -> None:
        """Close a room and forget it."""
        self._close(code)
        self.tell(code, {"close": True})

    def _close(self, code: str) -> None:
        room = self._rooms.pop(code, None)
        if room:
            room.close()

    def sweep(self) -> None:
        """Close the rooms that nobody has spoken in for long."""
        now = self.clock()
        for code in [code for code, room in self._rooms.items() if room.is_over(now)]:
            self._close(code)

    # --- Other copies of the server ------------------------------------------------------------

    @property
    def secret(self) -> str:
        """What keys are made with."""
        return self._secrets[0]

    def share(self, secret: str) -> None:
        """Make keys as the other copies do; those that were given out before still fit here."""
        self._lasting = True
        if secret not in self._secrets:
            self._secrets.insert(0, secret)

    def hear(self, code: str, event: Event, copy: str) -> None:
        """Take what happened in a room on another copy; it may be new here."""
        if "close" in event:
            self._close(code)
            return
        if code not in self._rooms and "say" in event and not self.full:
            self._open(code)
        if code in self._rooms:
            self._rooms[code].hear(event, copy, self.clock())

    def beat(self) -> None:
        """Say to the other copies what this one has."""
        self.sweep()
        for room in self._rooms.values():
            room.beat(self.clock())

    def everything(self) -> Iterator[tuple[str, Event]]:
        """Give what a copy that has just started does not know."""
        for code, room in self._rooms.items():
            for event in room.everything():
                yield code, event


def _key(secret: str, code: str) -> str:
    return hmac.digest(secret.encode(), code.encode(), "sha256").hex()


def is_code(text: str) -> bool:
    """Whether this could be a room's code."""
    return len(text) == LENGTH and set(text) <= set(LETTERS)


def rooms_of(ballots: Sequence[frozenset[str]]) -> Rooms:
    """Return this server's rooms, as its options say."""
    return Rooms(ballots, Limits.read(os.environ), os.environ.get("MURECEPTOR_ROOM_SECRET", ""))
