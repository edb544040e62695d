"""The explainer as files, for a browser alone: `python app/files.py FOLDER` writes it there.

A chapter is its plain page (`page/plain.py`); its figures become live in it, and the talk runs, by
`live/browser/files_*.js`. What a server would answer for a figure lies beside them, one script for
each state that choices and presets lead to.
"""

import argparse
import gzip
import itertools
import json
import re
import shutil
import sys
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from importlib import resources
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlencode

from markupsafe import Markup

from contents import CHAPTERS, DESCRIPTION, TALK, TITLE
from mureceptor.live.payload import together
from mureceptor.live.routes import address, plotly_file
from mureceptor.live.stage import talk_data
from mureceptor.marks.forms import NARROW, SCENE, WIDE
from mureceptor.views import VIEWS
from mureceptor.views.state import State
from mureceptor.views.view import View
from page.asked import asked
from page.html import render
from page.parts import Chapter
from page.plain import plain
from presenter.talk import names, notes, scenes
from server.pages import FOOT, page_style
from server.workarounds import font_file, page_file

_BROWSER: Final = Path(str(resources.files("mureceptor"))) / "live" / "browser"
_STARTS: Final = ("files_chapter", "files_talk")  # the modules that pages begin with
_IMPORTED: Final = re.compile(r'((?:\bfrom|\bimport) ")\./(\w+)\.js(?=";)')
_PATH: Final = re.compile(f'href="({"|".join(chapter.path for chapter in CHAPTERS)})"')
_ALL: Final = len(CHAPTERS) + 1  # with the talk


def write(folder: Path, say: Callable[[str], object]) -> None:
    """Write all files into `folder`, which must be new or empty; `say` hears each part's name.

    Raises
    ------
    FileExistsError
        If there is anything in the folder, or a file in its place.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise FileExistsError(f"{folder} is not empty: nothing was written")
    (folder / "live" / "figures").mkdir(parents=True)
    (folder / "live" / "plotly.js").write_text(
        _brought(_zipped(plotly_file().read_bytes())), "utf-8"
    )
    shutil.copy(font_file(), folder / "font.woff2")
    shutil.copy(page_file("/favicon.png"), folder)
    style = page_style() + (Path(__file__).parent / "page" / "files.css").read_text("utf-8")
    (folder / "style.css").write_text(style, "utf-8")
    figures = set()
    for number, chapter in enumerate(CHAPTERS, 1):
        say(f"{number} of {_ALL}: {chapter.name}")
        (folder / _file(chapter.path)).write_text(_chapter(chapter), "utf-8")
        figures |= _write_figures(folder, map(VIEWS.__getitem__, chapter.views))
    say(f"{_ALL} of {_ALL}: the talk")
    (folder / _file(TALK)).write_text(_talk(), "utf-8")
    told = notes("")
    if told is not None:  # those of a talk of one's own are for its speaker alone
        (folder / "live" / "notes.js").write_text(_brought(told), "utf-8")
    (folder / "live" / "explainer.js").write_text(_modules(sorted(figures)), "utf-8")


# --- Pages ---------------------------------------------------------------------------------------


def _file(path: str) -> str:
    return f"{path or 'index'}.html"


def _link(path: str, query: Mapping[str, str]) -> str:
    """Return the address of a page; a figure's state in full, since no server completes it."""
    told = dict(query)
    for name in dict.fromkeys(key.split(".")[0] for key in query):
        if name in VIEWS:
            state, _ = VIEWS[name].read(query)
            told |= {f"{name}.{field}": text for field, text in state.texts().items()}
    return _file(path) + (f"?{urlencode(told)}" if told else "")


def _around(main: str, *, title: str, description: str, start: str) -> str:
    """Return a whole page; what is told of figures in it names them in the folder."""
    page = render(
        "files.html",
        title=f"{title} \u00b7 {TITLE}",
        description=description,
        start=start,
        main=Markup(main),  # noqa: S704 - of a template, as what follows
        foot=Markup(FOOT),  # noqa: S704
    )
    return _PATH.sub(lambda found: f'href="{_file(found[1])}"', page.replace(address(), "live/"))


def _chapter(chapter: Chapter) -> str:
    wish = asked(chapter, {})
    if not all(VIEWS[name].swept_together for name in chapter.views):
        wish = replace(wish, notice=render("files_apart.html"))
    return _around(
        plain(wish, _link),
        title=chapter.name,
        description=f"{chapter.headline} {chapter.lead}",
        start="files_chapter",
    )


def _talk() -> str:
    talk = talk_data(scenes(), names(), {})
    talk["health"], talk["rooms"] = "health", "room"  # answered by `files.js`
    for scene in talk["scenes"]:
        scene["link"] = scene["link"] and "/" + _file(scene["link"].strip("/"))
    return _around(
        render("files_talk.html", talk=talk),
        title="The talk",
        description=DESCRIPTION,
        start="files_talk",
    )


# --- Scripts -------------------------------------------------------------------------------------


def _brought(content: Any) -> str:
    """Return a script that brings this along."""
    told = json.dumps(content, separators=(",", ":"))
    return f"document.currentScript.brought = {told};\n"


def _zipped(content: bytes) -> str:
    return b64encode(gzip.compress(content, 9, mtime=0)).decode()


def _modules(figures: Sequence[str]) -> str:
    """Return the script that holds every module which the pages need, and the figures' names."""
    modules: dict[str, str] = {}
    wanted = [*_STARTS]
    while wanted:
        name = wanted.pop()
        if name not in modules:
            code = (_BROWSER / f"{name}.js").read_text("utf-8")
            modules[name] = _IMPORTED.sub(r"\1\2", code)
            wanted += [found[2] for found in _IMPORTED.finditer(code)]
    content = json.dumps({"modules": modules, "figures": figures})
    start = (_BROWSER / "files_start.js").read_text("utf-8")
    return start.replace('"CONTENT"', json.dumps(content))


# --- Figures -------------------------------------------------------------------------------------


def reached(view: View) -> Iterator[State]:
    """Yield the states that choices and presets of a view lead to, whatever else it is swept over.

    All combinations of its choices; where its controls count too, one step from the usual state.
    """
    usual = view.state()
    choices = {field: choice.options for field, choice in view.chosen.items()}
    if choices.keys() == set(view.addressed):
        for options in itertools.product(*choices.values()):
            yield replace(usual, **dict(zip(choices, options, strict=True)))
        return
    yield usual
    for field, choice in view.chosen.items():
        for option in choice.options:
            yield replace(usual, **{field: option, **choice.opens.get(option, {})})
    for _, fields in view.tries:
        yield replace(usual, **fields)


def name_of(view: View, state: State) -> str:
    """Return what the file of a figure in a state is called (`figure` in `files.js`)."""
    texts = state.texts()
    return "_".join([view.name, *filter(None, (texts[field] for field in view.addressed))])


def _write_figures(folder: Path, views: Iterable[View]) -> set[str]:
    """Write each view in each state; return their names."""
    written = {}
    for view in views:
        told = [scene.state for scene in scenes() if scene.view is view]
        forms = (NARROW, WIDE, SCENE) if told else (NARROW, WIDE)
        for state in (*reached(view), *told):
            written[name_of(view, state)] = view, state, forms
    for name, figure in written.items():
        (folder / "live" / "figures" / f"{name}.js").write_text(
            _brought(_told(*together(*figure))), "utf-8"
        )
    return set(written)


def _told(sizes: Mapping[str, tuple[int, int]], content: bytes) -> dict[str, Any]:
    return {"sizes": sizes, "packed": _zipped(content)}


def main() -> None:
    """Write the files, with a line for each part."""
    parser = argparse.ArgumentParser(description="Write the explainer as files, for any browser.")
    parser.add_argument("folder", type=Path, help="a new or empty folder")
    parser.add_argument("--talk", help="a talk of your own; its notes are left out")
    folder = parser.parse_args().folder
    try:
        write(folder, lambda words: sys.stdout.write(f"{words}\n"))
    except OSError as error:
        parser.exit(1, f"{error}\n")
    sys.stdout.write(f"Open {folder / 'index.html'} in a browser.\n")


if __name__ == "__main__":
    main()
