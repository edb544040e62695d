"""Receptors still taken once no drug is around them."""

from typing import Final

from mureceptor.views import stays
from mureceptor.views.staying import drawing, words
from mureceptor.views.staying.numbers import numbers_of
from mureceptor.views.staying.state import Staying
from mureceptor.views.view import ViewOf

VIEW: Final = ViewOf(
    name="staying",
    state=Staying,
    numbers=numbers_of,
    controls=("gone",),
    on_axis=False,
    draws=drawing.draw,
    says=words.sentence,
    lists=words.table,
    title="In a dish, a tight grip holds on longest",
    tag="cells",
    tag_words="cells; of buprenorphine also fits to people",
    sources=stays.sources(stays.DRUGS),
    note="Cells in a dish. In a body the blood brings more, for hours. Pale: the studies’ range.",
    tries=(
        ("One second", {"gone": 0.01778}),
        ("One minute", {"gone": 1}),
        ("About one hour", {"gone": 63.1}),
    ),
)
