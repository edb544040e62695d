"""A made-up drug on the map of real ones."""

from typing import Final

from mureceptor.views.drugmap import drawing, words
from mureceptor.views.drugmap.numbers import numbers_of, sources
from mureceptor.views.drugmap.state import Drugmap
from mureceptor.views.view import ViewOf

VIEW: Final = ViewOf(
    name="drugmap",
    former_names=("own",),
    state=Drugmap,
    numbers=numbers_of,
    controls=("grip", "push"),
    draws=drawing.draw,
    says=words.sentence,
    lists=words.table,
    beside=True,
    handle="xy",
    plot={"wide": 260},  # so that two controls and a choice stand on one laptop screen with it
    title="Real drugs: the tighter grip can have the weaker push",
    tag="cells",
    tag_words="cells, people; model",
    sources=sources(),
    note="Hollow: read in a later text; the tightest is from guinea pig brain.",
    tries=(
        ("All real drugs that we found", {"drugs": "all"}),
        ("1,000 times tighter, same push", {"grip": 0.3162, "push": 90}),
        ("Same grip, half the top", {"grip": 316.2, "push": 45}),
        ("Tighter and weaker, same amount needed", {"grip": 100, "push": 70}),
    ),
)
