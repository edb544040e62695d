"""The model's equations, read from its docstrings: what they say is what the page shows."""

import inspect
import re
from collections.abc import Iterator
from dataclasses import dataclass
from types import FunctionType, ModuleType
from typing import Final

from mureceptor.evidence import Source, sources
from mureceptor.model import (
    activation,
    adaptation,
    assay,
    binding,
    breathing,
    exposure,
    formation,
    kinetics,
    mixture,
)

# In reading order; a test compares with the files.
MODULES: Final = (
    binding,
    activation,
    mixture,
    assay,
    formation,
    breathing,
    kinetics,
    exposure,
    adaptation,
)
_MATH: Final = re.compile(r"^( *)\.\. math::(.*)\n((?:\1 +\S.*\n|[ \t]*\n)*)", re.MULTILINE)
_DOI: Final = re.compile(r"doi:(10\.\S+)")
_ITEM: Final = re.compile(r"^(\w[^\n]*)\n((?:    .*\n|\n)+)", re.MULTILINE)
_LETTER: Final = re.compile(
    r"((?:alpha|epsilon|rho|tau|EC|[A-Za-z])(?:_[\w,]*\w)?)(?:, | (?=of |at |\[))(.+)"
)
_AXIS: Final = re.compile(r"; (?:last|no)[\w ]* axis[^.;]*")  # how the code holds it
_GREEK: Final = {"alpha": "α", "epsilon": "ε", "rho": "ρ", "tau": "τ"}
_ROLE: Final = re.compile(r":math:`([^`]*)`|`([^`]*)`|\s*\[\d\]_")


@dataclass(frozen=True)
class Term:
    """One argument of an equation: its letter, or its name, what it is, and its usual value."""

    sign: str
    words: str
    usual: str


@dataclass(frozen=True)
class Equation:
    """One function of the model that states an equation, as KaTeX, one line a piece."""

    module: str
    function: str
    purpose: str
    lines: tuple[str, ...]
    terms: tuple[Term, ...]


def title(module: ModuleType) -> str:
    """Return what a module of the model is about: the first line of its docstring."""
    return inspect.cleandoc(module.__doc__ or "").split("\n")[0].rstrip(".")


def equations(module: ModuleType) -> tuple[Equation, ...]:
    """Return the equations of one module, in the order of its functions."""
    return tuple(
        Equation(
            module=module.__name__.rsplit(".", 1)[-1],
            function=function.__name__,
            purpose=_flat(doc.split("\n\n")[0]),
            lines=lines,
            terms=tuple(_terms(function, doc)),
        )
        for function, doc in _functions(module)
        if (lines := _lines(doc))
    )


def references(module: ModuleType) -> tuple[Source, ...]:
    """Return the works that a module's docstrings name by DOI.

    Raises
    ------
    ValueError
        If the evidence has no such source: a reference must be complete to be cited.
    """
    by_doi = {source.doi: source for source in sources().values() if source.doi}
    texts = [module.__doc__ or "", *(doc for _, doc in _functions(module))]
    dois = dict.fromkeys(doi.rstrip(".") for text in texts for doi in _DOI.findall(text))
    for doi in dois:
        if doi not in by_doi:
            raise ValueError(f"{module.__name__} cites doi:{doi}, which is no source")
    return tuple(by_doi[doi] for doi in dois)


def letters(sign: str) -> list[tuple[str, str]]:
    """Part a sign of the model into letters, each with its index: `R/tau_i` is [("R/τ", "i")]."""
    parts = re.split(r"_(\w+(?:,\w+)?)", re.sub(r"[a-z]+", lambda m: _GREEK.get(m[0], m[0]), sign))
    return [pair for pair in zip(parts[::2], [*parts[1::2], ""], strict=True) if any(pair)]


def _functions(module: ModuleType) -> Iterator[tuple[FunctionType, str]]:
    for name, function in vars(module).items():
        if (
            isinstance(function, FunctionType)
            and function.__module__ == module.__name__
            and not name.startswith("_")
        ):
            yield function, inspect.getdoc(function) or ""


def _lines(doc: str) -> tuple[str, ...]:
    """Return the displayed equations without their numbers, broken where they have room to."""
    found = []
    for _, first, rest in _MATH.findall(doc + "\n"):
        text = re.sub(r"\\tag\{\d+\}", "", " ".join(f"{first} {rest}".split())).strip()
        found += [piece.strip() for piece in text.rstrip(",.").split(r"\quad")]
    return tuple(found)


def _terms(function: FunctionType, doc: str) -> Iterator[Term]:
    _, _, after = doc.partition("Parameters\n----------\n")
    section = re.split(r"\n\n\w+\n-+\n", after)[0] + "\n"
    defaults = {
        name: parameter.default
        for name, parameter in inspect.signature(function).parameters.items()
        if isinstance(parameter.default, int | float | str)
    }
    for names, description in _ITEM.findall(section):
        words = _AXIS.sub("", _flat(description))
        if words.startswith("As for"):  # told where that function is
            continue
        for name in names.split(" : ")[0].split(", "):
            usual = defaults.get(name, "")
            letter = _LETTER.fullmatch(words)
            yield Term(
                sign=letter[1] if letter else name.replace("_", " "),
                words=letter[2] if letter else words,
                usual=usual if isinstance(usual, str) else f"{usual:g}",
            )


def _flat(text: str) -> str:
    return _ROLE.sub(lambda found: found[1] or found[2] or "", " ".join(text.split()))
