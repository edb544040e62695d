"""The app with small bounds, and a room in it."""

import os
import re
from collections.abc import Iterator

import pytest
from tests.conftest import Running, Start
from tests.presenter.lines import end, enter, place
from websockets.sync.client import ClientConnection

OPTIONS = {
    "MURECEPTOR_ROOMS": "3",
    "MURECEPTOR_ROOM_SEATS": "4",
    "MURECEPTOR_ROOM_MESSAGES": "50",
    "MURECEPTOR_ROOM_BYTES": "2000",
    "MURECEPTOR_ROOM_GUESSES": "12",
}


@pytest.fixture(scope="module")
def app(start: Start) -> Iterator[Running]:
    with pytest.MonkeyPatch.context() as patch:
        for name, value in OPTIONS.items():
            patch.setitem(os.environ, name, value)
        with start() as running:
            yield running
            assert not re.search(r"Traceback|ERROR|Exception", running.log), running.log
            assert running.outside == set()


@pytest.fixture
def room(app: Running) -> Iterator[tuple[str, str, ClientConnection]]:
    """A room with one speaker's window, closed at the end."""
    code, key = place(app)
    with enter(app, code, "speaker", key) as speaker:
        yield code, key, speaker
    end(app, code, key)
