"""The first answer: a whole chapter, in the state of its address, small, and what makes it live."""

import gzip
import itertools
import json
import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import httpx2
import pytest

from contents import CHAPTERS, TITLE
from mureceptor.evidence import claims as all_claims
from mureceptor.evidence import findings
from mureceptor.live.still import record
from mureceptor.report import claims
from mureceptor.report.equations import MODULES, equations
from mureceptor.views import VIEWS
from mureceptor.views.parameter import Choice, Parameter
from mureceptor.views.phrases import plain as uncoloured
from mureceptor.views.view import View
from page.asked import asked
from page.html import render
from page.parts import Chapter, Figure, Retelling, Section, paragraphs
from page.plain import figure, plain
from server.pages import _page

LARGEST = 40_000  # [bytes], packed
each_chapter = pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda chapter: chapter.key)
VOID = {"input", "meta", "link", "br", "img", "hr"}


def link(path: str, query: Any) -> str:
    return f"/{path}?" + "&".join(f"{key}={value}" for key, value in query.items())


class Read(HTMLParser):
    """What a page says, and whether each element of it is closed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.words: list[str] = []
        self.tags: Counter[str] = Counter()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.source = page
        self.feed(page)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        named = dict(attrs)
        self.ids += [each for each in [named.get("id")] if each]
        self.links += [each for each in [named.get("href")] if each]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not {"script", "style", "svg"} & set(self.open):
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())


def read(chapter: Chapter, **query: str) -> Read:
    return Read(plain(asked(chapter, {k.replace("__", "."): v for k, v in query.items()}), link))


def flat(text: str) -> str:
    return " ".join(text.split())


@each_chapter
def test_it_holds_the_whole_chapter_once(chapter: Chapter) -> None:
    page = read(chapter)
    assert page.tags["h1"] == 1
    assert page.tags["main"] == 1
    assert max(Counter(page.ids).values()) == 1
    for words in (chapter.headline, chapter.lead):
        assert page.text.count(flat(words)) == 1
    for part in chapter.parts:
        if isinstance(part, Section | Retelling):
            assert all(flat(each) in page.text for each in paragraphs(part.text))
    for line in findings(chapter.key):
        assert flat(line.sentence) in page.text
    for name in chapter.views:
        view = VIEWS[name]
        said = (view.title, view.tag_words, view.note, view.caution)
        assert all(flat(each) in page.text for each in said)
    for other in CHAPTERS:
        assert other is chapter or f"/{other.path}?" in page.links


def corners(view: View) -> Iterator[dict[str, str]]:
    """Every choice, each with all controls at either end."""
    records = view.state.parameters()
    chosen = [list(r.options) if isinstance(r, Choice) else [r.default] for r in records.values()]
    for end in ("low", "high"):
        for values in itertools.product(*chosen):
            yield {
                field: f"{getattr(record, end):g}" if isinstance(record, Parameter) else str(value)
                for (field, record), value in zip(records.items(), values, strict=True)
            }


@pytest.mark.parametrize("name", [name for chapter in CHAPTERS for name in chapter.views])
def test_it_stands_in_the_state_of_its_address(name: str) -> None:
    view = VIEWS[name]
    chapter = next(chapter for chapter in CHAPTERS if name in chapter.views)
    states = list(corners(view))
    for texts in states[:: max(1, len(states) // 6)]:
        query = {f"{name}.{field}": text for field, text in texts.items()}
        page = Read(plain(asked(chapter, query), link))
        state, refused = view.read(query)
        assert not refused
        assert flat(uncoloured(view.sentence(state))) in page.text
        assert f'<figure class="live-figure" id="{name}"' in page.source


@pytest.mark.parametrize("name", VIEWS)
def test_what_makes_it_live_keeps_the_order_of_steps_and_options(name: str) -> None:
    view = VIEWS[name]
    page = figure(view, view.state(), lambda query: link("", query))
    (kept,) = re.findall(r'<script type="application/json">(.*?)</script>', page, re.DOTALL)
    assert json.dumps(json.loads(kept)) == json.dumps(record(view, view.state()))


@pytest.mark.parametrize("name", VIEWS)
def test_a_figure_that_is_folded_away_is_in_sight_where_a_link_sets_it(name: str) -> None:
    chapter = next(each for each in CHAPTERS if name in each.views)
    part = next(p for p in chapter.parts if isinstance(p, Figure) and p.view == name)
    if part.folded:
        opened = f"<details open><summary><h2>{part.folded}</h2>"
        assert opened not in read(chapter).source
        moved = f"{VIEWS[name].dragged[VIEWS[name].controls[0]].grid[0]}"
        assert opened in read(chapter, **{f"{name}__{VIEWS[name].controls[0]}": moved}).source


def test_what_is_said_in_short_of_stopping_leads_to_all_of_it() -> None:
    page = read(next(chapter for chapter in CHAPTERS if chapter.key == "dependence"))
    assert '<a href="daily">More: what withdrawal is like, and what helps</a>' in page.source


def test_what_comes_in_with_an_address_is_text() -> None:
    chapter = next(chapter for chapter in CHAPTERS if "short" in chapter.views)
    page = plain(asked(chapter, {"short.amount": "<script>alert(1)</script>"}), link)
    assert "<script>alert" not in page
    assert "Part of this link could not be used" in page
    assert "&lt;script&gt;" in page


def test_claims_are_chosen_by_links() -> None:
    chapter = next(chapter for chapter in CHAPTERS if chapter.key == "claims")
    verdict, section = all_claims()[0].verdict, all_claims()[0].section
    page = read(chapter, claims__verdict=verdict.capitalize(), claims__section=section)
    chosen = claims.pick(verdict, section)
    assert page.text.count("The article says that") + page.text.count("It says that") == len(chosen)
    assert link("claims", {"claims.section": section}) in page.links  # takes the verdict off again
    assert claims.picked(chosen) in page.text


def test_all_addresses_that_mean_the_same_are_one_answer() -> None:
    chapter = next(chapter for chapter in CHAPTERS if chapter.key == "ceiling")
    usual = VIEWS["breathing"].state().texts()
    spelled = {f"breathing.{field}": text for field, text in usual.items()}
    assert asked(chapter, spelled) == asked(chapter, {})


@each_chapter
def test_the_first_answer_is_small(chapter: Chapter) -> None:
    content = _page(asked(chapter, {}), "https://explainer.example/deep")
    assert len(content) < LARGEST or chapter.key == "model"
    page = gzip.decompress(content).decode()
    head, body = page.split("<body>")
    read, live = body.split('<div id="root"></div>')
    assert '<main id="plain"' in read
    assert read.rstrip().endswith("</main>")
    now, later = live.split('<template id="later">')
    assert not re.findall(r"<script[^>]* src=|rel=.(?:modulepreload|stylesheet)", head + now)
    assert "static/js/index." in later
    address = f"https://explainer.example/deep/{chapter.path}"
    assert f'<link rel="canonical" href="{address}">' in head
    assert f'<meta property="og:url" content="{address}">' in head
    assert f"<title>{chapter.name} \u00b7 {TITLE}</title>" in head


def test_equations_are_read_without_a_script() -> None:
    written = "".join(
        render("model/equation.html", equation=each)
        for module in MODULES
        for each in equations(module)
    )
    lines = re.findall(r'<p class="plain-line">(.*?)</p>', written)
    assert len(lines) == sum(len(e.lines) for module in MODULES for e in equations(module))
    assert "E = E<sub>m</sub> r<sup>n</sup> / (1 + r<sup>n</sup>)" in lines
    for line in lines:
        assert not set("\\{}") & set(line)
        assert line.count("(") == line.count(")")
        Read(line)


# --- As the server answers it ---------------------------------------------------------------------


def test_who_has_it_is_not_sent_it_again(app: Any) -> None:
    with httpx2.Client(base_url=app.url) as client:
        first = client.get("/ceiling")
        tag = first.headers["etag"]
        again = client.get("/ceiling?breathing.taken=100", headers={"if-none-match": f"W/{tag}"})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
        other = client.get("/ceiling?breathing.taken=50", headers={"if-none-match": tag})
        assert other.status_code == 200
        assert other.headers["etag"] != tag


def test_addresses_are_those_that_a_trusted_proxy_tells(start: Any) -> None:
    told = {"host": "explainer.example", "x-forwarded-proto": "https"}
    with start("--server.address", "127.0.0.1", base="/deep") as app, httpx2.Client() as client:
        page = client.get(app.url + "/ceiling", headers=told).text
        assert '<link rel="canonical" href="https://explainer.example/deep/ceiling">' in page
        picture = "https://explainer.example/deep/preview/ceiling.png"
        assert f'<meta property="og:image" content="{picture}">' in page
        assert client.get(app.url + "/preview/ceiling.png").status_code == 200
        robots = client.get(app.url + "/robots.txt", headers=told).text
        assert "Sitemap: https://explainer.example/deep/sitemap.xml" in robots
        pages = re.findall(
            "<loc>(.*)</loc>", client.get(app.url + "/sitemap.xml", headers=told).text
        )
        assert pages == [f"https://explainer.example/deep/{c.path}" for c in CHAPTERS]
