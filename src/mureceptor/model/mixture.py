r"""Several ligands at one site: their joint effect, and where one more raises or lowers it.

References
----------
.. [1] Buchwald P (2017). A three-parameter two-state model of receptor function that
   incorporates affinity, efficacy, and signal amplification. Pharmacol Res Perspect 5(3):e00311.
   doi:10.1002/prp2.311
"""

import numpy as np
from numpy.typing import ArrayLike

from mureceptor.model.activation import SLOPES, maximal_effect
from mureceptor.model.checks import (
    LARGEST,
    Float,
    fitting,
    non_negative,
    per_ligand,
    positive,
    within,
)


def mixture_effect(
    concentrations: ArrayLike,
    dissociation_constants: ArrayLike,
    efficacies: ArrayLike,
    *,
    slope: ArrayLike = 1.0,
    maximum: ArrayLike = 1.0,
) -> Float:
    r"""Effect of several ligands that compete for one site.

    Parameters
    ----------
    concentrations
        C_i, concentration of each ligand at the receptor [nM]; last axis: ligand.
    dissociation_constants
        K_i of each ligand [nM]; last axis: ligand.
    efficacies
        tau_i, transducer ratio of each ligand [1], zero for an antagonist; last axis: ligand.
    slope
        n, steepness of the transduction [1], from 0.1 to 10; no ligand axis.
    maximum
        E_m, the most that the tissue can do [unit of the effect]; no ligand axis.

    Returns
    -------
    Effect [unit of `maximum`]; the ligand axis is gone.

    Raises
    ------
    ValueError
        If an argument is out of range or not finite, or the last axes differ.

    Notes
    -----
    As in [1]_:

    .. math::
        E = E_m \frac{S^n}{S^n + D^n}, \quad S = \sum_i \tau_i x_i, \quad
        D = 1 + \sum_i x_i, \quad x_i = C_i / K_i  \tag{1}
    """
    n, most = within("slope", slope, *SLOPES), positive("maximum", maximum)
    stimulus = _stimulus(
        concentrations, dissociation_constants, efficacies, {"slope": n, "maximum": most}
    )
    # They act as one ligand with this push does on every receptor. Rounding may pass the largest.
    return maximal_effect(np.minimum(stimulus, LARGEST), slope=n, maximum=most)


def switch_over_efficacy(
    concentrations: ArrayLike, dissociation_constants: ArrayLike, efficacies: ArrayLike
) -> Float:
    r"""Push below which one more ligand lowers the effect of those already there.

    Parameters
    ----------
    concentrations
        C_i, concentration of each ligand already there [nM]; last axis: ligand.
    dissociation_constants
        K_i of each ligand [nM]; last axis: ligand.
    efficacies
        tau_i, transducer ratio of each ligand [1]; last axis: ligand.

    Returns
    -------
    Transducer ratio [1]; the ligand axis is gone.

    Raises
    ------
    ValueError
        If an argument is out of range or not finite, or the last axes differ.

    Notes
    -----
    It is the stimulus of the ligands already there: adding x of a ligand with push tau moves
    S / D towards tau. It does not depend on the slope or on the newcomer's grip.

    .. math:: \tau^* = \frac{S}{D} = \frac{\sum_i \tau_i x_i}{1 + \sum_i x_i}  \tag{2}
    """
    return _stimulus(concentrations, dissociation_constants, efficacies, {})


def switch_over_concentration(
    dissociation_constant: ArrayLike, efficacy: ArrayLike, newcomer_efficacy: ArrayLike
) -> Float:
    r"""Concentration of one ligand above which a second one lowers its effect.

    Parameters
    ----------
    dissociation_constant
        K of the ligand already there [nM].
    efficacy
        tau, its transducer ratio [1].
    newcomer_efficacy
        tau_new of the second ligand [1].

    Returns
    -------
    Concentration of the ligand already there [nM]; infinite where it pushes no harder than the
    newcomer, which then raises the effect at any concentration.

    Raises
    ------
    ValueError
        If an argument is out of range or not finite, or the shapes do not fit.

    Notes
    -----
    Equation 2 for a single ligand, solved for C at :math:`\tau^* = \tau_{new}`:

    .. math:: C^* = K \frac{\tau_{new}}{\tau - \tau_{new}}  \tag{3}
    """
    k = positive("dissociation_constant", dissociation_constant)
    tau = non_negative("efficacy", efficacy)
    newcomer = non_negative("newcomer_efficacy", newcomer_efficacy)
    fitting(dissociation_constant=k, efficacy=tau, newcomer_efficacy=newcomer)
    lead = np.where(tau > newcomer, tau - newcomer, np.nan)
    return np.where(tau > newcomer, k * newcomer / lead, np.inf)


def _stimulus(
    concentrations: ArrayLike,
    dissociation_constants: ArrayLike,
    efficacies: ArrayLike,
    once: dict[str, Float],
) -> Float:
    """Return S / D; `once` are checked values without a ligand axis that must fit."""
    c = non_negative("concentrations", concentrations)
    k = positive("dissociation_constants", dissociation_constants)
    tau = non_negative("efficacies", efficacies)
    per_ligand(once, concentrations=c, dissociation_constants=k, efficacies=tau)
    x = c / k
    stimulus: Float = np.vecdot(tau, x) / (1.0 + x.sum(axis=-1))
    return stimulus
