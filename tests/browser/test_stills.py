"""Pictures that do not move are taken along as they stand: whole, in their colours, with a link."""

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from mureceptor.marks.look import DARK
from mureceptor.report.counted import deaths
from mureceptor.report.still import Counted, Groups

# What is read on a saved picture, and what of it leaves the picture.
READ = """() => {
  document.body.style.margin = 0;
  const picture = document.querySelector('svg').getBoundingClientRect();
  const parts = [...document.querySelectorAll('svg text, svg path, svg rect, svg line')];
  const out = parts.filter((part) => {
    const { left, right, top, bottom } = part.getBoundingClientRect();
    return left < 0 || right > picture.right + 1 || top < 0 || bottom > picture.bottom + 1;
  });
  return {
    words: parts.filter(({ tagName }) => tagName === 'text').map((t) => t.textContent).join(''),
    rows: parts.filter(({ tagName }) => tagName === 'path')
      .map((path) => ['stroke', 'stroke-dasharray', 'd'].map((name) => path.getAttribute(name))),
    ground: document.querySelector('svg > rect').getAttribute('fill'),
    out: out.map((part) => part.outerHTML),
  };
}"""
SAID = """(still) => {
  const copy = still.cloneNode(true);
  copy.querySelector('.still-tools').remove();
  return copy.textContent;
}"""
IN_SIGHT = "(still) => Math.abs(still.getBoundingClientRect().top) < innerHeight / 2"


def bare(words: str) -> str:
    return re.sub(r"\s", "", words)


def rgb(colour: str) -> str:
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgb({red}, {green}, {blue})"


def test_a_counted_picture_is_saved_whole_and_linked(
    visitor: Callable[..., Any], tmp_path: Path
) -> None:
    visit = visitor(width=390, height=800, color_scheme="dark")
    page = visit.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit.go("/records")
    still = page.locator("#deaths")
    with page.expect_download() as saved:
        still.get_by_role("button", name="Save picture (SVG)").click()
    assert saved.value.suggested_filename == "deaths.svg"
    saved.value.save_as(tmp_path / "deaths.svg")
    shown = page.context.new_page()
    shown.set_content((tmp_path / "deaths.svg").read_text("utf-8"))
    read = shown.evaluate(READ)
    shown.close()
    link = f"{visit.base}/records#deaths"
    assert bare(read["words"]) == bare(still.evaluate(SAID)) + link
    assert read["out"] == []
    assert read["ground"] == rgb(DARK.bg)
    squares: Counter[str] = Counter()
    for stroke, dashes, path in read["rows"]:
        square, gap = map(float, dashes.split())
        for width in re.findall(r"h([\d.]+)", path):
            squares[stroke] += round((float(width) + gap) / (square + gap))
    pieces = deaths().pieces
    drawn = [piece for piece in pieces if isinstance(piece, Counted)]
    drawn += [group.drawn for p in pieces if isinstance(p, Groups) for group in p.groups]
    blocks = [block for counted in drawn for block in counted.blocks]
    assert squares[rgb(DARK.line)] == sum(block.total for block in blocks) > 20_000
    assert squares[rgb(DARK.text)] == sum(block.marked for block in blocks) > 0

    with page.expect_download() as saved:
        page.locator("#surveys").get_by_role("button", name="Save picture (PNG)").click()
    image = Image.open(saved.value.path())
    assert image.size[0] > 2 * 358
    pixels = np.asarray(image.convert("RGB")).astype(int)
    ink = np.array([int(DARK.text[i : i + 2], 16) for i in (1, 3, 5)])
    assert 0.005 < (np.abs(pixels - ink).max(axis=2) < 9).mean() < 0.5

    still.get_by_role("button", name="Copy link").click()
    still.get_by_text("The link is copied.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == link
    page.goto("about:blank")
    visit.go("/records#deaths")
    page.locator("#deaths:focus").wait_for(state="attached")
    assert still.evaluate(IN_SIGHT)
