"""Answers that take a while to build: each is built once, whoever asks, and kept while it fits."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Final

from starlette.concurrency import run_in_threadpool

_KEPT: Final = 6_000_000  # [bytes]; all usual states take five
_WAITING: Final = (
    30  # addresses; at a quarter of a second each, nobody waits longer than a page does
)


class BusyError(Exception):
    """Too many answers are being built already."""


class Answers:
    """The answers by address; those that nobody has asked for longest are given up first.

    One is built at a time: more at once would only take the processor from the visitors' pages.
    """

    def __init__(
        self, build: Callable[..., bytes], *, kept: int = _KEPT, waiting: int = _WAITING
    ) -> None:
        self._build = build
        self._room = kept
        self._waiting = waiting
        self._kept: OrderedDict[tuple[Hashable, ...], bytes] = OrderedDict()
        self._coming: dict[tuple[Hashable, ...], asyncio.Task[bytes]] = {}
        self._one = asyncio.Lock()

    async def get(self, *address: Hashable) -> bytes:
        """Return the answer for `address`; `BusyError` if too many others are waited for."""
        if address in self._kept:
            self._kept.move_to_end(address)
            return self._kept[address]
        if address not in self._coming:
            if len(self._coming) >= self._waiting:
                raise BusyError
            self._coming[address] = asyncio.create_task(self._make(address))
        return await asyncio.shield(self._coming[address])  # others may wait for it too

    async def _make(self, address: tuple[Hashable, ...]) -> bytes:
        try:
            async with self._one:
                content = await run_in_threadpool(self._build, *address)
        finally:
            del self._coming[address]
        self._kept[address] = content
        self._room -= len(content)
        while self._room < 0:
            self._room += len(self._kept.popitem(last=False)[1])
        return content
