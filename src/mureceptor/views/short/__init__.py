"""A full and a partial agonist at one amount."""

from typing import Final

from mureceptor.views.short import drawing, words
from mureceptor.views.short.numbers import numbers_of
from mureceptor.views.short.state import Short
from mureceptor.views.view import ViewOf

VIEW: Final = ViewOf(
    name="short",
    state=Short,
    numbers=numbers_of,
    controls=("amount",),
    draws=drawing.draw,
    says=words.sentence,
    lists=words.table,
    beside=True,
    title="Partial means a lower top, not a safe top",
    tag="model",
    tag_words="model",
    note="Two textbook drugs. Kratom’s own curve in people is not known.",
    tries=(
        ("Half of the receptors taken", {"amount": 1}),
        ("Where the full agonist is at half its top", {"amount": 0.04642}),
        ("Almost every receptor taken", {"amount": 100}),
    ),
)
