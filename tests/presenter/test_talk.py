"""Which talk is shown, and who reads its notes."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from contents import CHAPTERS
from mureceptor.live.payload import document
from mureceptor.live.talk import read_talk
from mureceptor.marks.forms import NARROW, SCENE
from presenter import talk

FINE = '[[scene]]\nheadline = "One"\nview = "short"\n'


def test_the_default_talk_stands_on_the_steps_of_its_controls() -> None:
    default = read_talk(talk.DEFAULT.read_text("utf-8"))
    assert 8 <= len(default) <= 14
    for scene in default:
        assert scene.notes
        chapter = next(each for each in CHAPTERS if scene.link == f"/{each.path}")
        assert scene.view.name in chapter.views, "a link leads to where the figure stands"
        for name, parameter in scene.view.dragged_in(scene.state).items():
            assert getattr(scene.state, name) in parameter.grid
        for form in (NARROW, SCENE):
            seen = document(scene.view, scene.view.numbers(scene.state), form)
            assert seen["panels"]["main"]["data"]


@pytest.mark.parametrize("content", ["[[scene]]\n", None, b"\xff\xfe"])
def test_a_file_that_cannot_be_used_is_told_in_the_log_and_the_default_runs(
    content: str | bytes | None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    path = tmp_path / "mine.toml"
    if content is not None:
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    monkeypatch.setenv("MURECEPTOR_TALK", str(path))
    monkeypatch.setattr("sys.argv", ["main.py"])
    monkeypatch.setattr(logging.getLogger("streamlit"), "propagate", True)
    talk.scenes.cache_clear()
    with caplog.at_level(logging.WARNING):
        assert talk.scenes() == read_talk(talk.DEFAULT.read_text("utf-8"))
    talk.scenes.cache_clear()
    assert "mine.toml is not used: " in caplog.text
    if content == "[[scene]]\n":
        assert "the scene at line 1: headline is missing" in caplog.text


def test_a_talk_of_ones_own_is_named_on_the_command_line_before_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("One", "Two"):
        (tmp_path / name).write_text(FINE.replace("One", name))
    monkeypatch.setenv("MURECEPTOR_TALK", str(tmp_path / "Two"))
    monkeypatch.setattr("sys.argv", ["main.py"])
    talk.scenes.cache_clear()
    assert talk.scenes()[0].headline == "Two"
    monkeypatch.setattr("sys.argv", ["main.py", "--talk", str(tmp_path / "One")])
    talk.scenes.cache_clear()
    assert talk.scenes()[0].headline == "One"
    talk.scenes.cache_clear()


# --- The speaker's notes: to whom they are given --------------------------------------------------


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A talk of one's own."""
    path = tmp_path / "mine.toml"
    path.write_text('[[scene]]\nheadline = "One"\nview = "short"\nnotes = "Breathe."\n')
    monkeypatch.setattr("sys.argv", ["main.py", "--talk", str(path)])
    talk.scenes.cache_clear()
    talk.notes_word.cache_clear()
    yield
    talk.scenes.cache_clear()
    talk.notes_word.cache_clear()


def test_those_of_the_default_talk_are_public() -> None:
    assert talk.notes("") == tuple(scene.notes for scene in talk.scenes())


@pytest.mark.usefixtures("own")
def test_those_of_ones_own_open_with_the_word_that_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MURECEPTOR_NOTES", "s\u00e9same")
    assert talk.notes("") is None
    assert talk.notes("sesame") is None
    assert talk.notes("s\u00e9same") == ("Breathe.",)


@pytest.mark.usefixtures("own")
def test_without_a_set_word_one_is_made_and_told_in_the_log(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.delenv("MURECEPTOR_NOTES", raising=False)
    monkeypatch.setattr(logging.getLogger("streamlit"), "propagate", True)
    assert talk.notes("") is None
    word = talk.notes_word()
    assert word in caplog.text
    assert talk.notes(word) == ("Breathe.",)
