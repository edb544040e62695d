"""SVG of `svg/` as pixels, for programs that show a picture and no SVG: previews of links.

It knows as much of SVG as is written there and in the page's `preview.svg`, and refuses all else.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from io import BytesIO
from math import floor, pi
from typing import Final
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import numpy as np
from PIL import Image, ImageColor, ImageDraw, ImageFilter, ImageFont, ImageOps

from mureceptor.marks.look import Theme
from mureceptor.marks.marks import Array
from mureceptor.marks.outlines import dashes, ways_of

_NS: Final = "{http://www.w3.org/2000/svg}"
_FINE: Final = 4  # edges are smooth: each pixel is drawn as 4 x 4
_WEIGHTS: Final[dict[str, int]] = {"": 400, "600": 600, "650": 650, "bold": 700}


def png(svg: str, scale: float, theme: Theme, font: str) -> bytes:
    """Return a whole SVG as a PNG file, each CSS px being `scale` pixels.

    `font` is the file of a variable font. `ValueError`: the SVG holds what is not known here.
    """
    root = ElementTree.fromstring(svg)  # noqa: S314 - of our own making
    width, height = float(root.get("width", 0)), float(root.get("height", 0))
    size = round(width * scale), round(height * scale)
    sheet = _Sheet(Image.new("RGB", size, theme.bg), scale, theme, font)
    for part in root:
        sheet.draw(part, _Frame(0, 0, width, height, (0, 0, *size)))
    file = BytesIO()
    sheet.image.save(file, "PNG", optimize=True)
    return file.getvalue()


def length(words: str, size: float, weight: str, font: str) -> float:
    """Return how long a row of words is [px]."""
    return _face(font, _FINE * size, weight).getlength(words) / _FINE


def wrapped(words: str, size: float, weight: str, width: float, font: str) -> list[str]:
    """Return words in rows of at most `width` [px], none of them cut."""
    rows = [""]
    for word in words.split(" "):
        row = f"{rows[-1]} {word}".strip()
        if rows[-1] and length(row, size, weight, font) > width:
            rows.append(word)
        else:
            rows[-1] = row
    return rows


@lru_cache(maxsize=32)
def _face(font: str, size: float, weight: str) -> ImageFont.FreeTypeFont:
    face = ImageFont.truetype(font, size)
    face.set_variation_by_axes([_WEIGHTS[weight]])
    return face


@dataclass(frozen=True)
class _Frame:
    """Where an SVG lies [CSS px], and what of it is seen: left, top, right, bottom [pixels].

    `x_unit` and `y_unit` are the lengths of its own units, if it is stretched.
    """

    x: float
    y: float
    width: float
    height: float
    seen: tuple[float, float, float, float]
    x_unit: float = 1
    y_unit: float = 1

    def across(self, text: str | None) -> float:
        """Return a length across [CSS px]."""
        if text is not None and text.endswith("%"):
            return float(text[:-1]) / 100 * self.width
        return float(text or 0)

    def down(self, text: str | None) -> float:
        """Return a length down [CSS px]."""
        return self.height if text == "100%" else float(text or 0)


@dataclass(frozen=True)
class _Sheet:
    """What is drawn on."""

    image: Image.Image
    scale: float
    theme: Theme
    font: str

    def draw(self, element: Element, frame: _Frame) -> None:
        """Draw an element and what is in it."""
        get = element.get
        match element.tag.removeprefix(_NS):
            case "svg":
                inner = self._inner(element, frame)
                for part in element:
                    self.draw(part, inner)
            case "rect":
                x, y = frame.across(get("x")), frame.down(get("y"))
                x1, y1 = x + frame.across(get("width")), y + frame.down(get("height"))
                corners = np.array([(x, y), (x1, y), (x1, y1), (x, y1), (x, y)])
                self._shape(element, frame, [corners])
            case "line":
                ends = [(frame.across(get(f"x{i}")), frame.down(get(f"y{i}"))) for i in "12"]
                self._shape(element, frame, [np.array(ends)])
            case "circle":
                angles = np.linspace(0, 2 * pi, 49)
                ring = np.stack([np.cos(angles), np.sin(angles)], axis=1)
                self._shape(element, frame, [float(get("r", 0)) * ring])
            case "path":
                unit = frame.x_unit, frame.y_unit
                self._shape(element, frame, [way * unit for way in ways_of(get("d", ""))])
            case "text":
                self._text(element, frame)
            case "title":
                pass
            case other:
                raise ValueError(f"<{other}> is not drawn here")

    def _inner(self, element: Element, frame: _Frame) -> _Frame:
        get = element.get
        x, y = frame.x + frame.across(get("x")), frame.y + frame.down(get("y"))
        width, height = frame.across(get("width", "100%")), frame.down(get("height", "100%"))
        inner = replace(frame, x=x, y=y, width=width, height=height, x_unit=1, y_unit=1)
        if box := get("viewBox"):
            if get("preserveAspectRatio") != "none":
                raise ValueError("a viewBox is only stretched here")
            _, _, wide, high = map(float, box.split())
            inner = replace(inner, x_unit=width / wide, y_unit=height / high)
        if get("overflow") == "visible":
            return inner
        edges = np.array([x, y, x + width, y + height]) * self.scale
        left, top, right, bottom = frame.seen
        seen = np.clip(edges, [left, top, left, top], [right, bottom, right, bottom])
        return replace(inner, seen=tuple(seen.tolist()))

    def _shape(self, element: Element, frame: _Frame, ways: Sequence[Array]) -> None:
        """Fill and stroke what runs along these points [CSS px from the frame's corner]."""
        get = element.get
        corner = np.array([frame.x, frame.y])
        ways = [(way + corner) * self.scale for way in ways]
        if get("shape-rendering") == "crispEdges":  # one whole pixel row, not two half ones
            ways = [np.floor(way) + 0.5 for way in ways]
        fill = get("fill", "none" if element.tag.endswith("line") else "black")
        if fill != "none":
            outline = [way for way in ways if len(way) > 2]
            self._mask(outline, frame, fill, float(get("fill-opacity", 1)))
        stroke = get("stroke", "none")
        if stroke == "none":
            return
        width = float(get("stroke-width", 1)) * self.scale
        if dash := get("stroke-dasharray"):
            lengths = [float(each) * self.scale for each in dash.split(",")]
            ways = [piece for way in ways for piece in dashes(way, lengths)]
        if get("stroke-linecap") == "round":
            angles = np.linspace(0, 2 * pi, 33)
            ball = width / 2 * np.stack([np.cos(angles), np.sin(angles)], axis=1)
            self._mask([way[0] + ball for way in ways], frame, stroke, 1)
            ways = [way for way in ways if np.ptp(way, axis=0).any()]
        self._mask(ways, frame, stroke, float(get("stroke-opacity", 1)), width)

    def _mask(
        self, ways: Sequence[Array], frame: _Frame, ink: str, opacity: float, width: float = 0
    ) -> None:
        """Lay ink over outlines, or over lines of a width [pixels] along them."""
        if not ways:
            return
        points = np.concatenate(ways)
        least, most = points.min(axis=0) - width - 1, points.max(axis=0) + width + 1
        left, top = np.floor(np.maximum(least, frame.seen[:2])).astype(int).tolist()
        right, foot = np.ceil(np.minimum(most, frame.seen[2:])).astype(int).tolist()
        if right <= left or foot <= top:
            return
        fine = Image.new("L", (_FINE * (right - left), _FINE * (foot - top)))
        pen = ImageDraw.Draw(fine)
        for way in ways:
            # A pixel of Pillow's is named by its corner, a point of ours lies between them.
            dots = ((way - (left, top)) * _FINE - 0.5).ravel().tolist()
            if width:
                pen.line(dots, fill=255, width=max(1, round(_FINE * width)), joint="curve")
            else:
                pen.polygon(dots, fill=255)
        self._lay(fine.reduce(_FINE), (left, top), ink, opacity)

    def _lay(self, mask: Image.Image, at: tuple[int, int], ink: str, opacity: float) -> None:
        if opacity < 1:
            mask = mask.point(lambda value: opacity * value)
        self.image.paste(self._colour(ink), (*at, at[0] + mask.width, at[1] + mask.height), mask)

    def _colour(self, ink: str) -> tuple[int, ...]:
        name = re.fullmatch(r"var\(--(\w+)\)", ink)
        if name is None:
            raise ValueError(f"{ink!r} is no colour of the look")
        return ImageColor.getrgb(getattr(self.theme, name[1]))

    def _text(self, element: Element, frame: _Frame) -> None:
        get = element.get
        size = float(get("font-size", 16)) * self.scale
        anchor = {"start": 0.0, "middle": 0.5, "end": 1.0}[get("text-anchor", "start")]
        x = (frame.x + frame.across(get("x")) + float(get("dx", 0))) * self.scale
        y = (frame.y + frame.down(get("y"))) * self.scale
        placed: list[tuple[_Run, float, float]] = []
        for row in _rows(element):
            lengths = [length(run.said, size, run.weight, self.font) for run in row]
            left = x - anchor * sum(lengths)
            for run, long in zip(row, lengths, strict=True):
                placed.append((run, left, y))
                left += long
            y += 1.3 * size
        letters = [(self._letters(run, size, left, foot), run.ink) for run, left, foot in placed]
        if get("paint-order") == "stroke":  # under the letters of every run
            wide = round(float(get("stroke-width", 0)) / 2 * self.scale)
            for (mask, at), _ in letters:
                # Not the font's own stroke: that leaves holes where letters have small ones.
                ground = ImageOps.expand(mask, wide).filter(ImageFilter.MaxFilter(2 * wide + 1))
                corner = at[0] - wide, at[1] - wide
                self._lay(ground, corner, get("stroke", ""), float(get("stroke-opacity", 1)))
        for (mask, at), ink in letters:
            self._lay(mask, at, ink, 1)

    def _letters(
        self, run: "_Run", size: float, x: float, y: float
    ) -> tuple[Image.Image, tuple[int, int]]:
        """Return letters with the baseline at `x`, `y`, and where their picture lies."""
        face = _face(self.font, _FINE * size, run.weight)
        left, top, right, foot = face.getbbox(run.said, anchor="ls")
        at = floor(x + left / _FINE) - 1, floor(y + top / _FINE) - 1
        high, wide = (foot - top) // _FINE + 4, (right - left) // _FINE + 4
        fine = Image.new("L", (_FINE * int(wide), _FINE * int(high)))
        place = _FINE * (x - at[0]), _FINE * (y - at[1])
        ImageDraw.Draw(fine).text(place, run.said, 255, face, anchor="ls")
        return fine.reduce(_FINE), at


@dataclass(frozen=True)
class _Run:
    """Letters of one weight and ink."""

    said: str
    weight: str
    ink: str


def _rows(element: Element) -> list[list[_Run]]:
    """Return the runs of each row of a text."""

    def run(said: str | None, at: Element) -> _Run:
        weight, ink = (at.get(key, element.get(key, "")) for key in ("font-weight", "fill"))
        return _Run(said or "", weight, ink)

    rows = [[run(element.text, element)]]
    for part in element:
        if part.get("dy"):
            rows.append([])
        rows[-1].append(run(part.text, part))
        for each in part:
            rows[-1] += [run(each.text, each), run(each.tail, part)]
        rows[-1].append(run(part.tail, element))
    for row in rows:
        row[:] = [run for run in row if run.said]
        if row:  # a space at its end has no width
            row[-1] = replace(row[-1], said=row[-1].said.rstrip(" "))
    return rows
