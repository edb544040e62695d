"""The chart follows the hand, the keys and the link, and is never built anew."""

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from mureceptor.marks.look import DARK, LIGHT
from mureceptor.model.activation import effect
from mureceptor.views import VIEWS
from mureceptor.views.parameter import Parameter
from mureceptor.views.phrases import plain
from mureceptor.views.reserve.state import Reserve
from mureceptor.views.textbook import FULL_EFFICACY

Visitor = Callable[..., Any]
# Page and main figure of each chapter whose chart is held here.
each_chart = pytest.mark.parametrize(
    ("path", "view"), [("/", "short"), ("/ceiling", "breathing")], ids=["short", "ceiling"]
)
one_chart = pytest.mark.parametrize(("path", "view"), [("/", "short")], ids=["short"])
MARK = "() => document.querySelectorAll('.js-plotly-plot').forEach((node) => { node.kept = true; })"
KEPT = "() => [...document.querySelectorAll('.js-plotly-plot')].every((node) => node.kept)"
# In every frame from now on: the figure's curves and its first slider's value.
WATCH = """([figure, curves]) => {
  const read = eval(curves);
  const slider = figure.querySelector('input[type=range]');
  const seen = window.seen = { curves: new Set(), values: new Set() };
  const look = () => {
    seen.curves.add(read(figure));
    seen.values.add(slider.value);
    window.looking = requestAnimationFrame(look);
  };
  look();
}"""
READ_OUT = """async (shares) => {
  const files = performance.getEntriesByType('resource').map(({ name }) => name);
  const { readOut } = await import(files.find((name) => name.endsWith('/plot.js')));
  return shares.map(readOut);
}"""
SEEN = "() => { cancelAnimationFrame(looking); return [seen.curves.size, seen.values.size]; }"


def main_control(view: str) -> tuple[str, Parameter]:
    return next(iter(VIEWS[view].dragged.items()))


def said(view: str, **fields: float | str) -> str:
    """Return the sentence that Python says in this state."""
    return plain(VIEWS[view].sentence(replace(VIEWS[view].state(), **fields)))


def spoken(parameter: Parameter, step: int) -> str:
    unit = {"1": "", "%": " %"}[parameter.unit]
    return parameter.format(parameter.grid[step]) + unit


def watch(visit: Any, view: str) -> None:
    visit.page.evaluate(WATCH, [visit.figure(view).element_handle(), visit.reader])


@each_chart
def test_the_chart_follows_while_the_pointer_is_down(
    visitor: Visitor, path: str, view: str
) -> None:
    visit = visitor().open(path)
    page, slider = visit.page, visit.slider(view)
    page.evaluate(MARK)
    slider.scroll_into_view_if_needed()
    box = slider.bounding_box()
    x, y = box["x"] + 0.1 * box["width"], box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    visit.frames()
    watch(visit, view)
    for i in range(30):
        page.mouse.move(x + 0.8 * box["width"] * (i + 1) / 30, y)
        visit.frames()
    curves, values = page.evaluate(SEEN)
    field, parameter = main_control(view)
    value = parameter.grid[int(slider.input_value())]
    assert visit.sentence(view) == said(view, **{field: value}), "the words follow too"
    page.mouse.up()
    assert values > 20
    assert curves >= 0.95 * values
    visit.settled(f"{view}.{field}", parameter.format(value))
    assert page.evaluate(KEPT)


@each_chart
def test_keys_move_the_chart_and_its_words(visitor: Visitor, path: str, view: str) -> None:
    visit = visitor().open(path)
    slider = visit.slider(view)
    field, parameter = main_control(view)
    start = parameter.grid.index(parameter.default)
    visit.page.evaluate(MARK)
    slider.focus()
    shown = {visit.curves(view)}
    steps = [
        ("ArrowLeft", start - 1),
        ("ArrowLeft", start - 2),
        ("ArrowRight", start - 1),
        ("End", parameter.steps - 1),
        ("Home", 0),
    ]
    for key, step in steps:
        before = visit.curves(view)
        visit.page.keyboard.press(key)
        visit.frames()
        words = said(view, **{field: parameter.grid[step]})
        assert slider.input_value() == str(step)
        assert visit.sentence(view) == words
        assert slider.get_attribute("aria-valuetext") == spoken(parameter, step)
        assert visit.curves(view) != before
        shown.add(visit.curves(view))
    assert len(shown) == len({start, *(step for _, step in steps)}), "two steps look alike"
    visit.settled(f"{view}.{field}", parameter.format(parameter.low))
    assert visit.page.evaluate(KEPT)


@pytest.mark.parametrize("path", ["/tissue", "/activation", "/mixing"])
def test_nothing_zooms(visitor: Visitor, path: str) -> None:
    visit = visitor().open(path)
    page = visit.page
    ranges = """() => [...document.querySelectorAll('.js-plotly-plot')].flatMap(({ _fullLayout }) =>
      Object.keys(_fullLayout).filter((key) => /^[xy]axis\\d*$/.test(key))
        .map((key) => String(_fullLayout[key].range)))"""
    whole = page.evaluate(ranges)
    for plot in page.locator(".nsewdrag").all():
        plot.scroll_into_view_if_needed()
        box = plot.bounding_box()
        page.mouse.move(box["x"] + 0.3 * box["width"], box["y"] + 0.3 * box["height"])
        page.mouse.down()
        page.mouse.move(box["x"] + 0.7 * box["width"], box["y"] + 0.8 * box["height"], steps=4)
        page.mouse.up()
        plot.dblclick(force=True)
    visit.quiet()
    assert page.evaluate(ranges) == whole


def dragged_in_plot(visit: Any, view: str, right: float, down: float, press: Any) -> None:
    """Drag from the middle of the main plot by these shares of its size."""
    plot = visit.panel(view).locator(".nsewdrag").first
    plot.scroll_into_view_if_needed()
    box = plot.bounding_box()
    start = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    press(start, (start[0] + right * box["width"], start[1] + down * box["height"]))
    visit.quiet()


def by_mouse(page: Any) -> Any:
    def press(start: tuple[float, float], end: tuple[float, float]) -> None:
        page.mouse.move(*start)
        page.mouse.down()
        page.mouse.move(*end, steps=6)
        page.mouse.up()

    return press


def by_finger(page: Any) -> Any:
    wire = page.context.new_cdp_session(page)

    def touch(kind: str, *points: dict[str, float]) -> None:
        wire.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": list(points)})

    def press(start: tuple[float, float], end: tuple[float, float]) -> None:
        touch("touchStart", {"x": start[0], "y": start[1]})
        for i in range(1, 13):
            x, y = (a + (b - a) * i / 12 for a, b in zip(start, end, strict=True))
            touch("touchMove", {"x": x, "y": y})
            page.wait_for_timeout(16)
        touch("touchEnd")

    return press


STEPS = "(figure) => [...figure.querySelectorAll('input[type=range]')].map(({ value }) => value)"


def test_a_drag_in_the_plot_moves_the_dot_to_the_pointer(visitor: Visitor) -> None:
    visit = visitor().open("/activation")
    dragged_in_plot(visit, "drugmap", 0.25, 0.25, by_mouse(visit.page))
    last = [parameter.steps - 1 for parameter in VIEWS["drugmap"].dragged.values()]
    steps = [int(step) for step in visit.figure("drugmap").evaluate(STEPS)]
    assert steps == [round(0.75 * last[0]), round(0.25 * last[1])]
    visit.open("/")
    dragged_in_plot(visit, "short", -0.25, 0.3, by_mouse(visit.page))
    _, parameter = main_control("short")
    assert int(visit.slider("short").input_value()) == round(0.25 * (parameter.steps - 1))


@pytest.mark.parametrize(
    ("path", "view"), [("/ceiling", "breathing"), ("/tissue", "guess"), ("/tissue", "reserve")]
)
def test_an_upright_swipe_over_a_plot_scrolls_the_page_and_changes_nothing(
    visitor: Visitor, path: str, view: str
) -> None:
    visit = visitor(width=390, height=844, has_touch=True, is_mobile=True).open(path)
    figure, scrolled = visit.figure(view), "() => document.querySelector('.stMain').scrollTop"
    before = figure.evaluate(STEPS), visit.curves(view)
    visit.panel(view).locator(".nsewdrag").first.scroll_into_view_if_needed()
    top = visit.page.evaluate(scrolled)
    dragged_in_plot(visit, view, 0.02, -0.4, by_finger(visit.page))
    assert visit.page.evaluate(scrolled) > top + 30
    assert (figure.evaluate(STEPS), visit.curves(view)) == before


def test_a_finger_that_goes_sideways_takes_the_dot_along(visitor: Visitor) -> None:
    visit = visitor(width=390, height=844, has_touch=True, is_mobile=True).open("/ceiling")
    dragged_in_plot(visit, "breathing", -0.25, 0.02, by_finger(visit.page))
    _, parameter = main_control("breathing")
    step = round(0.25 * (parameter.steps - 1))
    assert abs(int(visit.slider("breathing").input_value()) - step) <= 1


@one_chart
def test_hover_reads_the_curves(visitor: Visitor, path: str, view: str) -> None:
    visit = visitor().open(path)
    plot = visit.panel(view).locator(".nsewdrag").first
    plot.scroll_into_view_if_needed()
    box = plot.bounding_box()
    visit.page.mouse.move(box["x"] + 0.4 * box["width"], box["y"] + 0.5 * box["height"])
    layer = visit.panel(view).locator(".hoverlayer")
    layer.locator("text").first.wait_for()
    assert "%" in layer.text_content()
    read = visit.page.evaluate(READ_OUT, [0, 0.004, 0.97, 41.18, 99.97, 100])
    assert read == ["0", "under 0.1", "0.97", "41", "over 99", "100"]


@each_chart
def test_a_settled_state_can_be_sent_to_somebody(visitor: Visitor, path: str, view: str) -> None:
    visit = visitor().open(path)
    page = visit.page
    field, parameter = main_control(view)
    entries = page.evaluate("history.length")
    visit.slider(view).focus()
    for _ in range(3):
        page.keyboard.press("ArrowLeft")
    value = parameter.grid[parameter.grid.index(parameter.default) - 3]
    visit.settled(f"{view}.{field}", parameter.format(value))
    assert page.evaluate("history.length") == entries
    words = visit.sentence(view)
    assert words == said(view, **{field: value})
    link = page.url
    page.reload()
    visit.drawn()
    assert page.url == link
    assert visit.sentence(view) == words
    other = visitor(width=390, height=844)
    other.page.goto(link)
    other.drawn()
    assert other.sentence(view) == words
    assert other.slider(view).input_value() == str(parameter.grid.index(value))


@one_chart
def test_a_marker_stays_in_sight_at_both_ends(visitor: Visitor, path: str, view: str) -> None:
    visit = visitor().open(path)
    visit.slider(view).focus()
    for key in ("Home", "End"):
        visit.page.keyboard.press(key)
        visit.frames()
        markers = visit.panel(view).evaluate(
            "(plot) => [...plot.querySelectorAll('.points .point')]"
            ".filter((mark) => mark.checkVisibility() && mark.getAttribute('d')?.length > 9).length"
        )
        assert markers >= 2, key


def test_back_leads_to_the_page_as_it_was_left(visitor: Visitor) -> None:
    visit = visitor().open("/")
    visit.slider("short").focus()
    visit.page.keyboard.press("Home")
    visit.settled("short.amount", "0.01")
    visit.page.get_by_text("All chapters").click()
    visit.page.get_by_role("link", name="The ceiling").first.click()
    visit.figure("breathing").wait_for()
    visit.drawn()
    visit.page.go_back()
    visit.figure("short").wait_for()
    visit.drawn()
    assert visit.query["short.amount"] == "0.01"
    assert visit.sentence("short") == said("short", amount=0.01)


@each_chart
def test_a_settled_release_costs_the_server_nothing(visitor: Visitor, path: str, view: str) -> None:
    visit = visitor().open(path)
    received, sent, requests = len(visit.received), len(visit.sent), len(visit.requests)
    field, parameter = main_control(view)
    visit.slider(view).focus()
    visit.page.keyboard.press("Home")
    visit.settled(f"{view}.{field}", parameter.format(parameter.low))
    assert (len(visit.sent), len(visit.received)) == (sent, received)
    asked = [url for url in visit.requests[requests:] if not url.endswith("/favicon.png")]
    assert asked == []  # the icon comes from the browser's cache


@one_chart
def test_the_theme_changes_without_a_word_to_the_server(
    visitor: Visitor, path: str, view: str
) -> None:
    visit = visitor(color_scheme="light").open(path)
    visit.page.evaluate(MARK)
    sent = len(visit.sent)
    stroke = "(figure) => [...figure.querySelectorAll('.js-line')].map((p) => p.style.stroke)"
    for scheme, theme in (("dark", DARK), ("light", LIGHT)):
        visit.page.emulate_media(color_scheme=scheme)
        visit.page.wait_for_function(
            f"([figure, wanted]) => ({stroke})(figure).includes(wanted)",
            arg=[visit.figure(view).element_handle(), rgb(theme.partial)],
        )
    assert len(visit.sent) == sent
    assert visit.page.evaluate(KEPT)


@one_chart
@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
def test_a_try_sets_the_state_in_as_many_steps_as_the_reader_likes(
    visitor: Visitor, path: str, view: str, motion: str
) -> None:
    visit = visitor(reduced_motion=motion).open(path)
    visit.page.evaluate(MARK)
    words, values = VIEWS[view].tries[0]
    field, parameter = main_control(view)
    watch(visit, view)
    visit.figure(view).get_by_role("button", name=words).click()
    visit.settled(f"{view}.{field}", parameter.format(float(values[field])))
    _curves, steps = visit.page.evaluate(SEEN)
    # A busy machine may paint no step between; without motion there is none.
    assert steps == 2 if motion == "reduce" else steps >= 2
    assert visit.sentence(view) == said(view, **dict(values))
    assert visit.page.evaluate(KEPT)


def test_another_mixture_opens_at_a_state_of_its_own(visitor: Visitor) -> None:
    visit = visitor().open("/mixing")
    visit.figure("mixing").get_by_label("Naloxone on full").check()
    visit.settled("mixing.mixed", "naloxone-on-full")
    sentence = visit.figure("mixing").locator(".live-sentence")
    sentence.filter(has_text="Naloxone has no push").wait_for()
    visit.quiet()
    assert visit.query["mixing.there"] == "1"
    assert visit.query["mixing.added"] == "100"
    expected = said("mixing", mixed="naloxone-on-full", there=1, added=100)
    assert visit.sentence("mixing") == expected
    assert "lowers the effect of 91 % to 16 %" in expected.replace("\u00a0", " ")


def test_a_choice_before_the_first_figure_is_not_lost(visitor: Visitor) -> None:
    visit = visitor()
    held: list[Any] = []  # the first figure; those after it go through
    visit.page.route(
        "**/figures/reserve/*",
        lambda route: route.continue_() if held else held.append(route),
    )
    visit.go("/tissue")  # the second figure of two, so the page is live before it is drawn
    visit.figure("reserve").get_by_label("High push").check()
    visit.settled("reserve.push", "high")
    held[0].continue_()
    visit.drawn()
    assert visit.sentence("reserve") == said("reserve", push="high")


def test_moves_before_the_first_figure_are_not_lost(visitor: Visitor) -> None:
    visit = visitor()
    held: list[Any] = []
    visit.page.route("**/figures/reserve/*", lambda route: held.append(route))
    visit.go("/tissue")  # the second figure of two, so the page is live before it is drawn
    reserve = visit.figure("reserve")
    values = VIEWS["reserve"].dragged["amplification"].grid
    # Moved, then chosen, then moved again; the address holds it all while nothing is drawn yet.
    for key, step in (("End", len(values) - 1), ("ArrowLeft", len(values) - 2)):
        visit.slider("reserve").press(key)
        visit.settled("reserve.amplification", f"{values[step]:g}")
        reserve.get_by_label("High push" if key == "End" else "Low push").check()
    visit.slider("reserve").press("ArrowLeft")
    visit.settled("reserve.amplification", f"{values[-3]:g}")
    assert visit.sentence("reserve") == "", "no word of another step"
    assert reserve.locator(".main-svg").count() == 0
    visit.page.unroute("**/figures/reserve/*")  # what was held goes through
    visit.drawn()
    assert visit.sentence("reserve") == said("reserve", amplification=values[-3])
    assert visit.query["reserve.amplification"] == f"{values[-3]:g}"
    assert visit.slider("reserve").input_value() == str(len(values) - 3)


def test_a_choice_changes_the_figure_and_keeps_its_node(visitor: Visitor) -> None:
    visit = visitor().open("/tissue")
    visit.page.evaluate(MARK)
    before = visit.curves("reserve")
    visit.figure("reserve").get_by_label("High push").check()
    visit.settled("reserve.push", "high")
    visit.figure("reserve").locator(".live-sentence", has_text="high-push").wait_for()
    assert visit.sentence("reserve") == said("reserve", push="high")
    assert visit.curves("reserve") != before
    assert visit.page.evaluate(KEPT)
    visit.slider("reserve").focus()
    visit.page.keyboard.press("Home")
    visit.frames()
    assert visit.sentence("reserve") == said("reserve", push="high", amplification=0.01)


def test_a_try_may_set_a_choice_and_a_control_at_once(visitor: Visitor) -> None:
    start = "/tissue?reserve.push=high&reserve.formation=made"
    visit = visitor().open(start)
    words, values = VIEWS["reserve"].tries[0]
    visit.figure("reserve").get_by_role("button", name=words).click()
    visit.settled("reserve.push", "low")
    visit.figure("reserve").locator(".live-sentence", has_text="low-push").wait_for()
    state = {"formation": "made"} | dict(values)
    assert visit.sentence("reserve") == said("reserve", **state)
    assert visit.query["reserve.formation"] == state["formation"]


def test_the_table_takes_the_chart_s_place_and_back(visitor: Visitor) -> None:
    visit = visitor().open("/tissue")
    figure = visit.figure("reserve")
    figure.get_by_role("button", name="Show as table").click()
    table = figure.get_by_role("table")
    table.wait_for()
    assert not figure.locator(".live-plot").first.is_visible()
    for step in ("Home", "End"):
        visit.slider("reserve").focus()
        visit.page.keyboard.press(step)
        visit.frames()
        _, parameter = main_control("reserve")
        value = parameter.low if step == "Home" else parameter.high
        expected = VIEWS["reserve"].table(Reserve(amplification=value))
        assert table.locator("th").all_inner_texts() == expected["columns"]
        cells = table.locator("td").all_inner_texts()
        assert cells == [cell for row in expected["rows"] for cell in row]
    with visit.page.expect_download() as download:  # bars have no points: the table is their file
        figure.get_by_role("button", name="Save numbers (CSV)", exact=True).click()
    text = download.value.path().read_bytes().decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert rows[rows.index([]) + 1 :] == [expected["columns"], *expected["rows"]]
    figure.get_by_role("button", name="Show as chart").click()
    figure.locator(".live-plot .point").first.wait_for()
    assert not table.is_visible()


def test_the_file_holds_the_curves_as_they_are_drawn(visitor: Visitor) -> None:
    visit = visitor().open("/?short.amount=1")
    with visit.page.expect_download() as download:
        visit.figure("short").get_by_role("button", name="Save numbers (CSV)").click()
    assert download.value.suggested_filename == "short-1.csv"
    text = download.value.path().read_bytes().decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert rows[0] == [VIEWS["short"].title]
    assert [said("short", amount=1)] in rows
    assert any(VIEWS["short"].note in " ".join(row) for row in rows)
    assert [visit.page.url] in rows
    points = rows[rows.index([]) + 2 :]
    full = [(float(x), float(y)) for name, x, y in points if name.startswith("Full")]
    assert len(full) == 161
    for x, y in full:
        assert y == pytest.approx(100 * float(effect(x, 1.0, FULL_EFFICACY)), rel=1e-3)


def rgb(colour: str) -> str:
    return f"rgb({', '.join(str(int(colour[i : i + 2], 16)) for i in (1, 3, 5))})"


# Words of a saved picture that leave it, and whether its font is the one that it carries.
IN_PICTURE = """async () => {
  await document.fonts.ready;
  const picture = document.querySelector('svg').getBoundingClientRect();
  const texts = [...document.querySelectorAll('text')].filter((text) => text.textContent.trim());
  const cut = texts.filter((text) => {
    const { left, right } = text.getBoundingClientRect();
    return left < picture.left || right > picture.right;
  });
  const family = (text) => getComputedStyle(text).fontFamily.split(',')[0].replaceAll('"', '');
  return {
    words: texts.map((text) => text.textContent.trim()),
    cut: cut.map((text) => text.textContent),
    ground: document.querySelector('svg > rect').getAttribute('fill'),
    families: [...new Set(texts.map(family))],
    fonts: [...document.fonts].map(({ family, status }) => [family.replaceAll('"', ''), status]),
  };
}"""


def test_a_saved_picture_has_its_font_its_axes_and_whole_words(
    visitor: Visitor, tmp_path: Path
) -> None:
    visit = visitor().open("/ceiling")
    for view in ("breathing", "guess"):
        if view == "guess":  # the longest title, on a phone, in the dark, by a long address
            visit.open("/tissue")
            visit.slider("reserve").press("ArrowLeft")
            visit.page.wait_for_url("**reserve.amplification=**")
            visit.page.emulate_media(color_scheme="dark")
            visit.page.set_viewport_size({"width": 390, "height": 800})
            visit.page.wait_for_function(
                "([figure, ground]) => figure.matches('[data-form=narrow][aria-busy=false]') && "
                "figure.querySelector('.svg-container').clientWidth < innerWidth && "
                "getComputedStyle(document.querySelector('.stApp')).backgroundColor === ground",
                arg=[visit.figure(view).element_handle(), rgb(DARK.bg)],
            )
            visit.frames()
        with visit.page.expect_download() as saved:
            visit.figure(view).get_by_role("button", name="Save picture (SVG)").click()
        saved.value.save_as(tmp_path / "picture.svg")
        picture = visit.page.context.new_page()
        picture.set_content((tmp_path / "picture.svg").read_text("utf-8"))
        found = picture.evaluate(IN_PICTURE)
        assert found["ground"] == rgb((DARK if view == "guess" else LIGHT).bg)
        assert found["cut"] == [], view
        assert found["families"] == ["Source Sans"], view
        assert found["fonts"] == [["Source Sans", "loaded"]], view
        words = " ".join(" ".join(found["words"]).split())
        assert " ".join(visit.sentence(view).split()) in words
        here = VIEWS[view]
        for said in (here.title, f"Rests on: {here.tag_words}.", here.note, here.caution):
            assert " ".join(said.split()) in words
        assert not here.cited or f"Sources: {', '.join(here.cited)}." in words
        assert visit.page.url in words.replace(" ", "")
        if here.on_axis:
            assert main_control(view)[1].label in words
        picture.close()


def test_the_file_comes_with_a_decimal_comma_too(visitor: Visitor) -> None:
    visit = visitor().open("/?short.amount=1")
    files = []
    for name in ("Save numbers (CSV)", "Save numbers (CSV, decimal comma)"):
        with visit.page.expect_download() as download:
            visit.figure("short").get_by_role("button", name=name, exact=True).click()
        files.append(download.value.path().read_bytes().decode("utf-8-sig"))
    points, commas = (
        list(csv.reader(io.StringIO(text), delimiter=mark))
        for text, mark in zip(files, ",;", strict=True)
    )
    assert points[: points.index([])] == commas[: commas.index([])]
    rows = points[points.index([]) + 2 :], commas[commas.index([]) + 2 :]
    assert rows[0] == [[name, *(n.replace(",", ".") for n in ns)] for name, *ns in rows[1]]
    assert "," in rows[1][1][2]


# The addresses that are copied from now on.
COPIED = """() => {
  window.copied = [];
  navigator.clipboard.writeText = async (text) => { window.copied.push(text); };
}"""


def test_a_copied_link_holds_the_last_move_and_leads_to_its_figure(visitor: Visitor) -> None:
    visit = visitor().open("/tissue?utm_source=a&guess.height=40&fbclid=b")
    page = visit.page
    page.evaluate(COPIED)
    page.evaluate(
        """() => {
          const figure = document.getElementById("reserve");
          const range = figure.querySelector("input[type=range]");
          range.value = 0;
          range.dispatchEvent(new Event("input", { bubbles: true }));
          [...figure.querySelectorAll("button")].find((b) => b.innerText === "Copy link").click();
        }"""
    )
    (link,) = page.evaluate("window.copied")
    url = urlsplit(link)
    assert url.fragment == "reserve"
    query = dict(parse_qsl(url.query))
    assert query["reserve.amplification"] == "0.01"
    assert query["guess.height"] == "40"
    assert all("." in key for key in query)
    visit.figure("guess").get_by_role("button", name="Copy link").click()
    assert "#" not in page.evaluate("window.copied.at(-1)")
    other = visitor()
    other.page.goto(link)
    other.drawn()
    assert other.slider("reserve").input_value() == "0"
    assert -1 <= other.figure("reserve").bounding_box()["y"] < 200


def test_a_chart_goes_on_without_the_server(visitor: Visitor, start: Any) -> None:
    visit = visitor()
    with start() as running:
        visit.page.goto(f"{running.url}/ceiling")
        visit.drawn()
    before = visit.curves("breathing")
    visit.slider("breathing").focus()
    visit.page.keyboard.press("Home")
    visit.frames()
    assert visit.sentence("breathing") == said("breathing", taken=0)
    assert visit.curves("breathing") != before
    visit.page.goto("about:blank")  # it asks for its server until it is left
    visit.errors.clear()
    visit.requests.clear()
