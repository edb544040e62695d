"""Up to three drugs at one receptor in one tissue, and a pinned view."""

from typing import Any, Final

from mureceptor.views.sandbox import drawing, numbers, words
from mureceptor.views.sandbox.state import Sandbox
from mureceptor.views.view import ViewOf

_CONTROLS: Final = (
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
)


def _built(**fields: Any) -> dict[str, float | str]:
    """Return a whole state of the sandbox: all but what is pinned is set."""
    state = vars(Sandbox(task="none", **fields))
    return {field: value for field, value in state.items() if field != "pin"}


def _unused(state: Sandbox) -> list[str]:
    """Return the controls of drugs that are not there, and those that a task does not need."""
    if needed := numbers.needed(state):
        return [field for field in _CONTROLS if field not in needed]
    return [
        f"{field}{number}"
        for number in range(int(state.drugs) + 1, 4)
        for field in ("amount", "grip", "push")
    ]


VIEW: Final = ViewOf(
    name="sandbox",
    state=Sandbox,
    numbers=numbers.numbers_of,
    controls=_CONTROLS,
    draws=drawing.draw,
    says=words.sentence,
    lists=words.table,
    title="A made-up drug: three tasks, then just play",
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
    plot={"narrow": 200, "wide": 214},
    unused=_unused,
)
