"""Both sides of what Python and JavaScript tell each other name the same fields and types."""

import re
import types
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints, is_typeddict

from mureceptor.live import contract

SOURCE = Path(contract.__file__).with_name("contract.js").read_text("utf-8")
NAMED = {name: kind for name, kind in vars(contract).items() if is_typeddict(kind)}
WORDS = {str: "string", int: "number", bool: "boolean", Any: "any", type(None): "null"}


def javascript(kind: Any) -> str:
    """Write a Python type as JavaScript's comments do."""
    if is_typeddict(kind):
        return str(kind.__name__)
    if get_origin(kind) is list:
        inner = javascript(*get_args(kind))
        return f"({inner})[]" if " | " in inner else f"{inner}[]"
    if get_origin(kind) is dict:
        return f"Record<{', '.join(map(javascript, get_args(kind)))}>"
    if get_origin(kind) is types.UnionType:
        return " | ".join(map(javascript, get_args(kind)))
    if get_origin(kind) is Literal:
        return " | ".join(f'"{word}"' for word in get_args(kind))
    return WORDS[kind]


def fields(words: str) -> dict[str, str]:
    """Read `{name: type, name: type}` as JavaScript's comments have it."""
    flat = re.sub(r"\s+(\* +)?", " ", words)
    parts = re.split(r", (?=\w+: )", flat)
    return {name: kind for name, _, kind in (part.partition(": ") for part in parts)}


def test_both_sides_name_the_same_fields_of_the_same_types() -> None:
    source = SOURCE.replace("Texts", javascript(contract.Texts))
    named = re.findall(r"@typedef \{\{([^{}]*)\}\} (\w+)", source)
    theirs = {name: fields(words) for words, name in named}
    assert theirs.keys() == NAMED.keys()
    for name, kind in NAMED.items():
        ours = {field: javascript(each) for field, each in get_type_hints(kind).items()}
        assert theirs[name] == ours
