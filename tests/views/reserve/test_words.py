"""One drug, two tops, in words; with the same reserve there is only one."""

import pytest

from mureceptor.views.phrases import NBSP, plain
from mureceptor.views.reserve import VIEW
from mureceptor.views.reserve.state import Reserve

sentence = VIEW.sentence


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        (
            {"amplification": 10},
            "With 10 times the spare receptors for pain relief, one low-push drug goes up to 87 % "
            "for pain relief and 41 % for slowed breathing. Same drug, two tops: the ceiling "
            "belongs to the drug and the tissue.",
        ),
        (
            {"amplification": 1},
            "With as few spare receptors for pain relief as for breathing, one low-push drug goes "
            "up to 41 % for pain relief and 41 % for slowed breathing. The same spare receptors, "
            "so the same top.",
        ),
    ],
)
def test_what_is_said_of_the_tops(fields: dict[str, float], words: str) -> None:
    state = Reserve(**fields)  # type: ignore[arg-type]
    assert plain(sentence(state)).replace(NBSP, " ") == words
