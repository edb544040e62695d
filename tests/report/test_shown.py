"""Each link from a claim: it opens a state that is there, and the figure says what was promised."""

import pytest

from mureceptor.evidence import claims
from mureceptor.report.shown import SHOWN, Shown, shown
from mureceptor.views import VIEWS
from mureceptor.views.phrases import NBSP, plain
from mureceptor.views.view import View

FIGURES = [link for link in SHOWN if "part" not in link.query]
each_figure = pytest.mark.parametrize("link", FIGURES, ids=lambda link: link.address)


def view_of(link: Shown) -> View:
    (name,) = {key.split(".")[0] for key in link.query}
    return VIEWS[name]


@each_figure
def test_the_state_is_read_without_refusal(link: Shown) -> None:
    view = view_of(link)
    state, refused = view.read(link.query)
    assert refused == ()
    texts = {f"{view.name}.{field}": text for field, text in state.texts().items()}
    assert link.query.items() <= texts.items()  # on a step


@each_figure
def test_the_sentence_says_what_the_link_promises(link: Shown) -> None:
    view = view_of(link)
    sentence = plain(view.sentence(view.read(link.query)[0])).replace(NBSP, " ")
    assert link.promise in sentence


@pytest.mark.parametrize("link", SHOWN, ids=lambda link: f"{link.claim}-{link.address}")
def test_a_link_belongs_to_a_claim_and_says_the_promise(link: Shown) -> None:
    assert link in shown(link.claim)
    assert link.claim in {claim.key for claim in claims()}
    assert link.look
    assert link.promise in link.words.replace(NBSP, " ")
    assert " %" not in link.words
    assert link.query.keys() == {"part"} or view_of(link)


def test_grip_and_push_together_show_the_amount_needed() -> None:
    (link,) = shown("C15")
    assert view_of(link).name == "drugmap"


def test_no_claim_about_addiction_is_shown_by_the_model() -> None:
    assert all(link.query.keys() == {"part"} for link in shown("C16"))


def test_every_claim_is_shown() -> None:
    assert [claim.key for claim in claims() if not shown(claim.key)] == []


def test_no_link_stands_twice_at_one_claim() -> None:
    assert len({(link.claim, link.address) for link in SHOWN}) == len(SHOWN)
