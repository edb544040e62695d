"""A room: a presenter and two phones follow one another, and come back by themselves."""

import subprocess
from collections.abc import Callable
from typing import Any, cast

from playwright.sync_api import Page
from tests.browser.test_present import LARGE, TALK, press, shows, values
from tests.conftest import ROOT, Running, Start, until_healthy

Visitor = Callable[..., Any]
ASKS = next(n for n, scene in enumerate(TALK, 1) if scene.answers)
GUESS = next(n for n, scene in enumerate(TALK, 1) if scene.guess)


def text_is(page: Page, part: str, words: str) -> None:
    """Wait until a part of the page says this."""
    page.wait_for_function(
        "([part, words]) => document.querySelector(part)?.textContent"
        ".replaceAll('\\u00a0', ' ').includes(words)",
        arg=[part, words],
    )


def follows(phone: Page, number: int) -> None:
    """Wait until a phone shows this scene, drawn."""
    text_is(phone, ".room h1", TALK[number - 1].headline)
    phone.wait_for_selector(".room .main-svg .trace", state="attached")


def value(phone: Page, wanted: str) -> None:
    phone.wait_for_function(
        "(v) => document.querySelector('.room input[type=range]').value === v", arg=wanted
    )


def open_room(visitor: Visitor, base: str = "") -> tuple[Any, str]:
    visit = visitor(**LARGE)
    visit.page.goto(f"{base or visit.base}/present")
    shows(visit.page, 1)
    press(visit.page, "o")
    text_is(visit.page, ".stage-seats", "0 phones follow")
    return visit, visit.page.locator(".stage-invite .stage-code").inner_text()


def join(visitor: Visitor, base: str, code: str) -> Any:
    visit = visitor(width=390, height=844, has_touch=True)
    visit.page.goto(f"{base}/room/{code}")
    return visit


def test_a_room_from_its_opening_to_its_end(visitor: Visitor) -> None:
    visit, code = open_room(visitor)
    talk, base = visit.page, visit.base
    picture = talk.locator(".stage-invite img")
    picture.evaluate("(image) => image.decode()")
    assert f"/room/{code}" in str(picture.get_attribute("alt"))
    assert "Phones cannot open" in talk.locator(".stage-invite .stage-warning").inner_text()
    one, two = join(visitor, base, code).page, visitor(width=390, height=844, has_touch=True).page
    two.goto(f"{base}/room")
    two.get_by_label("The five letters").fill(code.lower())
    two.get_by_role("button", name="Go in").tap()
    for phone in (one, two):
        follows(phone, 1)
        assert "No name, nothing kept" in phone.locator(".room").inner_text()
    text_is(talk, ".stage-seats", "2 phones follow")
    # Each step of a drag; the code is gone with the next scene.
    press(talk, "o")
    talk.locator(".shown input[type=range]").first.focus()
    press(talk, "ArrowLeft", "ArrowLeft")
    for phone in (one, two):
        value(phone, values(talk)[0])
    assert one.locator(".room .live-control label").first.is_visible()  # which is the x axis's name
    assert one.locator(".room input[type=range]").first.is_hidden()
    # A phone's theme.
    ink = "document.querySelector('.room .xtick text').style.fill"
    light = one.evaluate(ink)
    one.emulate_media(color_scheme="dark")
    one.wait_for_function(f"(light) => {ink} !== light", arg=light)
    # Look around, and back.
    two.get_by_role("button", name="Look around").tap()
    two.locator(".room input[type=range]").first.fill("3")
    press(talk, "ArrowLeft")
    value(one, values(talk)[0])
    value(two, "3")
    two.get_by_role("button", name="Back to the talk").tap()
    value(two, values(talk)[0])
    # A question with answers: hidden until G, counted, cleared.
    press(talk, *str(ASKS), "Enter")
    shows(talk, ASKS)
    answers = TALK[ASKS - 1].answers
    for phone, answer in ((one, answers[0]), (two, answers[1])):
        follows(phone, ASKS)
        assert TALK[ASKS - 1].question in phone.locator(".room").inner_text()
        phone.get_by_role("button", name=answer, exact=True).tap()
    text_is(talk, ".stage-answered", "2 of 2 phones have answered")
    assert talk.locator(".stage-tally").is_hidden()
    press(talk, "g")
    talk.wait_for_selector(".stage-squares i")
    told = talk.locator(".stage-squares > div").all_inner_texts()
    counts = [1, 1, *[0] * (len(answers) - 2)]
    assert [" ".join(each.split()) for each in told] == [
        f"{words} {count} of 2" for words, count in zip(answers, counts, strict=True)
    ]
    assert talk.locator(".stage-squares i").count() == 2
    one.wait_for_selector(".room .live-sentence", state="visible")
    press(talk, "x")
    talk.wait_for_selector(".stage-tally", state="hidden")
    # A guess: a dot each on the chart, the median in words.
    press(talk, *str(GUESS), "Enter")
    shows(talk, GUESS)
    for phone, guess in ((one, "30"), (two, "80")):
        follows(phone, GUESS)
        phone.locator(".room input[type=range]").fill(guess)
    text_is(talk, ".stage-answered", "2 of 2 phones have answered")
    assert talk.locator(".stage-strip").count() == 0
    press(talk, "g")
    text_is(talk, ".stage-median", "middle one (median) is 55 %")
    plot = talk.locator(".shown .stage-strip").bounding_box()
    assert plot
    heights = [
        (plot["y"] + plot["height"] - box["y"] - box["height"] / 2) / plot["height"]
        for box in (dot.bounding_box() for dot in talk.locator(".stage-strip circle").all())
        if box
    ]
    assert [round(100 * height) for height in heights] == [80, 30]
    named = talk.locator(".stage-strip text").bounding_box()
    assert named
    assert named["y"] + named["height"] <= plot["y"], "clear of what is named in the plot"
    assert one.locator(".room input[type=range]").input_value() == "30"
    text_is(one, ".room .live-sentence", "A guess of 30 %")
    press(talk, "b")
    text_is(one, ".room-status", "The speaker shows nothing just now")
    # Who leaves is not counted; a reload comes back; the end is said.
    press(talk, "Home")
    two.goto("about:blank")
    press(talk, "o")
    text_is(talk, ".stage-seats", "1 phone follows")
    press(talk, "q")
    talk.reload()
    shows(talk, 1)
    talk.wait_for_selector(".stage-invite[data-how=corner]")
    press(talk, "2", "Enter")
    follows(one, 2)
    press(talk, "o")
    text_is(talk, ".stage-invite .stage-code", code)
    text_is(talk, ".stage-seats", "1 phone follows")
    talk.locator(".stage-invite").get_by_role("button", name="Close the room").click()
    text_is(one, ".room-status", "The room is closed")
    assert one.get_by_role("button").count() == 0
    assert one.locator(".room input[type=range]").first.is_visible()
    assert one.get_by_role("link", name="Read on in the chapter").is_visible()
    assert talk.locator(".stage-invite").is_hidden()
    press(talk, "o")  # another one
    talk.wait_for_selector(".stage-invite[data-how=big]")
    assert talk.locator(".stage-invite .stage-code").inner_text() != code


def test_all_come_back_by_themselves_after_a_restart(start: Start, visitor: Visitor) -> None:
    with start() as first:
        talk, code = open_room(visitor, first.url)
        phone = join(visitor, first.url, code)
        follows(phone.page, 1)
    text_is(phone.page, ".room-status", "goes on trying")
    for part in (".stage-invite .stage-trouble", ".stage-room .stage-trouble"):
        text_is(talk.page, part, "No connection to the room")
    press(talk.page, "PageDown")
    shows(talk.page, 2)
    again = subprocess.Popen(
        list(cast("list[str]", first.process.args)),
        cwd=ROOT,
        env=first.environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        until_healthy(Running(first.folder, first.url, again))
        follows(phone.page, 2)
        press(talk.page, "o")
        text_is(talk.page, ".stage-seats", "1 phone follows")
        assert talk.page.locator(".stage-invite .stage-trouble").is_hidden()
        for visit in (talk, phone):
            visit.page.goto("about:blank")  # or it would look for its server
    finally:
        again.terminate()
        again.wait(20)
    for visit in (talk, phone):  # a stopped server is an error line in the browser
        visit.errors.clear()
        visit.requests.clear()


def test_the_speakers_window_says_who_is_there_and_both_speak(visitor: Visitor) -> None:
    visit, code = open_room(visitor)
    room = visit.page
    with room.expect_popup() as opened:
        press(room, "s")
    speaker = opened.value
    shows(speaker, 1)
    phone = join(visitor, visit.base, code).page
    follows(phone, 1)
    text_is(speaker, ".stage-room", f"Room {code} \u00b7 1 phone follows")
    press(speaker, *str(ASKS), "Enter")
    follows(phone, ASKS)
    phone.locator(".room-answers button").first.tap()
    text_is(speaker, ".stage-room", "1 answered")
    press(speaker, "g")
    room.wait_for_selector(".stage-squares i")
    speaker.close()
    press(room, "PageDown")
    follows(phone, ASKS + 1)
