"""All rooms of a server, by their codes: who opens one, who may speak in it. No network here."""

import asyncio
import hmac
import os
import secrets
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Final

from presenter.limits import Guesses, Limits, RefusedError
from presenter.room import Event, Room
from presenter.talk import scenes

# No vowels, so that no word comes of them, and no two that are read or heard as one another.
LETTERS: Final = "CDFHJKMNPRTVWXY"
LENGTH: Final = 5
REPEAT: Final = 2.0  # [s] after which each line hears the same again; phones wait twice as long


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
        self.guesses = Guesses(limits.guesses, clock)
        self._lasting = bool(secret)
        self._secrets = [secret or secrets.token_hex()]  # the first one makes keys
        self._rooms: dict[str, Room] = {}
        self.tell: Callable[[str, Event], None] = lambda _code, _event: None  # to the other copies
        self.apart = False  # the broker that leads to them is away

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

    async def repeat(self) -> None:
        """Show all phones again and again that their lines are not dead."""
        while True:
            await asyncio.sleep(REPEAT)
            for room in self._rooms.values():
                room.repeat()

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

    def part(self, *, apart: bool) -> None:
        """Say in all rooms whether the broker is away."""
        if apart == self.apart:
            return
        self.apart = apart
        for room in self._rooms.values():
            room.counted.tell()

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


@cache
def rooms() -> Rooms:
    """Return this server's rooms, as its options say; a bad one ends the start with a line."""
    try:
        limits = Limits.read(os.environ)
    except ValueError as error:
        sys.exit(f"The explainer does not start: {error}.")
    secret = os.environ.get("MURECEPTOR_ROOM_SECRET", "")
    return Rooms([scene.ballot for scene in scenes()], limits, secret)
