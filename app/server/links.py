"""What a link means that something on the way to its reader has changed.

Chat programs take a full stop into a link, mail programs write `&amp;` for `&`, people type
capitals, and many a program adds marks of its own to follow a reader by.
"""

import re
from difflib import get_close_matches
from typing import Final
from urllib.parse import parse_qsl, unquote_plus, urlencode

from contents import CHAPTERS, TALK
from mureceptor.evidence import VERDICTS
from mureceptor.report import claims
from mureceptor.views import VIEWS

# Settings of a page, not of a figure: of the talk and its windows, of a machine that stands in
# public, and the part of a chapter that a link opens at.
_SETTINGS: Final = ("answered", "code", "pair", "scene", "view", "kiosk", "part")
_CHOICES: Final = {
    "claims.verdict": {verdict.casefold(): verdict.capitalize() for verdict in VERDICTS},
    "claims.section": {section.casefold(): section for section in claims.sections()},
}
_FIELDS: Final = {
    f"{view.name}.{field}": record
    for view in VIEWS.values()
    for field, record in view.state.parameters().items()
}
# What views and fields were called once -> what they are called now.
_FORMER: Final = {
    f"{name}.{former}": f"{view.name}.{field}"
    for view in VIEWS.values()
    for name in (view.name, *view.former_names)
    for former, field in [*view.state.renamed.items(), *((f, f) for f in view.state.parameters())]
}
_KEYS: Final = {
    former.casefold(): key
    for former, key in (_FORMER | {key: key for key in (*_SETTINGS, *_CHOICES)}).items()
}
# Of each figure by itself: what its path was called once, and is today.
_FIGURES: Final = {
    f"figure/{name}": f"figure/{view.name}"
    for view in VIEWS.values()
    for name in (view.name, *view.former_names)
}
_PATHS: Final = (
    *("", TALK),
    *(chapter.path for chapter in CHAPTERS if chapter.path),
    *_FIGURES.values(),
)
# Signs around a page's name: what stood around the link in a text, and the names of index files.
_PATH: Final = re.compile(r"[\W_]*((?:figure/)?[a-z]*)(?:/index)?(?:\.html?)?[\W_]*")
# What is no part of a link: line breaks and signs without width within it, a tag after it.
_ALIEN: Final = re.compile(r"[\r\n\t\u00ad\u200b-\u200d\u2060\ufeff]+|(?<=\w)<.*", re.DOTALL)
# What parts a query's settings, or was put there for it: a mark of JSON, a space before a name.
_PARTS: Final = re.compile(r"[&;?]|\\u0026|\s+(?=\w+\.\w+=)")
_FRAGMENT: Final = re.compile("(?<!&)#")  # `&#38;` is a sign
_STRANGE: Final = re.compile(rf"[&;=%?#<]|\\u0026|{_ALIEN.pattern}")
_AROUND: Final = re.compile(r"^[^\w.+-]+|[\W_]+$")


def meant(path: str, query: str) -> str | None:
    """Return the path and query that a link means, without marks to follow a reader by.

    `path` and `query` are as they came, the path already decoded. A link that is as we write it
    comes back as it was. None: no page of ours is meant.
    """
    if not _is_page(path):
        bare = _ALIEN.sub("", unquote_plus(path))
        path, _, more = re.sub(r"[?&;]", "?", bare, count=1).partition("?")
        path, _, part = path.partition("#")
        query = "&".join(filter(None, (more, query, part and f"part={part}")))
        name = _PATH.fullmatch(path.casefold())
        if name is None:
            return None
        page = "" if name[1] == "index" else _FIGURES.get(name[1], name[1])
        if page not in _PATHS:
            return None
        path = f"/{page}"
    pairs = parse_qsl(query, keep_blank_values=True)
    read = _read(query)
    if pairs != list(read.items()):
        query = urlencode(read)
    return f"{path}?{query}" if query else path


def at_home(link: str) -> str:
    """Return a link at the page that shows the figures which it sets: some have moved."""
    path, _, query = link.partition("?")
    views = {key.split(".")[0] for key, _ in parse_qsl(query)} & VIEWS.keys()
    if not views:
        return link
    shown = {f"/{chapter.path}": set(chapter.views) for chapter in CHAPTERS}
    if path not in shown or views & shown[path]:
        return link
    home = next((other for other, there in shown.items() if views <= there), path)
    return f"{home}?{query}"


def _is_page(path: str) -> bool:
    return not path or (path.startswith("/") and path[1:] in _PATHS)


def closest(path: str) -> str | None:
    """Return the path of the chapter whose path or name is most like this one, if any is."""
    words = re.sub(r"[\W_]+", " ", path).casefold().strip()
    names = {c.path: c.path for c in CHAPTERS if c.path}
    names |= {c.name.casefold(): c.path for c in CHAPTERS}
    near = get_close_matches(words[:100], names, 1)
    return f"/{names[near[0]]}" if near else None


def _read(query: str) -> dict[str, str]:
    pairs = parse_qsl(query, keep_blank_values=True)
    # No key and no value of ours holds a sign that parts them, or one that is not seen: where one
    # is met after decoding, the whole was encoded once too often, or something was put in.
    if any(_STRANGE.search(key + value) for key, value in pairs):
        text = _ALIEN.sub("", unquote_plus(unquote_plus(query)))
        text, *part = _FRAGMENT.split(text, maxsplit=1)
        parts = [each.partition("=") for each in (*_PARTS.split(text), f"part={''.join(part)}")]
        pairs = [(key, value) for key, _, value in parts if (key, value) != ("part", "")]
    read: dict[str, str] = {}
    for said, value in pairs:
        name = _AROUND.sub("", said).casefold()
        if name in _KEYS:
            key = _KEYS[name]
            if key not in read or name == key:  # the name of today beats a former one
                read[key] = _value(key, value)
        elif re.fullmatch(r"[a-z]\w*\.\w+", said):  # of another version: the page says so
            read[said] = value
    return read


def _value(key: str, text: str) -> str:
    """Return the value that is meant, or the text itself for the page to refuse."""
    bare = _AROUND.sub("", text)
    if key in _CHOICES:
        return _CHOICES[key].get(bare.casefold(), text)
    if key in _FIELDS:
        for value in (bare, text, bare.lower(), bare.removeprefix("3D")):  # "=3D": "=" in a mail
            try:
                _FIELDS[key].parse(value)
            except ValueError:
                continue
            return value
    return bare
