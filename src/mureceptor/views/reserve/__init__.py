"""One drug, two pathways, and the two kinds of ceiling."""

from typing import Final

from mureceptor.views.reserve import drawing, words
from mureceptor.views.reserve.numbers import numbers_of
from mureceptor.views.reserve.state import Reserve
from mureceptor.views.view import ViewOf

VIEW: Final = ViewOf(
    name="reserve",
    state=Reserve,
    numbers=numbers_of,
    controls=("amplification",),
    on_axis=False,
    draws=drawing.draw,
    says=words.sentence,
    lists=words.table,
    title="Same drug: the tissue decides where its ceiling lies",
    tag="model",
    tag_words="model",
    note="A textbook drug. For kratom in people none of this is known.",
    tries=(
        (
            "More spare receptors for pain relief",
            {"amplification": 10, "push": "low", "formation": "ready"},
        ),
        ("The same spare receptors for both", {"amplification": 1, "push": "low"}),
        ("A high push", {"push": "high", "formation": "ready"}),
        ("Made in the body, up to a limit", {"push": "low", "formation": "made"}),
    ),
)
