"""All words of a still picture, in reading order."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from mureceptor.evidence import sources
from mureceptor.report.still import Cited


def strings(piece: Any) -> Iterator[str]:
    match piece:
        case str():
            yield piece
        case Cited():
            yield ", ".join(sources()[key].short for key in piece.keys)
        case tuple():
            for each in piece:
                yield from strings(each)
        case _ if is_dataclass(piece):
            for field in fields(piece):
                yield from strings(getattr(piece, field.name))


def told(piece: Any) -> str:
    return " ".join(" ".join(strings(piece)).split())
