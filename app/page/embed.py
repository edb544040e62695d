"""A figure by itself, to be framed by the pages of others: small, still at first, then live."""

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from contents import CHAPTERS, TITLE
from mureceptor.evidence import sources
from mureceptor.live.routes import address
from mureceptor.marks.forms import LOW
from mureceptor.views import VIEWS
from mureceptor.views.explained import meanings
from page.asked import Asked
from page.html import render
from page.plain import Link, pieces

_IN_SIGHT = "answer"  # the choice that is part of the question


def embed(asked: Asked, name: str, link: Link, **head: Any) -> str:
    """Return the page of the view `name` of the chapter that is asked for.

    `link` says where a page is, this one included; `head` is what stands in the page's head.
    """
    view = VIEWS[name]
    chapter = next(chapter for chapter in CHAPTERS if chapter.key == asked.chapter)
    state = asked.states[chapter.views.index(name)]

    def here(query: Mapping[str, str]) -> str:
        return link(f"figure/{name}", query)

    told = pieces(view, state, here, (LOW,))
    told["data"]["beside"] = False  # no room
    apart = [each for each in told["choices"] if not _stays(each)]
    more = render("embed_more.html", **told | {"choices": apart})
    told |= {"choices": [each for each in told["choices"] if _stays(each)], "tries": []}
    return render(
        "embed.html",
        site=TITLE,
        title=f"{view.title} \u00b7 {TITLE}",
        notice=Markup(asked.notice),  # noqa: S704 - of a template, as what follows
        figure=Markup(render("figure.html", **told, more=Markup(more))),  # noqa: S704
        chapter=chapter,
        chapter_link=link(chapter.path, {f"{name}.{f}": t for f, t in state.texts().items()}),
        model_link=link("model", {}),
        cited=[sources()[key] for key in view.cites],
        meanings=meanings(),
        script=address("embed.js"),
        **head,
    )


def _stays(choice: Mapping[str, Any]) -> bool:
    return bool(choice["steps"]) or choice["field"] == _IN_SIGHT
