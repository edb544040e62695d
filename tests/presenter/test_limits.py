"""What a server takes on for its rooms, and what is too much."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presenter.limits import GUESSING, Guesses, Limits, Pace, RefusedError


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


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
