"""Breathing in people at one share of receptors taken."""

from typing import Final

from mureceptor.views.breathing import drawing, words
from mureceptor.views.breathing.state import Breathing
from mureceptor.views.view import View

VIEW: Final = View(
    name="breathing",
    state=Breathing,
    controls=("taken",),
    draw=drawing.draw,
    sentence=words.sentence,
    table=words.table,
    title="Breathing against receptors taken",
    tag="fitted",
    tag_words="model fitted to people; simulated spread",
    caution="No such curve exists for kratom, mitragynine or 7-OH.",
    tries=(
        ("Half of the receptors taken", {"taken": 50}),
        ("Where the two curves cross", {"taken": 62}),
        ("Every receptor taken", {"taken": 100}),
    ),
)
