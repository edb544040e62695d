"""`stage`: mount a whole talk on the page; the browser steps through it without the server."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from mureceptor.live.chart import chart_data, component
from mureceptor.live.contract import SceneData, TalkData
from mureceptor.live.routes import health, prefix
from mureceptor.live.talk import Scene
from mureceptor.marks.forms import NARROW, SCENE, Form
from mureceptor.views.state import State

_mount: Final = component("stage")


def stage(scenes: Sequence[Scene], names: Mapping[str, str], query: Mapping[str, str]) -> None:
    """Show the talk at the scene and in the state that the page's `query` names.

    `names` gives the words above a scene by its link. The query's `view` chooses the window:
    nothing for the audience, `speaker`, or `list` to rehearse and to print.
    """
    _mount("stage", talk_data(scenes, names, query))


def talk_data(
    scenes: Sequence[Scene], names: Mapping[str, str], query: Mapping[str, str]
) -> TalkData:
    """Return what the browser is told of a talk; the arguments are those of `stage`."""
    number, notice = _number(query.get("scene", "1"), len(scenes))
    window = query.get("view", "audience")
    forms = (NARROW,) if window == "list" else (NARROW, SCENE)
    data: list[SceneData] = []
    for i, scene in enumerate(scenes, 1):
        state = scene.state
        if i == number:
            state, refused = scene.view.read(_texts(scene) | dict(query))
            notice = notice or ". ".join(refused)
        data.append(_scene(scene, state, names, forms))
    return {
        "scenes": data,
        "number": number,
        "window": window if window in {"audience", "speaker", "list"} else "audience",
        "notice": notice,
        "health": health(),
        "rooms": f"{prefix()}/room",
    }


def followed(scenes: Sequence[Scene], names: Mapping[str, str]) -> list[SceneData]:
    """Return the scenes as the phones of a room get them: for their width, without the notes."""
    return [_scene(scene, scene.state, names, (NARROW,)) for scene in scenes]


def _scene(
    scene: Scene, state: State, names: Mapping[str, str], forms: tuple[Form, ...]
) -> SceneData:
    return {
        "headline": scene.headline,
        "where": names.get(scene.link, ""),
        "question": scene.question,
        "answers": list(scene.answers),
        "guess": scene.guess,
        "link": scene.link,
        "steps": scene.steps,
        "usual": scene.state.texts(),
        "chart": chart_data(scene.view, state, forms),
    }


def _number(text: str, count: int) -> tuple[int, str]:
    if len(text) < 4 and text.isascii() and text.isdigit() and 1 <= int(text) <= count:
        return int(text), ""
    return 1, f"This talk has scenes 1 to {count}, so it starts at the first."


def _texts(scene: Scene) -> dict[str, Any]:
    return {f"{scene.view.name}.{field}": text for field, text in scene.state.texts().items()}
