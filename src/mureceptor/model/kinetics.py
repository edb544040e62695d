r"""Binding takes time: how fast receptors are taken and given back.

Any unit of time serves, as long as rates, half-lives and times share it; [t] below.

References
----------
.. [1] Mann J, Samieegohar M, Chaturbedi A, Zirkle J, Han X, Ahmadi SF, et al. (2022).
   Development of a translational model to assess the impact of opioid overdose and naloxone
   dosing on respiratory depression and cardiac arrest. Clin Pharmacol Ther 112(5):1020-1032.
   doi:10.1002/cpt.2696
"""

import numpy as np
from numpy.typing import ArrayLike

from mureceptor.model.checks import (
    LARGEST,
    SMALLEST,
    Float,
    fitting,
    non_negative,
    per_ligand,
    positive,
    rising,
    share,
    shown,
    within,
)

FASTEST = 1e12  # [1] how often a receptor may be taken or let go over all times: float64's limit


def bound_share_over_time(
    time: ArrayLike,
    concentration: ArrayLike,
    association_rate: ArrayLike,
    dissociation_rate: ArrayLike,
    *,
    exponent: ArrayLike = 1.0,
    start: ArrayLike = 0.0,
) -> Float:
    r"""Share of receptors bound by a single ligand whose concentration stays put.

    Parameters
    ----------
    time
        t, time since the start [t].
    concentration
        L, constant [nM]; zero after wash-out.
    association_rate
        k_on [1/(t nM^n)].
    dissociation_rate
        k_off [1/t]: ln 2 over the time in which half lets go, if none comes back.
    exponent
        n, how the rate rises with the concentration [1], from 0.1 to 3.
    start
        Share bound at the start [1], from 0 to 1.

    Returns
    -------
    Share bound [1], in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is out of range or not finite, or the shapes do not fit.

    Notes
    -----
    The solution of [1]_

    .. math:: \frac{dR}{dt} = k_{on} L^n (1 - R) - k_{off} R  \tag{1}

    which nears :math:`k_{on} L^n / (k_{on} L^n + k_{off})` at the sum of both rates. Without
    ligand it is plain exponential decay.
    """
    t = non_negative("time", time)
    concentration = non_negative("concentration", concentration)
    k_on = positive("association_rate", association_rate)
    k_off = positive("dissociation_rate", dissociation_rate)
    n = within("exponent", exponent, 0.1, 3.0)
    first = share("start", start)
    fitting(
        time=t,
        concentration=concentration,
        association_rate=k_on,
        dissociation_rate=k_off,
        exponent=n,
        start=first,
    )
    on = k_on * concentration**n
    final = on / (on + k_off)
    bound: Float = final + (first - final) * np.exp(-(on + k_off) * t)
    return bound


def displacement_over_time(
    time: ArrayLike,
    concentrations: ArrayLike,
    half_lives: ArrayLike,
    association_rates: ArrayLike,
    dissociation_rates: ArrayLike,
    *,
    exponents: ArrayLike,
    start: ArrayLike,
) -> Float:
    r"""Share of receptors bound by each of several ligands that compete while they leave the body.

    Parameters
    ----------
    time
        t, times to look at [t], rising, 1-D, zero or later.
    concentrations
        L_i at time zero [nM]; last axis: ligand.
    half_lives
        h_i, half-life of each ligand's concentration [t]; last axis: ligand.
    association_rates
        k_on,i [1/(t nM^n)]; 1-D: ligand.
    dissociation_rates
        k_off,i [1/t]; 1-D: ligand.
    exponents
        n_i, how each rate rises with its concentration [1], from 0.1 to 3; last axis: ligand.
    start
        Share bound by each ligand at time zero [1]; last axis: ligand, 1 or less in sum.

    Returns
    -------
    Share bound [1]; last two axes: time, ligand; before them the leading axes of the other
    arguments.

    Raises
    ------
    ValueError
        If an argument is out of range or not finite, the times do not rise, a rate has another
        axis than the ligand, the start adds up to more than 1, a receptor is taken or let go more
        than 1e12 times, or the last axes differ.

    Notes
    -----
    .. math:: \frac{dR_i}{dt} = k_{on,i} L_i(t)^{n_i} \Bigl(1 - \sum_j R_j\Bigr) - k_{off,i} R_i,
        \quad L_i(t) = L_i(0) \, 2^{-t / h_i}  \tag{2}

    [1]_, for ligands that share a site. The equation is linear in R and stiff, since naloxone
    binds within seconds and opioids leave within hours: two-stage Radau IIA, third order and
    L-stable, on steps that grow with time. All steps are solved for at once, then chained.
    """
    t = rising("time", time)
    level = non_negative("concentrations", concentrations)
    half_life = positive("half_lives", half_lives)
    k_on = _one_a_ligand("association_rates", association_rates)
    k_off = _one_a_ligand("dissociation_rates", dissociation_rates)
    n = within("exponents", exponents, 0.1, 3.0)
    first = share("start", start)
    shape = per_ligand(
        {},
        concentrations=level,
        half_lives=half_life,
        association_rates=k_on,
        dissociation_rates=k_off,
        exponents=n,
        start=first,
    )
    share("start, summed over ligands,", first.sum(axis=-1))
    last = t.max(initial=0.0)
    within(
        "association_rates x concentrations^exponents x time", k_on * level**n * last, 0, FASTEST
    )
    within("dissociation_rates x time", k_off * last, 0, FASTEST)
    ends = _step_ends(t)
    along_time = (-1, *(1 for _ in shape))

    def on_rates(at: Float) -> Float:
        rates = k_on * (level * np.exp2(-at.reshape(along_time) / half_life)) ** n
        return np.broadcast_to(rates, (at.size, *shape))

    step = np.diff(ends)
    propagators, gains = _radau(
        step.reshape(*along_time, 1),
        on_rates(ends[:-1] + step / 3.0),
        on_rates(ends[1:]),
        k_off[:, None] * np.eye(shape[-1]),
    )
    bound = np.empty((ends.size, *shape, 1))
    bound[0] = first[..., None]
    for i, (propagator, gain) in enumerate(zip(propagators, gains, strict=True)):
        bound[i + 1] = propagator @ bound[i] + gain
    seen = np.moveaxis(bound[np.searchsorted(ends, t), ..., 0], 0, -2)
    return np.clip(seen, 0.0, 1.0)  # a share long gone may end a hair below zero


def _one_a_ligand(name: str, value: ArrayLike) -> Float:
    rates = positive(name, value)
    if rates.ndim != 1:
        raise ValueError(
            f"{name} must be 1-D, one for each ligand, from {SMALLEST:g} to {LARGEST:g},"
            f" got {shown(value)}"
        )
    return rates


def _step_ends(time: Float) -> Float:
    """Add to the times looked at the steps it takes: fine at first, then finer than any decay."""
    last = time.max(initial=0.0)
    growing = last * np.geomspace(1e-8, 1.0, 600)
    return np.unique(np.concatenate([[0.0], growing, np.linspace(0.0, last, 200), time]))


def _radau(step: Float, on_1: Float, on_2: Float, k_off: Float) -> tuple[Float, Float]:
    """Solve all Radau steps of dR/dt = on - (on 1^T + k_off) R; return R -> P R + g for each."""
    matrix_1, matrix_2 = on_1[..., None] + k_off, on_2[..., None] + k_off
    gain_1, gain_2 = step * on_1[..., None], step * on_2[..., None]
    one = np.broadcast_to(np.eye(k_off.shape[-1]), matrix_1.shape)
    stages = np.block(
        [
            [one + step * 5.0 / 12.0 * matrix_1, -step / 12.0 * matrix_2],
            [step * 3.0 / 4.0 * matrix_1, one + step / 4.0 * matrix_2],
        ]
    )
    sources = np.block(
        [
            [one, 5.0 / 12.0 * gain_1 - 1.0 / 12.0 * gain_2],
            [one, 3.0 / 4.0 * gain_1 + 1.0 / 4.0 * gain_2],
        ]
    )
    second_stage = np.linalg.solve(stages, sources)[..., k_off.shape[-1] :, :]
    return second_stage[..., :-1], second_stage[..., -1:]
