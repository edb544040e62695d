"""All rooms of a server: their codes, who opens one, and who may speak in it."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presenter.limits import Limits, RefusedError
from presenter.room import AWAY, Room
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
