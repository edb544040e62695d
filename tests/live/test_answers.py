"""Answers are built once each, one at a time, and kept while there is room."""

import asyncio
import threading
import time

import pytest

from mureceptor.live.answers import Answers, BusyError


class Builder:
    """Builds slowly, and remembers."""

    def __init__(self) -> None:
        self.built: list[str] = []
        self.at_once = 0
        self.lock = threading.Lock()

    def __call__(self, name: str) -> bytes:
        if not self.lock.acquire(blocking=False):
            self.at_once += 1
        else:
            time.sleep(0.01)
            self.lock.release()
        self.built.append(name)
        if name == "broken":
            raise ValueError(name)
        return name.encode() * 10


def test_one_address_is_built_once_whoever_asks() -> None:
    build = Builder()

    async def ask() -> list[bytes]:
        answers = Answers(build)
        together = await asyncio.gather(*(answers.get("a") for _ in range(100)))
        return [*together, await answers.get("a")]

    assert set(asyncio.run(ask())) == {b"a" * 10}
    assert build.built == ["a"]


def test_one_is_built_at_a_time_in_the_order_of_asking() -> None:
    build = Builder()

    async def ask() -> list[bytes]:
        answers = Answers(build)
        return await asyncio.gather(*(answers.get(name) for name in "abcde"))

    assert asyncio.run(ask()) == [name.encode() * 10 for name in "abcde"]
    assert build.built == list("abcde")
    assert build.at_once == 0


def test_the_one_that_nobody_asked_for_longest_is_given_up() -> None:
    build = Builder()

    async def ask() -> None:
        answers = Answers(build, kept=30)
        for name in "abcadacb":
            await answers.get(name)

    asyncio.run(ask())
    assert build.built == list("abcdb")


def test_who_comes_when_many_wait_is_told_to_ask_again_but_not_for_what_is_there() -> None:
    build = Builder()

    async def ask() -> list[bytes | BaseException]:
        answers = Answers(build, waiting=3)
        await answers.get("there")
        asked = ("a", "b", "c", "d", "a", "there")
        return await asyncio.gather(*map(answers.get, asked), return_exceptions=True)

    *given, refused, again, there = asyncio.run(ask())
    assert given == [b"a" * 10, b"b" * 10, b"c" * 10]
    assert isinstance(refused, BusyError)
    assert (again, there) == (b"a" * 10, b"there" * 10)


def test_one_who_leaves_does_not_take_the_answer_from_another() -> None:
    build = Builder()

    async def ask() -> bytes:
        answers = Answers(build)
        first = asyncio.create_task(answers.get("a"))
        second = asyncio.create_task(answers.get("a"))
        await asyncio.sleep(0)
        first.cancel()
        return await second

    assert asyncio.run(ask()) == b"a" * 10
    assert build.built == ["a"]


def test_a_failure_is_told_and_not_kept() -> None:
    build = Builder()

    async def ask() -> None:
        answers = Answers(build)
        for _ in range(2):
            with pytest.raises(ValueError, match="broken"):
                await answers.get("broken")
        assert await answers.get("a") == b"a" * 10

    asyncio.run(ask())
    assert build.built == ["broken", "broken", "a"]
