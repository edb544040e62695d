"""A chapter as a visitor opens it, run without a browser."""

import json
import re
from collections.abc import Mapping
from html import unescape
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from contents import CHAPTERS
from page.parts import Chapter

FRAME = Path(__file__).parents[2] / "app" / "frame.py"


def opened(chapter: Chapter, query: Mapping[str, str] | None = None) -> AppTest:
    page = AppTest.from_file(str(FRAME), default_timeout=60)
    # `switch_page` finds only pages that are files; ours are functions, told apart by their path.
    page._page_hash = calc_hash(chapter.path)
    page.query_params.update(query or {})
    return page.run()


def named(key: str) -> Chapter:
    return next(chapter for chapter in CHAPTERS if chapter.key == key)


def html(page: AppTest) -> str:
    return "\n".join(element.proto.body for element in page.get("html"))


def text(markup: str) -> str:
    # A hard word and what keeps it and its sign on one line, one in the other.
    for worded in (r'<button [^>]*class="word"[^>]*>', *2 * [r'<span class="signed">']):
        markup = re.sub(rf"{worded}([^<]*)</\w+>", r"\1", markup)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", markup)).split())


def charts(page: AppTest) -> dict[str, dict[str, Any]]:
    data = [json.loads(element.proto.json)[0] for element in page.get("bidi_component")]
    return {each["view"]: each for each in data if "view" in each}
