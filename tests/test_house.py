"""The house: which way the arrows run, and what lies at the top level."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "mureceptor"
# What each part may import of this project, and from outside of Python's own library.
WITHIN = {
    "package": set[str](),  # its `__init__`
    "model": {"model"},
    "evidence": {"evidence"},
    "marks": {"marks"},
    "views": {"views", "marks", "model", "evidence"},
    "report": {"report", "views", "model", "evidence"},
    "live": {"live", "views", "marks"},
    "app": {"app", "live", "report", "views", "marks", "evidence"},
}
OUTSIDE = {
    "model": {"numpy"},
    "marks": {"PIL", "numpy"},
    "views": {"numpy"},
    "live": {"numpy", "plotly", "starlette", "streamlit"},
    "app": {
        *("jinja2", "markupsafe", "redis", "segno", "starlette", "streamlit", "uvicorn"),
        "websockets",
    },
}
PARTS = {path.stem for path in PACKAGE.iterdir()} & WITHIN.keys()
APP = {path.stem for path in (ROOT / "app").iterdir()}
FILES = sorted([*PACKAGE.rglob("*.py"), *(ROOT / "app").rglob("*.py")])


def part_of(path: Path) -> str:
    if path.is_relative_to(ROOT / "app"):
        return "app"
    name = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    return name if name in PARTS else "package"


def imported(source: str) -> set[str]:
    """Return the part of the house, or the outside package, of each import in `source`."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute here"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    found = set()
    for name in names:
        first, *rest = name.split(".")
        if first == "mureceptor":
            found.add(rest[0] if rest and rest[0] in PARTS else "package")
        elif first in APP:
            found.add("app")
        elif first not in sys.stdlib_module_names:
            found.add(f"outside: {first}")
    return found


def test_imports_are_found_wherever_they_stand() -> None:
    source = (
        "import streamlit as st\nfrom mureceptor import views\n"
        "def f():\n    from mureceptor.model.binding import occupancy\n    import contents, math\n"
    )
    assert imported(source) == {"outside: streamlit", "views", "model", "app"}


def test_a_view_imports_no_other_view() -> None:
    views = PACKAGE / "views"
    names = {folder.name for folder in views.iterdir() if (folder / "__init__.py").exists()}
    assert names
    for path in views.rglob("*.py"):
        own = path.relative_to(views).parts[0]
        seen = set(re.findall(r"mureceptor\.views(?:\.| import )(\w+)", path.read_text("utf-8")))
        assert seen & names <= {own}, path


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_arrows_run_one_way(path: Path) -> None:
    part = part_of(path)
    allowed = WITHIN[part] | {f"outside: {name}" for name in OUTSIDE.get(part, set())}
    assert imported(path.read_text("utf-8")) <= allowed


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_is_imported_by_a_name_made_at_run_time(path: Path) -> None:
    if path == PACKAGE / "views" / "__init__.py":
        return  # finds the views: each of its folders is one
    calls = (
        n.func for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.Call)
    )
    assert {ast.unparse(call).split(".")[-1] for call in calls}.isdisjoint(
        {"import_module", "__import__", "exec", "eval"}
    )


def test_every_part_is_there() -> None:
    assert WITHIN.keys() - {"app", "package"} == PARTS


def test_the_top_level_holds_what_was_promised() -> None:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    assert {line.split("/")[0] for line in listed.splitlines()} <= {
        "README.md",
        "pyproject.toml",
        "LICENSE",
        ".gitignore",
        ".ci",
        ".streamlit",
        "app",
        "src",
        "tests",
    }


CHAPTERS = sorted((ROOT / "app" / "chapters").glob("*.py"))


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_a_chapter_is_data(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    sources = {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert all(re.fullmatch(r"page\.parts|mureceptor\.report(\.\w+)?", s) for s in sources)
    allowed = ast.ImportFrom | ast.Assign | ast.Expr  # its docstring, and its parts
    assert all(isinstance(node, allowed) for node in tree.body)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_html_stands_in_templates(path: Path) -> None:
    if path.name == "workarounds.py" or path.is_relative_to(PACKAGE / "marks"):
        return  # the one reads Streamlit's page and puts our templates into it; the others draw
    assert not re.search(r"</?[a-z]\w*(?: [a-z-]+=|>)", path.read_text("utf-8"))


def test_numbers_on_a_chart_are_rounded_in_one_place() -> None:
    """`whole` never says 0 for a little nor 100 for most, which a bare format does."""
    for path in (ROOT / "src/mureceptor").rglob("*.py"):
        if path.parent.name == "marks" or path.name == "drawing.py":
            said = re.findall(r"\{[^{}]*:\.0f\}.{0,4}(?:%|taken|free)", path.read_text("utf-8"))
            assert said == [], path


def parts_after_has(selectors: str) -> list[str]:
    """Return the last part of selectors that go on after `:has(...)`; `a|b` is `:is(a, b)`."""

    def shorter(found: re.Match[str]) -> str:
        name, inner = found[1], found[2]
        if name == "has" or "\0" in inner:
            return "\0"
        return re.sub(r"\s*,\s*", "|", inner) if name == "is" else ""

    while "(" in selectors:
        selectors = re.sub(r":([\w-]+)\(([^()]*)\)", shorter, selectors)
    tails = [each.rpartition("\0")[2].rstrip() for each in selectors.split(",") if "\0" in each]
    return [re.split(r"[\s>+~]+", tail)[-1] for tail in tails if re.search(r"[\s>+~]", tail)]


def test_what_follows_a_has_in_the_style_is_named_by_a_class() -> None:
    """Else a browser styles most of a page anew after each of the hundred things Plotly adds."""
    assert parts_after_has("a:not(:has(b[c])) > :not(:first-child), d:has(e)") == [""]
    assert parts_after_has("a:has(b :c) :is(div, .d:not(:e))") == ["div|.d"]
    for folder in ("app", "src"):
        for path in (ROOT / folder).rglob("*.css"):
            style = re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.DOTALL)
            for selectors in re.findall(r"[^{};]*:has\([^{}]*(?={)", style):
                for part in parts_after_has(selectors):
                    assert all("." in each for each in part.split("|")), selectors
