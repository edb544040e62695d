"""The speaker's notes: to whom they are given."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from presenter import talk


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
