"""One drug, many tops: what each kind of test makes of the same drug."""

from typing import Final

from mureceptor.views.tops import drawing, words
from mureceptor.views.tops.numbers import numbers_of, tops
from mureceptor.views.tops.state import Tops
from mureceptor.views.view import ViewOf

VIEW: Final = ViewOf(
    name="tops",
    former_names=("mitragynine", "agonists"),
    state=Tops,
    numbers=numbers_of,
    controls=("amplification",),
    on_axis=False,
    draws=drawing.draw,
    says=words.sentence,
    lists=words.table,
    title="Same drug: 22 % in one test, 96 % in another",
    tag="cells",
    tag_words="cells; model",
    note="Human receptor; our order of tests.",
    caution="A low top in a dish does not mean safe, and no signal there does not mean no effect.",
    tries=(
        ("A test that amplifies three times as much", {"amplification": 3.162, "drugs": "one"}),
        ("Ten times as much", {"amplification": 10, "drugs": "one"}),
        ("As much as takes 7-OH to 96 %", {"amplification": 89.13, "drugs": "one"}),
    ),
    sources=tuple(dict.fromkeys(top.row.source for top in tops())),
    plot={"narrow": 284, "low": 256, "wide": 226, "scene": 452},
)
