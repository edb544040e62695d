"""Any one drug at one amount, and the receptors it takes."""

from typing import Final

from mureceptor.views.receptor import drawing, words
from mureceptor.views.receptor.numbers import numbers_of
from mureceptor.views.receptor.state import Receptor
from mureceptor.views.view import ViewOf

VIEW: Final = ViewOf(
    name="receptor",
    state=Receptor,
    numbers=numbers_of,
    controls=("amount",),
    on_axis=False,
    plot={"narrow": 128, "low": 128},
    draws=drawing.draw,
    says=words.sentence,
    lists=words.table,
    beside=True,
    title="Once most receptors are taken, more drug takes few",
    tag="model",
    tag_words="model",
    note="Any one drug. How many receptors kratom takes in a person is not known.",
    tries=(
        ("Half of the receptors taken", {"amount": 1}),
        ("A tenth of that amount", {"amount": 0.1}),
        ("A hundred times that amount", {"amount": 100}),
    ),
)
