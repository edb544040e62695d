"""Heights over a grid as SVG shows them: a small grey picture, and the lines of equal height."""

import struct
import zlib
from base64 import b64encode

import numpy as np

from mureceptor.marks.marks import Array


def picture(heights: Array) -> tuple[str, str]:
    """Return a PNG as data URI, and a name made from what it shows.

    `heights` from 0 to 1 (black to white) have a row for each y, from the lowest y up; the picture
    stands the right way up.
    """
    grey = np.clip(np.rint(255 * heights[::-1]), 0, 255).astype(np.uint8)
    high, wide = grey.shape
    lines = b"".join(b"\0" + row.tobytes() for row in grey)  # each with its filter: none
    header = struct.pack(">IIBBBBB", wide, high, 8, 0, 0, 0, 0)  # 8 bits of grey
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(lines, 9)), (b"IEND", b""))
    png = b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in chunks
    )
    return f"data:image/png;base64,{b64encode(png).decode()}", f"map-{zlib.crc32(png):08x}"


def contour(x: Array, y: Array, z: Array, level: float) -> Array:
    """Return the straight pieces of the line z = `level`, as an array (pieces, 2 ends, x and y).

    Each cell of the grid is cut into two triangles; a level leaves a triangle through two sides.
    """
    points = np.stack([*np.meshgrid(x, y), z], axis=-1)
    a, b, c, d = points[:-1, :-1], points[:-1, 1:], points[1:, :-1], points[1:, 1:]
    corners = np.concatenate(
        [np.stack(three, axis=-2).reshape(-1, 3, 3) for three in ((a, b, d), (a, c, d))]
    )
    above = corners[..., 2] > level
    cut = corners[above.any(axis=1) & ~above.all(axis=1)]
    above = cut[..., 2] > level
    # The corner that is alone on its side of the level comes first.
    alone = np.where(above.sum(axis=1) == 1, above.argmax(axis=1), above.argmin(axis=1))
    order = (alone[:, None] + np.arange(3)) % 3
    first, second, third = np.take_along_axis(cut, order[..., None], axis=1).swapaxes(0, 1)

    def crossing(other: Array) -> Array:
        share = (level - first[:, 2]) / (other[:, 2] - first[:, 2])
        return np.asarray(first[:, :2] + share[:, None] * (other - first)[:, :2])

    return np.stack([crossing(second), crossing(third)], axis=1)
