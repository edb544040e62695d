"""What a reader sees of a view, taken from the finished document: lines, marks, bars, words."""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from mureceptor.live.payload import document
from mureceptor.marks.forms import FORMS, Form
from mureceptor.views import VIEWS
from mureceptor.views.phrases import plain

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Mark:
    """A marker that can be seen."""

    x: float
    y: float
    colour: str
    size: float


class Picture:
    """One state of a view in one form."""

    def __init__(self, name: str, form: Form, **fields: Any) -> None:
        view = VIEWS[name]
        self.form, self.low = form.name, form.low
        seen = document(view, view.numbers(view.state(**fields)), form)
        self.panels: dict[str, dict[str, Any]] = seen["panels"]
        self.columns: list[str] = seen["table"]["columns"]
        self.rows: list[list[str]] = [
            [plain(cell) for cell in row] for row in seen["table"]["rows"]
        ]
        self.sentence = plain(seen["sentence"]).replace("\u00a0", " ")
        self.hues: list[str] = re.findall(r":(\w+)\[", seen["sentence"])

    def traces(self, panel: str = "main", kind: str = "scatter") -> list[dict[str, Any]]:
        return [t for t in self.panels[panel]["data"] if t.get("type", "scatter") == kind]

    def line(self, name: str, panel: str = "main") -> tuple[Floats, Floats]:
        """The points of the one line of this name."""
        (found,) = (t for t in self.traces(panel) if t.get("name") == name)
        assert "lines" in found["mode"]
        return np.asarray(found["x"], float), np.asarray(found["y"], float)

    def colour(self, name: str, panel: str = "main") -> str:
        (found,) = (t for t in self.traces(panel) if t.get("name") == name)
        return str(found["line"]["color"])

    def bands(self, panel: str = "main") -> list[tuple[Floats, Floats, Floats, str]]:
        """Each filled range: x, its lower and its upper edge, its colour without opacity."""
        return [
            (
                np.asarray(high["x"], float),
                np.asarray(low["y"], float),
                np.asarray(high["y"], float),
                high["fillcolor"].split("/")[0],
            )
            for low, high in pairwise(self.traces(panel))
            if high.get("fill") == "tonexty"
        ]

    def marks(self, panel: str = "main") -> list[Mark]:
        """Every marker that can be seen, in the order drawn."""
        found = []
        for trace in self.traces(panel):
            if "markers" not in trace["mode"] or trace["marker"].get("opacity") == 0:
                continue
            x, y = (np.asarray(trace[axis], float) for axis in "xy")
            marker = trace["marker"]
            colours = np.broadcast_to(np.asarray(marker["color"]), x.shape)
            edges = np.broadcast_to(np.asarray(marker.get("line", {}).get("color", "")), x.shape)
            sizes = np.broadcast_to(np.asarray(marker.get("size", 0), float), x.shape)
            for i in np.flatnonzero(np.isfinite(x) & np.isfinite(y)):
                colour = edges[i] if colours[i] == "@bg" else colours[i]  # hollow: its edge
                if not str(colour).endswith("/0"):
                    found.append(Mark(float(x[i]), float(y[i]), str(colour), float(sizes[i])))
        return found

    def bars(self, panel: str = "beside") -> list[tuple[str, float, str, str]]:
        """Each bar: the word below it, its height, its words, its colour."""
        (trace,) = self.traces(panel, "bar")
        axis = self.panels[panel]["layout"]["xaxis" + trace.get("xaxis", "x")[1:]]
        below = dict(zip(axis["tickvals"], map(bare, axis["ticktext"]), strict=True))
        rows = zip(trace["x"], trace["y"], trace["text"], trace["marker"]["color"], strict=True)
        return [(below[x], float(y), bare(text), str(colour)) for x, y, text, colour in rows]

    def labels(self, panel: str = "main") -> list[str]:
        """The standing words that are shown."""
        notes = self.panels[panel]["layout"]["annotations"]
        return [bare(note["text"]) for note in notes if note.get("visible", True)]

    def label(self, name: str, panel: str = "main") -> str:
        """The one standing label that begins with `name`."""
        (found,) = (text for text in self.labels(panel) if text.startswith(name))
        return found

    def words(self, panel: str = "main") -> list[str]:
        """The words that stand at marks."""
        texts = [t for trace in self.traces(panel) for t in trace.get("text", [])]
        return [bare(text) for text in texts if text]

    def leads(self, panel: str = "main") -> list[tuple[float, float, str]]:
        """Where each hairline from a label ends, and its colour."""
        shapes = self.panels[panel]["layout"].get("shapes", [])
        lines = [s for s in shapes if s["type"] == "line" and "domain" not in s.get("xref", "")]
        return [(s["x1"], s["y1"], s["line"]["color"]) for s in lines]


def bare(text: str) -> str:
    """Words without tags; a new line is a space."""
    text = re.sub(r"<[^>]+>", "", text.replace("<br>", " ")).replace("\u00a0", " ")
    return " ".join(text.split())


@pytest.fixture(params=list(FORMS.values()), ids=list(FORMS))
def picture(request: pytest.FixtureRequest) -> Any:
    """Return a maker of pictures in each form: `picture("short", amount=1)`."""

    def make(name: str, **fields: Any) -> Picture:
        return Picture(name, VIEWS[name].fit(request.param), **fields)

    return make
