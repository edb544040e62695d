"""What `main.py` hands to `st.App`: what happens at the start, the layers, the added addresses."""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Final

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import BaseRoute
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from mureceptor.live.routes import routes as live_routes
from presenter.broker import carried, named
from presenter.room_routes import routes as room_routes
from presenter.rooms import rooms
from presenter.talk import notes, scenes
from server.headers import SecurityHeaders
from server.log import log_in_lines
from server.pages import Pages
from server.workarounds import (
    THIS_MACHINE,
    Messages,
    SameOrigin,
    Wires,
    freeze_heap,
    refuse_without_settings,
    send_at_once,
    share_memory,
)

_CONNECTIONS: Final = 10_000  # macOS refuses more


def take_connections() -> None:
    """Take as many connections at once as the machine allows; many shells give 256 or 1,024.

    A room of 300 phones that come together opens 2,000.
    """
    if sys.platform == "win32":
        return  # has no such limit
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = _CONNECTIONS if hard == resource.RLIM_INFINITY else min(hard, _CONNECTIONS)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, most), hard))


@asynccontextmanager
async def lifespan(_app: Any) -> AsyncIterator[None]:
    """Read the talk, so that a bad file is told at once; make the process ready for visitors."""
    scenes()
    notes("")  # the log tells the word that opens them, if there is one
    take_connections()
    send_at_once()
    share_memory()
    freeze_heap()
    repeating = asyncio.create_task(rooms().repeat())
    async with carried(rooms()):
        yield
    repeating.cancel()


def on_script_error(_error: Exception) -> bool:
    """Show the visitor one sentence, never a traceback; Streamlit has logged the error."""
    st.markdown("Something went wrong on this page. Reload it, or choose another chapter.")
    return True


def routes() -> list[BaseRoute]:
    """Return the addresses of the live charts and of the rooms."""
    refuse_without_settings()
    log_in_lines()
    named()  # a bad broker is told before anything starts
    return [*live_routes(), *room_routes()]


def middleware() -> list[Middleware]:
    """Return the server's own layers, the outermost first."""
    ours = [Middleware(each) for each in (Wires, SecurityHeaders, SameOrigin, Messages, Pages)]
    return [Middleware(ProxyHeadersMiddleware, trusted_hosts=THIS_MACHINE), *ours]
