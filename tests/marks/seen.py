"""What a panel draws, read back from Plotly's JSON and from SVG: strokes, areas, markers, words.

All in px from the upper left end of the plot area. Where Plotly puts words and symbols was read in
its source.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import numpy as np

from mureceptor.marks.forms import Form

WIDE = 1000.0  # [px] of the plot area, where another width is not asked for
NEAR = {"text": (0.2, 1.6), "": (0.2, 0.2)}  # [px] across and down: a browser rounds words' rows


@dataclass(frozen=True, eq=False)
class Seen:
    """Something drawn: what it looks like, and its points."""

    kind: str
    look: tuple[Any, ...]
    points: Any

    def matches(self, other: "Seen") -> bool:
        if (self.kind, self.look) != (other.kind, other.look):
            return False
        if self.points.shape != other.points.shape:
            return False
        near = NEAR.get(self.kind, NEAR[""])
        ways = [self.points, self.points[::-1]] if self.kind == "stroke" else [self.points]
        return any((np.abs(way - other.points) <= near).all() for way in ways)


def px(number: Any) -> float:
    return round(float(number), 2)


def colour(token: str) -> tuple[str, float]:
    """The name and the opacity of a colour such as `@full/0.8`."""
    name, _, opacity = token.removeprefix("@").partition("/")
    return name, float(opacity or 1)


# --- Plotly's JSON ------------------------------------------------------------------------------


class Planned:
    """What Plotly is told to draw."""

    def __init__(self, spec: dict[str, Any], form: Form, wide: float = WIDE) -> None:
        self.data, self.layout = spec["data"], spec["layout"]
        self.wide, self.high = wide, float(form.plot)

    def at(self, values: Any, ref: str, *, log: bool = False) -> Any:
        """Px from the left or the top; `log` says that values are logarithms where the axis is."""
        axis = self.layout[f"{ref[0]}axis{ref.split(' ')[0][1:]}"]
        values = np.asarray(values, float)
        if "domain" in ref:
            share = values
        else:
            if axis.get("type") == "log" and not log:
                values = np.log10(np.where(values > 0, values, np.nan))
            low, high = axis["range"]
            share = (values - low) / (high - low)
        begin, end = axis.get("domain", (0, 1))
        share = begin + (end - begin) * share
        return self.wide * share if ref[0] == "x" else self.high * (1 - share)

    def points(self, trace: dict[str, Any]) -> Any:
        x, y = (self.at(trace[axis], trace[f"{axis}axis"]) for axis in "xy")
        return np.stack([x, y], axis=1)

    def seen(self) -> Iterator[Seen]:
        below: Any = None
        for trace in self.data:
            if trace["type"] == "bar":
                yield from self.bars(trace)
                continue
            points = self.points(trace)
            if trace["mode"] == "lines":
                ink, opacity = colour(trace["line"]["color"])
                width, dash = trace["line"]["width"], trace["line"].get("dash", "solid")
                dashes = tuple(px(d[:-2]) for d in dash.split(",") if d.endswith("px"))
                clipped = trace.get("cliponaxis", True)
                if width:
                    for piece in pieces(points):
                        yield Seen("stroke", (ink, opacity, px(width), dashes, clipped), piece)
                if trace.get("fill") == "tonexty":
                    both = np.concatenate([points, below[::-1]])
                    yield Seen("area", colour(trace["fillcolor"]), both)
                below = points
            else:
                yield from self.dots(trace, points)
        for shape in self.layout.get("shapes", ()):
            x, y = (self.at([shape[f"{a}0"], shape[f"{a}1"]], shape[f"{a}ref"]) for a in "xy")
            if shape["type"] == "line":
                look = (*colour(shape["line"]["color"]), px(shape["line"]["width"]), (), False)
                yield Seen("stroke", look, np.stack([x, y], axis=1))
            else:
                assert shape["line"]["width"] == 0
                assert shape["layer"] == "below"
                yield Seen("box", colour(shape["fillcolor"]), corners(x, y))
        for image in self.layout.get("images", ()):
            assert (image["sizing"], image["layer"]) == ("stretch", "below")
            x = self.at([image["x"], image["x"] + image["sizex"]], image["xref"])
            y = self.at([image["y"], image["y"] - image["sizey"]], image["yref"])
            source = ElementTree.fromstring(unquote(image["source"].split(",", 1)[1]))  # noqa: S314
            assert source.get("preserveAspectRatio") == "none"
            (path,) = source
            cups = path.get("d"), path.get("stroke", "")[1:], path.get("stroke-width")
            yield Seen("cups", cups, corners(x, y))
        for note in self.layout["annotations"]:
            if note["visible"] and note["text"]:
                yield self.note(note)
        for name, axis in self.layout.items():
            if re.fullmatch(r"[xy]axis\d*", name) and axis.get("visible", True):
                yield from (self.x_axis if name[0] == "x" else self.y_axis)(name, axis)

    def bars(self, trace: dict[str, Any]) -> Iterator[Seen]:
        assert trace["marker"]["line"]["width"] == 0
        assert trace["textposition"] == "outside"
        for i, height in enumerate(trace["y"]):
            half = trace["width"][i] / 2
            x = self.at([trace["x"][i] - half, trace["x"][i] + half], trace["xaxis"])
            y = self.at([height, 0], trace["yaxis"])
            yield Seen("box", colour(trace["marker"]["color"][i]), corners(x, y))
            if trace["text"][i]:
                size, rows = trace["textfont"]["size"][i], html(trace["text"][i])
                down = y[0] - 3 - size / 3 - 1.3 * size * (len(rows) - 1)
                ink, _ = colour(trace["textfont"]["color"][i])
                yield words(rows, ink, size, "center", 0, x.mean(), down)

    def dots(self, trace: dict[str, Any], points: Any) -> Iterator[Seen]:
        marker = trace.get("marker", {})
        count = len(points)

        def each(node: dict[str, Any], key: str, usual: Any) -> list[Any]:
            value = node.get(key, usual)
            return list(value) if isinstance(value, list | tuple) else [value] * count

        sizes, symbols = each(marker, "size", 0), each(marker, "symbol", "circle")
        fills, line = each(marker, "color", "@bg/0"), marker.get("line", {})
        strokes, widths = each(line, "color", "@bg/0"), each(line, "width", 0)
        for i, (x, y) in enumerate(points.tolist()):
            if x != x or y != y:
                continue
            for error, axis in (("error_y", 1), ("error_x", 0)):
                bar = trace.get(error)
                if bar is None:
                    continue
                value, ref = trace["xy"[axis]][i], trace["xyaxis"[axis] + "axis"]
                for by in (bar["array"][i], -bar["arrayminus"][i]):
                    if by:
                        end = float(self.at(value + by, ref))
                        far = (x, end) if axis else (end, y)
                        look = (*colour(bar["color"]), px(bar["thickness"]), (), False)
                        yield Seen("stroke", look, np.array([(x, y), far]))
                        if bar["width"]:
                            out = np.array([bar["width"], 0] if axis else [0, bar["width"]])
                            yield Seen("stroke", look, np.array([far - out, far + out]))
            fill, shade = colour(fills[i])
            stroke, edge = colour(strokes[i])
            if symbols[i].startswith("circle-open"):
                fill, shade = "", 0.0
            if sizes[i] and (shade or edge):
                inks = fill if shade else "", stroke if edge else "", px(widths[i])
                shape = outline(symbols[i], sizes[i] / 2) + np.array([x, y])
                yield Seen("marker", (symbols[i].split("-")[0], *inks), shape)
                if symbols[i] == "circle-open-dot":
                    middle = outline("circle", 0.5) + np.array([x, y])
                    yield Seen("marker", ("circle", *inks), middle)
            text = trace["text"][i] if "text" in trace["mode"] else ""
            if text:
                font, rows = trace["textfont"], html(text)
                size, side = font["size"][i], trace["textposition"][i]
                radius = sizes[i] / 2 / 0.8 + 1 if sizes[i] else 0
                up = {"top": -1, "middle": 0, "bottom": 1}[side.split()[0]]
                across = {"left": -1, "center": 0, "right": 1}[side.split()[1]]
                lines = 1.3 * (len(rows) - 1) + 1
                down = 0.75 * size + up * radius + (up - 1) * lines * size / 2
                anchor = {-1: "right", 0: "center", 1: "left"}[across]
                ink, _ = colour(font["color"][i])
                yield words(rows, ink, size, anchor, 0, x + across * radius, y + down)

    def note(self, note: dict[str, Any]) -> Seen:
        assert note["showarrow"] is False
        size, rows = note["font"]["size"], html(note["text"])
        pad = note["borderpad"] + 1
        x = float(self.at(note["x"], note["xref"], log=True)) + note["xshift"]
        y = float(self.at(note["y"], note["yref"], log=True)) - note["yshift"]
        x += {"left": pad, "center": 0, "right": -pad}[note["xanchor"]]
        high = size * (4 / 3 + 1.3 * (len(rows) - 1)) + 2 * pad
        top = y - {"top": 0, "middle": 0.5, "bottom": 1}[note["yanchor"]] * high
        name, ground = colour(note["bgcolor"])
        assert name == "bg"
        ink, _ = colour(note["font"]["color"])
        return words(rows, ink, size, note["xanchor"], ground, x, top + pad + size)

    def names(self, axis: dict[str, Any]) -> list[tuple[float, Any]]:
        if not axis.get("showticklabels", True):
            return []
        texts = axis.get("ticktext", [f"{value:g}" for value in axis["tickvals"]])
        return [(v, html(t)) for v, t in zip(axis["tickvals"], texts, strict=True)]

    def x_axis(self, name: str, axis: dict[str, Any]) -> Iterator[Seen]:
        ref, size = name.replace("axis", ""), self.layout["font"]["size"]
        up = self.layout[f"yaxis{axis['anchor'][1:]}"].get("domain", (0, 1))
        foot, ends = self.high * (1 - up[0]), [self.wide * end for end in axis["domain"]]
        assert axis["showgrid"] is axis["zeroline"] is False
        if axis["showline"]:
            yield hairline(axis["linecolor"], ends, foot + 0.5)
        for value in axis["tickvals"] if axis["ticks"] == "outside" else ():
            x = float(self.at(value, ref))
            look = (*colour(axis["tickcolor"]), 1, (), True)
            down = np.array([(x, foot + 1), (x, foot + 1 + axis["ticklen"])])
            yield Seen("stroke", look, down)
        clear = axis["ticklen"] if axis["ticks"] else 0
        for value, rows in self.names(axis):
            x = float(self.at(value, ref))
            yield words(rows, "muted", size, "center", 0, x, foot + 1 + clear + 1.2 * size)

    def y_axis(self, name: str, axis: dict[str, Any]) -> Iterator[Seen]:
        ref, size = name.replace("axis", ""), self.layout["font"]["size"]
        x = self.layout[f"xaxis{axis['anchor'][1:]}"]
        ends = [self.wide * end for end in x["domain"]]
        assert (axis["showline"], axis["ticks"]) == (False, "")
        for value in axis["tickvals"] if axis["showgrid"] else ():
            if not (axis["zeroline"] and value == 0):
                yield hairline(axis["gridcolor"], ends, float(self.at(value, ref)))
        if axis["zeroline"] and axis["range"][0] <= 0:
            yield hairline(axis["zerolinecolor"], ends, float(self.at(0, ref)))
        for value, rows in self.names(axis):
            down = float(self.at(value, ref)) + 0.35 * size
            left = ends[0] - axis["ticklabelstandoff"] - 1
            yield words(rows, "muted", size, "right", 0, left, down)


def hairline(ink: str, ends: list[float], y: float) -> Seen:
    return Seen("stroke", (*colour(ink), 1, (), True), np.array([(x, y) for x in ends]))


def words(
    rows: Any, ink: str, size: float, anchor: str, ground: float, x: float, baseline: float
) -> Seen:
    """Words by the letter: each with its weight and its ink."""
    letters = tuple(
        tuple((each, bold, own or ink) for each, bold, own in row) for row in trimmed(rows)
    )
    return Seen("text", (letters, px(size), anchor, ground), np.array([(x, baseline)]))


def trimmed(rows: Any) -> Any:
    """Rows without the spaces at their ends, which have no width there."""
    for row in rows:
        row = [(letter.replace("\u00a0", " "), bold, ink) for letter, bold, ink in row]
        while row and row[-1][0] == " ":
            row.pop()
        yield row


def html(text: str) -> list[list[tuple[str, bool, str]]]:
    """Letters of Plotly's small HTML by row, each with its weight and own ink."""
    rows: list[list[tuple[str, bool, str]]] = [[]]
    bold, inks = 0, [""]
    for tag, plain in re.findall(r"(<[^>]+>)|([^<]+)", text):
        if plain:
            rows[-1] += [(letter, bold > 0, inks[-1]) for letter in unescape(plain)]
        elif tag == "<br>":
            rows.append([])
        elif tag in ("<b>", "</b>"):
            bold += 1 if tag == "<b>" else -1
        elif tag == "</span>":
            inks.pop()
        else:
            (ink,) = re.findall(r'<span style="color:@(\w+)">', tag)
            inks.append(ink)
    assert (bold, inks) == (0, [""])
    return rows


def pieces(points: Any) -> Iterator[Any]:
    """The parts of a curve between its gaps."""
    there = np.isfinite(points).all(axis=1)
    starts = np.flatnonzero(there & ~np.append(False, there[:-1]))
    ends = np.flatnonzero(there & ~np.append(there[1:], False)) + 1
    for start, end in zip(starts, ends, strict=True):
        yield points[start:end]


def corners(x: Any, y: Any) -> Any:
    """Left and top, right and foot."""
    return np.array([(min(x), min(y)), (max(x), max(y))])


def outline(symbol: str, r: float) -> Any:
    """The corners of Plotly's symbols, from the topmost clockwise; of a circle, its four ends."""
    points = {
        "diamond": [(0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)],
        "square": [(-1, -1), (1, -1), (1, 1), (-1, 1)],
        "triangle": [(0, -1), (2 / 3**0.5, 0.5), (-2 / 3**0.5, 0.5)],
        "circle": [(0, -1), (1, 0), (0, 1), (-1, 0)],
    }
    return r * np.array(points[symbol.split("-")[0]])


# --- SVG ----------------------------------------------------------------------------------------


class Drawn:
    """What an SVG draws; it knows what is written there, and nothing else."""

    def __init__(self, root: Element, form: Form) -> None:
        self.found: list[Seen] = []
        for part in root:
            self.read(part, (0.0, 0.0), (WIDE, float(form.plot)), (1.0, 1.0), clipped=False)

    def read(
        self,
        element: Element,
        corner: tuple[float, float],
        size: tuple[float, float],
        unit: tuple[float, float],
        *,
        clipped: bool,
    ) -> None:
        get, tag = element.get, element.tag.split("}")[1]

        def length(text: str | None, whole: float, usual: float = 0) -> float:
            if text is None:
                return usual
            return whole * float(text[:-1]) / 100 if text.endswith("%") else float(text)

        def place(x: str, y: str) -> tuple[float, float]:
            return corner[0] + length(get(x), size[0]), corner[1] + length(get(y), size[1])

        if tag == "svg":
            inner = length(get("width"), size[0], size[0]), length(get("height"), size[1], size[1])
            unit = (1.0, 1.0)
            if box := get("viewBox"):
                assert get("preserveAspectRatio") == "none"
                _, _, wide, high = map(float, box.split())
                unit = inner[0] / wide, inner[1] / high
            for part in element:
                over = get("overflow") == "visible"
                self.read(part, place("x", "y"), inner, unit, clipped=not over)
        elif tag == "line":
            self.stroke(element, np.array([place("x1", "y1"), place("x2", "y2")]), clipped=False)
        elif tag == "rect":
            x, y = place("x", "y")
            far = x + length(get("width"), size[0]), y + length(get("height"), size[1])
            look = named(get("fill")), float(get("fill-opacity", 1))
            self.found.append(Seen("box", look, np.array([(x, y), far])))
        elif tag == "circle":
            self.marker(element, "circle", outline("circle", float(get("r", 0))) + corner)
        elif tag == "path":
            self.path(element, corner, size, unit, clipped=clipped)
        elif tag == "text":
            x, y = place("x", "y")
            rows = list(lettered(element))
            anchor = {"": "left", "middle": "center", "end": "right"}[get("text-anchor", "")]
            ground = float(get("stroke-opacity", 0)) if get("paint-order") == "stroke" else 0.0
            shift = float(get("dx", 0))
            for row in element:
                if row.get("dy"):
                    assert (row.get("dy"), row.get("x")) == ("1.3em", get("x"))
                    assert row.get("dx", "0") == get("dx", "0")
            ink, high = named(get("fill")), float(get("font-size", 0))
            if any(rows):
                self.found.append(words(rows, ink, high, anchor, ground, x + shift, y))
        else:
            assert tag == "title"

    def path(self, element: Element, corner: Any, size: Any, unit: Any, *, clipped: bool) -> None:
        get, d = element.get, element.get("d", "")
        if "a3.3" in d:  # all cups, in a field of 100 both ways
            cups = d, named(get("stroke")), get("stroke-width")
            ends = np.array([corner, np.array(corner) + size])
            self.found.append(Seen("cups", cups, ends))
            return
        if get("stroke-linecap") == "round":  # balls: lines of no length
            for x, y in re.findall(r"M(-?\d+) (-?\d+)h0", d):
                middle = np.array([float(x), float(y)]) * unit + corner
                r = float(get("stroke-width", 0)) / 2
                ball = "circle", named(get("stroke")), "", 0.0
                self.found.append(Seen("marker", ball, outline("circle", r) + middle))
            return
        ways = [way * unit + corner for way in traced(d)]
        if get("fill", "none") == "none":
            if unit != (1.0, 1.0):
                assert get("vector-effect") == "non-scaling-stroke"
            for way in ways:
                self.stroke(element, way, clipped=clipped and unit != (1.0, 1.0))
        elif get("stroke") is None:
            (way,) = ways
            look = named(get("fill")), float(get("fill-opacity", 1))
            self.found.append(Seen("area", look, way))
        else:
            (way,) = ways
            first = np.lexsort((way[:, 0], np.round(way[:, 1], 6)))[0]
            way = np.roll(way, -first, axis=0)
            x, y = way[:, 0], way[:, 1]
            if float(np.sum(x * np.roll(y, -1) - y * np.roll(x, -1))) < 0:
                way = np.concatenate([way[:1], way[:0:-1]])
            symbol = "triangle" if len(way) == 3 else "square" if y[0] == y[1] else "diamond"
            self.marker(element, symbol, way)

    def stroke(self, element: Element, way: Any, *, clipped: bool) -> None:
        get = element.get
        dashes = tuple(px(d) for d in get("stroke-dasharray", "").split(",") if d)
        look = named(get("stroke")), float(get("stroke-opacity", 1))
        crisp = get("shape-rendering") == "crispEdges"
        more = px(get("stroke-width", 1)), dashes, clipped or crisp
        self.found.append(Seen("stroke", (*look, *more), way))

    def marker(self, element: Element, symbol: str, points: Any) -> None:
        get = element.get
        look = symbol, named(get("fill")), named(get("stroke")), px(get("stroke-width", 1))
        self.found.append(Seen("marker", look, points))


def named(ink: str | None) -> str:
    """The name of a colour such as `var(--full)`."""
    if ink is None or ink == "none":
        return ""
    assert re.fullmatch(r"var\(--[a-z]+\)", ink)
    return ink[6:-1]


def traced(d: str) -> Iterator[Any]:
    """The points of each part of a path."""
    way: list[tuple[float, float]] = []
    x = y = 0.0
    for step, said in re.findall(r"([MLlHVZ])([-\d. ]*)", d):
        numbers = [float(n) for n in re.findall(r"-?[\d.]+", said)]
        if step == "M" and way:
            yield np.array(way)
            way = []
        pairs = list(zip(numbers[::2], numbers[1::2], strict=False))
        if step == "H":
            pairs = [(numbers[0], y)]
        elif step == "V":
            pairs = [(x, numbers[0])]
        for across, down in pairs:
            x, y = (x + across, y + down) if step == "l" else (across, down)
            way.append((x, y))
    if way:
        yield np.array(way)


def lettered(element: Element) -> Iterator[list[tuple[str, bool, str]]]:
    """Letters of a text by row, each with its weight and own ink."""

    def letters(node: Element, *, bold: bool, ink: str) -> Iterator[tuple[str, bool, str]]:
        bold = bold or node.get("font-weight") == "bold"
        ink = named(node.get("fill")) if node.tag.endswith("tspan") and node.get("fill") else ink
        for letter in node.text or "":
            yield letter, bold, ink
        for part in node:
            if not part.get("dy"):
                yield from letters(part, bold=bold, ink=ink)
            for letter in part.tail or "":
                yield letter, bold, ink

    yield list(letters(element, bold=False, ink=""))
    for row in element:
        if row.get("dy"):
            yield list(letters(row, bold=False, ink=""))
