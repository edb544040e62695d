"""Each view of the explainer: a state, how it is drawn, and how it is told."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from mureceptor.describe import breathing as breathing_words
from mureceptor.describe import reserve as reserve_words
from mureceptor.describe import short as short_words
from mureceptor.describe.words import Table
from mureceptor.figures import breathing, reserve, short
from mureceptor.figures.forms import Form
from mureceptor.figures.parts import Spec
from mureceptor.parameters import Choice, Parameter
from mureceptor.states import Breathing, Reserve, Short, State

Tag = Literal["people", "animals", "cells", "model", "fitted"]


@dataclass(frozen=True, kw_only=True)
class View:
    """One figure with its words.

    `draw`, `sentence` and `table` are pure functions of a `state`. `controls` names the fields
    that are dragged on the figure, the main one first; other fields are set by choice. `tag` and
    `tag_words` say what the figure rests on, `note` what it is not, `caution` what must be read.
    `tries` are states worth a click: words, and the fields they set.
    `beside` says that `draw` makes a second panel of that name. `handle` says that the first two
    controls are the x and the y axis of the main panel, so that its marker can be dragged there.
    `together` says that all combinations of the controls' steps are sent; otherwise each control
    is swept with the others as they are, which a figure of many controls needs.
    """

    name: str
    state: type[State]
    controls: tuple[str, ...]
    draw: Callable[[Any, Form], dict[str, Spec]]
    sentence: Callable[[Any], str]
    table: Callable[[Any], Table]
    title: str
    tag: Tag
    tag_words: str
    note: str = ""
    caution: str = ""
    tries: tuple[tuple[str, Mapping[str, float | str]], ...] = ()
    beside: bool = False
    handle: bool = False
    together: bool = True

    @property
    def dragged(self) -> dict[str, Parameter]:
        """The record of each dragged field."""
        records = self.state.parameters()
        return {name: r for name in self.controls if isinstance(r := records[name], Parameter)}

    @property
    def addressed(self) -> tuple[str, ...]:
        """The fields that the address of a figure carries: those that it is not swept over."""
        fields = tuple(self.state.parameters())
        return tuple(f for f in fields if f not in self.controls) if self.together else fields

    @property
    def chosen(self) -> dict[str, Choice]:
        """The record of each field that is set by choice."""
        return {n: r for n, r in self.state.parameters().items() if isinstance(r, Choice)}

    def read(self, query: Mapping[str, str]) -> tuple[State, tuple[str, ...]]:
        """Read this view's state from a page's query, where its keys are `name.field`."""
        fields = self.state.parameters()
        return self.state.parse(
            {field: query[key] for field in fields if (key := f"{self.name}.{field}") in query}
        )


VIEWS: Final = {
    view.name: view
    for view in (
        View(
            name="short",
            state=Short,
            controls=("amount",),
            draw=short.draw,
            sentence=short_words.sentence,
            table=short_words.table,
            beside=True,
            title="Partial means a lower top, not a safe top",
            tag="model",
            tag_words="model",
            note="Two textbook drugs. Kratom’s own curve in people is not known.",
            tries=(
                ("Half of the receptors taken", {"amount": 1}),
                ("Where the full agonist is at half its top", {"amount": 0.04642}),
                ("Almost every receptor taken", {"amount": 100}),
            ),
        ),
        View(
            name="breathing",
            state=Breathing,
            controls=("taken",),
            draw=breathing.draw,
            sentence=breathing_words.sentence,
            table=breathing_words.table,
            title="Breathing against receptors taken",
            tag="fitted",
            tag_words="model fitted to people; simulated spread",
            caution="No such curve exists for kratom, mitragynine or 7-OH.",
            tries=(
                ("Half of the receptors taken", {"taken": 50}),
                ("Where the two curves cross", {"taken": 62}),
                ("Every receptor taken", {"taken": 100}),
            ),
        ),
        View(
            name="reserve",
            state=Reserve,
            controls=("amplification",),
            draw=reserve.draw,
            sentence=reserve_words.sentence,
            table=reserve_words.table,
            title="One drug, two tops",
            tag="model",
            tag_words="model",
            note="A textbook drug. For kratom in people none of this is known.",
            tries=(
                ("The same spare receptors for both", {"amplification": 1, "push": "low"}),
                ("A high push", {"push": "high", "formation": "ready"}),
                ("Made in the body, only so fast", {"push": "low", "formation": "made"}),
            ),
        ),
    )
}
