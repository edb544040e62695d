"""An opioid that is still there when naloxone has left."""

from typing import Final

from mureceptor.views import stays
from mureceptor.views.returning import drawing, words
from mureceptor.views.returning.numbers import numbers_of
from mureceptor.views.returning.state import Returning
from mureceptor.views.view import ViewOf

VIEW: Final = ViewOf(
    name="returning",
    state=Returning,
    numbers=numbers_of,
    controls=("blocking",),
    on_axis=False,
    draws=drawing.draw,
    says=words.sentence,
    lists=words.table,
    title="Naloxone wears off: it may be needed again",
    tag="model",
    tag_words="model; letting go from cells, blood from people",
    sources=stays.sources(stays.DRUGS),
    note="Made-up levels. Not a guide to when or how much.",
    caution="Naloxone can wear off before the opioid does. Call 911, and stay.",
    tries=(
        ("Little naloxone", {"blocking": 10, "opioid": "fentanyl"}),
        ("Much naloxone", {"blocking": 1000, "opioid": "fentanyl"}),
        ("An opioid that holds on tight", {"blocking": 100, "opioid": "buprenorphine"}),
    ),
)
