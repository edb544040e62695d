"""One room by itself: who sits in it, and what counts."""

import asyncio
from collections import Counter

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from presenter.limits import Limits, RefusedError
from presenter.room import News, Room

BALLOTS = [frozenset(), frozenset("01"), frozenset(map(str, range(101)))]
SMALL = Limits(rooms=3, seats=5, votes=10)


def empty() -> Room:
    return Room(BALLOTS, SMALL, 0.0)


def test_a_vote_counts_once_a_seat_on_the_scene_that_asks() -> None:
    room = empty()
    room.say("a", 1, 0, asks=True)
    room.sit("x")
    assert room.vote("x", 1, 0, "0")
    assert room.vote("x", 1, 0, "1")
    assert room.vote("y", 1, 0, "1")  # from a phone that has just left
    assert room.counts == {"seats": 1, "scene": 1, "turn": 0, "votes": {"1": 2}}
    assert not room.vote("z", 2, 0, "50")  # of another scene
    assert not room.vote("z", 1, 1, "0")  # of another turn
    for scene, choice in ((0, "0"), (1, "2"), (1, ""), (3, "0"), (-1, "0"), (2, "50.5")):
        with pytest.raises(ValueError, match="no answer"):
            room.vote("z", scene, 0, choice)
    room.say("b", 1, 0, asks=False)
    assert not room.vote("z", 1, 0, "0")
    assert room.counts["votes"] == {"1": 2}
    room.say("c", 2, 0, asks=True)
    assert room.counts["votes"] == {}
    room.say("d", 1, 0, asks=False)
    assert room.counts["votes"] == {"1": 2}  # still there
    room.say("e", 1, 1, asks=True)
    assert room.counts == {"seats": 1, "scene": 1, "turn": 1, "votes": {}}
    assert not room.vote("x", 1, 0, "0")


class Talk(RuleBasedStateMachine):
    """Whatever comes in whatever order: the counts are those of a plain book of who said what."""

    def __init__(self) -> None:
        super().__init__()
        self.room = empty()
        self.here: Counter[str] = Counter()
        self.said: dict[str, str] = {}
        self.turn = 0
        self.asks = False
        self.room.say("", 1, 0, asks=False)

    @rule(asks=st.booleans(), clear=st.booleans())
    def speaker(self, asks: bool, clear: bool) -> None:
        self.turn += clear
        self.asks = asks
        if clear:
            self.said = {}
        self.room.say("", 1, self.turn, asks=asks)

    @rule(seat=st.sampled_from("abcdefgh"))
    def sits(self, seat: str) -> None:
        if self.here.total() < SMALL.seats:
            self.room.sit(seat)
            self.here[seat] += 1
        else:
            with pytest.raises(RefusedError):
                self.room.sit(seat)

    @precondition(lambda self: self.here)
    @rule(data=st.data())
    def leaves(self, data: st.DataObject) -> None:
        seat = data.draw(st.sampled_from(sorted(self.here)))
        self.room.leave(seat)
        self.here -= Counter(seat)

    @precondition(lambda self: self.here)
    @rule(data=st.data(), choice=st.sampled_from("01"), turn=st.integers(0, 3))
    def votes(self, data: st.DataObject, choice: str, turn: int) -> None:
        seat = data.draw(st.sampled_from(sorted(self.here)))
        counts = self.asks and turn == self.turn
        assert self.room.vote(seat, 1, turn, choice) == counts
        if counts:
            self.said[seat] = choice
            if len(self.said) > SMALL.seats:
                del self.said[next(each for each in self.said if each not in self.here)]

    @invariant()
    def counts(self) -> None:
        counts = self.room.counts
        assert counts["seats"] == len(self.here)
        assert counts["votes"] == dict(Counter(self.said.values()))
        assert len(self.said) <= SMALL.seats


TestTalk = Talk.TestCase


def test_who_is_slow_gets_the_newest_and_nothing_twice() -> None:
    async def story() -> None:
        news = News()
        waits = asyncio.create_task(news.after(0))
        await asyncio.sleep(0)
        assert not waits.done()
        for _ in range(5):
            news.tell()
        assert await waits == 5
        assert await news.after(3) == 5
        again = asyncio.create_task(news.after(5))
        await asyncio.sleep(0)
        assert not again.done()
        again.cancel()

    asyncio.run(story())
