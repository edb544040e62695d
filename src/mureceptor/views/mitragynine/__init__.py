"""Mitragynine in two laboratories."""

from typing import Final

from mureceptor.views.mitragynine import drawing, words
from mureceptor.views.mitragynine.state import Mitragynine
from mureceptor.views.view import ViewOf

VIEW: Final = ViewOf(
    name="mitragynine",
    state=Mitragynine,
    numbers=lambda state: state,
    controls=("amount",),
    draws=drawing.draw,
    says=words.sentence,
    lists=words.table,
    title="Mitragynine: a third of the signal in one laboratory, none in another",
    tag="cells",
    tag_words="cells",
    note="Human receptor, two tests, each with its own 100 %. Curves: model.",
    caution="No signal in a dish does not mean no effect in a person.",
    tries=(
        ("Half of each drug’s own top", {"amount": 1}),
        ("A tenth of it", {"amount": 0.1}),
        ("As much as the scale goes", {"amount": 1000}),
    ),
)
