"""One drug, two tops, in words; either one can be the lower."""

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
            "With 10 times the spare receptors for pain relief, one low-push drug tops out at "
            "41 % for slowed breathing and 88 % for pain relief. Same drug, two tops. It can be "
            "the other way round, and neither is a safe top.",
        ),
        (
            {"amplification": 0.1},
            "With 10 times the spare receptors for breathing, one low-push drug tops out at 88 % "
            "for slowed breathing and 41 % for pain relief. Here pain relief stops at the lower "
            "top, and breathing is slowed further.",
        ),
        (
            {"amplification": 1},
            "With as few spare receptors for pain relief as for breathing, one low-push drug tops "
            "out at 41 % for slowed breathing and 41 % for pain relief. The same spare receptors, "
            "so the same top.",
        ),
    ],
)
def test_what_is_said_of_the_tops(fields: dict[str, float], words: str) -> None:
    state = Reserve(**fields)  # type: ignore[arg-type]
    assert plain(sentence(state)).replace(NBSP, " ") == words
