"""The script that unpacks a figure in the browser, run on bytes that Python packed."""

import json
import math
import random
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from mureceptor.live import contract
from mureceptor.live.payload import document, pack
from mureceptor.marks.forms import NARROW, WIDE
from mureceptor.views import VIEWS
from mureceptor.views.view import View

SCRIPTS = Path(contract.__file__).with_name("browser")
READER = Path(__file__).with_name("sweep.mjs")


@pytest.fixture(scope="module")
def module(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The script and what it imports, where node takes them for modules."""
    folder = tmp_path_factory.mktemp("scripts")
    for path in SCRIPTS.glob("*.js"):
        shutil.copy(path, folder)
    (folder / "package.json").write_text('{"type": "module"}')
    return folder / "sweep.js"


def close(shown: float, meant: float) -> bool:
    return math.isclose(shown, meant, rel_tol=1e-6, abs_tol=1e-30)


def differs(shown: Any, meant: Any, path: str = "") -> Iterator[str]:
    """Walk down what was meant; name each place where the script shows something else."""
    if isinstance(meant, dict):
        if shown.keys() != meant.keys():
            yield f"{path}: {shown.keys() ^ meant.keys()}"
            return
        for key, value in meant.items():
            yield from differs(shown[key], value, f"{path}/{key}")
    elif isinstance(meant, list | tuple | np.ndarray):
        values = meant.ravel().tolist() if isinstance(meant, np.ndarray) else meant
        if len(shown) != len(values):
            yield f"{path}: {len(shown)} for {len(values)}"
            return
        for index, value in enumerate(values):
            yield from differs(shown[index], value, f"{path}/{index}")
    elif isinstance(meant, float | int | np.number) and not isinstance(meant, bool):
        same = shown is None if math.isnan(meant) else close(shown, float(meant))
        if not same:
            yield f"{path}: {shown} for {meant}"
    elif shown != meant:
        yield f"{path}: {shown} for {meant}"


def walk(view: View) -> list[tuple[list[int], int | None]]:
    """Return some steps to go to, one after the other, and which control moves there."""
    lengths = [record.steps for record in view.dragged.values()]
    chance = random.Random(view.name)  # noqa: S311
    if view.swept_together:  # both ends, then anywhere
        ends = [[share * (length - 1) for length in lengths] for share in (0, 1)]
        anywhere = [[chance.randrange(length) for length in lengths] for _ in range(4)]
        return [(steps, None) for steps in (*ends, *anywhere)]
    moves: list[tuple[list[int], int | None]] = []
    start = [r.grid.index(getattr(view.state(), f)) for f, r in view.dragged.items()]
    for field in view.dragged_in(view.state()):  # each by itself, and back
        control = list(view.dragged).index(field)
        there = start.copy()
        there[control] = chance.randrange(lengths[control])
        moves += [(there, control), (start, control)]
    return moves


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_the_script_shows_what_python_drew(
    view: View, node: str, module: Path, tmp_path: Path
) -> None:
    form = NARROW if view.swept_together else WIDE
    (tmp_path / "answer").write_bytes(pack(view, view.state(), form))
    moves = walk(view)
    command = [node, str(READER), str(module), str(tmp_path / "answer"), json.dumps(moves)]
    run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=200)
    assert run.returncode == 0, run.stderr
    shown = json.loads(run.stdout)
    assert len(shown) == len(moves)
    fields = list(view.dragged.items())
    for (steps, _), each in zip(moves, shown, strict=True):
        at = {field: record.grid[step] for (field, record), step in zip(fields, steps, strict=True)}
        meant = document(view, view.numbers(replace(view.state(), **at)), form)
        assert list(differs(each, meant))[:5] == []
