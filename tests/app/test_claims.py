"""The claims as a visitor opens them: filters in the address, and every link opens its figure."""

import json
import re
from collections.abc import Mapping

import pytest
from streamlit.testing.v1 import AppTest
from tests.app.opened import html, named, opened
from tests.app.opened import text as words_of

from contents import CHAPTERS
from mureceptor.evidence import claims
from mureceptor.report.shown import SHOWN, Shown
from mureceptor.views.phrases import NBSP, plain

FIGURES = [link for link in SHOWN if "part" not in link.query]
STILLS = [link for link in SHOWN if "part" in link.query]


def name_of(link: Shown) -> str:
    return f"{link.claim}-{link.address}"


def opened_at(key: str, query: Mapping[str, str] | None = None) -> AppTest:
    return opened(named(key), query)


def text(page: AppTest) -> str:
    return words_of(html(page))


def told(page: AppTest) -> list[int]:
    html = " ".join(element.proto.body for element in page.get("html"))
    return [int(number) for number in re.findall(r"<h3><i>(\d+)</i>", html)]


def test_all_claims_stand_in_order_with_verdict_reason_and_tags() -> None:
    page = opened_at("claims")
    assert told(page) == list(range(1, 19))
    words = text(page)
    for claim in claims():
        assert bool(claim.but) == (claim.verdict == "supported with qualification"), claim.key
        judged = claim.verdict.capitalize() + (f": {claim.but}" if claim.but else "")
        assert f"{judged}. {claim.says} {claim.reason}" in words


def test_each_square_leads_to_its_claim() -> None:
    shown = html(opened_at("claims"))
    parts = re.findall(
        r'<section class="claim" id="([\w-]+)">\s*<details><summary><h3><i>(\d+)</i>', shown
    )
    assert parts == [(f"claim-{number}", f"{number}") for number in range(1, 19)]
    squares = re.findall(r'<a href="#([\w-]+)"[^>]*>(\d+)</a>', shown)
    assert sorted(squares) == sorted(parts)


def test_the_filters_are_in_the_address() -> None:
    page = opened_at("claims", {"claims.verdict": "Contested"})
    assert told(page) == [14, 16]
    assert "2 of 18 claims." in text(page)
    page = opened_at("claims", {"claims.verdict": "Supported", "claims.section": "Introduction"})
    assert told(page) == []
    assert "No claim of this section has this verdict." in text(page)


@pytest.mark.parametrize("value", ["nonsense", "<script>alert(1)</script>", "", "contested" * 999])
def test_a_filter_that_is_none_shows_all_and_says_so(value: str) -> None:
    page = opened_at("claims", {"claims.verdict": value})
    assert not page.exception
    assert told(page) == list(range(1, 19))
    said = "Part of this link could not be used" in text(page)
    assert said == bool(value)
    assert "<script>" not in str(page.get("html"))


def test_choosing_a_verdict_shows_its_claims() -> None:
    page = opened_at("claims")
    page.button_group(key="claims.verdict").set_value("supported").run()
    assert told(page) == [7, 17]


def test_the_links_are_on_the_page() -> None:
    links = [
        (element.proto.page, element.proto.label, element.proto.query_string)
        for element in opened_at("claims").get("page_link")
    ]
    path = {chapter.key: chapter.path for chapter in CHAPTERS}
    for link in FIGURES:
        (query,) = (
            q for page, label, q in links if (page, label) == (path[link.chapter], link.words)
        )
        assert all(f"{key}={value}" in query for key, value in link.query.items())


@pytest.mark.parametrize("link", FIGURES, ids=name_of)
def test_a_link_opens_its_figure_without_a_notice(link: Shown) -> None:
    page = opened_at(link.chapter, link.query)
    assert not page.exception
    assert "could not be used" not in " ".join(e.proto.body for e in page.get("html"))
    shown = [json.loads(element.proto.json)[0] for element in page.get("bidi_component")]
    view = next(iter(link.query)).split(".")[0]
    (sentence,) = (data["sentence"] for data in shown if data["view"] == view)
    assert link.promise in plain(sentence).replace(NBSP, " ")


@pytest.mark.parametrize("link", STILLS, ids=name_of)
def test_a_picture_is_on_its_page_and_says_what_the_link_promises(link: Shown) -> None:
    page = opened_at(link.chapter, link.query)
    (picture,) = (
        element.proto.body
        for element in page.get("html")
        if f'id="{link.query["part"]}"' in element.proto.body
    )
    assert link.promise in words_of(picture)
    assert "could not be used" not in text(page)


def test_the_pictures_are_linked_from_their_claims() -> None:
    page = opened_at("claims")
    links = [element.proto.label for element in page.get("page_link")]
    for link in STILLS:
        assert link.words in links
