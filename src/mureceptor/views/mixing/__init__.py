"""A drug added to what is already at the receptor."""

from typing import Final

from mureceptor.views.mixing import drawing, words
from mureceptor.views.mixing.state import Mixing
from mureceptor.views.view import ViewOf

VIEW: Final = ViewOf(
    name="mixing",
    state=Mixing,
    numbers=lambda state: state,
    controls=("added", "there"),
    draws=drawing.draw,
    says=words.sentence,
    lists=words.table,
    beside=True,
    title="Two drugs at one receptor",
    tag="model",
    tag_words="model",
    note="Sedatives and alcohol break the ceiling by another road that this model does not "
    "contain.",
    caution="Not protection. One receptor, at balance; real mixtures kill.",
    tries=(
        (
            "Add a partial agonist to a full one",
            {"mixed": "partial-on-full", "there": 1, "added": 31.62},
        ),
        (
            "Add naloxone to a full agonist",
            {"mixed": "naloxone-on-full", "there": 1, "added": 100},
        ),
        (
            "7-OH beside mitragynine, as stand-ins",
            {"mixed": "7oh-on-mitragynine", "there": 10, "added": 10},
        ),
    ),
)
