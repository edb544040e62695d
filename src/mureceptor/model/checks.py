"""What a value may be: one place that refuses, by name, what physics forbids."""

from collections.abc import Iterable, Sequence
from reprlib import Repr
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

Float = NDArray[np.float64]

# Far beyond any laboratory's values, and near enough that no tenth power or product overflows.
SMALLEST = 1e-30
LARGEST = 1e30

_SHORT = Repr()  # a refusal stays readable, whatever was handed in
_SHORT.maxother = _SHORT.maxstring = 80


def within(name: str, value: ArrayLike, low: float, high: float) -> Float:
    """Return `value` as float64, all of it between `low` and `high`.

    Parameters
    ----------
    name
        What the error calls the value.
    value
        A number or an array of numbers, of any shape; of no numbers it is returned as it is.
    low, high
        The allowed range, ends included.

    Raises
    ------
    ValueError
        For NaN, infinity, anything out of range, masked or not a number, naming the parameter,
        the value and the range.
    """
    given = _numbers(value)
    if given is None:
        raise ValueError(f"{name} must be numbers from {low:g} to {high:g}, got {shown(value)}")
    # A longdouble may lie beyond float64: it becomes infinite, and fails below.
    with np.errstate(over="ignore", under="ignore"):
        array = given.astype(np.float64, copy=False)
    if array.size == 0:
        return array
    # Two reductions are all that a good array pays, a scalar not even that.
    least, most = (array.min(), array.max()) if array.ndim else (array.item(), array.item())
    if not (low <= least and most <= high):  # NaN fails too
        bad = given[~((array >= low) & (array <= high))][0]
        raise ValueError(f"{name} must be from {low:g} to {high:g}, got {bad!s}")
    return array


def non_negative(name: str, value: ArrayLike) -> Float:
    """Return `value` as float64, zero or more and finite."""
    return within(name, value, 0.0, LARGEST)


def positive(name: str, value: ArrayLike) -> Float:
    """Return `value` as float64, more than zero and finite."""
    return within(name, value, SMALLEST, LARGEST)


def share(name: str, value: ArrayLike) -> Float:
    """Return `value` as float64, from 0 to 1."""
    return within(name, value, 0.0, 1.0)


def single(name: str, value: ArrayLike, low: float, high: float) -> float:
    """Return one number between `low` and `high`."""
    number = within(name, value, low, high)
    if number.ndim:
        raise ValueError(
            f"{name} must be a single number from {low:g} to {high:g}, got {shown(value)}"
        )
    return number.item()


def rising(name: str, value: ArrayLike, high: float = LARGEST) -> Float:
    """Return `value` as float64, 1-D, from zero to `high`, each number above the one before."""
    array = within(name, value, 0.0, high)
    if array.ndim != 1 or np.any(np.diff(array) <= 0.0):
        raise ValueError(f"{name} must be 1-D and rising, from 0 to {high:g}, got {shown(value)}")
    return array


def fitting(**arrays: Float) -> tuple[int, ...]:
    """Return the shape that the named arrays broadcast to; `ValueError` if they do not."""
    shape = _common(array.shape for array in arrays.values())
    if shape is None:
        raise ValueError(f"shapes do not fit together: {_shapes(arrays)}")
    return shape


def per_ligand(once: dict[str, Float], **arrays: Float) -> tuple[int, ...]:
    """Return the common shape of `arrays`, whose last axis is the same ligands, 1 or more.

    Those of `once` have no ligand axis; they broadcast against the axes before it.

    Raises
    ------
    ValueError
        If the last axes differ or there is none, or the shapes do not fit.
    """
    shape = fitting(**arrays)
    counts = {array.shape[-1] if array.ndim else 0 for array in arrays.values()}
    if len(counts) != 1 or 0 in counts:
        raise ValueError(f"the last axis must be the same ligands, 1 or more: {_shapes(arrays)}")
    if _common([shape[:-1], *(array.shape for array in once.values())]) is None:
        raise ValueError(
            f"shapes do not fit together: {_shapes(once)} with what comes before the last axis of"
            f" {_shapes(arrays)}"
        )
    return shape


def shown(value: object) -> str:
    """Return what was handed in, cut short where it is long."""
    try:
        return _SHORT.repr(value)
    except ValueError:  # an integer of thousands of digits
        return f"{type(value).__name__}, too long to show"


def _numbers(value: ArrayLike) -> NDArray[Any] | None:
    """Return `value` as an array of real numbers; none if it is anything else."""
    try:
        array = np.asarray(value)
        if array.dtype == object and all(type(each) is int for each in array.flat):
            return array.astype(np.float64)  # integers beyond 64 bits
    except Exception:  # rows of different lengths; whatever an object's own conversion raises
        return None
    if _holds_truth(value):
        return None
    return array if array.dtype.kind in "iuf" and not np.ma.is_masked(value) else None


def _holds_truth(value: object) -> bool:
    """Whether a list, however deep, holds True or False: numpy makes 1 or 0 of it."""
    if isinstance(value, Sequence) and not isinstance(value, str | bytes | memoryview):
        return any(map(_holds_truth, value))
    return isinstance(value, bool | np.bool_) or (
        isinstance(value, np.ndarray) and value.dtype == np.bool_
    )


def _common(shapes: Iterable[tuple[int, ...]]) -> tuple[int, ...] | None:
    try:
        return np.broadcast_shapes(*shapes)
    except (RuntimeError, ValueError):  # more than 32 axes; lengths that differ
        return None


def _shapes(arrays: dict[str, Float]) -> str:
    return ", ".join(f"{name} {array.shape}" for name, array in arrays.items())
