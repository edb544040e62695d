"""An equation in one line of text: what is divided stays in brackets, small parts stay small."""

import re

import pytest

from mureceptor.report.equations import MODULES, equations
from mureceptor.report.formula import Small, readable


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        (
            r"E = E_m \frac{r^n}{1 + r^n},",
            (
                *("E = E", Small("below", ("m",)), " r", Small("above", ("n",))),
                *(" / (1 + r", Small("above", ("n",)), ")"),
            ),
        ),
        (r"\ln \frac{a b}{c d}", ("ln (a b / (c d))",)),
        (
            r"(1 - \rho^{p_1})",
            ("(1 \u2212 ρ", Small("above", ("p", Small("below", ("1",)))), ")"),
        ),
    ],
)
def test_a_line_and_its_small_parts(line: str, pieces: tuple[str | Small, ...]) -> None:
    assert readable(line) == pieces


def test_an_unknown_command_is_refused() -> None:
    with pytest.raises(KeyError, match="oint"):
        readable(r"\oint x")


def flat(pieces: tuple[str | Small, ...]) -> str:
    return "".join(piece if isinstance(piece, str) else flat(piece.pieces) for piece in pieces)


AFTER = r" / [^ ]+ (?![+=\u2212] )"  # a divisor, and a factor after it
every_line = pytest.mark.parametrize(
    "line", [line for module in MODULES for each in equations(module) for line in each.lines]
)


@every_line
def test_nothing_of_katex_is_left_over(line: str) -> None:
    assert not set("\\{}_^\x01\x02\x03") & set(flat(readable(line)))


@every_line
def test_a_product_ends_with_what_it_is_divided_by(line: str) -> None:
    """`1 / a b` could mean either: nothing stands right of a divisor but the next sum."""
    text = flat(readable(line))
    while re.search(r"\(([^()]*)\)", text):  # each bracket is one factor
        inside = re.search(r"\(([^()]*)\)", text)
        assert inside
        assert not re.search(AFTER, inside[1]), text
        text = text.replace(inside[0], "*")
    assert not re.search(AFTER, text), text
