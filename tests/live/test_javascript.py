"""The scripts that run in the browser: their types hold, and a linter finds nothing."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
SCRIPTS = sorted(
    str(path.relative_to(ROOT))
    for folder in ("src", "app")
    for path in (ROOT / folder).rglob("*.js")
)


def tool(name: str) -> Path:
    """Return npm's tool of this name: on the path, or beside the axe-core that AXE_CORE names."""
    beside = Path(os.environ.get("AXE_CORE", "/")).parents[1:2]
    path = os.pathsep.join([os.environ["PATH"], *(str(folder / ".bin") for folder in beside)])
    found = shutil.which(name, path=path)
    if found is None:
        reason = f"npm's {name} is not on the path"
        if "CI" in os.environ:
            pytest.fail(reason)
        pytest.skip(reason)
    return Path(found).resolve()


def complaints(command: list[str], home: Path = ROOT, **environment: str) -> str:
    run = subprocess.run(
        command,
        cwd=home,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=200,
    )
    return run.stdout + run.stderr if run.returncode else ""


def linted(scripts: list[str], home: Path = ROOT) -> str:
    eslint = tool("eslint")  # node_modules/eslint/bin/eslint.js
    config = ["--config", str(HERE / "eslint.config.cjs"), "--max-warnings", "0"]
    return complaints([str(eslint), *config, *scripts], home, NODE_PATH=str(eslint.parents[2]))


def test_the_types_hold() -> None:
    assert complaints([str(tool("tsc")), "-p", str(HERE / "tsconfig.json")]) == ""


def test_the_linter_finds_nothing() -> None:
    assert linted(SCRIPTS) == ""


def test_a_wrong_type_and_an_unused_name_would_be_found(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.js"
    wrong.write_text("/** @param {string} a */\nexport const f = (a) => a.size;\nlet unused;\n")
    (tmp_path / "tsconfig.json").write_text(
        json.dumps({"extends": str(HERE / "tsconfig.json"), "include": ["wrong.js"]})
    )
    assert "'size' does not exist" in complaints([str(tool("tsc")), "-p", str(tmp_path)])
    assert "no-unused-vars" in linted(["wrong.js"], tmp_path)
