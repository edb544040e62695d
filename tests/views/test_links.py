"""Links made before go on working: each opens on the state that it was made for."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest

from mureceptor.live.talk import read_talk
from mureceptor.views import VIEWS, find
from mureceptor.views.phrases import plain

# Made by the first version, each with the sentence of the state that it was made for. What is
# `gone` cannot be shown any more: the link opens the figure that took the place.
OLD = json.loads(Path(__file__).with_name("old_links.json").read_text("utf-8"))


@pytest.mark.parametrize("old", OLD, ids=[old["link"] for old in OLD])
def test_an_old_link_opens_on_what_it_showed(old: dict[str, Any]) -> None:
    view = find(old["link"].split(".")[0])
    assert view is not None
    query = dict(parse_qsl(old["link"]))
    state, refused = view.read(query)
    assert refused == ()
    assert view.unknown(query) == old.get("gone", [])
    assert plain(view.sentence(state)) == old["sentence"]


def test_the_old_links_are_of_every_view_that_there_was() -> None:
    assert len(OLD) == 24
    assert len({view.name for old in OLD if (view := find(old["link"].split(".")[0]))}) == 14


def test_what_is_gone_is_never_a_field_that_is_there() -> None:
    gone = [old for old in OLD if "gone" in old]
    assert {old["link"].split(".")[0] for old in gone} == {"mitragynine", "agonists"}
    for old in gone:
        view = find(old["link"].split(".")[0])
        assert view is VIEWS["tops"]
        assert view.state.parameters().keys().isdisjoint(old["gone"])


def test_the_name_of_today_beats_a_former_one_in_either_order() -> None:
    for query in (
        {"drugmap.grip": "1", "own.grip": "100", "own.push": "50"},
        {"own.push": "50", "own.grip": "100", "drugmap.grip": "1"},
    ):
        state, _ = VIEWS["drugmap"].read(query)
        assert (state.texts()["grip"], state.texts()["push"]) == ("1", "50")


def test_an_old_talk_goes_on_working() -> None:
    (scene,) = read_talk('[[scene]]\nheadline = "Grip"\nview = "own"\nstate = { grip = 1 }\n')
    assert scene.view is VIEWS["drugmap"]


def test_no_name_means_two_views() -> None:
    names = [name for view in VIEWS.values() for name in (view.name, *view.former_names)]
    assert len(set(names)) == len(names)
    assert find("nothing") is None
