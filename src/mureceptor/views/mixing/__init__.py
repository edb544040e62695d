"""A drug added to what is already at the receptor."""

from typing import Final

from mureceptor.views.mixing import drawing, words
from mureceptor.views.mixing.numbers import numbers_of
from mureceptor.views.mixing.state import MIXED, Mixing
from mureceptor.views.view import ViewOf


def _opening(mixed: str) -> dict[str, float | str]:
    return {"mixed": mixed, **MIXED.opens[mixed]}


VIEW: Final = ViewOf(
    name="mixing",
    state=Mixing,
    numbers=numbers_of,
    controls=("added", "there"),
    draws=drawing.draw,
    says=words.sentence,
    lists=words.table,
    on_axis=False,
    title="A second drug that pushes harder can break the ceiling",
    tag="model",
    tag_words="model",
    note="Not drawn: breathing, withdrawal, sedatives and alcohol.",
    caution="Not protection. One receptor, at balance; real mixtures kill.",
    plot={"narrow": 192, "low": 216, "wide": 248},
    tries=(
        ("Add a partial agonist to a full one", _opening("partial-on-full")),
        ("Add naloxone to a full agonist", _opening("naloxone-on-full")),
        ("Mitragynine is no shield from 7-OH", _opening("7oh-on-mitragynine")),
    ),
)
