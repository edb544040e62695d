"""Weeks with a drug, step by step: what they do, the stop, and the same amount again."""

from typing import Final

from mureceptor.views.view import ViewOf
from mureceptor.views.weeks import drawing, words
from mureceptor.views.weeks.numbers import numbers_of
from mureceptor.views.weeks.state import Weeks

VIEW: Final = ViewOf(
    name="weeks",
    state=Weeks,
    numbers=numbers_of,
    controls=("day",),
    draws=drawing.draw,
    says=words.sentence,
    lists=words.table,
    title="Weeks with an opioid, then a break",
    tag="model",
    tag_words="model",
    note="Both take as many receptors: that makes low push look better than it is.",
    caution="After a break, the same amount of an opioid can kill. Do not stop or switch alone: "
    "care exists. SAMHSA, 1\u2011800\u2011662\u20114357 (US).",
    tries=(
        ("After the first week", {"step": "adapt", "day": 7}),
        ("The same amount after a break", {"step": "again", "day": 42}),
    ),
    plot={"narrow": 212, "low": 212, "scene": 426},
)
