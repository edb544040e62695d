"""A visitor without a browser: what a page of ours says to the server, and what comes back."""

import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any
from urllib.parse import urlsplit

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin

PATIENCE = 60  # [s]; the machine may be busy


class Guest:
    """One websocket to the app."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket

    def says(self, message: BackMsg) -> None:
        self.socket.send(message.SerializeToString())

    def hears(self) -> list[ForwardMsg]:
        """Everything up to the end of a run."""
        heard: list[ForwardMsg] = []
        while not heard or heard[-1].WhichOneof("type") != "script_finished":
            data = self.socket.recv(PATIENCE)
            assert isinstance(data, bytes)
            heard.append(ForwardMsg.FromString(data))
        return heard

    def opens(self, page: str = "", query: str = "") -> "Page":
        message = BackMsg()
        message.rerun_script.page_name = page
        message.rerun_script.query_string = query
        self.says(message)
        return Page(self.hears())


class Page:
    """What one run of a page says."""

    def __init__(self, heard: list[ForwardMsg]) -> None:
        self.heard = heard
        deltas = [m.delta for m in heard if m.WhichOneof("type") == "delta"]
        self.elements = [d.new_element for d in deltas if d.WhichOneof("type") == "new_element"]

    def of(self, kind: str) -> list[Any]:
        return [getattr(e, kind) for e in self.elements if e.WhichOneof("type") == kind]

    @property
    def ids(self) -> list[str]:
        """The components' ids."""
        return [component.id for component in self.of("bidi_component")]

    @property
    def charts(self) -> dict[str, dict[str, Any]]:
        data = [json.loads(component.json)[0] for component in self.of("bidi_component")]
        return {each["view"]: each for each in data if "view" in each}

    @property
    def text(self) -> str:
        return "\n".join(map(str, self.heard))

    @property
    def whole(self) -> bool:
        """Whether a visitor sees a page, and nothing about this machine."""
        told = ("Traceback", 'File "', "/app/", "site-packages")
        return (
            bool(self.of("html"))
            and not self.of("exception")
            and not any(each in self.text for each in told)
        )


Visit = Callable[..., AbstractContextManager[Guest]]


@pytest.fixture(scope="session")
def visit() -> Visit:
    """Return an opener of websockets to the app at an address."""

    @contextmanager
    def opened(url: str, **how: Any) -> Iterator[Guest]:
        parts = urlsplit(url)
        origin = Origin(f"{parts.scheme}://{parts.netloc}")
        stream = url.replace("http:", "ws:") + "/_stcore/stream"
        with connect(stream, origin=origin, max_size=None, open_timeout=PATIENCE, **how) as socket:
            yield Guest(socket)

    return opened
