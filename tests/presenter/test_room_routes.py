"""The addresses of a room: the page of a phone, and what a browser asks before it comes."""

import json
from contextlib import ExitStack
from typing import Any

import httpx2
from tests.conftest import Running
from tests.presenter.lines import PATIENCE, end, enter, hear, place, refused, seat

from presenter.talk import scenes


def test_the_page_of_a_phone_has_all_but_the_notes(app: Running, room: Any) -> None:
    code, *_ = room
    with httpx2.Client(base_url=app.url, timeout=PATIENCE) as client:
        page = client.get(f"/room/{code}")
        assert page.status_code == 200
        assert "default-src 'self'" in page.headers["content-security-policy"]
        assert client.get(f"/room/{code.lower()}").headers["location"] == f"/room/{code}"
        assert client.get(f"/room/{code}?open").status_code == 200
        for path in ("/room", "/room/"):
            assert client.get(path).text == page.text
        for path, status in (("/room/CDFHJ", 404), ("/room/a/b", 404), ("/room/<b>", 404)):
            assert client.get(path).status_code == status
        picture = client.get(f"/room/{code}?picture=http")
        assert picture.headers["content-type"] == "image/svg+xml"
        assert client.get(f"/room/{code}?picture=javascript").status_code == 404
    for scene in scenes():
        assert scene.headline in page.text
        for line in filter(None, scene.notes.splitlines()):
            assert json.dumps(line)[1:-1] not in page.text
            assert line[:40] not in page.text


def test_rooms_and_seats_are_bounded_by_options(app: Running, room: Any) -> None:
    code, _, speaker = room
    with ExitStack() as stack:
        for number in range(4):
            stack.enter_context(enter(app, code, "phone", seat(number)))
        assert refused(app, code, "phone", seat(9)) == 503
        assert httpx2.get(f"{app.url}/room/{code}?open", timeout=PATIENCE).status_code == 503
        for _ in range(2):
            other, key = place(app)
            stack.callback(end, app, other, key)
            stack.enter_context(enter(app, other, "speaker", key))
        assert httpx2.get(f"{app.url}/room/new", timeout=PATIENCE).status_code == 503
    hear(speaker, seats=0)
