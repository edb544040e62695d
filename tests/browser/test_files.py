"""The explainer as files: all is in the folder, and it lives in a browser without a server."""

import html
import itertools
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import numpy as np
import pytest
from playwright.sync_api import Browser, Locator, Page

from contents import CHAPTERS
from files import name_of, reached, write
from mureceptor.marks.forms import WIDE
from mureceptor.marks.plotly import figures
from mureceptor.views import VIEWS
from mureceptor.views.phrases import plain
from mureceptor.views.state import State
from presenter.talk import notes, scenes

LARGEST = 10_000_000  # [bytes]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The explainer, written once."""
    folder = tmp_path_factory.mktemp("files") / "explainer"
    said: list[str] = []
    write(folder, said.append)
    assert len(said) == len(CHAPTERS) + 1
    assert all(chapter.name in words for chapter, words in zip(CHAPTERS, said, strict=False))
    return folder


def test_every_chapter_and_figure_is_there_and_every_link_leads_to_a_file(folder: Path) -> None:
    assert sum(path.stat().st_size for path in folder.rglob("*")) < LARGEST
    pages = {path.name: path.read_text("utf-8") for path in folder.glob("*.html")}
    assert pages.keys() == {f"{c.path or 'index'}.html" for c in CHAPTERS} | {"present.html"}
    ids = {name: set(re.findall(r'\bid="([^"]+)"', page)) for name, page in pages.items()}
    style = (folder / "style.css").read_text("utf-8")
    loaded = re.findall(r'url\("?((?!data:)[^")]+)', style)
    for name, page in pages.items():
        links = [html.unescape(each) for each in re.findall(r'<a\b[^>]*?\bhref="([^"]*)"', page)]
        assert len(links) > 5 or name == "present.html"
        for link in links:
            to = urlsplit(link)
            if to.scheme:
                assert to.scheme in {"https", "tel"}
                continue
            target = unquote(to.path) or name
            assert (folder / target).is_file(), link
            assert not to.fragment or to.fragment in ids[target], link
        loaded += re.findall(r'<(?:script|link|img|iframe)\b[^>]*?\b(?:src|href)="([^"]*)"', page)
        assert "/live/" not in page
    assert all((folder / each).is_file() for each in loaded), loaded
    for chapter in CHAPTERS:
        page = html.unescape(pages[f"{chapter.path or 'index'}.html"])
        assert chapter.headline in page
        for view in map(VIEWS.__getitem__, chapter.views):
            assert f'id="{view.name}"' in page
            assert view.title in page
            for words, fields in view.tries:
                assert words in page
                assert is_there(folder, view.name, view.state(**fields))


def is_there(folder: Path, view: str, state: State) -> bool:
    return (folder / "live" / "figures" / f"{name_of(VIEWS[view], state)}.js").is_file()


def test_all_combinations_of_choices_are_there() -> None:
    view = VIEWS["dependence"]
    states = {tuple(state.texts()[field] for field in view.chosen) for state in reached(view)}
    assert states == {*itertools.product(*(choice.options for choice in view.chosen.values()))}
    assert len(view.chosen) > 1


def test_it_writes_into_no_folder_that_holds_something(tmp_path: Path) -> None:
    kept = tmp_path / "mine.txt"
    kept.write_text("mine")
    with pytest.raises(FileExistsError, match="is not empty"):
        write(tmp_path, print)
    assert [*tmp_path.iterdir()] == [kept]


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A page that may ask nobody for anything, and meet no error."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    context.set_default_timeout(30_000)
    asked: list[str] = []
    errors: list[str] = []
    context.on("request", lambda request: asked.append(urlsplit(request.url).scheme))
    context.on("weberror", lambda error: errors.append(str(error.error)))
    context.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    yield context.new_page()
    context.close()
    assert "file" in asked
    assert {*asked} <= {"file", "data", "blob"}
    assert errors == []


def live(page: Page, view: str) -> Locator:
    """Return a figure once it is live and drawn."""
    figure = page.locator(f'.live-figure[data-form][aria-labelledby^="live-{view}-"]')
    figure.locator(".live-main .main-svg").first.wait_for(state="attached")
    return figure


def stands(figure: Locator, view: str, **fields: Any) -> None:
    """Wait for the sentence of a state, and compare the curves with the model's own."""
    state = VIEWS[view].state(**fields)
    sentence = plain(VIEWS[view].sentence(state))
    figure.locator(".live-sentence", has_text=sentence).wait_for()
    panels = figures(VIEWS[view].draw(state, VIEWS[view].fit(WIDE)))
    wanted = [np.asarray(t["y"], "f4") for t in panels["main"]["data"] if t["type"] == "scatter"]
    drawn = """(plot) => plot.data.filter(({ type }) => type === 'scatter')
      .map(({ y }) => Array.from(y, (value) => value ?? NaN))"""
    until = time.monotonic() + 30
    while True:
        found = figure.locator(".live-main .live-plot").evaluate(drawn)
        assert len(found) == len(wanted) > 0
        try:
            for given, curve in zip(found, wanted, strict=True):
                np.testing.assert_allclose(given, curve, rtol=1e-5)
        except AssertionError:
            if time.monotonic() > until:
                raise
        else:
            return


def test_figures_live_in_a_page_that_is_a_file(page: Page, folder: Path) -> None:
    # A slider, by key.
    page.goto((folder / "index.html").as_uri())
    short = live(page, "short")
    grid = VIEWS["short"].dragged["amount"].grid
    at = grid.index(VIEWS["short"].dragged["amount"].default)
    short.get_by_role("slider").press("ArrowRight")
    stands(short, "short", amount=grid[at + 1])
    page.wait_for_url(re.compile("short.amount="))
    # A link to a state of a figure, and a choice: another file of the folder.
    page.goto(f"{(folder / 'tissue.html').as_uri()}?reserve.amplification=1&reserve.push=high")
    reserve = live(page, "reserve")
    stands(reserve, "reserve", amplification=1, push="high")
    formation = VIEWS["reserve"].chosen["formation"].options["ready"]
    reserve.get_by_role("radio", name=formation).check()
    stands(reserve, "reserve", amplification=1, push="high", formation="ready")
    assert "server" not in reserve.locator(".live-message").inner_text()
    # What the folder does not have is said, and no curve is shown for it.
    page.goto(f"{(folder / 'tissue.html').as_uri()}?reserve.amplification=1e9")
    reserve = live(page, "reserve")
    reserve.get_by_text("so it stands as it starts").wait_for()
    stands(reserve, "reserve")


def test_one_control_of_the_sandbox_moves_at_a_time(page: Page, folder: Path) -> None:
    page.goto((folder / "sandbox.html").as_uri())
    page.locator(".notice", has_text="one control moves at a time").wait_for()
    view = VIEWS["sandbox"]
    sandbox = live(page, "sandbox")
    amount, spare = (
        sandbox.locator(f'[data-live="{field}"] input') for field in ("amount1", "spare")
    )
    steps = {field: view.dragged[field].grid for field in ("amount1", "spare")}
    usual = {field: view.dragged[field].default for field in steps}
    next_one = {field: grid[grid.index(usual[field]) + 1] for field, grid in steps.items()}
    amount.press("ArrowRight")
    sandbox.get_by_text("This needs the server").wait_for()
    stands(sandbox, "sandbox", amount1=next_one["amount1"])
    spare.press("ArrowRight")
    stands(sandbox, "sandbox", spare=next_one["spare"])
    assert amount.input_value() == str(steps["amount1"].index(usual["amount1"]))
    page.wait_for_url(re.compile(f"sandbox.spare={next_one['spare']}"))
    # A choice that this state has no file for: all stands as the file has it.
    sandbox.get_by_role("radio", name=view.chosen["drugs"].options["3"]).click()
    stands(sandbox, "sandbox")
    assert sandbox.get_by_role("radio", name=view.chosen["drugs"].options["1"]).is_checked()


def test_the_talk_and_its_speakers_window_are_files_too(page: Page, folder: Path) -> None:
    page.goto((folder / "present.html").as_uri())
    page.locator("h1", has_text=scenes()[0].headline).wait_for()
    page.locator(".stage-figure.shown .main-svg").first.wait_for(state="attached")
    page.keyboard.press("PageDown")
    page.locator("h1", has_text=scenes()[1].headline).wait_for()
    with page.expect_popup() as opened:
        page.keyboard.press("s")
    speaker = opened.value
    told = notes("")
    assert told is not None
    speaker.locator(".stage-notes", has_text=" ".join(told[1].split()[:6])).wait_for()
    speaker.locator("h1", has_text=scenes()[1].headline).wait_for()
    speaker.keyboard.press("PageDown")
    page.locator("h1", has_text=scenes()[2].headline).wait_for()
    page.keyboard.press("o")
    page.locator(".stage-status", has_text="a room needs a server").wait_for()
