"""The talk: stepped with keys, kept over a reload and a stopped server, mirrored in windows."""

import io
import itertools
import re
import subprocess
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast
from urllib.parse import urlsplit

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Locator, Page
from tests.browser.conftest import MARKS
from tests.conftest import ROOT, Running, Start, until_healthy

from mureceptor.live.talk import read_talk
from mureceptor.views import VIEWS

Visitor = Callable[..., Any]
TALK = read_talk((ROOT / "app" / "presenter" / "talk.toml").read_text("utf-8"))
LARGE = {"width": 1920, "height": 1080}
# In every frame from now on: whether one painted figure is on show.
WATCH = """() => {
  const seen = window.seen = { frames: 0, blank: 0 };
  const look = () => {
    const shown = document.querySelectorAll('.stage-figure.shown');
    const painted = shown[0]?.querySelector('.main-svg .trace');
    seen.frames += 1;
    const blank = !painted || getComputedStyle(shown[0]).visibility !== 'visible';
    if (blank || shown.length !== 1) seen.blank += 1;
    requestAnimationFrame(look);
  };
  look();
}"""
# What of a scene lies outside the window, under the help line, or over another part.
ASTRAY = """() => {
  const box = (selector) => [...document.querySelectorAll(selector)]
    .map((node) => [selector, node.getBoundingClientRect()]).filter(([, { height }]) => height);
  const shown = '.stage-figure.shown ';
  const parts = ['.stage-top', '.stage-headline', `${shown}.live-main`, `${shown}.live-controls`,
    `${shown}.live-sentence`, '.stage-asked', '.help'].flatMap(box);
  const outside = ([, b]) =>
    b.left < -1 || b.right > innerWidth + 1 || b.bottom > innerHeight + 1;
  const wrong = parts.filter(outside);
  parts.slice(1).forEach(([, b], i) => {
    if (b.top < parts[i][1].bottom - 1) wrong.push(parts[i + 1]);
  });
  const margin = document.querySelector(`${shown}.live-caution`)?.getBoundingClientRect();
  for (const words of margin ? document.querySelectorAll(`${shown}.annotation-text`) : []) {
    const b = words.getBoundingClientRect();
    const beside = b.right <= margin.left || b.left >= margin.right;
    const leading = 6; // of a label's box above and below what is seen of it
    const clear = beside || b.bottom - leading <= margin.top || b.top + leading >= margin.bottom;
    if (!clear) wrong.push([`caution over ${words.textContent}`]);
  }
  return wrong.map(([name]) => name);
}"""
SMALLEST = """() => Math.min(...[...document.querySelectorAll(
  '.stage-scene :is(.live-sentence, .stage-question, label, .live-caution, .stage-where), '
  + '.stage-figure.shown .main-svg text, .help')]
  .filter((node) => node.textContent && node.getClientRects().length)
  .map((node) => parseFloat(getComputedStyle(node).fontSize)))"""


def arrive(visitor: Visitor, path: str = "/present", **how: Any) -> Any:
    visit = visitor(**{**LARGE, **how})
    visit.page.goto(visit.base + path)
    return visit


def shows(page: Page, number: int) -> None:
    """Wait until this scene is on show and painted."""
    page.wait_for_function(
        "([place, headline]) => document.querySelector('.stage-place')?.textContent === place"
        " && document.querySelector('.stage-headline').textContent === headline"
        " && document.querySelector('.stage-figure.shown .main-svg .trace')",
        arg=[f"{number} / {len(TALK)}", TALK[number - 1].headline],
    )


def said(page: Page, notes: str) -> None:
    """Wait until these are the speaker's notes on show."""
    page.locator(".stage-notes").wait_for(state="visible")
    page.wait_for_function(
        "(notes) => document.querySelector('.stage-notes').innerText === notes", arg=notes
    )


def state(page: Page) -> dict[str, str]:
    """Return what can be set in the scene on show, as it stands there."""
    found: dict[str, str] = page.evaluate(
        "() => Object.fromEntries([...document.querySelectorAll('.stage-figure.shown input')]"
        ".filter((i) => i.type === 'range' || i.checked).map((i) => [i.id || i.name, i.value]))"
    )
    return found


def values(page: Page) -> list[str]:
    return list(state(page).values())


def marks(page: Page) -> list[tuple[str, ...]]:
    """Return what the scene on show has drawn, but for where."""
    found = page.locator(".stage-figure.shown .live-figure").evaluate(MARKS)
    return sorted(tuple(v for k, v in mark.items() if k != "box") for mark in found)


def astray(page: Page) -> list[str]:
    """Wait until nothing in the scene on show is astray; return what is to the last."""
    for _ in range(300):
        wrong: list[str] = page.evaluate(ASTRAY)
        if not wrong:
            break
        page.wait_for_timeout(100)
    return wrong


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def ready(page: Page) -> None:
    """Wait until the neighbours of the scene on show are drawn too."""
    page.wait_for_function(
        "() => [...document.querySelectorAll('.stage-figure')].length > 1"
        " && [...document.querySelectorAll('.stage-figure')]"
        ".every((figure) => figure.querySelector('.main-svg'))"
    )


def test_the_whole_talk_forward_and_back_by_keys_without_a_blank(visitor: Visitor) -> None:
    page = arrive(visitor).page
    shows(page, 1)
    ready(page)
    page.evaluate(WATCH)
    for number in range(2, len(TALK) + 1):
        press(page, "PageDown")
        shows(page, number)
        assert astray(page) == [], number
        assert page.evaluate(SMALLEST) >= 26, number  # a tag may have 26 px; body has 28
    press(page, "PageDown")
    shows(page, len(TALK))
    for number in reversed(range(1, len(TALK))):
        press(page, "PageUp")
        shows(page, number)
    press(page, "1", "0", "Enter")
    shows(page, 10)
    press(page, "Home")
    shows(page, 1)
    press(page, "End")
    shows(page, len(TALK))
    assert f"{urlsplit(page.url).netloc}/" in page.locator(".stage-where").inner_text()
    seen = page.evaluate("() => window.seen")
    assert seen["frames"] > 50
    assert seen["blank"] == 0


def test_every_scene_fits_a_small_projector_in_the_dark(visitor: Visitor) -> None:
    page = arrive(visitor, width=1280, height=720, color_scheme="dark").page
    for number in range(1, len(TALK) + 1):
        shows(page, number)
        assert astray(page) == [], number
        if TALK[number - 1].question:
            press(page, "g")
            page.wait_for_selector(".stage:not([data-asking])")
            assert astray(page) == [], f"{number}, answered"
        press(page, "PageDown")


def test_every_view_fits_a_scene_wherever_its_control_stands(
    start: Start, visitor: Visitor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    talk = tmp_path / "talk.toml"
    scenes = [f'[[scene]]\nheadline = "{name}"\nview = "{name}"\nlink = "/"' for name in VIEWS]
    talk.write_text("\n".join(scenes), "utf-8")
    monkeypatch.setenv("MURECEPTOR_TALK", str(talk))
    with start() as running:
        visit = visitor(**LARGE)
        page = visit.page
        page.goto(f"{running.url}/present")
        for name in VIEWS:
            page.wait_for_function(
                "(name) => document.querySelector('.stage-headline')?.textContent === name"
                " && document.querySelector('.stage-figure.shown .main-svg .trace')",
                arg=name,
            )
            control = page.locator(".shown input[type=range]").first
            control.focus()
            for key in ("Home", "End"):
                press(page, key)
                assert astray(page) == [], f"{name} at {key}"
            press(page, "PageDown")
        page.goto("about:blank")  # or it would look for its server
    visit.requests.clear()


def test_keys_move_the_control_inside_it_and_the_talk_outside(visitor: Visitor) -> None:
    page = arrive(visitor).page
    shows(page, 1)
    slider = page.locator(".stage-figure.shown input[type=range]").first
    slider.focus()
    start = int(slider.input_value())
    press(page, "ArrowRight", "ArrowRight", "ArrowUp")
    assert int(slider.input_value()) == start + 3
    press(page, "Home")
    assert slider.input_value() == "0"
    shows(page, 1)
    press(page, "3", "Enter")  # a number means nothing to a control
    shows(page, 3)
    press(page, "PageUp")
    shows(page, 2)
    press(page, "PageUp", "r")
    shows(page, 1)
    page.wait_for_function(
        "(v) => document.querySelector('.shown input').value === v", arg=str(start)
    )
    press(page, "ArrowRight")
    shows(page, 2)
    press(page, "b")
    assert page.locator(".stage-black").is_visible()
    press(page, "b", "?")
    assert page.locator(".stage-black").is_hidden()
    keys = page.locator(".stage-keys")
    assert "Page Down" in keys.inner_text()
    press(page, "PageDown")
    assert keys.is_hidden()
    shows(page, 3)
    press(page, "c")
    assert page.locator(".shown .stage-more").is_visible()
    press(page, "Escape", "n")
    assert page.locator(".shown .stage-more").is_hidden()
    said(page, TALK[2].notes)
    notes = page.locator(".stage-aside").bounding_box()
    headline = page.locator(".stage-headline").bounding_box()
    words = page.locator(".stage-question").bounding_box()
    assert notes
    assert headline
    assert words
    assert headline["y"] + headline["height"] < notes["y"]
    assert notes["y"] + notes["height"] < words["y"]
    page.evaluate("() => document.body.append(document.createElement('textarea'))")
    page.locator("body > textarea").focus()
    page.keyboard.type("b1 nrg?")
    press(page, "PageDown", "Enter")
    shows(page, 3)
    assert page.locator(".stage-black").is_hidden()
    assert page.evaluate("() => scrollY + document.querySelector('.stApp').scrollTop") == 0


def test_a_held_key_steps_once_and_keys_of_one_letter_can_be_switched_off(
    visitor: Visitor,
) -> None:
    page = arrive(visitor).page
    shows(page, 1)
    for _ in range(4):
        page.keyboard.down("PageDown")  # from the second on it is a repeat
    page.keyboard.up("PageDown")
    shows(page, 2)
    press(page, "?")
    page.get_by_label("Keys of one letter or digit").uncheck()
    press(page, "Escape", "b", "5", "Enter")
    assert page.locator(".stage-black").is_hidden()
    shows(page, 2)
    page.reload()
    shows(page, 2)
    press(page, "b", "PageDown")
    shows(page, 3)
    assert page.locator(".stage-black").is_hidden()
    press(page, "?")
    page.get_by_label("Keys of one letter or digit").check()
    press(page, "Escape", "b")
    assert page.locator(".stage-black").is_visible()


def test_the_screen_stays_on_and_a_blocked_window_says_so(visitor: Visitor) -> None:
    visit = visitor(**LARGE)
    visit.page.add_init_script(
        "window.asked = []; window.open = () => null;"
        "navigator.wakeLock.request = async (what) => { asked.push(what); return { release() {} } }"
    )
    visit.page.goto(visit.base + "/present")
    shows(visit.page, 1)
    assert visit.page.evaluate("() => window.asked") == ["screen"]
    visit.page.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))")
    assert visit.page.evaluate("() => window.asked") == ["screen", "screen"]
    press(visit.page, "s")
    assert "view=speaker" in visit.page.locator(".stage-status").inner_text()


def test_a_guess_is_asked_for_and_answered(visitor: Visitor) -> None:
    number = next(n for n, scene in enumerate(TALK, 1) if scene.view.name == "guess")
    page = arrive(visitor, f"/present?scene={number}").page
    shows(page, number)
    sentence, question = page.locator(".shown .live-sentence"), page.locator(".stage-question")
    assert sentence.is_hidden()
    assert question.inner_text() == TALK[number - 1].question
    handle = page.locator(".shown .live-handle").bounding_box()
    assert handle
    x, y = handle["x"] + handle["width"] / 2, handle["y"] + handle["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x, y - 100)
    page.mouse.up()
    assert question.is_visible(), "a guess is no answer"
    page.get_by_role("button", name="Show the answer").click()
    page.wait_for_function(
        "() => /The model says/.test(document.querySelector('.shown .live-sentence').innerText)"
    )
    assert question.is_hidden()
    page.wait_for_url("**guess.answer=shown**")
    page.reload()
    shows(page, number)
    assert "The model says" in sentence.inner_text()
    press(page, "g")
    page.wait_for_selector(".stage[data-asking]")


def test_an_answer_by_key_outlives_a_reload(visitor: Visitor) -> None:
    number = next(n for n, s in enumerate(TALK, 1) if s.question and s.view.name != "guess")
    page = arrive(visitor, f"/present?scene={number}").page
    shows(page, number)
    assert page.locator(".stage-question").is_visible()
    press(page, "g")
    page.reload()
    shows(page, number)
    assert page.locator(".shown .live-sentence").is_visible()
    press(page, "r")
    assert page.locator(".stage-question").is_visible()


def test_state_outlives_a_reload_other_scenes_and_a_stopped_server(
    start: Start, visitor: Visitor
) -> None:
    with start() as first:
        visit = visitor(**LARGE)
        page = visit.page
        page.goto(f"{first.url}/present")
        shows(page, 1)
        press(page, "5", "Enter")
        shows(page, 5)
        page.locator(".shown input[type=range]").focus()
        press(page, *["ArrowLeft"] * 4)
        left = values(page)
        press(
            page, "PageDown", "9", "Enter"
        )  # at once: the scene before must not write itself here
        shows(page, 9)
        press(page, "5", "Enter")
        shows(page, 5)
        assert values(page) == left
        page.wait_for_url("**breathing.taken=**")
        page.reload()
        shows(page, 5)
        assert values(page) == left
        ready(page)
        address = page.url
    # The server is gone: the talk goes on, says so quietly, and nothing covers it.
    page.wait_for_function("() => document.querySelector('.stage-offline').textContent")
    press(page, "PageDown")
    shows(page, 6)
    press(page, "PageUp")
    shows(page, 5)
    page.locator(".shown input[type=range]").focus()
    press(page, "ArrowLeft")
    page.wait_for_timeout(400)
    left = values(page)
    assert page.evaluate(
        "() => document.querySelector('.stage').contains(document.elementFromPoint(960, 400))"
    )
    again = subprocess.Popen(
        list(cast("list[str]", first.process.args)),
        cwd=ROOT,
        env=first.environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        until_healthy(Running(first.folder, first.url, again))
        page.wait_for_function("() => !document.querySelector('.stage-offline').textContent")
        shows(page, 5)
        assert values(page) == left
        page.reload()
        shows(page, 5)
        assert values(page) == left
        assert page.url != address
    finally:
        again.terminate()
        again.wait(20)
    visit.errors.clear()  # a stopped server is an error line in the browser
    visit.requests.clear()


# Read at once: a busy machine takes more than a second from one command to the next.
BACK_TO_ZERO = """() => {
  dispatchEvent(new KeyboardEvent('keydown', { key: 't' }));
  return document.querySelector('.stage-clock').textContent;
}"""


def test_two_windows_of_one_browser_go_together(visitor: Visitor) -> None:
    visit = arrive(visitor, "/present?scene=3", width=1280, height=800)
    room = visit.page
    shows(room, 3)
    speaker = room.context.new_page()
    speaker.goto(f"{visit.base}/present?view=speaker")
    shows(speaker, 3)  # it was told
    said(speaker, TALK[2].notes)
    assert TALK[3].headline in speaker.locator(".stage-after").inner_text()
    speaker.wait_for_selector(".stage-figure.next .main-svg .trace", state="visible")
    for here, there in itertools.permutations((room, speaker)):
        before = values(there)
        box = here.locator(".shown input[type=range]").first.bounding_box()
        assert box
        share = 0.3 if here is room else 0.6
        here.mouse.move(box["x"] + 0.8 * box["width"], box["y"] + box["height"] / 2)
        here.mouse.down()
        here.mouse.move(box["x"] + share * box["width"], box["y"] + box["height"] / 2, steps=5)
        there.wait_for_function(
            "(v) => document.querySelector('.shown input').value === v", arg=values(here)[0]
        )
        here.mouse.up()
        assert values(there) == values(here) != before
        until = time.monotonic() + 30
        while marks(there) != marks(here) and time.monotonic() < until:
            here.wait_for_timeout(200)
        assert marks(there) == marks(here)
    left = values(room)
    press(speaker, "PageDown")
    shows(room, 4)
    press(speaker, "b")
    room.wait_for_selector(".stage-black:not([hidden])")
    press(room, "PageUp")
    shows(speaker, 3)
    assert values(speaker) == left
    assert room.locator(".stage-black").is_hidden()
    speaker.wait_for_selector(".stage-black", state="hidden")
    speaker.wait_for_url(re.compile(r"[?&]scene=3(&|$)"))
    assert "view=speaker" in speaker.url
    speaker.wait_for_function("() => document.querySelector('.stage-clock').textContent > '0:00'")
    assert speaker.evaluate(BACK_TO_ZERO) == "0:00"
    speaker.close()
    press(room, "PageDown")
    shows(room, 4)


# The room hears nothing until it is let, as on a machine that has much to do.
HOLD = """
window.late = [];
const { set } = Object.getOwnPropertyDescriptor(BroadcastChannel.prototype, 'onmessage');
Object.defineProperty(BroadcastChannel.prototype, 'onmessage', { set(hear) {
  set.call(this, (event) => { if (window.late) late.push(() => hear(event)); else hear(event); });
} });
"""
LET = "() => { const { late } = window; window.late = undefined; late.forEach((hear) => hear()); }"


@pytest.mark.parametrize("by", ["key", "hand"])
def test_a_step_before_the_windows_have_met_takes_both_along(visitor: Visitor, by: str) -> None:
    visit = visitor(width=1280, height=800)
    room = visit.page
    room.add_init_script(HOLD)
    room.goto(f"{visit.base}/present?scene=3")
    shows(room, 3)
    if by == "key":
        with room.expect_popup() as opened:
            press(room, "s")
        speaker = opened.value
    else:
        speaker = room.context.new_page()
        speaker.goto(f"{visit.base}/present?scene=3&view=speaker")
    shows(speaker, 3)
    press(speaker, "PageDown")
    shows(speaker, 4)
    room.evaluate(LET)
    shows(room, 4)
    press(speaker, "PageDown")
    shows(speaker, 5)
    shows(room, 5)
    assert speaker.locator(".stage-status").inner_text() == ""


def test_a_tab_to_rehearse_in_and_a_link_to_a_scene_are_rooms_of_their_own(
    visitor: Visitor,
) -> None:
    room = arrive(visitor, "/present?scene=3", width=1280, height=800).page
    shows(room, 3)
    with room.expect_popup() as opened:
        press(room, "s")
    speaker = opened.value
    shows(speaker, 3)
    press(speaker, "PageDown")
    shows(room, 4)
    for path, number in (("/present", 1), ("/present?scene=7", 7)):
        other = room.context.new_page()
        other.goto(f"{urlsplit(room.url).scheme}://{urlsplit(room.url).netloc}{path}")
        shows(other, number)
        press(other, "PageDown")
        shows(other, number + 1)
        shows(room, 4)


def test_a_speakers_window_opens_the_room_and_each_comes_back_to_the_other(
    visitor: Visitor,
) -> None:
    speaker = arrive(visitor, "/present?scene=3&view=speaker", width=1280, height=800).page
    shows(speaker, 3)
    assert "No room follows" in speaker.locator(".stage-status").inner_text()
    with speaker.expect_popup() as opened:
        press(speaker, "s")
    room = opened.value
    shows(room, 3)
    number = 3
    for reloaded in (None, speaker, room):
        if reloaded:
            reloaded.reload()
            shows(reloaded, number)
        for here, there in ((speaker, room), (room, speaker)):
            number += 1
            press(here, "PageDown")
            shows(here, number)
            shows(there, number)


SIZES = """() => {
  const style = getComputedStyle(document.querySelector('.stage'));
  const zoom = parseFloat(style.getPropertyValue('--zoom'));
  const shown = '.stage-figure.shown ';
  return ['.stage-headline', `${shown}.live-sentence`, `${shown}label`, `${shown}.xtick text`,
    `${shown}.annotation-text`].map((part) => devicePixelRatio * zoom
    * parseFloat(getComputedStyle(document.querySelector(part)).fontSize));
}"""


def test_to_zoom_with_the_browser_makes_text_larger(visitor: Visitor) -> None:
    usual: list[float] = []
    for zoom in (1.0, 2.0, 2.5, 4.0):
        # To a page, to zoom is to stand in a smaller window of more pixels.
        width, height = round(1920 / zoom), round(1080 / zoom)
        page = arrive(visitor, width=width, height=height, device_scale_factor=zoom).page
        shows(page, 1)
        sizes = page.evaluate(SIZES)
        usual = usual or [size - 1 for size in sizes]
        assert all(now > then for now, then in zip(sizes, usual, strict=True)), zoom
        assert page.evaluate("() => document.querySelector('.stage').scrollWidth <= innerWidth")


def test_a_printed_scene_is_whole(visitor: Visitor) -> None:
    page = arrive(visitor).page
    shows(page, 1)
    # Chromium has laid the page out for the paper when it says so.
    page.evaluate("""() => {
      matchMedia('print').addEventListener('change', ({ matches }) => {
        if (!matches) return;
        const parts = ['.stage-headline', '.shown .main-svg', '.shown .live-sentence'];
        window.printed = { width: document.documentElement.clientWidth, parts: parts.map((part) => {
          const { left, right } = document.querySelector(part).getBoundingClientRect();
          return [left, right];
        }) };
      });
    }""")
    page.pdf()
    printed = page.evaluate("() => window.printed")
    assert printed["width"] < 1920
    for left, right in printed["parts"]:
        assert 0 <= left < right <= printed["width"]


def test_a_scene_that_is_not_there_is_the_first_with_a_notice(visitor: Visitor) -> None:
    page = arrive(visitor, "/present?scene=%3Cb%3E&short.amount=lots&view=backstage").page
    shows(page, 1)
    assert "starts at the first" in page.locator(".stage-status").inner_text()


def swipe(page: Page, on: Locator, by: int) -> None:
    """Draw a finger sideways by so many pixels, from the middle or so of a part."""
    box = on.bounding_box()
    assert box
    x, y = box["x"] + box["width"] * (0.8 if by < 0 else 0.2), box["y"] + box["height"] / 2
    wire = page.context.new_cdp_session(page)
    for name, share in (("Start", 0.0), ("Move", 0.5), ("Move", 1.0), ("End", 1.0)):
        points = [{"x": x + share * by, "y": y}] if name != "End" else []
        wire.send("Input.dispatchTouchEvent", {"type": f"touch{name}", "touchPoints": points})


def test_on_a_phone_a_swipe_steps_and_nothing_is_cut_off(visitor: Visitor) -> None:
    page = arrive(visitor, width=390, height=844, has_touch=True).page
    shows(page, 1)
    headline, plot = page.locator(".stage-headline"), page.locator(".shown .nsewdrag").first
    swipe(page, headline, -200)
    shows(page, 2)
    swipe(page, headline, 200)
    shows(page, 1)
    swipe(page, headline, 30)
    shows(page, 1)
    # On a plot whose dot follows the finger a swipe moves the dot, and only that.
    before = values(page)
    swipe(page, plot, -200)
    shows(page, 1)
    assert int(values(page)[0]) < int(before[0])
    for number in range(1, len(TALK) + 1):
        shows(page, number)
        assert page.evaluate("() => document.querySelector('.stage').scrollWidth <= innerWidth"), (
            number
        )
        if number < len(TALK):
            page.get_by_role("button", name="Next scene").tap()


def test_back_from_a_chapter_comes_to_the_same_scene(visitor: Visitor) -> None:
    page = arrive(visitor, "/present?scene=8").page
    shows(page, 8)
    page.locator(".shown input[type=range]").focus()
    press(page, "ArrowLeft")
    page.wait_for_url("**reserve.amplification=**")
    left = values(page)
    page.locator(".stage-where a").click()
    page.wait_for_selector(".headline")
    assert page.url.endswith(TALK[7].link)
    page.go_back()
    shows(page, 8)
    assert values(page) == left


def test_the_list_shows_and_prints_every_scene(visitor: Visitor, tmp_path: Path) -> None:
    page = arrive(visitor, "/present?view=list").page
    page.wait_for_function(
        "(n) => document.querySelectorAll('.stage-list .main-svg .trace').length >= n"
        " && [...document.querySelectorAll('.stage-small')]"
        ".every((box) => box.querySelector('.main-svg'))"
        " && document.querySelector('.stage-notes').textContent",
        arg=len(TALK),
        timeout=30_000,
    )
    items = page.locator(".stage-list > li")
    for scene, words in zip(TALK, items.all_inner_texts(), strict=True):
        assert scene.headline in words
        assert " ".join(scene.notes.split()) in " ".join(words.split())
    with page.expect_download(timeout=120_000) as download:  # a busy machine draws them slowly
        page.get_by_role("button", name="Save all pictures").click()
    with zipfile.ZipFile(download.value.path()) as pictures:
        assert pictures.testzip() is None
        names = [f"{i:02}-{scene.view.name}.png" for i, scene in enumerate(TALK, 1)]
        assert pictures.namelist() == names
        for name in names:
            image = np.asarray(Image.open(io.BytesIO(pictures.read(name))).convert("RGB"))
            assert min(image.shape[:2]) > 600, name
            ground = image[2, 2].astype(int)
            assert 0.01 < (np.abs(image - ground).max(axis=2) > 60).mean() < 0.5, name
    page.emulate_media(media="print")
    page.wait_for_function(
        "() => [...document.querySelectorAll('.stage-small')].every((box) => box.querySelector("
        "'.main-svg').getBoundingClientRect().right <= box.getBoundingClientRect().right + 1)"
    )
    assert len(page.pdf(path=tmp_path / "talk.pdf")) > 100_000
    page.emulate_media(media="screen")
    page.locator(".stage-list a").nth(6).click()
    shows(page, 7)


def test_a_talk_of_ones_own_and_one_that_is_refused(start: Start, tmp_path: Path) -> None:
    talk = tmp_path / "talk.toml"
    talk.write_text('[[scene]]\nheadline = "Mine"\nview = "shrot"\n')
    with start("app/main.py", "--", "--talk", str(talk)) as app:
        assert re.search(r"line 1: there is no view 'shrot'.*The default talk runs", app.log)
