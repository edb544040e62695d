"""What a server takes on for its rooms, and how it says no."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

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
