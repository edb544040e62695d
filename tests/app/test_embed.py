"""A figure by itself, as it is answered to the pages of others: whole, small, still."""

import gzip
import html
import re
from typing import Any

import httpx2
import pytest
from tests.app.test_plain import Read, corners, flat

from contents import CHAPTERS
from mureceptor.evidence import sources
from mureceptor.live.routes import address
from mureceptor.views import VIEWS
from mureceptor.views.parameter import Choice, Steps
from mureceptor.views.phrases import plain as uncoloured
from page.asked import asked
from server.headers import security_headers
from server.pages import _embed

HOME = "https://explainer.example/deep"
LARGEST = 25_000  # [bytes], packed
each_view = pytest.mark.parametrize("name", VIEWS)


def framed(name: str, **query: str) -> Read:
    chapter = next(chapter for chapter in CHAPTERS if name in chapter.views)
    wish = asked(chapter, {f"{name}.{field}": text for field, text in query.items()})
    content = _embed(wish, HOME, name)
    assert len(content) < LARGEST
    return Read(gzip.decompress(content).decode() + "</html>")  # which HTML may leave out


@each_view
def test_it_says_all_that_must_not_be_lost(name: str) -> None:
    view = VIEWS[name]
    page = framed(name)
    state = view.state()
    said = (view.title, view.tag_words, view.note, view.caution, uncoloured(view.sentence(state)))
    for words in (*said, *(words for words, _ in view.tries), *("911", "1-800-222-1222")):
        assert flat(words) in page.text
    for key in view.cites:
        assert sources()[key].short in page.text
        assert sources()[key].link in page.links
    assert view.cites or "Source: this site’s model" in page.text
    assert page.tags["svg"] > 0
    assert page.tags["figure"] == page.tags["main"] == 1


@each_view
def test_it_leads_to_its_chapter_in_its_state_and_choices_stay_in_the_frame(name: str) -> None:
    chapter = next(chapter for chapter in CHAPTERS if name in chapter.views)
    view = VIEWS[name]
    states = list(corners(view))
    for texts in states[:: max(1, len(states) // 3)]:
        state, refused = view.state.parse(texts)
        assert not refused
        page = framed(name, **texts)
        assert flat(uncoloured(view.sentence(state))) in page.text
        (opened,) = re.findall('class="embed-open" href="([^"]*)" target="_blank"', page.source)
        query = {f"{name}.{field}": text for field, text in state.texts().items()}
        path, _, asks = html.unescape(opened).partition("?")
        assert path == f"/{chapter.path}"
        assert dict(httpx2.QueryParams(asks)) == query
        outside = re.findall("<a [^>]*>", page.source)
        here = [a for a in outside if f'href="/figure/{name}?' in a and "aria-current" not in a]
        options = sum(len(r.options) - 1 for r in view.chosen.values() if isinstance(r, Choice))
        assert len(here) == len(view.tries) + options
        leaves = [a for a in outside if f'href="/figure/{name}?' not in a and "tel:" not in a]
        assert all('target="_blank"' in a for a in leaves)


@each_view
def test_what_a_question_is_about_is_in_sight_and_other_choices_are_folded(name: str) -> None:
    in_sight, folded = framed(name).source.split('class="embed-more"')
    for field, choice in VIEWS[name].chosen.items():
        asked_first = isinstance(choice, Steps) or field == "answer"
        option = html.escape([*choice.options.values()][-1])
        assert (f">{option}</" in in_sight) is asked_first, field
        assert (f"<b>{html.escape(choice.label)}</b>" in folded) is not asked_first, field


def test_it_has_no_script_of_streamlit_and_is_not_to_be_found() -> None:
    page = framed("breathing")
    scripts = re.findall(r'(?:src|href)="([^"]*\.js)"', page.source)
    assert scripts == [address("embed.js")]
    assert page.tags["script"] == 2, "beside it the figure's record"
    assert '<meta name="robots" content="noindex">' in page.source
    assert f'<link rel="canonical" href="{HOME}/ceiling">' in page.source


def test_what_cannot_be_had_is_said() -> None:
    page = framed("breathing", taken="<script>")
    assert "Part of this link could not be used" in page.text
    assert "&lt;script&gt;" in page.source
    assert flat(uncoloured(VIEWS["breathing"].sentence(VIEWS["breathing"].state()))) in page.text


def test_its_address_is_answered_to_anybody_s_frame(app: Any) -> None:
    with httpx2.Client(base_url=app.url, headers={"accept": "text/html"}) as client:
        found = client.get("/figure/breathing?breathing.taken=50")
        assert found.status_code == 200
        assert found.headers["content-security-policy"].endswith("; frame-ancestors * file:")
        assert "With 50 of 100 receptors taken" in found.text
        again = client.get(
            "/figure/breathing?breathing.taken=50", headers={"if-none-match": found.headers["etag"]}
        )
        assert again.status_code == 304
        for unknown in ("/figure/nothing", "/figure/", "/figure", "/figure/breathing/more"):
            answer = client.get(unknown)
            assert answer.status_code == 404
            assert "There is no page at this address" in answer.text
        former = client.get("/figure/own", follow_redirects=False)
        assert former.headers["location"] == "/figure/drugmap"
        mangled = client.get("/figure/Breathing.", follow_redirects=False)
        assert mangled.headers["location"] == "/figure/breathing"
        page = client.get("/ceiling")
        assert page.headers["content-security-policy"].endswith("; frame-ancestors 'none'")


def test_who_may_frame_figures_is_set_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MURECEPTOR_FIGURE_EMBEDDERS", "https://school.example")
    security_headers.cache_clear()
    told = [security_headers(figure=figure)["Content-Security-Policy"] for figure in (True, False)]
    security_headers.cache_clear()
    assert told[0].endswith("; frame-ancestors https://school.example")
    assert told[1].endswith("; frame-ancestors 'none'")
