"""What one laboratory found."""

from typing import Final

from mureceptor.views.agonists import drawing, words
from mureceptor.views.agonists.state import Agonists
from mureceptor.views.view import ViewOf

VIEW: Final = ViewOf(
    name="agonists",
    state=Agonists,
    numbers=lambda state: state,
    controls=("amount",),
    draws=drawing.draw,
    says=words.sentence,
    lists=words.table,
    beside=True,
    title="Choose the laboratory",
    tag="cells",
    tag_words="cells",
    note="Compare no heights across laboratories: each has its own 100 %. Curves: model.",
    tries=(
        ("Fentanyl, morphine and nalbuphine", {"laboratory": "bot"}),
        ("Morphine beside DAMGO", {"laboratory": "xu"}),
        ("Methadone: a top without a curve", {"laboratory": "borgland"}),
    ),
)
