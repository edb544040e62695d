"""What a value may be: one place that refuses, by name, what physics forbids."""

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike, NDArray

Float = NDArray[np.float64]

# Far beyond any laboratory's values, and near enough that no tenth power or product overflows.
SMALLEST = 1e-30
LARGEST = 1e30


def within(name: str, value: ArrayLike, low: float, high: float) -> Float:
    """Return `value` as float64, all of it between `low` and `high`.

    Parameters
    ----------
    name
        What the error calls the value.
    value
        A number or an array of numbers, of any shape.
    low, high
        The allowed range, ends included.

    Raises
    ------
    ValueError
        For NaN, infinity, anything out of range or not a number, naming the parameter, the
        value and the range.
    """
    try:
        array = np.asarray(value)
    except ValueError:  # rows of different lengths
        array = np.asarray(None)
    if array.dtype.kind not in "iuf":
        raise ValueError(f"{name} must be numbers from {low:g} to {high:g}, got {value!r}")
    array = array.astype(np.float64, copy=False)
    if array.size == 0:
        return array
    # Two reductions are all that a good array pays, a scalar not even that.
    least, most = (array.min(), array.max()) if array.ndim else (array.item(), array.item())
    if not (low <= least and most <= high):  # NaN fails too
        bad = array[~((array >= low) & (array <= high))][0]
        raise ValueError(f"{name} must be from {low:g} to {high:g}, got {bad}")
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


def rising(name: str, value: ArrayLike) -> Float:
    """Return `value` as float64, 1-D, zero or more, each number above the one before."""
    array = non_negative(name, value)
    if array.ndim != 1 or np.any(np.diff(array) <= 0.0):
        raise ValueError(f"{name} must be 1-D and rising, got {value!r}")
    return array


def low_high(
    check: Callable[[str, ArrayLike], Float], name: str, value: tuple[ArrayLike, ArrayLike]
) -> tuple[Float, Float]:
    """Return a checked pair, the first nowhere above the second.

    Raises
    ------
    ValueError
        If it is not a pair, if a half fails `check`, or if low exceeds high anywhere.
    """
    if not isinstance(value, tuple) or len(value) != 2:
        raise ValueError(f"{name} must be a pair (low, high), got {value!r}")
    low, high = check(f"{name} (low)", value[0]), check(f"{name} (high)", value[1])
    together(**{f"{name} (low)": low, f"{name} (high)": high})
    if np.any(low > high):
        raise ValueError(f"{name} must be a pair (low, high) with low <= high, got {value!r}")
    return low, high


def together(**arrays: Float) -> tuple[int, ...]:
    """Return the shape that the named arrays broadcast to; `ValueError` if they do not."""
    try:
        return np.broadcast_shapes(*(array.shape for array in arrays.values()))
    except ValueError:
        raise ValueError(f"shapes do not fit together: {_shapes(arrays)}") from None


def per_ligand(**arrays: Float) -> tuple[int, ...]:
    """Return the common shape; `ValueError` if the last axis is not the same ligands, 1 or more."""
    shape = together(**arrays)
    counts = {array.shape[-1] if array.ndim else 0 for array in arrays.values()}
    if len(counts) != 1 or 0 in counts:
        raise ValueError(f"the last axis must be the same ligands, 1 or more: {_shapes(arrays)}")
    return shape


def _shapes(arrays: dict[str, Float]) -> str:
    return ", ".join(f"{name} {array.shape}" for name, array in arrays.items())
