"""Rooms by themselves: who speaks, who sits, what counts, and what is too much."""

import asyncio
from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from presenter.limits import GUESSING, Guesses, Limits, Pace, RefusedError
from presenter.room import AWAY, News, Room
from presenter.rooms import LENGTH, LETTERS, Rooms, is_code

BALLOTS = [frozenset(), frozenset("01"), frozenset(map(str, range(101)))]
SMALL = Limits(rooms=3, seats=5, votes=10)


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def rooms(lasting: str = "") -> Rooms:
    return Rooms(BALLOTS, SMALL, lasting, Clock())


def opened(house: Rooms) -> tuple[str, Room]:
    code = house.new_code()
    return code, house.speak(code, house.key(code))


def test_a_code_cannot_be_misread_and_makes_no_word() -> None:
    assert not set(LETTERS) & set("AEIOUBGLQSZ0123456789")
    codes = {rooms().new_code() for _ in range(500)}
    assert len(codes) > 490
    assert all(is_code(code) and len(set(code)) == LENGTH for code in codes)
    for other in ("", "CDFH", "CDFHJK", "cdfhj", "CDFHA", "CDFH\n", "\uff23DFHJ"):
        assert not is_code(other)


def test_a_code_of_an_open_room_is_not_given_out_again(monkeypatch: pytest.MonkeyPatch) -> None:
    house = rooms()
    code, _ = opened(house)
    draws = iter([code, "CDFHJ" if code != "CDFHJ" else "JHFDC"])
    monkeypatch.setattr("secrets.SystemRandom.sample", lambda *_: next(draws))
    assert house.new_code() != code


@given(st.text(), st.text(min_size=0, max_size=70))
def test_only_the_key_of_a_code_opens_its_room(code: str, key: str) -> None:
    house = rooms("s")
    if key != house.key(code):
        with pytest.raises(RefusedError) as refused:
            house.speak(code, key)
        assert refused.value.status == 403
    assert house.key(code) == rooms("s").key(code) != rooms("t").key(code)


def test_a_key_is_given_again_only_after_a_restart_without_a_lasting_secret() -> None:
    code, _ = opened(rooms())
    after = rooms()
    key = after.key_again(code)
    after.speak(code, key)
    with pytest.raises(RefusedError):
        after.key_again(code)  # it is open now
    with pytest.raises(RefusedError):
        rooms("s").key_again(code)


def test_rooms_windows_and_seats_are_bounded() -> None:
    house = rooms()
    several = [opened(house) for _ in range(SMALL.rooms)]
    assert house.full
    with pytest.raises(RefusedError, match="rooms"):
        opened(house)
    code, room = several[0]
    for _ in range(11):
        house.speak(code, house.key(code))
    with pytest.raises(RefusedError, match="windows"):
        house.speak(code, house.key(code))
    for number in range(SMALL.seats):
        room.sit(str(number))
    with pytest.raises(RefusedError, match="seats"):
        room.sit("more")
    room.leave("0")
    room.sit("more")
    house.close(code)
    assert room.closed
    assert house.find(code) is None
    opened(house)


def test_a_room_outlives_its_speaker_for_a_while_only() -> None:
    house = rooms()
    clock: Any = house.clock
    code, room = opened(house)
    clock.now += 10 * AWAY
    house.sweep()
    assert house.find(code) is room  # somebody speaks in it
    room.speaker_goes(clock.now)
    clock.now += AWAY - 1
    house.sweep()
    assert house.find(code) is room
    clock.now += 2
    house.sweep()
    assert house.find(code) is None
    assert room.closed


def test_a_vote_counts_once_a_seat_on_the_scene_that_asks() -> None:
    _, room = opened(rooms())
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
        _, self.room = opened(rooms())
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


@given(st.lists(st.floats(0, 3), min_size=1, max_size=60))
def test_no_more_turns_than_a_pace_allows(gaps: list[float]) -> None:
    now, pace, turns = 0.0, Pace(10, 0.0), []
    for gap in gaps:
        now += gap
        turns.append(now + pace.wait(now))
    assert turns == sorted(turns)
    for i, first in enumerate(turns):
        within = [turn for turn in turns[i:] if turn < first + 1]
        assert len(within) <= 20 + 1  # ten at once after a pause, then ten a second


def test_guesses_are_counted_by_network_and_forgotten_after_a_while() -> None:
    clock = Clock()
    guesses = Guesses(2, clock)
    for code in ("A", "B", "A", "B"):
        guesses.check("203.0.113.7", code, isopen=False)
    with pytest.raises(RefusedError) as refused:
        guesses.check("203.0.113.7", "C", isopen=True)  # or it would tell
    assert refused.value.status == 429
    guesses.check("203.0.113.7", "A", isopen=True)
    clock.now += GUESSING - 1
    with pytest.raises(RefusedError):
        guesses.check("203.0.113.7", "C", isopen=True)
    clock.now += 2
    guesses.check("203.0.113.7", "C", isopen=True)
    # Open rooms are no guesses; a household has all addresses with one start.
    for code in "ABCDE":
        guesses.check("2001:db8::1", code, isopen=True)
    for number in range(2):
        guesses.check(f"2001:db8::{number}", f"wrong {number}", isopen=False)
    with pytest.raises(RefusedError):
        guesses.check("2001:db8::2", "F", isopen=False)
    guesses.check("2001:db8:0:1::2", "F", isopen=False)
    # An address of version 4 may be written as one of version 6; none, if it is a local socket.
    several = [
        f"{start}{last}" for start in ("::ffff:203.0.113.", "198.51.100.") for last in range(20, 30)
    ]
    for address in (*several, "", "::1"):
        guesses.check(address, "F", isopen=False)
        guesses.check(address, "G", isopen=False)
    unbounded = Guesses(0, clock)
    for number in range(1000):
        unbounded.check("203.0.113.7", str(number), isopen=False)


def test_guesses_of_many_networks_fill_no_memory() -> None:
    guesses = Guesses(2, Clock())
    for number in range(12_000):
        guesses.check(f"10.{number >> 16}.{number >> 8 & 255}.{number & 255}", "A", isopen=False)
    assert len(guesses._asked) == 10_000


def test_options_are_read_or_refused_by_name() -> None:
    assert Limits.read({}) == Limits()
    assert Limits.read({"MURECEPTOR_ROOMS": "0", "MURECEPTOR_ROOM_SEATS": " 7 "}) == Limits(
        rooms=0, seats=7
    )
    for bad in ("-1", "many", "1.5", "\u0661", "1" * 40):
        with pytest.raises(ValueError, match="MURECEPTOR_ROOM_VOTES must be a whole number"):
            Limits.read({"MURECEPTOR_ROOM_VOTES": bad})
