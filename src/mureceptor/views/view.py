"""What a view is: a state, its numbers, how they are drawn and told, and what is said beside."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, Literal, TypeVar

from mureceptor.evidence import sources
from mureceptor.marks.forms import Form
from mureceptor.marks.panel import Panel
from mureceptor.views.parameter import Choice, Parameter, Steps
from mureceptor.views.phrases import Table
from mureceptor.views.state import Pin, State

Tag = Literal["people", "animals", "cells", "model", "fitted"]


S = TypeVar("S", bound=State)
N = TypeVar("N")


@dataclass(frozen=True, kw_only=True)
class ViewOf(Generic[S, N]):
    """One figure with its words, of a state `S` and its numbers `N`.

    `numbers` works out all that the figure shows of a state, once; `draws` (its panels by name),
    `says` (its sentence) and `lists` (its table) write that down and work nothing out. `sweep` is
    for numbers that take long: it returns those of many states, and does in one pass what these
    have in common.
    `controls` names the fields that are dragged on the figure, the main one first; other fields are
    set by choice. `tag` and `tag_words` say what the figure rests on, `note` what it is not,
    `caution` what must be read. `tries` are states worth a click: words, and the fields they set.
    `beside` says that `draw` makes a second panel of that name. `handle` says that the first two
    controls are the x and the y axis of the main panel ("xy"), or that the first one is the height
    of a marker at its right edge ("y"), so that the marker itself can be dragged.
    `on_axis` says that the first control is what the x axis shows: then it stands under that axis,
    and no other control does.
    `swept_together` says that all combinations of the controls' steps are sent; otherwise each
    control is swept with the others as they are, which a figure of many controls needs. `unused`
    names the controls that a state does not need and that are not shown. `plot` gives the height of
    the plot area [px] by form, where a figure needs another than the form's own. `sources` are the
    keys of the works that it draws. `former_names` are what older links and talks call the view.
    """

    name: str
    state: type[S]
    numbers: Callable[[S], N]
    controls: tuple[str, ...]
    draws: Callable[[N, Form], Mapping[str, Panel]]
    says: Callable[[N], str]
    lists: Callable[[N], Table]
    title: str
    tag: Tag
    tag_words: str
    note: str = ""
    caution: str = ""
    tries: tuple[tuple[str, Mapping[str, float | str]], ...] = ()
    beside: bool = False
    handle: Literal["", "xy", "y"] = ""
    on_axis: bool = True
    swept_together: bool = True
    unused: Callable[[S], Collection[str]] = lambda _state: ()
    sweep: Callable[[Sequence[S]], Sequence[N]] | None = None
    plot: Mapping[str, int] | None = None
    sources: tuple[str, ...] = ()
    former_names: tuple[str, ...] = ()

    def stands(self, field: str) -> Literal["axis", "handle", "apart"]:
        """Return where the control of a dragged field stands.

        Under the x axis if it moves along it, at the marker that it moves up and down, else apart.
        """
        if field != self.controls[0]:
            return "apart"
        if self.handle == "y":
            return "handle"
        return "axis" if self.on_axis else "apart"

    def all_numbers(self, states: Sequence[S]) -> Sequence[N]:
        """Return the numbers of each state, as cheaply as this view can."""
        return self.sweep(states) if self.sweep else [self.numbers(state) for state in states]

    def draw(self, state: S, form: Form) -> Mapping[str, Panel]:
        """Return the panels of `state` by name."""
        return self.draws(self.numbers(state), form)

    def sentence(self, state: S) -> str:
        """Return what the figure says in `state`."""
        return self.says(self.numbers(state))

    def table(self, state: S) -> Table:
        """Return the numbers of `state` as a reader sees them."""
        return self.lists(self.numbers(state))

    @property
    def dragged(self) -> dict[str, Parameter]:
        """The record of each dragged field."""
        records = self.state.parameters()
        return {name: r for name in self.controls if isinstance(r := records[name], Parameter)}

    def dragged_in(self, state: S) -> dict[str, Parameter]:
        """The record of each dragged field that means something in this state."""
        unused = self.unused(state)
        return {name: r for name, r in self.dragged.items() if name not in unused}

    def fit(self, form: Form) -> Form:
        """Return `form` as high as this figure needs it."""
        return replace(form, plot=(self.plot or {}).get(form.key, form.plot))

    @property
    def addressed(self) -> tuple[str, ...]:
        """The fields that the address of a figure carries: those that it is not swept over."""
        fields = tuple(self.state.parameters())
        return tuple(f for f in fields if f not in self.controls) if self.swept_together else fields

    @property
    def chosen(self) -> dict[str, Choice]:
        """The record of each field that is set by choice."""
        return {n: r for n, r in self.state.parameters().items() if isinstance(r, Choice)}

    @property
    def cites(self) -> tuple[str, ...]:
        """The keys of all works behind the view: those that it draws, and those of its controls."""
        records = self.state.parameters().values()
        controls = (r.source for r in records if isinstance(r, Parameter | Choice))
        keys = (*self.sources, *(key for key in controls if key != "illustrative"))
        return tuple(dict.fromkeys(keys))

    @property
    def cited(self) -> tuple[str, ...]:
        """The short names of these works."""
        return tuple(sources()[key].short for key in self.cites)

    @property
    def steps(self) -> list[tuple[str, S]]:
        """What the figure says one after the other, if it does: words, and the state of each."""
        return [
            (words, self.state.parse({name: option})[0])
            for name, record in self.chosen.items()
            if isinstance(record, Steps)
            for option, words in record.options.items()
        ]

    @property
    def pins(self) -> bool:
        """Whether a state of this view can hold another one, pinned."""
        return any(isinstance(record, Pin) for record in self.state.parameters().values())

    def read(self, query: Mapping[str, str]) -> tuple[S, tuple[str, ...]]:
        """Read this view's state from a page's query, where its keys are `name.field`."""
        return self.state.parse(self._texts(query))

    def unknown(self, query: Mapping[str, str]) -> list[str]:
        """Return what a page's query sets of this view that it does not have, or not any more."""
        known = self.state.parameters().keys() | self.state.renamed.keys()
        return [field for field in self._texts(query) if field not in known]

    def _texts(self, query: Mapping[str, str]) -> dict[str, str]:
        """Return what `query` sets of this view, by field; the name of today beats a former one."""
        return {
            key.removeprefix(f"{name}."): text
            for name in (*self.former_names, self.name)
            for key, text in query.items()
            if key.startswith(f"{name}.")
        }


View = ViewOf[State, Any]  # any of them
