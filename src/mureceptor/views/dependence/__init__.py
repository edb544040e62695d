"""Two drugs under the same exposure for weeks, and the stop."""

from typing import Final

from mureceptor.views.dependence import drawing, numbers, words
from mureceptor.views.dependence.state import Dependence
from mureceptor.views.view import ViewOf

VIEW: Final = ViewOf(
    name="dependence",
    state=Dependence,
    numbers=numbers.weeks,
    sweep=numbers.weeks_of,
    controls=("stop",),
    draws=drawing.draw,
    says=words.sentence,
    lists=words.table,
    beside=True,
    title="Low push too: tolerance, dependence, withdrawal",
    tag="model",
    tag_words="model",
    note="The same amount of both: that makes low push look better than it is. Not all receptors "
    "are taken, so effects stay below the top. We found no such curve for kratom.",
    caution="After a break, the same amount of an opioid can kill. Do not stop or switch alone: "
    "care exists. SAMHSA, 1\u2011800\u2011662\u20114357 (US).",
    tries=(
        ("After a week already", {"stop": 7}),
        ("A low-push drug given at the end", {"given": "low", "stop": 28}),
        ("The same loss for both drugs", {"driver": "taken", "given": "nothing"}),
    ),
    plot={"narrow": 436, "low": 240, "wide": 412},
)
