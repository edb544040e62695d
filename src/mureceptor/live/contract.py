"""What Python and the browser tell each other, field by field.

`contract.js`, beside this file, says the same to JavaScript; `tests/live/test_contract.py`
compares the two. A new field goes into both.
"""

from typing import Any, Literal, TypedDict

from mureceptor.views.phrases import Table

Stands = Literal["axis", "handle", "apart"]
Texts = dict[str, str]  # the fields of a state, each as it stands in an address


class TagData(TypedDict):
    """What a figure rests on: a word for the style, and the words on screen."""

    kind: str
    words: str


class ControlData(TypedDict):
    """A range input; `values` are its steps, as they stand in an address.

    `stands` says where: "axis", along the x axis; "handle", upright at the plot's edge; "apart".
    """

    field: str
    label: str
    note: str
    help: str
    unit: str
    values: list[str]
    stands: Stands


class ChoiceData(TypedDict):
    """A group of radio buttons; `opens` are the other fields that an option sets.

    `steps` says that they are what the figure says one after the other, numbered over the plot.
    """

    field: str
    label: str
    options: dict[str, str]
    opens: dict[str, Texts]
    steps: bool


class TryData(TypedDict):
    """A state that is worth a click: its words, and the fields that it sets."""

    words: str
    texts: Texts


class FormSizes(TypedDict):
    """The sizes of one form of a figure [px]; see `marks/forms.py`."""

    name: str
    from_width: int
    side: int
    left: int
    right: int
    height: int
    top: int
    plot: int


class ChartData(TypedDict):
    """A figure, before it is fetched; `browser/chart.js` shows it.

    In `address` the word FORM stands for a form's name; the fields `addressed` are its query;
    `embed` is the path of the figure by itself, if it has one. `usual` is the state that a pin is
    compared with, None where nothing can be pinned. Under the words `folded`, if there are any, the
    figure is folded. `cited` are its works, by short names. `words` are hard words, each with the
    name under which the page holds its meaning.
    """

    view: str
    title: str
    tag: TagData
    note: str
    caution: str
    cited: list[str]
    beside: bool
    handle: str
    sentence: str
    texts: Texts
    address: str
    addressed: list[str]
    embed: str
    plotly: str
    controls: list[ControlData]
    unused: list[str]
    usual: Texts | None
    choices: list[ChoiceData]
    tries: list[TryData]
    forms: list[FormSizes]
    folded: str
    words: Texts


class SceneData(TypedDict):
    """One scene of a talk; `steps` says that a click goes through its figure's steps first.

    The phones of a room choose from `answers`, or guess the field `guess`. The speaker's notes come
    by themselves (`browser/stage_notes.js`).
    """

    headline: str
    where: str
    question: str
    answers: list[str]
    guess: str
    link: str
    steps: bool
    usual: Texts
    chart: ChartData


class TalkData(TypedDict):
    """A talk; `browser/stage.js` shows it. `window` is "audience", "speaker" or "list".

    All rooms lie below the path `rooms`.
    """

    scenes: list[SceneData]
    number: int
    window: str
    notice: str
    health: str
    rooms: str


class FollowedData(TypedDict):
    """A talk as the phones of a room get it; `browser/room_follow.js` shows it.

    `home` is the path of the app, `letters` are those of a room's code.
    """

    scenes: list[SceneData]
    home: str
    letters: str


class SeenData(TypedDict):
    """Where a talk stands, for the phones of its room: a room's one message.

    `asks`: an answer is waited for. `turn`: how often this scene's answers were cleared. `talk` is
    the fingerprint of the talk; the server adds it.
    """

    scene: int
    texts: Texts
    asks: bool
    black: bool
    turn: int
    talk: str


class CountsData(TypedDict):
    """What the speaker hears of a room: phones, and the votes on a scene in a turn, by choice.

    `apart`: the broker is away, so phones on other copies of the server do not follow.
    """

    seats: int
    scene: int
    turn: int
    votes: dict[str, int]
    apart: bool


class DocumentData(TypedDict):
    """All that a reader sees of one state. A panel is what Plotly takes: `data` and `layout`."""

    panels: dict[str, Any]
    sentence: str
    table: Table


class FloatsData(TypedDict):
    """A part of the block of float32 that follows an answer's header."""

    start: int
    length: int


class FrameData(TypedDict):
    """What moves: one leaf of the document, and its value at each step of some `controls`.

    Each value is `size` floats of the block, or one float if `size` is 0; or, if `distinct` is not
    empty, the one of these that `index` names. The last control's steps are next to each other.
    """

    path: list[str | int]
    controls: list[int]
    size: int
    floats: FloatsData
    distinct: list[str | bool | None]
    index: list[int]


class HeaderData(TypedDict):
    """The header of an answer; `browser/sweep.js` reads it.

    In `document` an object with the one field `f32` (a `FloatsData`) stands for an array.
    """

    document: DocumentData
    steps: list[int]
    unused: list[str]
    frames: list[FrameData]
