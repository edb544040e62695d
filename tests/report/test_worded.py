"""Each still picture says what `worded.toml` says that it says, in that order.

The numbers are checked elsewhere, so each one is a `#` here, and what is a cell of the evidence is
left out; other words are worked out nowhere. They were read and agreed. Who changes a word of a
picture changes it here.
"""

import csv
import re
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from tests.report.told import strings

from mureceptor.report import care, counted, leaf, mood, relief, verdicts

WORDED = tomllib.loads(Path(__file__).with_name("worded.toml").read_text("utf-8"))
PICTURES: dict[str, Any] = {
    "box": care.BOX,
    "short_box": care.SHORT_BOX,
    "helps": care.helps(),
    "two_words": care.two_words(),
    "deaths": counted.deaths(),
    "surveys": counted.surveys(),
    "shares": leaf.shares(),
    "grid": leaf.grid(),
    "road": leaf.road(),
    "mood": mood.mood(),
    "relief": relief.relief(),
    "verdicts": verdicts.verdicts(),
    "omitted": verdicts.omitted(),
}


CELLS = {
    cell
    for table in (files("mureceptor.evidence") / "data").iterdir()
    if table.name.endswith(".csv")
    for row in csv.reader(table.read_text("utf-8").splitlines())
    for cell in row
}


@pytest.mark.parametrize("name", PICTURES)
def test_a_still_picture_says_what_was_agreed(name: str) -> None:
    own = [words for words in strings(PICTURES[name]) if words not in CELLS]
    assert [re.sub(r"\d[\d,.]*(?<=\d)(?!-OH)", "#", words) for words in own] == WORDED[name]
