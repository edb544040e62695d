"""A broker carries what happens in the rooms of one copy of the server to all other copies.

Only where MURECEPTOR_BROKER names one, which speaks the Redis protocol. It keeps no room: each copy
has all rooms whole, and tells a copy that comes later. While it is away each copy goes on with
what comes to it.
"""

import asyncio
import json
import logging
import os
import sys
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from secrets import token_hex
from typing import TYPE_CHECKING, Final

from presenter.room import BEAT, Event
from presenter.rooms import Rooms

if TYPE_CHECKING:
    from redis.asyncio import Redis
    from redis.asyncio.client import PubSub

_OPTION: Final = "MURECEPTOR_BROKER"
_CHANNEL: Final = "mureceptor:rooms"
_SECRET: Final = "mureceptor:secret"  # noqa: S105 - where it stands, not what it is
_WAITING: Final = 10_000  # events at most while the broker is slow; then the oldest are lost
_AGAIN: Final = 1.0  # [s] between two tries
_FIRST: Final = 3.0  # [s] that a start waits for it
_log: Final = logging.getLogger("streamlit.explainer")


class Broker:
    """The line of this copy to all others."""

    def __init__(self, redis: "Redis", rooms: Rooms) -> None:
        self._redis = redis
        self._rooms = rooms
        self._copy = token_hex(8)
        self._waiting: deque[str] = deque(maxlen=_WAITING)
        self._more = asyncio.Event()
        self.here = asyncio.Event()
        rooms.tell = self.tell

    def tell(self, code: str, event: Event) -> None:
        """Tell the other copies what happened in a room."""
        if self.here.is_set():  # else they are told everything once it is
            self._waiting.append(json.dumps([self._copy, code, event]))
            self._more.set()

    async def run(self) -> None:
        """Carry, and try again whenever the broker is away; the log says so."""
        from redis.exceptions import RedisError

        while True:
            try:
                async with self._redis.pubsub() as line:
                    await self._come(line)
                    if self._rooms.apart:
                        _log.warning("the broker of the rooms is back")
                    self._rooms.part(apart=False)
                    async with asyncio.TaskGroup() as tasks:
                        for part in (self._hear(line), self._say(), self._beat()):
                            tasks.create_task(part)
            except* (RedisError, OSError) as errors:
                if not self._rooms.apart:
                    why = str(errors.exceptions[0])
                    _log.warning("no broker: rooms hold within each copy until it is back: %s", why)
                self._rooms.part(apart=True)
            self.here.clear()
            await asyncio.sleep(_AGAIN)

    async def _come(self, line: "PubSub") -> None:
        """Agree with the other copies on what keys are made with, and ask them for their rooms."""
        await self._redis.set(_SECRET, self._rooms.secret, nx=True)
        self._rooms.share(str(await self._redis.get(_SECRET)))
        await line.subscribe(_CHANNEL)
        self._waiting.clear()
        self.here.set()
        self.tell("", {"hello": True})
        self._tell_everything()

    def _tell_everything(self) -> None:
        for code, event in self._rooms.everything():
            self.tell(code, event)

    async def _hear(self, line: "PubSub") -> None:
        while True:
            heard = await line.get_message(ignore_subscribe_messages=True, timeout=BEAT)
            if heard is None:
                continue
            copy, code, event = json.loads(heard["data"])
            if copy == self._copy:
                continue
            if "hello" in event:
                self._tell_everything()
                self._rooms.beat()
            else:
                self._rooms.hear(code, event, copy)

    async def _say(self) -> None:
        while await self._more.wait():
            while self._waiting:
                await self._redis.publish(_CHANNEL, self._waiting.popleft())
            self._more.clear()

    async def _beat(self) -> None:
        while True:
            self._rooms.beat()
            await asyncio.sleep(BEAT)


@asynccontextmanager
async def carried(rooms: Rooms) -> AsyncIterator[None]:
    """Carry the rooms' events while the server runs, if a broker is named."""
    redis = named()
    if redis is None:
        yield
        return
    broker = Broker(redis, rooms)
    running = asyncio.create_task(broker.run())
    try:
        with suppress(TimeoutError):  # the first key is made as the others make it
            await asyncio.wait_for(broker.here.wait(), _FIRST)
        yield
    finally:
        running.cancel()
        await redis.aclose()


def named() -> "Redis | None":
    """Return the broker that the option names, if any; a bad one ends the start with a line."""
    url = os.environ.get(_OPTION, "").strip()
    if not url:
        return None
    try:
        from redis.asyncio import Redis
    except ImportError:
        sys.exit(f"The explainer does not start: {_OPTION} needs the package redis.")
    try:
        return Redis.from_url(
            url, decode_responses=True, socket_connect_timeout=_FIRST, socket_timeout=_FIRST
        )
    except ValueError as error:
        sys.exit(f"The explainer does not start: {_OPTION} is no address of a broker: {error}")
