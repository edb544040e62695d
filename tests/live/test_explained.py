"""Hard words are found in what moves as they are in what stands: by two scripts, the same ones."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from mureceptor.evidence import findings
from mureceptor.live import contract
from mureceptor.views import VIEWS
from mureceptor.views.explained import Opened, meanings, pieces, words
from mureceptor.views.phrases import plain

SCRIPTS = Path(contract.__file__).with_name("browser")
READER = Path(__file__).with_name("explained.mjs")
HARD = ["Buprenorphine’s grip, and 7-OH (7-OH!).", "agonists; a non-agonist", "cAMP <b>", ""]


def opens(text: str, met: set[str] | None = None) -> list[str]:
    parts = pieces(text, set() if met is None else met)
    return [part.word for part in parts if isinstance(part, Opened) and part.anchor]


def test_a_word_opens_once_in_any_case_and_number() -> None:
    assert opens("Agonists: an agonist, an AGONIST") == ["Agonists"]
    assert opens("spare receptors beside a receptor") == ["spare receptors", "receptor"]
    assert opens("a non-agonist, agonistic, antiagonist") == []
    assert opens("an agonist and a placebo", {"word-agonist"}) == ["placebo"]


def test_what_stands_after_a_word_stays_with_it() -> None:
    signs = [part.sign for part in pieces(HARD[0], set()) if isinstance(part, Opened)]
    assert signs == ["’s", "", "!)."]
    again = pieces("7-OH and 7-OH", set())[-1]
    assert again == Opened("7-OH", "", "")


@pytest.mark.parametrize("text", HARD)
def test_a_text_stays_as_it_was(text: str) -> None:
    parts = pieces(text, set())
    assert "".join(p if isinstance(p, str) else p.word + p.sign for p in parts) == text


def test_every_hard_word_has_a_meaning_of_its_own() -> None:
    assert list(words().values()) == list(meanings())
    assert len(words()) > 40
    assert all(term.screen in words() for term in meanings().values())


@pytest.mark.skipif(shutil.which("node") is None, reason="node is not on the path")
def test_the_script_finds_the_same_words(tmp_path: Path) -> None:
    texts = [*HARD, *(line.sentence for line in findings())]
    for view in VIEWS.values():
        states = [view.state(), *(view.state(**fields) for _, fields in view.tries)]
        texts += [view.title, view.note, *(plain(view.sentence(state)) for state in states)]
    for path in SCRIPTS.glob("*.js"):
        shutil.copy(path, tmp_path)
    (tmp_path / "package.json").write_text('{"type": "module"}')
    told = json.dumps({"words": words(), "texts": texts})
    called = ["node", str(READER), str(tmp_path / "words.js")]
    shown = subprocess.run(called, input=told, capture_output=True, text=True, check=True).stdout
    ours = [
        [p if isinstance(p, str) else p._asdict() for p in pieces(text, set())] for text in texts
    ]
    assert json.loads(shown) == ours
    assert len(texts) > 150
