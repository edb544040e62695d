"""Which talk is shown: the presenter's own file, or the default one beside this file."""

import argparse
import logging
import os
import sys
from functools import cache
from hmac import compare_digest
from pathlib import Path
from secrets import token_hex
from typing import Final

from contents import CHAPTERS
from mureceptor.live.talk import Scene, read_talk

DEFAULT: Final = Path(__file__).with_name("talk.toml")
_log: Final = logging.getLogger("streamlit.explainer")


@cache
def scenes() -> tuple[Scene, ...]:
    """Return the talk that `--talk FILE` or MURECEPTOR_TALK names, or else the default one.

    A file that is no talk is refused with the line and the reason, and the default talk runs.
    """
    named = _named()
    if named:
        try:
            return read_talk(Path(named).read_text("utf-8"))
        except (OSError, UnicodeDecodeError, ValueError) as error:
            reason = error.strerror if isinstance(error, OSError) else error
            _log.warning("the talk %s is not used: %s. The default talk runs.", named, reason)
    return read_talk(DEFAULT.read_text("utf-8"))


@cache
def names() -> dict[str, str]:
    """Return the chapters' names by the links that lead to them."""
    return {f"/{chapter.path}": chapter.name for chapter in CHAPTERS}


def notes(word: str) -> tuple[str, ...] | None:
    """Return what to say, scene by scene, to who may read it; None to others.

    The default talk's notes are as public as its file. Those of a talk of one's own open with the
    word that MURECEPTOR_NOTES sets, or else with one that the log tells.
    """
    own = scenes() != read_talk(DEFAULT.read_text("utf-8"))
    if own and not compare_digest(word.encode(), notes_word().encode()):
        return None
    return tuple(scene.notes for scene in scenes())


@cache
def notes_word() -> str:
    """Return the word that opens the notes of a talk of one's own."""
    word = os.environ.get("MURECEPTOR_NOTES", "")
    if not word:
        word = token_hex(4)
        _log.warning("the notes of this talk open with the word %s", word)
    return word


def _named() -> str:
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--talk", default=os.environ.get("MURECEPTOR_TALK", ""))
    return str(parser.parse_known_args(sys.argv[1:])[0].talk)
