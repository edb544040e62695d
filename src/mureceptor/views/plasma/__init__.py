"""Mitragynine in the blood after one intake."""

from typing import Final

from mureceptor.views.plasma import drawing, words
from mureceptor.views.plasma.numbers import numbers_of
from mureceptor.views.plasma.state import Plasma
from mureceptor.views.view import ViewOf

VIEW: Final = ViewOf(
    name="plasma",
    state=Plasma,
    numbers=numbers_of,
    controls=("since",),
    draws=drawing.draw,
    says=words.sentence,
    lists=words.table,
    title="Mitragynine in the blood after one intake",
    tag="fitted",
    tag_words="model fitted to people",
    sources=("Tanna2022", "Tanna2023"),
    note="Averages of five people, one tea. Its long tail is no effect that anyone measured.",
    tries=(
        ("At its peak", {"since": 1}),
        ("Two days later", {"since": 48}),
    ),
)
