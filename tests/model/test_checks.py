"""What is refused, and that the refusal names parameter, value and range."""

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import ArrayLike

from mureceptor.model import checks


def test_numbers_pass_as_float64_whatever_they_came_as() -> None:
    for value in (2, 2.0, np.float32(2), np.uint8(2)):
        got = checks.within("x", value, 0, 2)
        assert got.dtype == np.float64
        assert got == 2.0


def test_a_good_array_is_not_copied() -> None:
    array = np.array([0.0, 1.0])
    assert checks.share("x", array) is array


@pytest.mark.parametrize(
    "bad", ["3", None, True, 1j, [[1.0], [1.0, 2.0]], [1.0, "a"], {}, [1.0, True]]
)
def test_what_is_not_a_number_is_refused(bad: ArrayLike) -> None:
    with pytest.raises(ValueError, match=r"^x must be numbers from 0 to 1e\+30, got"):
        checks.non_negative("x", bad)


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf, -0.1, 1.1])
@pytest.mark.parametrize("among", [lambda bad: bad, lambda bad: [[0.5, bad], [0.5, 0.5]]])
def test_the_offending_value_is_named(bad: float, among: Callable[[float], ArrayLike]) -> None:
    with pytest.raises(ValueError, match=rf"^x must be from 0 to 1, got {bad}$"):
        checks.share("x", among(bad))


def test_both_ends_of_a_range_belong_to_it() -> None:
    assert checks.share("x", [0.0, 1.0]).tolist() == [0.0, 1.0]
    assert checks.positive("x", [1e-30, 1e30]).tolist() == [1e-30, 1e30]


def test_the_last_axis_holds_the_same_ligands() -> None:
    two, three = np.ones((4, 2)), np.ones(3)
    checks.per_ligand({}, a=two, b=np.ones(2))
    with pytest.raises(ValueError, match=r"a \(4, 2\), b \(3,\)"):
        checks.per_ligand({}, a=two, b=three)
    with pytest.raises(ValueError, match=r"same ligands.*b \(\)"):
        checks.per_ligand({}, a=three, b=np.array(1.0))
    with pytest.raises(ValueError, match="1 or more"):
        checks.per_ligand({}, a=np.ones((3, 0)))


def test_what_must_rise_is_one_rising_line() -> None:
    assert checks.rising("t", [0.0, 0.5, 3.0]).tolist() == [0.0, 0.5, 3.0]
    assert checks.rising("t", []).size == 0
    for bad in (1.0, [1.0, 1.0], [2.0, 1.0], [[0.0, 1.0]]):
        with pytest.raises(ValueError, match=r"^t must be 1-D and rising, from 0 to 1e\+30, got"):
            checks.rising("t", bad)
    with pytest.raises(ValueError, match=r"^t must be from 0"):
        checks.rising("t", [-1.0, 1.0])


def test_what_stands_once_fits_before_the_ligands() -> None:
    two = np.ones((3, 2))
    assert checks.per_ligand({"n": np.ones(3)}, a=two) == (3, 2)
    with pytest.raises(ValueError, match=r"n \(2,\) with what comes before .* a \(3, 2\)"):
        checks.per_ligand({"n": np.ones(2)}, a=two)


def test_numbers_beyond_the_machine_s_own_are_compared_all_the_same() -> None:
    assert checks.non_negative("x", [2**64, 10**20]).tolist() == [2.0**64, 1e20]
    for beyond, told in (
        (np.longdouble("1e4000"), r"got 1e\+4000"),
        (np.array([1, np.longdouble("1e4000")]), r"got 1e\+4000"),
        (10**40, r"got 1e\+40"),
        (10**400, r"got 1000000.*\.\.\.0000"),
        (10**5000, r"got (int, too long|<int instance)"),
    ):
        with pytest.raises(ValueError, match=r"^x must be (numbers )?from 0 to 1e\+30, " + told):
            checks.non_negative("x", beyond)


def test_a_masked_number_is_none() -> None:
    assert checks.share("x", np.ma.masked_array([0.5, 1.0])).tolist() == [0.5, 1.0]
    with pytest.raises(ValueError, match=r"^x must be numbers from 0 to 1, got masked_array"):
        checks.share("x", np.ma.masked_array([0.5, 9.0], mask=[False, True]))


def test_a_refusal_stays_short() -> None:
    for long in (["a"] * 10_000, "a" * 10_000, np.full(10_000, "a"), {i: i for i in range(9999)}):
        with pytest.raises(ValueError, match="must be numbers") as refused:
            checks.share("x", long)  # type: ignore[arg-type]
        assert len(str(refused.value)) < 200
