"""Lines of equal height and the small picture, against what they are known to be."""

import base64
import struct
import zlib

import numpy as np
import pytest

from mureceptor.marks.heights import contour, picture

X, Y = np.linspace(-2, 2, 81), np.linspace(-3, 3, 101)


def test_a_cone_s_contour_is_a_circle() -> None:
    z = np.hypot(X, Y[:, None])
    ends = contour(X, Y, z, 1.5)
    assert np.hypot(ends[..., 0], ends[..., 1]) == pytest.approx(1.5, abs=1e-3)
    # Together the pieces go round once.
    lengths = np.hypot(*np.moveaxis(ends[:, 0] - ends[:, 1], -1, 0))
    assert lengths.sum() == pytest.approx(2 * np.pi * 1.5, rel=1e-3)


def test_a_plane_s_contour_is_straight_whichever_way_it_leans() -> None:
    for slope in ((1.0, 0.0), (0.0, 1.0), (1.0, -2.0)):
        ends = contour(X, Y, slope[0] * X + slope[1] * Y[:, None], 0.31)
        assert ends @ np.array(slope) == pytest.approx(0.31)


def test_a_level_that_is_not_reached_has_no_line() -> None:
    assert len(contour(X, Y, np.zeros((Y.size, X.size)), 0.5)) == 0


def test_the_picture_has_a_grey_for_each_height_and_stands_upright() -> None:
    data, name = picture(np.array([[0.0, 0.5], [1.0, 0.25]]))  # the lowest y first
    kind, _, packed = data.partition(",")
    assert kind == "data:image/png;base64"
    png = base64.b64decode(packed)
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", png[16:24]) == (2, 2)
    at = png.index(b"IDAT")
    (size,) = struct.unpack(">I", png[at - 4 : at])
    assert zlib.decompress(png[at + 4 : at + 4 + size]) == b"\0\xff\x40" + b"\0\0\x80"
    assert name.startswith("map-")
    assert name != picture(np.zeros((2, 2)))[1]
