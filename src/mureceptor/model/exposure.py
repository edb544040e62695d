r"""How much of a drug is there over time. Illustrative shapes, no amounts.

Exposure is counted in units of the drug's own grip, :math:`x = C / K`; nothing here can be turned
back into an amount taken.
"""

import math

import numpy as np
from numpy.typing import ArrayLike

from mureceptor.model.checks import LARGEST, Float, fitting, non_negative, rising, single

HOURS_PER_DAY = 24.0
LONGEST = 3660 * HOURS_PER_DAY  # [h] a course of ten years: beyond, steps would fill the memory


def regular_intakes(intakes_per_day: float, stop_day: float) -> Float:
    """Spread intakes evenly, the first at zero, the last before the stop.

    Parameters
    ----------
    intakes_per_day
        How regularly [1/day], from 0.01 to 24; one third means every third day.
    stop_day
        Day of the stop [day], from 0 to 3660; an intake due at the stop is left out.

    Returns
    -------
    Times [h], rising, 1-D; empty if the stop is at zero.

    Raises
    ------
    ValueError
        If an argument is out of range or not a single number.
    """
    rate = single("intakes_per_day", intakes_per_day, 0.01, 24.0)
    days = single("stop_day", stop_day, 0.0, LONGEST / HOURS_PER_DAY)
    count = int(np.ceil(rate * days - 1e-9))  # rounding adds no intake
    return np.arange(count, dtype=np.float64) * (HOURS_PER_DAY / rate)


def step_times(intake_times: ArrayLike, until: float) -> Float:
    """Choose the times at which to step and draw: dense after each intake, sparse later.

    Parameters
    ----------
    intake_times
        Times of the intakes [h], rising, 1-D, at most 87,840 (ten years).
    until
        Last time [h], 0.01 h or more after the last intake and at most 175,680.

    Returns
    -------
    Times [h] from 0 to `until`, rising, 1-D; each intake is one of them, steps are 2 h at most.

    Raises
    ------
    ValueError
        If an argument is out of range, the intakes do not rise, or `until` does not come after
        them.

    Notes
    -----
    A strong drug's effect rises within minutes of an intake, so the steps begin at 0.01 h and
    grow with the cube of their number. Chosen to hold `adaptation_course` within 1e-4.
    """
    starts = rising("intake_times", intake_times, LONGEST)
    latest = starts[-1] if starts.size else 0.0
    end = single("until", until, latest + 0.01, 2.0 * LONGEST)
    cubes = 0.01 * np.arange(9) ** 3  # up to 5.12 h, where the cubes' step would exceed 2 h
    bounds = np.unique(np.concatenate([[0.0], starts, [end]]))
    offsets = np.concatenate([cubes, np.arange(cubes[-1] + 2.0, np.diff(bounds).max(), 2.0)])
    reach = np.searchsorted(offsets, np.diff(bounds) - 1e-6)  # rounding alone makes no step
    steps = [
        begin + offsets[: max(count, 1)]
        for begin, count in zip(bounds[:-1], reach.tolist(), strict=True)
    ]
    return np.append(np.concatenate(steps), end)


def effect_driving_exposure(
    time: ArrayLike,
    intake_times: ArrayLike,
    *,
    stop: ArrayLike | None = None,
    absorption_rate: float = 1.6,
    half_life: float = 4.0,
    first_peak: ArrayLike = 1.0,
) -> Float:
    r"""Exposure that drives the effect: equal intakes, each in and out at first order, added up.

    Parameters
    ----------
    time
        t, times to look at [h], any shape.
    intake_times
        t_i, times of the intakes [h], rising, 1-D.
    stop
        Intakes at or after this time do not happen [h]; broadcasts against `time`, so that
        a column of stops gives a row each. Without it all intakes happen.
    absorption_rate
        k_a [1/h], faster than elimination.
    half_life
        T, half-life of elimination [h], from 0.001 to 100,000.
    first_peak
        p, the peak of a single intake in units of grip [1]; broadcasts against `time`.

    Returns
    -------
    Exposure x [1] in the broadcast shape of `time`, `stop` and `first_peak`.

    Raises
    ------
    ValueError
        If an argument is out of range, the intakes do not rise, or absorption is not faster
        than elimination.

    Notes
    -----
    s, the height of a single intake's peak at the time m, makes p of it:

    .. math::
        x(t) = p \sum_{t_i \le t} \left(
            e^{-k_e (t - t_i)} - e^{-k_a (t - t_i)} \right) / s, \quad k_e = \ln 2 / T, \quad
        s = e^{-k_e m} - e^{-k_a m}, \quad m = \ln \frac{k_a}{k_e} / (k_a - k_e)  \tag{1}

    Each sum of exponentials is carried from intake to intake, so the cost grows with intakes
    plus times and not with their product.
    """
    t = non_negative("time", time)
    intakes = rising("intake_times", intake_times)
    peak = non_negative("first_peak", first_peak)
    k_e, k_a = _rates(half_life, absorption_rate)
    taken = np.searchsorted(intakes, t, side="right")
    if stop is None:
        fitting(time=t, first_peak=peak)
    else:
        stops = non_negative("stop", stop)
        fitting(time=t, stop=stops, first_peak=peak)
        taken = np.minimum(taken, np.searchsorted(intakes, stops, side="left"))
    since = np.maximum(t - np.append(0.0, intakes)[taken], 0.0)
    left = _carried(intakes, k_e)[taken] * np.exp(-k_e * since)
    not_yet_in = _carried(intakes, k_a)[taken] * np.exp(-k_a * since)
    peak_time = math.log(k_a / k_e) / (k_a - k_e)
    single_peak = math.exp(-k_e * peak_time) - math.exp(-k_a * peak_time)
    exposure: Float = peak * (left - not_yet_in) / single_peak
    return exposure


def exposure_peaks(
    intake_times: ArrayLike, *, absorption_rate: float = 1.6, half_life: float = 4.0
) -> Float:
    r"""Times at which the exposure of `effect_driving_exposure` peaks after each intake.

    Parameters
    ----------
    intake_times, absorption_rate, half_life
        As for `effect_driving_exposure`.

    Returns
    -------
    Times [h], one for each intake; an intake that follows before the peak cuts it short.

    Raises
    ------
    ValueError
        If an argument is out of range, the intakes do not rise, or absorption is not faster
        than elimination.

    Notes
    -----
    Where the slope of equation 1 is zero, with the sums of exponentials just after the intake:

    .. math::
        t - t_i = \ln \frac{k_a S(k_a)}{k_e S(k_e)} / (k_a - k_e), \quad
        S(k) = \sum_{t_j \le t_i} e^{-k (t_i - t_j)}  \tag{2}
    """
    intakes = rising("intake_times", intake_times)
    k_e, k_a = _rates(half_life, absorption_rate)
    left, not_yet_in = (_carried(intakes, rate)[1:] for rate in (k_e, k_a))
    return intakes + np.log(k_a * not_yet_in / (k_e * left)) / (k_a - k_e)


def mitragynine_plasma_share(time: ArrayLike) -> Float:
    r"""Mitragynine in the blood of people after one single intake, as share of its own peak.

    Not an effect curve: its long tail would hide withdrawal behind a taper nobody has shown.

    Parameters
    ----------
    time
        t, time since the intake [h].

    Returns
    -------
    Share of the peak [1], from 0 to 1.

    Raises
    ------
    ValueError
        If a time is negative or not finite.

    Notes
    -----
    Derived from printed peak time, peak, area and terminal half-life [1]_ [2]_:

    .. math:: 2.757 e^{-0.5887 t} + 0.03355 e^{-0.01532 t} - 2.791 e^{-1.6 t}  \tag{3}

    References
    ----------
    .. [1] Table 3 of Tanna RS, Cech NB, Oberlies NH, Rettie AE, Thummel KE, Paine MF (2023).
       Translating kratom-drug interactions: from bedside to bench and back. Drug Metab Dispos
       51(8):923-935. doi:10.1124/dmd.122.001005
    .. [2] Huestis MA, Brett MA, Bothmer J, Atallah R (2024). Human mitragynine and
       7-hydroxymitragynine pharmacokinetics after single and multiple daily doses of oral
       encapsulated dried kratom leaf powder. Molecules 29(5):984. doi:10.3390/molecules29050984
    """
    t = non_negative("time", time)
    share = 2.757 * np.exp(-0.5887 * t) + 0.03355 * np.exp(-0.01532 * t) - 2.791 * np.exp(-1.6 * t)
    return np.clip(share, 0.0, 1.0)  # the rounded coefficients start at -0.0005


def _rates(half_life: float, absorption_rate: float) -> tuple[float, float]:
    """Return the rates of elimination and of absorption [1/h]."""
    k_e = math.log(2.0) / single("half_life", half_life, 1e-3, 1e5)
    return k_e, single("absorption_rate", absorption_rate, 1.01 * k_e, LARGEST)


def _carried(intakes: Float, rate: float) -> Float:
    """Sum of exponentials just after each intake, with a zero for none taken yet."""
    sums = [0.0]
    for decay in np.exp(-rate * np.diff(intakes, prepend=0.0)).tolist():
        sums.append(1.0 + decay * sums[-1])
    return np.array(sums)
