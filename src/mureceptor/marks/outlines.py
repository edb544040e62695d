"""The points along the paths of an SVG, and of its dashes."""

import re
from collections.abc import Iterator, Sequence
from math import cos, pi, sin
from typing import Final

import numpy as np

from mureceptor.marks.marks import Array

_STEP: Final = re.compile(r"([MLlHhVvaZ])([-\d. ]*)")


def ways_of(path: str) -> Iterator[Array]:
    """Return the points of each part of a path, in its own units.

    `ValueError`: a path that `svg/` does not write.
    """
    if _STEP.sub("", path):
        raise ValueError(f"a path of another kind: {path[:80]!r}")
    way: list[tuple[float, float]] = []
    x = y = 0.0
    for letter, said in _STEP.findall(path):
        numbers = [float(each) for each in re.findall(r"-?\d*\.?\d+", said)]
        if letter == "M":
            if way:
                yield np.array(way)
            x, y = numbers[:2]
            way = [(x, y)]
        elif letter in "Ll":
            for across, down in zip(numbers[::2], numbers[1::2], strict=True):
                x, y = (x + across, y + down) if letter == "l" else (across, down)
                way.append((x, y))
        elif letter in "Hh":
            x = numbers[0] + (x if letter == "h" else 0)
            way.append((x, y))
        elif letter in "Vv":
            y = numbers[0] + (y if letter == "v" else 0)
            way.append((x, y))
        elif letter == "a":  # the lower half of an ellipse, from its left end
            wide, high, *_, across, _down = numbers
            if across != 2 * wide:
                raise ValueError("an arc is drawn as half an ellipse here")
            angles = [pi - pi * i / 16 for i in range(17)]
            way += [(x + wide + wide * cos(a), y + high * sin(a)) for a in angles]
            x += across
        else:
            way.append(way[0])
    if way:
        yield np.array(way)


def dashes(way: Array, lengths: Sequence[float]) -> Iterator[Array]:
    """Return the drawn pieces of a way, by the lengths of dashes and gaps in turn."""
    along = np.concatenate([[0], np.hypot(*np.diff(way, axis=0).T).cumsum()])
    start, i = 0.0, 0
    while start < along[-1]:
        end = min(start + lengths[i % len(lengths)], along[-1])
        if i % 2 == 0:
            between = along[(along > start) & (along < end)]
            at = np.concatenate([[start], between, [end]])
            yield np.stack([np.interp(at, along, way[:, axis]) for axis in (0, 1)], axis=1)
        start, i = end, i + 1
