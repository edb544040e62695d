"""Each link from a claim: it opens a state that is there, and the figure says what was promised."""

import pytest

from mureceptor.evidence import claims
from mureceptor.report.shown import PICTURED, SHOWN, Pictured, Shown, shown
from mureceptor.views import VIEWS
from mureceptor.views.phrases import NBSP, plain

each_link = pytest.mark.parametrize("link", SHOWN, ids=lambda link: f"{link.claim}-{link.view}")


@each_link
def test_the_state_is_read_without_refusal(link: Shown) -> None:
    view = VIEWS[link.view]
    state, refused = view.read(link.query)
    assert refused == ()
    texts = state.texts()
    assert {field: texts[field] for field in link.fields} == dict(link.fields)  # on a step


@each_link
def test_the_sentence_says_what_the_link_promises(link: Shown) -> None:
    view = VIEWS[link.view]
    sentence = plain(view.sentence(view.read(link.query)[0])).replace(NBSP, " ")
    assert link.promise in sentence


@each_link
def test_the_link_belongs_to_a_claim_and_says_the_promise(link: Shown) -> None:
    assert link in shown(link.claim)
    assert link.claim in {claim.key for claim in claims()}
    assert link.promise in link.words.replace(NBSP, " ")
    assert " %" not in link.words


def test_grip_and_push_together_show_the_amount_needed() -> None:
    assert [link.view for link in SHOWN if link.claim == "C15"] == ["drugmap"]


def test_no_claim_about_addiction_is_shown_by_the_model() -> None:
    assert all(isinstance(link, Pictured) for link in shown("C16"))


def test_every_claim_is_shown() -> None:
    assert [claim.key for claim in claims() if not shown(claim.key)] == []


def test_no_picture_is_named_twice_for_one_claim() -> None:
    assert len({(link.claim, link.part) for link in PICTURED}) == len(PICTURED)
