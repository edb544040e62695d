"""One room: a message that is kept, who sits in it, and what they say. No network here.

Nothing in it has a name, and nothing is kept once it is closed.
"""

import asyncio
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from presenter.limits import Limits, Pace, RefusedError

AWAY: Final = 30 * 60.0  # [s] that a room outlives its last speaker's window
BEAT: Final = 5.0  # [s] between two signs of life of a copy of the server, if others hear it
_LOST: Final = 3 * BEAT  # [s] without a word from a copy: it has gone, and its phones with it
_SPEAKERS: Final = 12  # windows; a lost one is not known as such for a while

Event = dict[str, Any]  # what happened in a room, for the other copies of the server, as JSON


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

    def repeat(self) -> None:
        """Say the same again, or the phones would take their lines for dead."""
        if self.message:
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
