"""How a number is written: one rounding, wherever it stands."""

import ast
import re
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

import mureceptor
from mureceptor.marks.cups import balls
from mureceptor.views import VIEWS
from mureceptor.views.parameter import Parameter
from mureceptor.views.phrases import as_set, counted, decimals, digits, taken_and_free, whole

PACKAGE = Path(mureceptor.__path__[0])


def at_school(value: Fraction, size: Fraction) -> Fraction:
    """Round to whole multiples of `size`, a half up, in whole numbers only."""
    return (value / size + Fraction(1, 2)).__floor__() * size


@pytest.mark.parametrize("thousandths", range(5, 995))
def test_a_share_is_rounded_as_at_school(thousandths: int) -> None:
    expected = at_school(Fraction(thousandths, 10), Fraction(1))
    for share in (thousandths / 1000, 1 - (1 - thousandths / 1000)):  # the second is a hair off
        assert counted(share) == expected
        assert whole(share) == f"{expected}"
        assert np.isfinite(balls(100 * share)[1]).sum() == expected


@pytest.mark.parametrize("half", [0.5, 1.5, 2.5, 12.5, 62.5, 86.5, 99.5])
def test_a_half_goes_up_with_each_way_to_write(half: float) -> None:
    up = Decimal(half).quantize(Decimal(1), ROUND_HALF_UP)
    assert decimals(half) == f"{up}"
    assert decimals(half / 10, 1) == f"{up / 10:.1f}"
    assert digits(half, len(f"{int(half)}") if half >= 1 else 1) == (f"{up}" if half > 1 else "0.5")
    assert digits(100_000 * half + 0.4, 4)[:2] == digits(100_000 * half, 4)[:2]


def test_a_little_is_not_nothing_and_most_is_not_all() -> None:
    assert (whole(0.0), whole(1e-9), whole(0.00499), whole(0.005)) == (
        "0",
        "under 1",
        "under 1",
        "1",
    )
    assert (whole(0.99499), whole(0.995), whole(1 - 1e-9), whole(1.0)) == (
        "99",
        "over 99",
        "over 99",
        "100",
    )
    assert taken_and_free(0.625) == "63 taken, 37 free"


def test_large_and_small_are_written_out() -> None:
    assert [digits(v) for v in (316200, 3162.3, 20.05, 0.01585, 999.5)] == [
        "316,000",
        "3,160",
        "20.1",
        "0.0159",
        "1,000",
    ]
    assert (decimals(6324.4), decimals(0.25, 1), decimals(19.95, 1)) == ("6,324", "0.3", "20.0")


RECORDS = [r for v in VIEWS.values() for r in v.dragged.values()]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.label)
def test_what_is_set_is_written_in_full(record: Parameter) -> None:
    assert [float(as_set(value).replace(",", "")) for value in record.grid] == [*record.grid]


# These read or write numbers for machines: a path of an SVG, an address, a step of a control.
NOT_READ = {"marks/svg.py", "marks/plotly.py", "marks/cups.py", "views/parameter.py"}
WRITERS = sorted(
    path
    for part in ("views", "marks", "report", "live")
    for path in (PACKAGE / part).rglob("*.py")
    if path.relative_to(PACKAGE).as_posix() not in NOT_READ | {"views/phrases.py"}
)


@pytest.mark.parametrize("path", WRITERS, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_nothing_else_rounds_a_number_that_is_read(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FormattedValue) and node.format_spec:
            written = ast.unparse(node.format_spec)
            assert not re.search(r"\.\d+[a-z%]|[de%]", written.strip("f'\"")), ast.unparse(node)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "round":
            assert "100" not in ast.unparse(node), ast.unparse(node)
