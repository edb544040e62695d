"""A talk: an ordered list of scenes, each one of the explainer's figures in one state.

A talk is a TOML file: one `[[scene]]` after another, with

    headline = "What the room reads, one short sentence"      # required, at most 42 characters
    view = "short"                                            # required, a figure's name
    state = { amount = 10 }                                   # where it starts; the rest is usual
    notes = "What to say."                                    # for the speaker
    question = "What do you think happens?"                   # at most 90; until it is answered
    answers = ["It grows", "It shrinks"]                      # two to four; a room's phones choose
    link = "/ceiling"                                         # the chapter to read on
    steps = true                                              # step through the figure first
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from mureceptor.views import VIEWS, find
from mureceptor.views.state import State
from mureceptor.views.view import View

_START = re.compile(r"\s*\[\[\s*scene\s*\]\]")
_TEXTS = {"headline": 42, "view": 40, "notes": 1200, "question": 90, "link": 200}
_ANSWERS = range(2, 5)
_LONGEST_ANSWER = 24


@dataclass(frozen=True)
class Scene:
    """One step of a talk."""

    headline: str
    view: View
    state: State
    notes: str = ""
    question: str = ""
    link: str = ""
    answers: tuple[str, ...] = ()
    steps: bool = False
    line: int = field(default=0, compare=False)

    @property
    def guess(self) -> str:
        """The field that a room guesses, where this figure has a guess on it; or nothing."""
        return self.view.controls[0] if "answer" in self.view.state.parameters() else ""

    @property
    def ballot(self) -> frozenset[str]:
        """All that one of a room can say here: the number of an answer, or a guess."""
        if self.answers:
            return frozenset(map(str, range(len(self.answers))))
        parameter = self.view.dragged.get(self.guess)
        return frozenset(map(parameter.format, parameter.grid)) if parameter else frozenset()


def read_talk(text: str) -> tuple[Scene, ...]:
    """Read the scenes of a talk.

    Raises
    ------
    ValueError
        If the text is no talk: says the line and why.
    """
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        where = "" if "line" in str(error) else f"line {text.count(chr(10)) + 1}: "
        raise ValueError(f"{where}{error}") from None
    tables = content.get("scene")
    if content.keys() != {"scene"} or not isinstance(tables, list) or not tables:
        raise ValueError("line 1: a talk is one [[scene]] or more and nothing else")
    starts = [n for n, line in enumerate(text.split("\n"), 1) if _START.match(line)]
    if len(starts) != len(tables):
        raise ValueError("line 1: each scene begins with [[scene]] on a line, and only scenes do")
    scenes = []
    for line, table in zip(starts, tables, strict=True):
        try:
            scenes.append(_scene(table, line))
        except ValueError as error:
            raise ValueError(f"the scene at line {line}: {error}") from None
    return tuple(scenes)


def _scene(table: Mapping[str, Any], line: int) -> Scene:
    unknown = table.keys() - {*_TEXTS, "state", "answers", "steps"}
    if unknown:
        raise ValueError(f"unknown entry {min(unknown)!r}")
    texts = {name: _text(table, name, longest) for name, longest in _TEXTS.items()}
    for name in ("headline", "view"):
        if not texts[name]:
            raise ValueError(f"{name} is missing")
    view = find(texts.pop("view"))
    if view is None:
        raise ValueError(f"there is no view {table['view']!r}; there are {', '.join(VIEWS)}")
    if texts["link"] and not re.fullmatch(r"/[\w-]*", texts["link"]):
        raise ValueError("link must be a page of this app, such as /ceiling")
    steps = table.get("steps", False)
    if not isinstance(steps, bool) or (steps and not view.steps):
        raise ValueError("steps must be true or false, and true only for a figure that has steps")
    scene = Scene(
        view=view,
        state=_state(view, table.get("state", {})),
        answers=_answers(table.get("answers", [])),
        steps=steps,
        line=line,
        **texts,
    )
    if scene.answers and (scene.guess or not scene.question):
        raise ValueError("answers need a question, and a figure without a guess on it")
    return scene


def _answers(given: Any) -> tuple[str, ...]:
    if not isinstance(given, list) or not all(isinstance(text, str) for text in given):
        raise ValueError("answers must be a list of texts")
    texts = tuple(text.strip() for text in given)
    if texts and (len(texts) not in _ANSWERS or len(set(texts)) < len(texts)):
        raise ValueError("there must be two to four answers that differ")
    if not all(0 < len(text) <= _LONGEST_ANSWER for text in texts):
        raise ValueError(f"an answer must be a text of at most {_LONGEST_ANSWER} characters")
    return texts


def _text(table: Mapping[str, Any], name: str, longest: int) -> str:
    value = table.get(name, "")
    if not isinstance(value, str) or len(value) > longest:
        raise ValueError(f"{name} must be a text of at most {longest} characters")
    return re.sub(r"(?<!\n)\n(?!\n)", " ", value.strip())  # only an empty line parts paragraphs


def _state(view: View, fields: Any) -> State:
    if not isinstance(fields, dict):
        raise ValueError("state must be a table such as { amount = 10 }")
    unknown = fields.keys() - view.state.parameters().keys()
    if unknown:
        known = ", ".join(view.state.parameters())
        raise ValueError(f"the view {view.name!r} has no {min(unknown)!r}; it has {known}")
    state, refused = view.state.parse({name: str(value) for name, value in fields.items()})
    if refused:
        raise ValueError("; ".join(refused))
    return state
