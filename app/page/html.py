"""Parts as HTML. All HTML of a page comes from `templates/`, where every text is escaped."""

from collections.abc import Callable, Iterable
from functools import cache, partial
from pathlib import Path
from types import ModuleType
from typing import Any, Final, assert_never
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from mureceptor.evidence import SYSTEMS, Source, claims, findings, glossary, sources
from mureceptor.report import records
from mureceptor.report.care import Box
from mureceptor.report.equations import equations, letters, references, title
from mureceptor.report.formula import readable
from mureceptor.report.still import Still, corners
from mureceptor.report.still import works as works_of
from mureceptor.views import VIEWS
from mureceptor.views.explained import meanings, pieces
from page.parts import (
    Body,
    Chapter,
    ClaimList,
    Figure,
    Fold,
    Known,
    ModelPart,
    OnThisPage,
    Oversimplified,
    Part,
    PlainPart,
    Retelling,
    Section,
    paragraphs,
)

_FOLDER: Final = Path(__file__).with_name("templates")


def _nearest_first(tags: Iterable[str]) -> list[str]:
    """Sort marks of evidence, the nearest to a person first."""
    return sorted(tags, key=SYSTEMS.index)


_TEMPLATES: Final = Environment(
    loader=FileSystemLoader(_FOLDER),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
# Options and steps keep their order in what the browser is told.
_TEMPLATES.policies["json.dumps_kwargs"] = {"sort_keys": False}
_TEMPLATES.filters["nearest_first"] = _nearest_first
_TEMPLATES.filters["paragraphs"] = paragraphs
_TEMPLATES.filters["letters"] = letters
_TEMPLATES.filters["readable"] = readable
_TEMPLATES.filters["corners"] = corners
_TEMPLATES.filters["kind"] = lambda piece: type(piece).__name__.lower()
_TEMPLATES.globals["sources"] = sources
_TEMPLATES.globals["glossary"] = glossary


def render(template: str, **values: Any) -> str:
    """Fill in a template of `templates/`."""
    return _TEMPLATES.get_template(template).render(values)


def explained(text: str, met: set[str] | None = None) -> Markup:
    """Return a text in which a hard word, where it stands first, opens what it means.

    What is `met` already opens nothing again; what opens here is added to it.
    """
    html = Markup()
    for piece in pieces(text, set() if met is None else met):
        if isinstance(piece, str):
            html += piece
        else:
            html += Markup(render("word.html", opened=piece).strip())  # noqa: S704 - of a template
    return html


@pass_context
def _explained(context: Context, text: str) -> Markup:
    """Return a text with its hard words explained, those that its template has `met` once."""
    return explained(text, context.get("met"))


_TEMPLATES.filters["explained"] = _explained


@cache
def part_html(part: PlainPart, chapter: Chapter) -> str:
    """Return one part of a chapter: the same for every visitor."""
    return _part_html(part, chapter, set())


def _part_html(part: PlainPart, chapter: Chapter, met: set[str]) -> str:
    """Return one part; a hard word that is not `met` yet opens what it means, once."""
    show = partial(render, met=met)
    match part:
        case Section():
            return show("section.html", title=part.title, text=part.text)
        case Retelling():
            return show("section.html", title="What the article says", text=part.text)
        case Oversimplified():
            return show("section.html", title="Where the article oversimplifies", text=part.text)
        case Known():
            lines = findings(chapter.key)
            return show(
                "known.html",
                know=[line for line in lines if line.side == "know"],
                dont_know=[line for line in lines if line.side == "dont_know"],
            )
        case Body():
            drawing = quote((_FOLDER / "body.svg").read_text("utf-8"), safe="")
            return show("body.html", body=part, drawing=drawing)
        case Still():
            return show("still.html", still=part)
        case Box():
            return show("box.html", box=part)
        case Fold():
            stills = [Markup(_part_html(still, chapter, met)) for still in part.stills]  # noqa: S704
            return show("fold.html", title=part.title, stills=stills, open=False)
        case OnThisPage():
            parts = [each for each in chapter.parts if isinstance(each, ModelPart)]
            return show("on_this_page.html", parts=parts, text=part.text)
        case ModelPart():
            return show(f"model/{part.key}.html", part=part, **_MODEL[part.key]())
        case _:
            assert_never(part)


def module_html(module: ModuleType, told: str = "") -> str:
    """Return the fold of one module's equations, with their HTML `told` in it."""
    return render(
        "model/module.html",
        title=title(module),
        count=len(equations(module)),
        keys=[source.key for source in references(module)],
        told=Markup(told),  # noqa: S704 - of a template
    )


def _parameters() -> dict[str, Any]:
    return {
        "controls": records.parameters(),
        "textbook": {"": records.textbook_drugs()},
    }


def _numbers() -> dict[str, Any]:
    return {
        "fitted": records.fitted(),
        "measured": records.measured(),
    }


_MODEL: Final[dict[str, Callable[[], dict[str, Any]]]] = {
    "left-out": lambda: {"left_out": records.left_out()},
    "parameters": _parameters,
    "numbers": _numbers,
    "words": dict,
    "references": lambda: {
        "cited": sorted(sources().values(), key=lambda source: source.citation.casefold())
    },
}


@cache
def works(chapter: Chapter) -> tuple[Source, ...]:
    """Return the works behind all that a chapter shows, in reading order.

    The page with all references needs no list.
    """
    if any(isinstance(part, ModelPart) and part.key == "references" for part in chapter.parts):
        return ()
    keys = dict.fromkeys(key for part in chapter.parts for key in _behind(part, chapter))
    return tuple(sources()[key] for key in keys)


def _behind(part: Part, chapter: Chapter) -> Iterable[str]:
    match part:
        case Figure():
            return VIEWS[part.view].cites
        case Known():
            return (key for line in findings(chapter.key) for key in line.sources)
        case ClaimList():
            return (key for claim in claims() for key in claim.sources)
        case Still() | Fold() | Box():
            return works_of(part)
        case _:
            return ()


def ending(chapter: Chapter) -> list[str]:
    """Return what stands below a chapter's last idea: its sources, and what the words mean."""
    below = []
    if cited := works(chapter):
        below.append(render("sources.html", cited=cited))
    if not any(isinstance(part, ModelPart) and part.key == "words" for part in chapter.parts):
        below.append(render("words.html"))
    return [*below, render("meanings.html", meanings=meanings())]
