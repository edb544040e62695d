"""One drug, two pathways, and the two kinds of ceiling."""

from typing import Final

from mureceptor.views.reserve import drawing, words
from mureceptor.views.reserve.state import Reserve
from mureceptor.views.view import View

VIEW: Final = View(
    name="reserve",
    state=Reserve,
    controls=("amplification",),
    on_axis=False,
    draw=drawing.draw,
    sentence=words.sentence,
    table=words.table,
    title="One drug, two tops",
    tag="model",
    tag_words="model",
    note="A textbook drug. For kratom in people none of this is known.",
    tries=(
        ("The same spare receptors for both", {"amplification": 1, "push": "low"}),
        ("A high push", {"push": "high", "formation": "ready"}),
        ("Made in the body, only so fast", {"push": "low", "formation": "made"}),
    ),
)
