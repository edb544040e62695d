"""Mitragynine in two laboratories."""

from typing import Final

from mureceptor.views.mitragynine import drawing, words
from mureceptor.views.mitragynine.state import Mitragynine
from mureceptor.views.view import View

VIEW: Final = View(
    name="mitragynine",
    state=Mitragynine,
    controls=("amount",),
    draw=drawing.draw,
    sentence=words.sentence,
    table=words.table,
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
