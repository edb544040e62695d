"""Grip and push, one at a time: what each does to the effect curve of one drug."""

from typing import Final

from mureceptor.views.strong import drawing, words
from mureceptor.views.strong.numbers import numbers_of
from mureceptor.views.strong.state import Strong
from mureceptor.views.view import ViewOf

VIEW: Final = ViewOf(
    name="strong",
    state=Strong,
    numbers=numbers_of,
    controls=("grip", "push"),
    on_axis=False,
    draws=drawing.draw,
    says=words.sentence,
    lists=words.table,
    title="Grip decides how little, push how high",
    tag="model",
    tag_words="model",
    note="A made-up drug, one tissue. Kratom’s: not known.",
    tries=(
        ("A weaker grip", {"grip": 0.1}),
        ("A weaker push", {"push": 20}),
    ),
    swept_together=False,
    plot={"narrow": 216, "low": 200, "wide": 240},
)
