"""Links as chat and mail programs, and people, change them: what can be understood is."""

import re
from urllib.parse import parse_qsl, quote, urlsplit

import httpx2
import pytest
from tests.conftest import ROOT

from contents import CHAPTERS, TALK
from server.links import at_home, closest, meant

BROWSER = ROOT / "src" / "mureceptor" / "live" / "browser"
PATHS = [f"/{chapter.path}" for chapter in CHAPTERS]
STATE = [("reserve.push", "low"), ("reserve.amplification", "10")]
QUERY = "reserve.push=low&reserve.amplification=10"


def told(link: str | None) -> tuple[str, list[tuple[str, str]]]:
    assert link is not None
    parts = urlsplit(link)
    return parts.path, parse_qsl(parts.query, keep_blank_values=True)


@pytest.mark.parametrize("path", [*PATHS, f"/{TALK}", ""])
@pytest.mark.parametrize(
    "query", ["", "kiosk", "scene=3&view=list", "sandbox.pin=drugs-1", "view=speaker&pair=k3x09z1a"]
)
def test_a_link_as_we_write_it_is_left_as_it_is(path: str, query: str) -> None:
    assert meant(path, query) == (f"{path}?{query}" if query else path)


def test_what_the_talk_writes_into_its_address_comes_through() -> None:
    talk = "".join(path.read_text("utf-8") for path in BROWSER.glob("stage*.js"))
    written = set(re.findall(r'query\.set\("(\w+)"', talk))
    assert {"view", "pair"} <= written
    for name in written:
        assert meant(f"/{TALK}", f"{name}=x7") == f"/{TALK}?{name}=x7"


@pytest.mark.parametrize("path", [each for each in PATHS if each != "/"])
@pytest.mark.parametrize(
    "mangle",
    [
        *("PAGE" + sign for sign in ".,;:!?)]}>'\"`*_/\\|\u2026\u201d\u200b"),
        *(
            "PAGE ",
            "PAGE/.",
            "PAGE).",
            "PAGE%2E",
            "PAGE%20",
            "PAGE//",
            "/PAGE",
            "//PAGE",
            "/PAGE/",
            "PAGE.html",
            "PAGE</a>",
            "PAGE\n",
            "PAGE;",
        ),
        *("PAGE/index.html", "PAGE/index", "PAGE.HTML", "PAGE&", "PAGE?", " PAGE", "/<PAGE>"),
    ],
)
def test_signs_around_a_page_s_name_are_taken_off(path: str, mangle: str) -> None:
    for each in (path, path.upper(), path.title()):
        assert told(meant(mangle.replace("PAGE", each), QUERY)) == (path, STATE)


@pytest.mark.parametrize("path", ["//", "/index.html", "/INDEX.HTM", "/.", "/)", "/index"])
def test_the_first_page_is_found_too(path: str) -> None:
    assert told(meant(path, "")) == ("/", [])


@pytest.mark.parametrize(
    "query",
    [
        QUERY.replace("&", "&amp;"),
        QUERY.replace("&", "&amp;amp;"),
        QUERY.replace("&", "&#38;"),
        QUERY.replace("&", "%26amp%3B"),
        QUERY.replace("&", "%26"),
        QUERY.replace("&", ";"),
        *(
            QUERY.replace("&", sign)
            for sign in ("?", "&#x26;", "\\u0026", "%5Cu0026", "%20", " ", "+")
        ),
        QUERY.replace("=", "%3D"),
        QUERY.replace("=", "=3D"),
        quote(QUERY, safe=""),
        quote(quote(QUERY, safe=""), safe=""),
        quote(quote(QUERY, safe="="), safe="="),
        QUERY.upper(),
        QUERY.title(),
        "?" + QUERY,
        "&" + QUERY + "&",
        *(
            QUERY + sign
            for sign in (".", ",", ")", "%29", ";", "%20", "%22", "'", "%E2%80%9D", "!")
        ),
        QUERY.replace("low", "low."),
        *(QUERY.replace("low", word) for word in ("lo%0Aw", "lo%0D%0Aw")),
        *(QUERY.replace("push", word) for word in ("pu%E2%80%8Bsh", "pu%C2%ADsh")),
        *(QUERY + more for more in ("?utm_source=x", "?" + QUERY, "</a>", "%3C/a%3E", "%3Cbr%3E")),
        *(f"{QUERY}&{mark}=1" for mark in ("utm_source", "fbclid", "gclid", "igsh", "si", "_gl")),
        "utm_medium=mail&" + QUERY,
    ],
)
def test_a_state_is_read_whatever_came_over_it(query: str) -> None:
    link = meant("/ceiling", query)
    assert told(link) == ("/ceiling", STATE)
    again = urlsplit(str(link))
    assert meant(again.path, again.query) == link, "or a browser would be sent round and round"


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("/ceiling?" + QUERY, ""),
        ("/ceiling&" + QUERY, ""),
        ("/ceiling;" + QUERY, ""),
        ("/Ceiling/?" + QUERY, "utm_source=letter"),
    ],
)
def test_a_query_that_got_into_the_path_is_read(path: str, query: str) -> None:
    assert told(meant(path, query)) == ("/ceiling", STATE)


@pytest.mark.parametrize(
    ("path", "query"), [("/ceiling", QUERY + "%23guess"), ("/ceiling#guess", QUERY)]
)
def test_a_part_whose_sign_was_encoded_is_still_led_to(path: str, query: str) -> None:
    assert told(meant(path, query)) == ("/ceiling", [*STATE, ("part", "guess")])


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("short.amount=1e9", "1e9"),
        ("short.amount=nan", "nan"),
        ("short.amount=-5", "-5"),
        ("reserve.push=huge", "huge"),
        ("claims.verdict=contested", "Contested"),
        ("claims.verdict=NOT+ESTABLISHED.", "Not established"),
        ("claims.verdict=wrong", "wrong"),
        ("claims.section=effects+and+close", "Effects and close"),
        ("sandbox.hill9=3", "3"),
        ("nothing.amount=1", "1"),
    ],
)
def test_what_cannot_be_understood_is_left_for_the_page_to_say(said: str, value: str) -> None:
    path, pairs = told(meant("/claims", said))
    assert path == "/claims"
    assert [each for _, each in pairs] == [value]


def test_a_setting_without_a_value_stays_beside_what_was_encoded_twice() -> None:
    assert meant("/", "kiosk&utm_content=50%25&short.amount=2") == "/?kiosk=&short.amount=2"


def test_a_link_to_a_figure_that_has_moved_opens_its_chapter() -> None:
    assert at_home("/ceiling?reserve.push=high") == "/tissue?reserve.push=high"
    assert at_home("/mixing?returning.blocking=10") == "/naloxone?returning.blocking=10"
    assert at_home("/receptor?reward.amount=10") == "/reward?reward.amount=10"
    # one that sets what is there stays, and so does one that sets what no page shows together
    for link in (
        "/ceiling?breathing.taken=40&reserve.push=high",
        "/receptor?mixing.added=5&staying.gone=5",
        "/present?reserve.push=high",
        "/ceiling",
        "/claims?claims.verdict=Contested",
    ):
        assert at_home(link) == link


def test_a_former_name_is_put_into_today_s() -> None:
    assert meant("/activation", "own.grip=10") == "/activation?drugmap.grip=10"
    both = "drugmap.grip=20&own.grip=10"
    assert meant("/activation", both) == "/activation?drugmap.grip=20"


@pytest.mark.parametrize(
    "path",
    ["/celing", "/ceilings", "/ceiling/mixing", "/ceiling/_stcore/health", "/robots.txt", "/../x"],
)
def test_no_page_is_meant(path: str) -> None:
    assert meant(path, QUERY) is None


def test_the_closest_chapter_is_found() -> None:
    assert closest("/celing") == "/ceiling"
    assert closest("/the-ceiling-2") == "/ceiling"
    assert closest("/short-version") == "/"
    assert closest("/qqqq") is None


@pytest.mark.parametrize("path", ["//example.org", "//example.org/ceiling", "/\\example.org"])
def test_nobody_is_sent_to_another_host(app: object, path: str) -> None:
    answer = httpx2.get(getattr(app, "url") + path, timeout=60)  # noqa: B009
    assert answer.status_code == 404
    assert "location" not in answer.headers


def test_a_reader_is_sent_on_and_told_where_no_page_is(app: object) -> None:
    with httpx2.Client(base_url=getattr(app, "url"), timeout=60) as client:  # noqa: B009
        sent = client.get(f"/Ceiling.?{QUERY}&utm_source=letter")
        assert sent.status_code == 302
        assert sent.headers["location"].endswith(f"/tissue?{QUERY}"), "where that figure is now"
        assert sent.headers["cache-control"] == "no-store"
        page = client.get("/celing", headers={"accept": "text/html"})
        assert page.status_code == 404
        assert 'Did you mean <a href="/ceiling">The ceiling</a>?' in page.text
        for chapter in CHAPTERS:
            assert f'href="/{chapter.path}"' in page.text
        assert "tel:911" in page.text
        assert "<script" not in page.text
