r"""What the body does about a drug that keeps coming: tolerance, dependence, withdrawal.

An opponent process [1]_ with loss of signalling. Illustrative, shape only: no time course of
tolerance or withdrawal has been measured for kratom. Slope 1 throughout.

References
----------
.. [1] Koob GF, Le Moal M (2008). Neurobiological mechanisms for opponent motivational processes
   in addiction. Phil Trans R Soc B 363(1507):3113-3123. doi:10.1098/rstb.2008.0094
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
from numpy.typing import ArrayLike

from mureceptor.model.activation import effect
from mureceptor.model.binding import occupancy
from mureceptor.model.checks import (
    Float,
    fitting,
    non_negative,
    per_ligand,
    rising,
    share,
    shown,
    within,
)
from mureceptor.model.mixture import mixture_effect

LossDriver = Literal["effect", "occupancy"]


@dataclass(frozen=True, kw_only=True, eq=False)
class AdaptationCourse:
    """A course over time; all but `time` have the same shape, last axis: time.

    Attributes
    ----------
    time
        [h], 1-D.
    exposure
        x, concentration in units of grip [1].
    occupancy
        Share of receptors taken [1].
    effect
        E, share of the most that the tissue can do [1].
    signalling_left
        q, share of signalling left [1]; what is missing to 1 is tolerance.
    expectation
        A, the effect that the body has come to expect [1]: dependence.
    withdrawal
        W, by how much the effect falls short of the expected share [1].
    """

    time: Float
    exposure: Float
    occupancy: Float
    effect: Float
    signalling_left: Float
    expectation: Float
    withdrawal: Float


def adaptation_course(
    time: ArrayLike,
    exposure: Callable[[Float], Float],
    efficacy: ArrayLike,
    *,
    loss_rate: ArrayLike = 0.01,
    recovery_time: ArrayLike = 240.0,
    adaptation_time: ArrayLike = 96.0,
    expected_share: ArrayLike = 0.8,
    loss_driver: LossDriver = "effect",
) -> AdaptationCourse:
    r"""Follow effect, tolerance, dependence and withdrawal under a course of exposure.

    Parameters
    ----------
    time
        t, the steps [h], rising, 1-D, at most 6 h apart. A kink of the exposure, such as an
        intake, must be a step: `exposure.step_times` makes them.
    exposure
        Gives x at any times [h -> 1]; last axis: time. Its leading axes, if any, broadcast
        against the other arguments: a sweep goes through in one pass.
    efficacy
        tau, transducer ratio with all signalling left [1], zero for an antagonist.
    loss_rate
        k, how fast full drive costs signalling [1/h], from 0 to 0.05.
    recovery_time
        T_r, time scale on which signalling comes back [h], from 24 to 2400.
    adaptation_time
        T_a, time scale on which expectation follows the effect [h], from 24 to 2400.
    expected_share
        g, share of the expectation that must be met [1], from 0 to 1.
    loss_driver
        What drives the loss, D: the effect, or the occupancy by a ligand that pushes.

    Returns
    -------
    The course, from full signalling and no expectation; leading axes as the arguments broadcast.

    Raises
    ------
    ValueError
        If an argument is out of range, the steps do not rise or are too long, or the shapes do
        not fit.

    Notes
    -----
    .. math::
        \frac{dq}{dt} = \frac{1 - q}{T_r} - k D q, \quad
        \frac{dA}{dt} = \frac{E - A}{T_a}, \quad W = \max(0, g A - E), \quad
        E = \frac{q \tau x}{1 + x + q \tau x}  \tag{1}

    Tolerance is inside E through q, and nothing else is taken off the effect. Fourth-order
    Runge-Kutta: both states are slow, and what is fast, the exposure, is known in closed form.
    """
    t = _steps(time)
    if not callable(exposure):
        raise ValueError(f"exposure must be a function of time [h], got {shown(exposure)}")
    midway = (t[1:] + t[:-1]) / 2.0
    x = non_negative("exposure", exposure(np.concatenate([t, midway])))
    if x.ndim == 0 or x.shape[-1] != t.size + midway.size:
        raise ValueError(
            f"exposure must give one value per time, last axis, of {t.size + midway.size}"
            f" times, got shape {x.shape}"
        )
    tau = non_negative("efficacy", efficacy)
    k = _loss_rate(loss_rate)
    t_r = _time_scale("recovery_time", recovery_time)
    t_a = _time_scale("adaptation_time", adaptation_time)
    g = share("expected_share", expected_share)
    by_effect = _is_effect(loss_driver)
    shape = fitting(
        exposure=x[..., 0],
        efficacy=tau,
        loss_rate=k,
        recovery_time=t_r,
        adaptation_time=t_a,
        expected_share=g,
    )
    pushes = tau > 0.0

    def rates(state: Float, x_now: Float) -> Float:
        q, a = state
        stimulus = q * (tau * x_now)
        e = stimulus / (1.0 + x_now + stimulus)
        d = e if by_effect else pushes * (x_now / (1.0 + x_now))
        rate = np.empty_like(state)
        rate[0] = (1.0 - q) / t_r - k * d * q
        rate[1] = (e - a) / t_a
        return rate

    states = np.empty((t.size, 2, *shape))
    states[0, 0], states[0, 1] = 1.0, 0.0
    in_steps = np.moveaxis(x, -1, 0)
    for i, step in enumerate(np.diff(t).tolist()):
        begin, middle, end = in_steps[i], in_steps[t.size + i], in_steps[i + 1]
        state = states[i]
        rate_1 = rates(state, begin)
        rate_2 = rates(state + step / 2.0 * rate_1, middle)
        rate_3 = rates(state + step / 2.0 * rate_2, middle)
        rate_4 = rates(state + step * rate_3, end)
        states[i + 1] = state + step / 6.0 * (rate_1 + 2.0 * (rate_2 + rate_3) + rate_4)

    q, a = np.moveaxis(states, 0, -1)
    x = np.broadcast_to(x[..., : t.size], q.shape)
    e = effect(x, 1.0, q * tau[..., None])
    return AdaptationCourse(
        time=t,
        exposure=x,
        occupancy=occupancy(x, 1.0),
        effect=e,
        signalling_left=q,
        expectation=a,
        withdrawal=np.maximum(0.0, g[..., None] * a - e),
    )


def precipitated_withdrawal(
    expectation: ArrayLike,
    signalling_left: ArrayLike,
    exposures: ArrayLike,
    efficacies: ArrayLike,
    *,
    expected_share: ArrayLike = 0.8,
) -> Float:
    r"""Withdrawal in the moment when other ligands join those already at the receptor.

    Parameters
    ----------
    expectation
        A, the effect that the body has come to expect [1], from 0 to 1.
    signalling_left
        q, share of signalling left [1], from 0 to 1; it scales every ligand's push.
    exposures
        x_i of each ligand, those there and those added, in units of grip [1]; last axis: ligand.
    efficacies
        tau_i of each ligand with all signalling left [1], zero for an antagonist; last axis:
        ligand.
    expected_share
        g, share of the expectation that must be met [1], from 0 to 1.

    Returns
    -------
    W [1], zero or more; the ligand axis is gone.

    Raises
    ------
    ValueError
        If an argument is out of range or the shapes do not fit.

    Notes
    -----
    With the effect of the mixture, at balance, equation 1 of `mixture`:

    .. math::
        W = \max(0, g A - E), \quad
        E = \frac{q \sum_i \tau_i x_i}{1 + \sum_i x_i + q \sum_i \tau_i x_i}  \tag{2}
    """
    a = share("expectation", expectation)
    q = share("signalling_left", signalling_left)
    x = non_negative("exposures", exposures)
    tau = non_negative("efficacies", efficacies)
    g = share("expected_share", expected_share)
    once = {"expectation": a, "signalling_left": q, "expected_share": g}
    per_ligand(once, exposures=x, efficacies=tau)
    e = mixture_effect(x, np.ones(x.shape[-1]), q[..., None] * tau)
    return np.maximum(0.0, g * a - e)


def _steps(time: ArrayLike) -> Float:
    t = rising("time", time)
    if t.size == 0:
        raise ValueError("time must have 1 step or more, got none")
    within("time (from step to step)", np.diff(t), 1e-9, 6.0)
    return t


def _loss_rate(loss_rate: ArrayLike) -> Float:
    return within("loss_rate", loss_rate, 0.0, 0.05)


def _time_scale(name: str, value: ArrayLike) -> Float:
    return within(name, value, 24.0, 2400.0)


def _is_effect(loss_driver: LossDriver) -> bool:
    if not isinstance(loss_driver, str) or loss_driver not in get_args(LossDriver):
        raise ValueError(f"loss_driver must be effect or occupancy, got {shown(loss_driver)}")
    return loss_driver == "effect"
