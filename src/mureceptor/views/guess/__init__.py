"""A guess at a top, and the model's answer when it is asked for."""

from typing import Final

from mureceptor.views.guess import drawing, words
from mureceptor.views.guess.numbers import numbers_of
from mureceptor.views.guess.state import Guess
from mureceptor.views.view import ViewOf

VIEW: Final = ViewOf(
    name="guess",
    state=Guess,
    numbers=numbers_of,
    controls=("height",),
    on_axis=False,
    draws=drawing.draw,
    says=words.sentence,
    lists=words.table,
    title="Same drug, ten times the receptors: a higher ceiling. How high?",
    tag="model",
    tag_words="model",
    note="A textbook drug. Nobody has to guess: read on, or show the answer.",
    tries=(
        ("I think its top stays where it was", {"height": 41, "answer": "shown"}),
        ("I think it goes all the way", {"height": 100, "answer": "shown"}),
    ),
    handle="y",
)
