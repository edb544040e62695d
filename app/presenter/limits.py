"""What a server takes on for its rooms, and how it says no."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from ipaddress import IPv6Address, IPv6Network, ip_address
from typing import Final

GUESSING: Final = 10 * 60.0  # [s] over which guesses are counted
_NETWORKS: Final = 10_000  # that guesses are counted of; then the oldest are forgotten

_OPTIONS: Final = {
    "rooms": "MURECEPTOR_ROOMS",
    "seats": "MURECEPTOR_ROOM_SEATS",
    "votes": "MURECEPTOR_ROOM_VOTES",
    "messages": "MURECEPTOR_ROOM_MESSAGES",
    "bytes": "MURECEPTOR_ROOM_BYTES",
    "guesses": "MURECEPTOR_ROOM_GUESSES",
}


@dataclass(frozen=True)
class Limits:
    """What this server takes on. Each is an option (`_OPTIONS`); no rooms: they are turned off."""

    rooms: int = 50  # open at once
    seats: int = 300  # phones in a room
    votes: int = 100  # a second in a room; more wait their turn
    messages: int = 60  # a second from one window or phone
    bytes: int = 4000  # of one message
    guesses: int = 100  # different codes without a room, from one network in ten minutes; 0: any

    @classmethod
    def read(cls, environment: Mapping[str, str]) -> "Limits":
        """Read the options.

        Raises
        ------
        ValueError
            If one is no whole number from 0 on: says which.
        """
        given = {}
        for name, option in _OPTIONS.items():
            text = environment.get(option, "").strip()
            if text and not (text.isascii() and text.isdigit() and len(text) < 10):
                raise ValueError(f"{option} must be a whole number, not {text[:40]!r}")
            if text:
                given[name] = int(text)
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


@dataclass
class _Asked:
    """What one network asked for."""

    since: float  # [s]
    codes: set[str] = field(default_factory=set)
    wrong: int = 0  # how many of these had no room


class Guesses:
    """Bounds how many codes without a room one network may try, so that rooms are not found so.

    A school shares one address. So the same code counts once, however often its phones ask while
    their room is away; and to codes that were asked for before the bound it stays open.
    """

    def __init__(self, most: int, clock: Callable[[], float]) -> None:
        self._most = most
        self._clock = clock
        self._asked: dict[str, _Asked] = {}  # by network, the oldest first

    def check(self, address: str, code: str, *, isopen: bool) -> None:
        """Count that somebody asks for a code; `RefusedError` after too many without a room."""
        asked = self._of(address)
        if not self._most or code in asked.codes:
            return
        if asked.wrong >= self._most:
            raise RefusedError(429, "too many wrong codes came from this network: wait ten minutes")
        asked.codes.add(code)
        asked.wrong += not isopen

    def know(self, address: str, code: str) -> None:
        """Let all of a network in where one of it speaks."""
        self._of(address).codes.add(code)

    def _of(self, address: str) -> _Asked:
        now = self._clock()
        while self._asked:
            oldest = next(iter(self._asked))
            if now - self._asked[oldest].since < GUESSING and len(self._asked) < _NETWORKS:
                break
            del self._asked[oldest]
        return self._asked.setdefault(_network(address), _Asked(now))


def _network(address: str) -> str:
    """Return what one household or school has: an address, of version 6 all with the same start."""
    try:
        ip = ip_address(address)
    except ValueError:
        return address  # none: a socket of this machine
    if not isinstance(ip, IPv6Address):
        return address
    return str(ip.ipv4_mapped or IPv6Network((int(ip), 64), strict=False))
