"""A full and a partial agonist on the cells that hold reward cells back."""

from typing import Final

from mureceptor.views.reward import drawing, words
from mureceptor.views.reward.numbers import numbers_of
from mureceptor.views.reward.state import Reward
from mureceptor.views.view import ViewOf

VIEW: Final = ViewOf(
    name="reward",
    state=Reward,
    numbers=numbers_of,
    controls=("amount",),
    on_axis=False,
    draws=drawing.draw,
    says=words.sentence,
    lists=words.table,
    title="At mu receptors a drug quiets a brake, and reward cells fire more",
    tag="model",
    plot={"narrow": 200},
    tag_words="model; wiring from rat brain",
    note="Textbook drugs. Kratom’s place is not known.",
    sources=("JohnsonNorth1992",),
    tries=(
        ("Half of the receptors taken", {"amount": 1}),
        ("Almost every receptor taken", {"amount": 100}),
        ("Hardly any drug", {"amount": 0.01}),
    ),
)
