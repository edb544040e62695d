"""Whatever is handed to the model: an answer, or a refusal that names parameter, value, range.

It runs over all public functions, and over each one's every parameter, so that a new one is held
to it. Warnings are errors, in these tests as in all.
"""

import inspect
import math
import re
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import FunctionType
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import mureceptor.model as model
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
from mureceptor.model.checks import LARGEST, SMALLEST

always_the_same = settings(derandomize=True, max_examples=10, database=None)


@dataclass(frozen=True)
class Number:
    """What a parameter takes: numbers from `low` to `high`, such as `good`."""

    low: float
    high: float
    good: Any = 0.5


class Each(Number):
    """Any shape: it broadcasts."""


class PerLigand(Number):
    """The last axis is the ligand."""


class Rates(PerLigand):
    """The only axis is the ligand."""


class Single(Number):
    """One number alone."""


class Line(Number):
    """1-D and rising."""


@dataclass(frozen=True)
class Other:
    """No number at all."""

    good: Any


AMOUNT, POSITIVE, SHARE = Each(0, LARGEST), Each(SMALLEST, LARGEST), Each(0, 1)
AMOUNTS, POSITIVES = PerLigand(0, LARGEST, [0.5, 3.0]), PerLigand(SMALLEST, LARGEST, [2.0, 0.5])
RATES = Rates(SMALLEST, LARGEST, [2.0, 0.5])
SHARES = PerLigand(0, 1, [0.25, 0.5])
SLOPE, LEFT = Each(0.1, 10), Each(SMALLEST, 1)
SCALE = Each(24, 2400, 100.0)

FUNCTIONS: dict[Callable[..., Any], dict[str, Number | Other]] = {
    binding.occupancy: {"concentration": AMOUNT, "dissociation_constant": POSITIVE},
    binding.competitive_occupancy: {
        "concentrations": AMOUNTS,
        "dissociation_constants": POSITIVES,
    },
    activation.transducer_ratio: {
        "intrinsic_efficacy": AMOUNT,
        "amplification": AMOUNT,
        "receptors_left": LEFT,
    },
    activation.effect: {
        "concentration": AMOUNT,
        "dissociation_constant": POSITIVE,
        "efficacy": AMOUNT,
        "slope": SLOPE,
        "maximum": POSITIVE,
    },
    activation.maximal_effect: {"efficacy": AMOUNT, "slope": SLOPE, "maximum": POSITIVE},
    activation.half_effect_concentration: {
        "dissociation_constant": POSITIVE,
        "efficacy": POSITIVE,
        "slope": SLOPE,
    },
    activation.curve_shift: {"efficacy": AMOUNT, "receptors_left": LEFT},
    mixture.mixture_effect: {
        "concentrations": AMOUNTS,
        "dissociation_constants": POSITIVES,
        "efficacies": AMOUNTS,
        "slope": SLOPE,
        "maximum": POSITIVE,
    },
    mixture.switch_over_efficacy: {
        "concentrations": AMOUNTS,
        "dissociation_constants": POSITIVES,
        "efficacies": AMOUNTS,
    },
    mixture.switch_over_concentration: {
        "dissociation_constant": POSITIVE,
        "efficacy": AMOUNT,
        "newcomer_efficacy": AMOUNT,
    },
    assay.push_and_grip: {"top": Each(0, assay.LARGEST_TOP), "half_effect": POSITIVE},
    formation.saturable_formation: {"parent": AMOUNT, "capacity": POSITIVE},
    breathing.linear_depression: {"occupancy": SHARE, "slope": SHARE},
    breathing.product_depression: {
        "occupancy": SHARE,
        "apnoea_exponent": POSITIVE,
        "depth": SHARE,
        "depth_exponent": POSITIVE,
    },
    kinetics.bound_share_over_time: {
        "time": AMOUNT,
        "concentration": AMOUNT,
        "association_rate": POSITIVE,
        "dissociation_rate": POSITIVE,
        "exponent": Each(0.1, 3),
        "start": SHARE,
    },
    kinetics.displacement_over_time: {
        "time": Line(0, LARGEST, [0.0, 1.0, 4.0]),
        "concentrations": AMOUNTS,
        "half_lives": POSITIVES,
        "association_rates": RATES,
        "dissociation_rates": RATES,
        "exponents": PerLigand(0.1, 3, [1.0, 0.5]),
        "start": SHARES,
    },
    exposure.regular_intakes: {
        "intakes_per_day": Single(0.01, 24),
        "stop_day": Single(0, 3660),
    },
    exposure.step_times: {
        "intake_times": Line(0, exposure.LONGEST, [0.0, 8.0]),
        "until": Single(8.01, 2 * exposure.LONGEST, 24.0),
    },
    exposure.effect_driving_exposure: {
        "time": AMOUNT,
        "intake_times": Line(0, LARGEST, [0.0, 8.0]),
        "stop": AMOUNT,
        "absorption_rate": Single(1.01 * math.log(2) / 4, LARGEST, 1.5),
        "half_life": Single(1e-3, 1e5, 4.0),
        "first_peak": AMOUNT,
    },
    exposure.exposure_peaks: {
        "intake_times": Line(0, LARGEST, [0.0, 8.0]),
        "absorption_rate": Single(1.01 * math.log(2) / 4, LARGEST, 1.5),
        "half_life": Single(1e-3, 1e5, 4.0),
    },
    exposure.mitragynine_plasma_share: {"time": AMOUNT},
    adaptation.adaptation_course: {
        "time": Line(0, LARGEST, [0.0, 1.0, 4.0]),
        "exposure": Other(np.ones_like),
        "efficacy": AMOUNT,
        "loss_rate": Each(0, 0.05, 0.01),
        "recovery_time": SCALE,
        "adaptation_time": SCALE,
        "expected_share": SHARE,
        "loss_driver": Other("effect"),
    },
    adaptation.precipitated_withdrawal: {
        "expectation": SHARE,
        "signalling_left": SHARE,
        "exposures": AMOUNTS,
        "efficacies": AMOUNTS,
        "expected_share": SHARE,
    },
}
NUMBERS = [
    pytest.param(function, name, number, id=f"{function.__name__}-{name}")
    for function, parameters in FUNCTIONS.items()
    for name, number in parameters.items()
    if isinstance(number, Number)
]


def good(function: Callable[..., Any]) -> dict[str, Any]:
    return {name: each.good for name, each in FUNCTIONS[function].items()}


def outcome(function: Callable[..., Any], arguments: dict[str, Any]) -> tuple[Any, str]:
    """Return the answer, or how it is refused."""
    try:
        return function(**arguments), ""
    except ValueError as refusal:
        return None, str(refusal)


def refused(function: Callable[..., Any], name: str, value: Any) -> str:
    """Return how a value is refused; everything else is as it should be."""
    _, said = outcome(function, good(function) | {name: value})
    assert said, f"{name} = {value!r} is taken"
    assert re.search(rf"\b{name}\b", said), f"{said!r} does not name {name}"
    assert len(said) < 500
    return said


def test_every_function_and_parameter_is_here() -> None:
    public = {
        function
        for path in Path(model.__path__[0]).glob("*.py")
        if path.stem not in {"__init__", "checks"}
        for name, function in vars(import_module(f"mureceptor.model.{path.stem}")).items()
        if isinstance(function, FunctionType)
        and function.__module__ == f"mureceptor.model.{path.stem}"
        and not name.startswith("_")
    }
    assert set(FUNCTIONS) == public
    for function, parameters in FUNCTIONS.items():
        assert list(inspect.signature(function).parameters) == list(parameters)
        function(**good(function))


# No number


class Unwilling:
    def __array__(self, *_: object, **__: object) -> None:
        raise RuntimeError


NO_NUMBERS = st.one_of(
    st.text(),
    st.binary(),
    st.booleans(),
    st.complex_numbers(),
    st.dates(),
    st.fractions(),
    st.dictionaries(st.text(), st.floats()),
    st.sampled_from(
        [
            object(),
            np.ones_like,
            float,
            {1.0, 2.0},
            range,
            np.array([1.0, None]),
            np.array([object()]),
            np.array([0.5, 1j]),
            np.array(["0.5"]),
            np.array([True, False]),
            np.datetime64("2026-01-01"),
            np.timedelta64(1, "h"),
            np.zeros(2, dtype=[("a", float), ("b", int)]),
            np.ma.masked_array([0.5, 0.5], mask=[False, True]),
            [[0.5], [0.5, 0.5]],
            [0.5, None],
            [0.5, "0.5"],
            [0.5, True],
            (np.False_, 0.5),
            [[0.5, 0.5], [0.5, True]],
            [np.array([0.5]), np.array([True])],
            (value for value in (0.5, 0.5)),
            deque([0.5, True]),
            Unwilling(),
        ]
    ),
)


@pytest.mark.parametrize(("function", "name", "number"), NUMBERS)
@always_the_same
@given(value=NO_NUMBERS)
def test_what_is_no_number_is_refused(
    function: Callable[..., Any], name: str, number: Number, value: Any
) -> None:
    assert f"from {number.low:g} to {number.high:g}, got" in refused(function, name, value)


# A number out of its range


@pytest.mark.parametrize(("function", "name", "number"), NUMBERS)
@always_the_same
@given(data=st.data())
def test_a_number_out_of_range_is_refused(
    function: Callable[..., Any], name: str, number: Number, data: st.DataObject
) -> None:
    bad = data.draw(
        st.one_of(
            st.just(np.nan),
            st.floats(min_value=number.high, exclude_min=True),
            st.floats(max_value=number.low, exclude_max=True),
            st.integers(max_value=int(number.low) - 1),
            st.integers(min_value=2 * 10**30),
            st.sampled_from([np.longdouble("1e4000"), np.longdouble("-1e4000"), np.float32(-1)]),
        )
    )
    among = data.draw(st.sampled_from(["alone", "in a list", "in an array of two axes"]))
    value = {"alone": bad, "in a list": [0.5, bad], "in an array of two axes": [[0.5], [bad]]}
    assert f"from {number.low:g} to {number.high:g}, got" in refused(function, name, value[among])


# A number in its range


def from_end_to_end(low: float, high: float) -> st.SearchStrategy[float]:
    """Both ends, and what lies between, spread over decades as far as float64 goes."""
    least, most = math.log10(max(low, 1e-300)), math.log10(high)
    inside = st.floats(least, most).map(lambda power: min(max(10.0**power, low), high))
    return st.one_of(st.sampled_from([low, high]), inside)


@pytest.mark.parametrize("function", FUNCTIONS)
@settings(always_the_same, max_examples=60)
@given(data=st.data())
def test_all_that_is_in_range_has_a_finite_answer(
    function: Callable[..., Any], data: st.DataObject
) -> None:
    arguments = good(function)
    for name, each in FUNCTIONS[function].items():
        if isinstance(each, PerLigand):
            one = from_end_to_end(each.low, each.high / 2 if name == "start" else each.high)
            arguments[name] = data.draw(st.lists(one, min_size=2, max_size=2), label=name)
        elif isinstance(each, Each | Single):
            arguments[name] = data.draw(from_end_to_end(each.low, each.high), label=name)
    if "absorption_rate" in arguments:  # absorption is faster than elimination
        least = 1.01 * math.log(2) / arguments["half_life"]
        arguments["absorption_rate"] = max(arguments["absorption_rate"], least)
    answer, said = outcome(function, arguments)
    if said:  # each is in range, and all together are too fast to follow
        assert function is kinetics.displacement_over_time
        assert re.match(r"\w+_rates x .* must be from 0 to 1e\+12, got", said)
        return
    if function is mixture.switch_over_concentration:
        assert answer == np.inf or arguments["efficacy"] > arguments["newcomer_efficacy"]
        answer = np.minimum(answer, 1e300)
    if isinstance(answer, adaptation.AdaptationCourse):
        answer = tuple(vars(answer).values())
    for got in answer if isinstance(answer, tuple) else (answer,):
        assert np.all(np.isfinite(got))
        assert np.all(np.asarray(got) >= 0.0)


# The wrong shape

SHAPES = st.sampled_from([(), (1,), (2,), (3,), (3, 1), (3, 2), (0,), (2, 0), (1,) * 40])


@pytest.mark.parametrize("function", FUNCTIONS)
@settings(always_the_same, max_examples=60)
@given(data=st.data())
def test_shapes_fit_or_are_refused_by_name(
    function: Callable[..., Any], data: st.DataObject
) -> None:
    arguments, shapes = good(function), []
    for name, each in FUNCTIONS[function].items():
        if isinstance(each, Rates) or not isinstance(each, Each | PerLigand):
            continue
        if data.draw(st.booleans(), label=f"{name} swept"):
            lead, last = data.draw(SHAPES, label=name), np.shape(each.good)
            arguments[name] = np.broadcast_to(each.good, lead + last)
            shapes.append(lead)
    try:
        expected = np.broadcast_shapes(*shapes)
    except (RuntimeError, ValueError):
        expected = None
    answer, said = outcome(function, arguments)
    if said:
        assert expected is None, said
        assert re.search(r"shapes do not fit together: .*\w \(", said)
        return
    if any(len(shape) > 30 for shape in shapes):  # numpy itself broadcasts up to 32 axes
        return
    assert expected is not None
    if isinstance(answer, adaptation.AdaptationCourse):
        answer = answer.effect[..., 0]
    for got in answer if isinstance(answer, tuple) else (answer,):
        assert np.broadcast_shapes(np.shape(got)[: len(expected)], expected) is not None


@pytest.mark.parametrize(("function", "name", "number"), NUMBERS)
def test_the_wrong_dimensions_are_refused(
    function: Callable[..., Any], name: str, number: Number
) -> None:
    if isinstance(number, Single):
        for shape in ((1,), (2,), (1, 1), (0,)):
            said = refused(function, name, np.full(shape, number.good))
            assert f"single number from {number.low:g} to {number.high:g}, got" in said
    elif isinstance(number, Line):
        for value in (number.good[0], [number.good], number.good[::-1], [1.0, 1.0]):
            said = refused(function, name, value)
            assert f"1-D and rising, from 0 to {number.high:g}, got" in said
    elif isinstance(number, Rates):
        for value in (number.good[0], [number.good], [number.good] * 2, [[number.good]]):
            said = refused(function, name, value)
            assert f"1-D, one for each ligand, from {number.low:g} to {number.high:g}, got" in said
    elif isinstance(number, PerLigand):
        for value in (number.good[0], number.good[:1], [*number.good, 0.1], []):
            assert "last axis" in refused(function, name, value) or "shapes" in refused(
                function, name, value
            )


# What is no number in the first place


@pytest.mark.parametrize("bad", [None, 1.0, "sin", [1.0, 2.0], np.ones(3), {}], ids=repr)
def test_an_exposure_that_is_no_function_is_refused(bad: Any) -> None:
    said = refused(adaptation.adaptation_course, "exposure", bad)
    assert said.startswith("exposure must be a function of time [h], got")


@pytest.mark.parametrize(
    "bad",
    [
        lambda _: None,
        lambda _: "x",
        lambda _: 1.0,
        lambda t: t[:-1],
        lambda t: -t,
        lambda t: t + np.nan,
        lambda t: np.ones((t.size, 1)),
        lambda t: t * 1j,
        lambda t: t > 1,
    ],
)
def test_an_exposure_that_gives_nonsense_is_refused(bad: Any) -> None:
    said = refused(adaptation.adaptation_course, "exposure", bad)
    assert re.match(r"exposure must (be|give) .* got ", said)


@pytest.mark.parametrize(
    "bad",
    [None, 1, "", "Effect", "dose", b"effect", ["effect"], np.array(["effect", "occupancy"]), {}],
    ids=repr,
)
def test_a_driver_of_the_loss_that_is_none_is_refused(bad: Any) -> None:
    said = refused(adaptation.adaptation_course, "loss_driver", bad)
    assert said.startswith("loss_driver must be effect or occupancy, got")
