"""Breathing in people at one share of receptors taken."""

from typing import Final

from mureceptor.evidence import breathing
from mureceptor.views.breathing import drawing, words
from mureceptor.views.breathing.numbers import numbers_of
from mureceptor.views.breathing.state import Breathing
from mureceptor.views.view import ViewOf

VIEW: Final = ViewOf(
    name="breathing",
    state=Breathing,
    numbers=numbers_of,
    controls=("taken",),
    draws=drawing.draw,
    says=words.sentence,
    lists=words.table,
    title="Buprenorphine’s ceiling is not safety",
    tag="fitted",
    tag_words="model fitted to people; simulated spread",
    note="Fentanyl’s zero: by its formula, and seen in studies.",
    caution="We found no such curve for kratom, mitragynine or 7-OH.",
    tries=(
        ("Half of the receptors taken", {"taken": 50}),
        ("Where the two curves cross", {"taken": 62}),
        ("Four of five receptors taken", {"taken": 80}),
    ),
    plot={"narrow": 232, "wide": 264},
    sources=tuple(dict.fromkeys(key for fit in breathing().values() for key in fit.sources)),
)
