"""How many squares a shape of a picture holds."""

import re

_CORNER = re.compile(r"(?:calc\((\d+) \* var\(--pitch\) - 0\.5px\)|(0))")


def area(shape: str) -> float:
    """Return how many squares a shape holds: the shoelace formula on its corners."""
    flat = [int(a or b) for a, b in _CORNER.findall(shape)]
    corners = list(zip(flat[::2], flat[1::2], strict=True))
    turns = zip(corners, corners[1:] + corners[:1], strict=True)
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in turns)) / 2
