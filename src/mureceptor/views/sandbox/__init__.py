"""Up to three drugs at one receptor in one tissue, and a pinned view."""

from typing import Any, Final

from mureceptor.views.sandbox import drawing, words
from mureceptor.views.sandbox.numbers import numbers_of
from mureceptor.views.sandbox.state import Sandbox
from mureceptor.views.view import ViewOf


def _built(**fields: Any) -> dict[str, float | str]:
    """Return a whole state of the sandbox: all but what is pinned is set."""
    state = vars(Sandbox(task="none", **fields))
    return {field: value for field, value in state.items() if field != "pin"}


VIEW: Final = ViewOf(
    name="sandbox",
    state=Sandbox,
    numbers=numbers_of,
    controls=(
        "amount1",
        "grip1",
        "push1",
        "spare",
        "amount2",
        "grip2",
        "push2",
        "amount3",
        "grip3",
        "push3",
        "left",
        "steepness",
    ),
    draws=drawing.draw,
    says=words.sentence,
    lists=words.table,
    title="Build your own drug: three small tasks",
    tag="model",
    tag_words="model",
    note="Drugs of your own making, one receptor, at balance. No real drug.",
    caution="Not protection: one receptor, at balance. Real drugs, alone or mixed, can kill.",
    tries=(
        ("A full agonist", _built(push1=19.95)),
        ("A partial one, spare receptors", _built(spare=10)),
        ("A partial one on a full one", _built(drugs="2", push2=19.95)),
        (
            "A blocker on a full one",
            _built(drugs="2", push1=19.95, push2=0.01),
        ),
        ("Tolerance", _built(left=0.4)),
    ),
    swept_together=False,
    unused=lambda state: [
        f"{field}{number}"
        for number in range(int(state.drugs) + 1, 4)
        for field in ("amount", "grip", "push")
    ],
)
