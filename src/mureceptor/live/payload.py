"""What the browser fetches for one figure: its picture at every step of its controls.

A figure is a pure function of its state, so all steps are drawn here and compared. What is the
same in every step is sent once; what differs becomes a frame: the values of one leaf, by step.

Layout of the answer: 4 bytes, the length of the header (little-endian); the header, JSON; then
one block of float32. The header says which part of that block is what (`contract.py`).
"""

import gzip
import itertools
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np

from mureceptor.live.contract import DocumentData, FloatsData, FrameData, HeaderData
from mureceptor.marks.forms import FORMS, Form
from mureceptor.marks.plotly import figures
from mureceptor.views import VIEWS
from mureceptor.views.state import State
from mureceptor.views.view import View

Path = tuple[str | int, ...]
_ANOTHER_SHAPE = "changes its shape from one step to another"


def document(view: View, numbers: Any, form: Form) -> DocumentData:
    """Return all that a reader sees of one state's numbers: panels, sentence, table."""
    return {
        "panels": figures(view.draws(numbers, view.fit(form))),
        "sentence": view.says(numbers),
        "table": view.lists(numbers),
    }


def leaves(node: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Walk a document down to its arrays, numbers and words, in a fixed order."""
    if isinstance(node, dict):
        for key, child in node.items():
            yield from leaves(child, (*path, key))
    elif isinstance(node, list | tuple):
        for index, child in enumerate(node):
            yield from leaves(child, (*path, index))
    else:
        yield path, node


class _Block:
    """The float32 block while it is filled."""

    def __init__(self) -> None:
        self.parts: list[np.ndarray[Any, np.dtype[np.float32]]] = []
        self.length = 0

    def add(self, values: Any) -> FloatsData:
        part = np.asarray(values, dtype="<f4").ravel()
        start, self.length = self.length, self.length + part.size
        self.parts.append(part)
        return {"start": start, "length": part.size}


def _same(a: Any, b: Any) -> bool:
    if isinstance(a, np.ndarray):
        return a is b or bool(np.array_equal(a, b, equal_nan=a.dtype.kind == "f"))
    return bool(a == b) or (a != a and b != b)  # NaN equals nothing, not even NaN


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float | np.number) and not isinstance(value, bool)


def _frame(path: Path, values: list[Any], lengths: list[int], block: _Block) -> FrameData:
    """Describe one leaf that moves: by which controls (indices), and its value at each step."""
    table = np.empty(len(values), dtype=object)
    table[:] = values
    table = table.reshape(lengths)
    moved_by: list[int] = []
    for axis in range(len(lengths)):
        steps = np.moveaxis(table, len(moved_by), 0)
        first = list(steps[:1].flat)
        rest = (steps[i : i + 1].flat for i in range(1, len(steps)))
        if all(_same(a, b) for step in rest for a, b in zip(first, step, strict=True)):
            table = steps[0]
        else:
            moved_by.append(axis)
    flat = list(table.ravel())
    frame: FrameData = {
        "path": list(path),
        "controls": moved_by,
        "size": 0,
        "floats": {"start": 0, "length": 0},
        "distinct": [],
        "index": [],
    }
    if isinstance(flat[0], np.ndarray) and flat[0].dtype.kind in "fiu":
        frame["size"] = flat[0].size
        frame["floats"] = block.add(np.stack(flat))
    elif all(_is_number(value) for value in flat):
        frame["floats"] = block.add(flat)
    else:
        frame["distinct"] = list(dict.fromkeys(flat))
        frame["index"] = [frame["distinct"].index(value) for value in flat]
    return frame


def _moving(nodes: list[Any], path: Path = ()) -> Iterator[tuple[Path, list[Any]]]:
    """Walk all documents side by side, down to the leaves that differ from the first one's."""
    first = nodes[0]
    if all(node is first for node in nodes):
        return
    kinds = set(map(type, nodes))
    if isinstance(first, dict):
        if kinds != {dict} or any(node.keys() != first.keys() for node in nodes):
            raise ValueError(_ANOTHER_SHAPE)
        for key in first:
            yield from _moving([node[key] for node in nodes], (*path, key))
    elif isinstance(first, list | tuple):
        if not kinds <= {list, tuple} or any(len(node) != len(first) for node in nodes):
            raise ValueError(_ANOTHER_SHAPE)
        for index in range(len(first)):
            yield from _moving([node[index] for node in nodes], (*path, index))
    elif isinstance(first, np.ndarray):
        if kinds != {np.ndarray} or any(node.shape != first.shape for node in nodes):
            raise ValueError(_ANOTHER_SHAPE)
        if not all(_same(first, node) for node in nodes):
            yield path, nodes
    elif kinds & {dict, list, tuple, np.ndarray}:
        raise ValueError(_ANOTHER_SHAPE)
    elif nodes.count(first) < len(nodes) and not all(_same(first, node) for node in nodes):
        yield path, nodes


def _frames(
    documents: list[DocumentData], lengths: list[int], block: _Block, name: str
) -> Iterator[FrameData]:
    """Find the leaves that differ between the first document and any of the steps after it."""
    try:
        for path, values in _moving(documents):
            yield _frame(path, values[1:], lengths, block)
    except ValueError as error:
        raise ValueError(f"the view {name!r} {error}") from None


def _pack_static(node: Any, block: _Block) -> Any:
    if isinstance(node, dict):
        return {key: _pack_static(child, block) for key, child in node.items()}
    if isinstance(node, list | tuple):
        return [_pack_static(child, block) for child in node]
    if isinstance(node, np.ndarray):
        return {"f32": block.add(node)} if node.dtype.kind in "fiu" else node.tolist()
    value = node.item() if isinstance(node, np.generic) else node
    return None if value != value else value  # JSON has no NaN


def pack(view: View, state: State, form: Form) -> bytes:
    """Return the answer for one figure: all steps of its controls, the other fields as in `state`.

    Raises
    ------
    ValueError
        If the figure is not of one shape at every step (then a step cannot stand for another).
    """
    block = _Block()
    grids = {field: parameter.grid for field, parameter in view.dragged.items()}
    used = tuple(view.dragged_in(state))
    swept = [used] if view.swept_together else [(field,) for field in used]
    base = document(view, view.numbers(state), form)
    frames: list[FrameData] = []
    for fields in swept:
        states = [
            replace(state, **dict(zip(fields, values, strict=True)))
            for values in itertools.product(*(grids[field] for field in fields))
        ]
        steps = [document(view, numbers, form) for numbers in view.all_numbers(states)]
        lengths = [len(grids[field]) for field in fields]
        order = [list(grids).index(field) for field in fields]
        for frame in _frames([base, *steps], lengths, block, view.name):
            frame["controls"] = [order[axis] for axis in frame["controls"]]
            frames.append(frame)
    header: HeaderData = {
        "document": _pack_static(base, block),
        "steps": [parameter.steps for parameter in view.dragged.values()],
        "unused": list(view.unused(state)),
        "frames": frames,
    }
    text = json.dumps(header, separators=(",", ":"), allow_nan=False).encode()
    text += b" " * (-len(text) % 4)
    return len(text).to_bytes(4, "little") + text + b"".join(part.tobytes() for part in block.parts)


def together(
    view: View, state: State, forms: Sequence[Form]
) -> tuple[dict[str, tuple[int, int]], bytes]:
    """Return a figure's answers in several forms as one, and the sizes of their headers and blocks.

    As they are they would take more than the half again: so of each block of floats after the first
    only what differs from that is kept, and the first bytes of all floats come first
    (`browser/files.js` reads it).
    """
    view = replace(view, numbers=cache(view.numbers))  # the same in all forms
    sizes, parts = {}, []
    first = np.empty(0, dtype="u1")
    for form in forms:
        packed = pack(view, state, form)
        head = 4 + int.from_bytes(packed[:4], "little")
        block = np.frombuffer(packed, dtype="u1", offset=head).copy()
        sizes[form.key] = head, block.size
        both = min(block.size, first.size)
        block[:both] ^= first[:both]
        parts += [packed[:head], block.reshape(-1, 4).T.tobytes()]
        if not first.size:
            first = block
    return sizes, b"".join(parts)


def answer(name: str, form: str, state: State) -> bytes:
    """Return the compressed answer for the view and the form of these names."""
    return gzip.compress(pack(VIEWS[name], state, FORMS[form]), 6, mtime=0)
