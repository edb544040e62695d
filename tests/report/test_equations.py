"""The page's equations are those of the docstrings."""

import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import mureceptor.model as model
from mureceptor.evidence import sources
from mureceptor.model import activation, adaptation, binding, exposure, formation
from mureceptor.report.equations import MODULES, Term, equations, letters, references, title
from mureceptor.report.formula import Small, readable

each_module = pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)


def test_every_module_of_the_model_is_shown() -> None:
    names = {path.stem for path in Path(model.__path__[0]).glob("*.py")} - {"__init__", "checks"}
    assert {module.__name__.rsplit(".", 1)[-1] for module in MODULES} == names


@each_module
def test_no_displayed_equation_is_lost(module: ModuleType) -> None:
    assert title(module)
    written = Path(str(module.__file__)).read_text("utf-8").count(".. math::")
    shown = equations(module)
    assert len(shown) >= 1
    assert written == len(shown)  # one a function, in every function that has one


@each_module
def test_what_is_shown_is_whole(module: ModuleType) -> None:
    for equation in equations(module):
        for line in equation.lines:
            assert line.count("{") == line.count("}"), equation
            assert line.count(r"\left") == line.count(r"\right")
            assert r"\tag" not in line
            assert not line.endswith("\\")
        assert equation.purpose.endswith(".")
        assert "`" not in equation.purpose
        for term in equation.terms:
            assert term.words
            assert "`" not in term.words
            assert "]_" not in term.words


@each_module
def test_each_reference_is_a_source(module: ModuleType) -> None:
    assert references(module)
    assert all(source == sources()[source.key] for source in references(module))


def test_the_law_of_mass_action() -> None:
    (single, several) = equations(binding)
    assert single.lines == (r"\rho = \frac{C}{K + C}",)
    assert single.purpose == "Share of receptors bound by a single ligand at balance."
    assert single.terms == (
        Term("C", "concentration of the ligand at the receptor [nM].", ""),
        Term("K", "the concentration that takes half of the receptors [nM].", ""),
    )
    assert several.terms[0].sign == "C_i"


# A symbol as KaTeX has it: a letter with its index. Not `d` of a rate, `e` of a power, commands.
COMMANDS = r"\\(?:frac|sum|max|ln|left|right|Bigl|Bigr|le|dots|,)(?![a-z])"
SYMBOL = r"(\\[a-z]+|EC|[A-Za-z])(?:_(?:\{([^}]+)\}|(\w)))?(\^\*)?"


def symbols(line: str) -> Iterator[str]:
    """The symbols of one line as the code spells them: each ligand's index is `i`."""
    line = re.sub(r"\\frac\{d(\w[^{}]*)\}\{dt\}", r"\1 t", line)
    line = re.sub(COMMANDS, " ", line).replace("e^{", "{")
    line = re.sub(r"\\sum_\w|(?<= )_[ij]\b|(?<= )_(?=\{)", " ", line)
    for letter, long, short, star in re.findall(SYMBOL, line):
        index = re.sub(r"\bj$", "i", long or short)
        yield letter.removeprefix("\\") + (f"_{index}" if index else "") + star


@each_module
def test_every_symbol_of_an_equation_is_explained(module: ModuleType) -> None:
    told, made, words = set(), set(), ""
    for equation in equations(module):
        for line in equation.lines:
            left, equals, _ = line.partition(" = ")
            made |= {*symbols(left)} if equals else set()
        told |= {term.sign for term in equation.terms}
        words += " ".join(term.words for term in equation.terms)
    for equation in equations(module):
        for line in equation.lines:
            for symbol in symbols(line):
                one_of_many = re.sub(r"_\d$", "_i", symbol)
                known = {symbol, one_of_many} & (told | made) or re.search(rf"\b{symbol}\b", words)
                assert known, f"{symbol} in {line}"


@each_module
def test_a_letter_is_told_once_and_reads_as_in_the_equation(module: ModuleType) -> None:
    lines = [line for equation in equations(module) for line in equation.lines]
    drawn = {re.sub(r"_\d$", "_i", symbol) for line in lines for symbol in symbols(line)}
    for equation in equations(module):
        signs = [term.sign for term in equation.terms]
        assert len({*signs}) == len(signs), equation.function
        for sign in signs:
            letter, _, index = sign.partition("_")
            if len(letter) > 2 and letter not in ("alpha", "epsilon", "rho", "tau"):
                continue  # a name in plain words
            assert re.sub(r"_\d$", "_i", sign) in drawn, f"{sign} of {equation.function}"
            command = "\\" * (len(letter) > 2) + letter + f"_{{{index}}}" * bool(index)
            read, *small = readable(command)
            assert letters(sign) == [(read, index)]
            assert small == ([Small("below", (index,))] if index else [])


def test_an_equation_of_several_pieces_is_broken_between_them() -> None:
    course = next(e for e in equations(adaptation) if e.function == "adaptation_course")
    assert course.lines[2] == r"W = \max(0, g A - E),"
    assert len(course.lines) == 4


def test_usual_values_come_from_the_signature() -> None:
    (course, *_) = equations(adaptation)
    usual = {term.sign: term.usual for term in course.terms}
    set_in_code = inspect.signature(adaptation.adaptation_course).parameters["expected_share"]
    assert usual["g"] == f"{set_in_code.default:g}"
    assert usual["loss driver"] == "effect"
    (driving, *_) = equations(exposure)
    assert next(term for term in driving.terms if term.sign == "T").usual == "4"


def test_a_changed_docstring_changes_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    changed = (formation.saturable_formation.__doc__ or "").replace(r"\frac{p}", r"\frac{2 p}")
    monkeypatch.setattr(formation.saturable_formation, "__doc__", changed)
    assert equations(formation)[0].lines == (r"m = \frac{2 p}{1 + p / c}",)


def test_a_reference_that_is_no_source_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(activation, "__doc__", "Title.\n\n.. [1] Nobody (2000). doi:10.1000/none\n")
    with pytest.raises(ValueError, match=r"activation cites doi:10\.1000/none"):
        references(activation)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("tau_i", [("τ", "i")]),
        ("k_on,i", [("k", "on,i")]),
        ("R/K_E", [("R/K", "E")]),
        ("t_stop", [("t", "stop")]),
        ("tau_1 x", [("τ", "1"), (" x", "")]),
        ("<b>", [("<b>", "")]),
    ],
)
def test_a_sign_is_parted_into_letters_and_their_index(
    text: str, parts: list[tuple[str, str]]
) -> None:
    assert letters(text) == parts
