"""A chapter as one piece of HTML, which can be read before any script runs and without one.

It is made of the same parts, records and marks as the live page, which takes its place once it is
whole (`live/browser/handover.js`).
"""

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from markupsafe import Markup

from contents import CHAPTERS, TALK, TITLE
from mureceptor.live.still import PAGE, drawn, record
from mureceptor.marks.forms import Form
from mureceptor.report import claims
from mureceptor.report.equations import MODULES, equations
from mureceptor.report.shown import shown
from mureceptor.views import VIEWS
from mureceptor.views.state import State
from mureceptor.views.view import View
from page import claim_list
from page.asked import Asked
from page.html import ending, explained, module_html, part_html, render
from page.parts import Chapter, ClaimList, Equations, Figure, Part
from page.ways import ALL, TALK_WORDS, numbered, ways

Link = Callable[[str, Mapping[str, str]], str]  # the address of a page in a state, by its path
_COLOURED: Final = re.compile(r":(\w+)\[([^\]]*)\]")


def plain(asked: Asked, link: Link) -> str:
    """Return the whole chapter; `link` says where the other pages are."""
    chapter = next(chapter for chapter in CHAPTERS if chapter.key == asked.chapter)
    parts = [html for part in chapter.parts for html in _part(part, chapter, asked, link)]
    return render(
        "plain.html",
        title=TITLE,
        chapter=chapter,
        chapters=CHAPTERS,
        number=CHAPTERS.index(chapter) + 1,
        all=ALL,
        numbered=numbered(),
        ways=ways(chapter),
        talk=(TALK_WORDS, link(TALK, {})),
        link=lambda path: link(path, {}),
        notice=Markup(asked.notice),  # noqa: S704 - of a template, as what follows
        parts=[Markup(html) for html in parts],  # noqa: S704
        ending=[Markup(html) for html in ending(chapter)],  # noqa: S704
    )


def _part(part: Part, chapter: Chapter, asked: Asked, link: Link) -> list[str]:
    match part:
        case Figure():
            view, state = VIEWS[part.view], asked.states[chapter.views.index(part.view)]
            html = figure(view, state, lambda query: link(chapter.path, query))
            if not part.folded:
                return [html]
            usual = state == view.state()  # what a link sets is in sight
            stills = [Markup(html)]  # noqa: S704 - of a template
            return [render("fold.html", title=part.folded, stills=stills, open=not usual)]
        case ClaimList():
            return [_claims(asked, link)]
        case Equations():
            return _equations(part)
        case _:
            return [part_html(part, chapter)]


def figure(view: View, state: State, link: Callable[[Mapping[str, str]], str]) -> str:
    """Return a figure in one state; `link` gives the address at which it is in another one."""
    return render("figure.html", **pieces(view, state, link, PAGE))


def pieces(
    view: View,
    state: State,
    link: Callable[[Mapping[str, str]], str],
    forms: tuple[Form, ...],
) -> dict[str, Any]:
    """Return what `figure.html` shows of a figure in one state."""
    data = record(view, state, forms)
    met: set[str] = set()  # what stands above opens a hard word first (`live/browser/dom.js`)
    title, note = explained(data["title"], met), explained(data["note"], met)

    def at(texts: Mapping[str, str]) -> str:
        told = {**state.texts(), **texts}
        return link({f"{view.name}.{field}": text for field, text in told.items()})

    return {
        "data": data,
        "title": title,
        "note": note,
        "caution": explained(data["caution"], set(met)),
        "sentence": _coloured(data["sentence"], set(met)),
        "controls": [_stands(control, data["texts"]) for control in data["controls"]],
        "choices": [
            {**choice, "at": {o: at({choice["field"]: o, **opens}) for o, opens in _opens(choice)}}
            for choice in data["choices"]
        ],
        "tries": [(each["words"], at(each["texts"])) for each in data["tries"]],
        "forms": drawn(view, state, forms),
    }


def _stands(control: Mapping[str, Any], texts: Mapping[str, str]) -> dict[str, Any]:
    """Return a control with the step at which it stands, and the share of its way up to there."""
    values, text = control["values"], texts[control["field"]]
    step = values.index(text) if text in values else 0
    return {**control, "step": step, "share": f"{step / (len(values) - 1):.4g}"}


def _opens(choice: Mapping[str, Any]) -> list[tuple[str, dict[str, str]]]:
    return [(option, choice["opens"].get(option, {})) for option in choice["options"]]


def _coloured(sentence: str, met: set[str]) -> list[tuple[str, Markup]]:
    """Return a sentence in pieces: the ink of its coloured words, or nothing, and the words.

    Hard words that are not `met` yet open what they mean.
    """
    plain, *coloured = _COLOURED.split(sentence)
    inks, words, others = coloured[::3], coloured[1::3], coloured[2::3]
    pieces = [("", plain)]
    for ink, said, other in zip(inks, words, others, strict=True):
        pieces += [(ink, said), ("", other)]
    return [(ink, explained(said, met)) for ink, said in pieces]


def _claims(asked: Asked, link: Link) -> str:
    """Return the list of claims, the choices above it as links."""
    chosen = {"claims.verdict": asked.verdict, "claims.section": asked.section}

    def at(key: str, word: str | None) -> str:
        words = {k: w for k in chosen for w, v in claim_list.options(k).items() if v == chosen[k]}
        return link("claims", {k: w for k, w in {**words, key: word}.items() if w})

    picked = claims.pick(asked.verdict, asked.section)
    return render(
        "claims.html",
        choices={
            label: [
                (word, value == chosen[key], at(key, None if value == chosen[key] else word))
                for word, value in claim_list.options(key).items()
            ]
            for key, label in claim_list.LABELS.items()
        },
        words=claims.picked(picked),
        claims=[(claims.number(claim), claim, _drawn(claim.key, link)) for claim in picked],
    )


def _drawn(claim: str, link: Link) -> list[tuple[str, str]]:
    """Return words and address of what shows a claim."""
    paths = {chapter.key: chapter.path for chapter in CHAPTERS}
    return [(each.words, link(paths[each.chapter], each.query)) for each in shown(claim)]


def _equations(part: Equations) -> list[str]:
    """Return each equation under its purpose, beside what its letters mean."""
    told = [render("model/part.html", part=part)]
    for module in MODULES:
        each = [render("model/equation.html", equation=equation) for equation in equations(module)]
        told.append(module_html(module, "".join(each)))
    return told
