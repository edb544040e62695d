r"""From receptors taken to effect: the operational model of agonism.

Push (:math:`\tau`, the transducer ratio) is what a drug's hold on a receptor is worth in one
tissue. An antagonist has none. All functions take any number of settings at once.

References
----------
.. [1] Black JW, Leff P (1983). Operational models of pharmacological agonism. Proc R Soc B
   220(1219):141-162. doi:10.1098/rspb.1983.0093
.. [2] Buchwald P (2017). A three-parameter two-state model of receptor function that
   incorporates affinity, efficacy, and signal amplification. Pharmacol Res Perspect 5(3):e00311.
   doi:10.1002/prp2.311
.. [3] Leff P, Martin GR, Morse JM (1985). Application of the operational model of agonism to
   establish conditions when functional antagonism may be used to estimate agonist dissociation
   constants. Br J Pharmacol 85(3):655-663. doi:10.1111/j.1476-5381.1985.tb10561.x
"""

from itertools import product

import numpy as np
from numpy.typing import ArrayLike

from mureceptor.model.checks import (
    SMALLEST,
    Float,
    low_high,
    non_negative,
    per_ligand,
    positive,
    together,
    within,
)

Pair = tuple[ArrayLike, ArrayLike]


def transducer_ratio(
    intrinsic_efficacy: ArrayLike, amplification: ArrayLike, receptors_left: ArrayLike = 1.0
) -> Float:
    r"""Push of a ligand in a tissue: what the drug brings times what the tissue makes of it.

    Parameters
    ----------
    intrinsic_efficacy
        Push of the ligand itself [1], zero for an antagonist.
    amplification
        Receptors times coupling of the tissue [1].
    receptors_left
        q, share of the receptors still signalling [1], more than 0 and at most 1.

    Returns
    -------
    Transducer ratio tau [1].

    Raises
    ------
    ValueError
        If an argument is out of the range above or not finite.

    Notes
    -----
    Losing receptors scales the push and leaves the grip alone [1]_ [3]_:

    .. math:: \tau = q \, \epsilon \, a  \tag{1}
    """
    epsilon = non_negative("intrinsic_efficacy", intrinsic_efficacy)
    a = non_negative("amplification", amplification)
    q = within("receptors_left", receptors_left, SMALLEST, 1.0)
    together(intrinsic_efficacy=epsilon, amplification=a, receptors_left=q)
    return q * epsilon * a


def effect(
    concentration: ArrayLike,
    dissociation_constant: ArrayLike,
    efficacy: ArrayLike,
    *,
    slope: ArrayLike = 1.0,
    maximum: ArrayLike = 1.0,
) -> Float:
    r"""Effect of a single ligand.

    Parameters
    ----------
    concentration
        C, concentration at the receptor [nM].
    dissociation_constant
        K, the concentration that takes half of the receptors [nM].
    efficacy
        tau, transducer ratio of the ligand in the tissue [1], zero for an antagonist.
    slope
        n, steepness of the transduction [1], from 0.1 to 10.
    maximum
        E_m, the most that the tissue can do [unit of the effect].

    Returns
    -------
    Effect [unit of `maximum`], in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If an argument is out of range or not finite, or the shapes do not fit.

    Notes
    -----
    Black and Leff [1]_; the stimulus r never exceeds tau, so no power overflows:

    .. math:: E = E_m \frac{r^n}{1 + r^n}, \quad r = \frac{\tau C}{K + C}  \tag{2}
    """
    c = non_negative("concentration", concentration)
    k = positive("dissociation_constant", dissociation_constant)
    tau = non_negative("efficacy", efficacy)
    together(concentration=c, dissociation_constant=k, efficacy=tau)
    return _transduce(tau * c / (k + c), slope, maximum)


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
    With :math:`x_i = C_i / K_i`, [2]_

    .. math::
        E = E_m \frac{S^n}{S^n + D^n}, \quad S = \sum_i \tau_i x_i, \quad
        D = 1 + \sum_i x_i  \tag{3}
    """
    stimulus = switch_over_efficacy(concentrations, dissociation_constants, efficacies)
    return _transduce(stimulus, slope, maximum)


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

    .. math:: \tau^* = \frac{S}{D} = \frac{\sum_i \tau_i x_i}{1 + \sum_i x_i}  \tag{4}
    """
    c = non_negative("concentrations", concentrations)
    k = positive("dissociation_constants", dissociation_constants)
    tau = non_negative("efficacies", efficacies)
    per_ligand(concentrations=c, dissociation_constants=k, efficacies=tau)
    x = c / k
    stimulus: Float = np.vecdot(tau, x) / (1.0 + x.sum(axis=-1))
    return stimulus


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
        tau of the second ligand [1].

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
    Equation 4 for a single ligand, solved for C at :math:`\tau^* = \tau_{new}`:

    .. math:: C^* = K \frac{\tau_{new}}{\tau - \tau_{new}}  \tag{5}
    """
    k = positive("dissociation_constant", dissociation_constant)
    tau = non_negative("efficacy", efficacy)
    newcomer = non_negative("newcomer_efficacy", newcomer_efficacy)
    together(dissociation_constant=k, efficacy=tau, newcomer_efficacy=newcomer)
    lead = np.where(tau > newcomer, tau - newcomer, np.nan)
    return np.where(tau > newcomer, k * newcomer / lead, np.inf)


def maximal_effect(
    efficacy: ArrayLike, *, slope: ArrayLike = 1.0, maximum: ArrayLike = 1.0
) -> Float:
    r"""Top of a ligand's curve: its effect with every receptor taken.

    Parameters
    ----------
    efficacy
        tau, transducer ratio [1].
    slope
        n, steepness of the transduction [1], from 0.1 to 10.
    maximum
        E_m, the most that the tissue can do [unit of the effect].

    Returns
    -------
    Top [unit of `maximum`].

    Raises
    ------
    ValueError
        If an argument is out of range or not finite.

    Notes
    -----
    .. math:: E_{max} = E_m \frac{\tau^n}{1 + \tau^n}  \tag{6}
    """
    return _transduce(non_negative("efficacy", efficacy), slope, maximum)


def half_effect_concentration(
    dissociation_constant: ArrayLike, efficacy: ArrayLike, *, slope: ArrayLike = 1.0
) -> Float:
    r"""Concentration at which a ligand reaches half of its own top.

    Parameters
    ----------
    dissociation_constant
        K, the concentration that takes half of the receptors [nM].
    efficacy
        tau, transducer ratio [1], more than zero: without an effect there is no half of it.
    slope
        n, steepness of the transduction [1], from 0.1 to 10.

    Returns
    -------
    EC50 [nM]. With a slope above 1 and little push it lies above K.

    Raises
    ------
    ValueError
        If an argument is out of range or not finite.

    Notes
    -----
    .. math:: EC_{50} = \frac{K}{(2 + \tau^n)^{1/n} - 1}  \tag{7}
    """
    k = positive("dissociation_constant", dissociation_constant)
    tau = positive("efficacy", efficacy)
    n = _slope(slope)
    together(dissociation_constant=k, efficacy=tau, slope=n)
    return k / ((2.0 + tau**n) ** (1.0 / n) - 1.0)


def dose_ratio(antagonist_concentration: ArrayLike, dissociation_constant: ArrayLike) -> Float:
    r"""How many times more agonist the same effect takes beside a competitive antagonist.

    Parameters
    ----------
    antagonist_concentration
        B, concentration of the antagonist [nM].
    dissociation_constant
        K_B of the antagonist [nM].

    Returns
    -------
    Ratio of agonist concentrations [1], 1 or more (Gaddum and Schild).

    Raises
    ------
    ValueError
        If an argument is out of range or not finite.

    Notes
    -----
    .. math:: r = 1 + B / K_B  \tag{8}
    """
    b = non_negative("antagonist_concentration", antagonist_concentration)
    k = positive("dissociation_constant", dissociation_constant)
    together(antagonist_concentration=b, dissociation_constant=k)
    return 1.0 + b / k


def curve_shift(efficacy: ArrayLike, receptors_left: ArrayLike) -> Float:
    r"""How far to the right losing receptors moves a ligand's half-effect concentration.

    Parameters
    ----------
    efficacy
        tau, transducer ratio with all receptors [1].
    receptors_left
        q, share of the receptors still signalling [1], more than 0 and at most 1.

    Returns
    -------
    Ratio of EC50 after to before [1], for slope 1.

    Raises
    ------
    ValueError
        If an argument is out of range or not finite.

    Notes
    -----
    .. math:: \frac{1 + \tau}{1 + q \tau}  \tag{9}
    """
    tau = non_negative("efficacy", efficacy)
    q = within("receptors_left", receptors_left, SMALLEST, 1.0)
    together(efficacy=tau, receptors_left=q)
    return (1.0 + tau) / (1.0 + q * tau)


def effect_range(
    concentration: ArrayLike,
    dissociation_constant: Pair,
    efficacy: Pair,
    *,
    slope: ArrayLike = 1.0,
    maximum: ArrayLike = 1.0,
) -> tuple[Float, Float]:
    """Least and most effect of a single ligand whose grip and push are known as ranges.

    Parameters
    ----------
    concentration
        C, concentration at the receptor [nM].
    dissociation_constant
        K as (low, high) [nM].
    efficacy
        tau as (low, high) [1].
    slope, maximum
        As for `effect`.

    Returns
    -------
    (least, most) effect [unit of `maximum`]. Exact: the effect rises with tau and falls with K.

    Raises
    ------
    ValueError
        If an argument is out of range or not finite, or low exceeds high.
    """
    k_low, k_high = low_high(positive, "dissociation_constant", dissociation_constant)
    tau_low, tau_high = low_high(non_negative, "efficacy", efficacy)
    least = effect(concentration, k_high, tau_low, slope=slope, maximum=maximum)
    most = effect(concentration, k_low, tau_high, slope=slope, maximum=maximum)
    return least, most


def mixture_effect_range(
    concentrations: ArrayLike,
    dissociation_constants: Pair,
    efficacies: Pair,
    *,
    slope: ArrayLike = 1.0,
    maximum: ArrayLike = 1.0,
) -> tuple[Float, Float]:
    """Least and most effect of several ligands whose grips and pushes are known as ranges.

    Parameters
    ----------
    concentrations
        C_i, concentration of each ligand at the receptor [nM]; last axis: ligand.
    dissociation_constants
        K_i as (low, high) [nM]; last axis of each: ligand.
    efficacies
        tau_i as (low, high) [1]; last axis of each: ligand.
    slope, maximum
        As for `mixture_effect`.

    Returns
    -------
    (least, most) effect [unit of `maximum`]; the ligand axis is gone. Exact, see Notes.

    Raises
    ------
    ValueError
        If an argument is out of range or not finite, the last axes differ, or low exceeds high.

    Notes
    -----
    S / D is monotone in each K_i, either way depending on the others, so its extremes lie at
    corners of the K ranges, all of which are tried. It never falls with any tau_i, so the least
    is found with all pushes low and the most with all pushes high.
    """
    k_low, k_high = low_high(positive, "dissociation_constants", dissociation_constants)
    tau_low, tau_high = low_high(non_negative, "efficacies", efficacies)
    c = non_negative("concentrations", concentrations)
    per_ligand(
        concentrations=c,
        **{"dissociation_constants (low)": k_low, "dissociation_constants (high)": k_high},
        **{"efficacies (low)": tau_low, "efficacies (high)": tau_high},
    )
    corners = [np.where(high, k_high, k_low) for high in product([False, True], repeat=c.shape[-1])]
    least = switch_over_efficacy(c, corners[0], tau_low)
    most = switch_over_efficacy(c, corners[0], tau_high)
    for k in corners[1:]:
        least = np.minimum(least, switch_over_efficacy(c, k, tau_low))
        most = np.maximum(most, switch_over_efficacy(c, k, tau_high))
    return _transduce(least, slope, maximum), _transduce(most, slope, maximum)


def _slope(slope: ArrayLike) -> Float:
    return within("slope", slope, 0.1, 10.0)


def _transduce(stimulus: Float, slope: ArrayLike, maximum: ArrayLike) -> Float:
    """Turn the stimulus S / D into effect, the right-hand side of equation 2."""
    n, most = _slope(slope), positive("maximum", maximum)
    together(stimulus=stimulus, slope=n, maximum=most)
    power = stimulus**n
    return most * (power / (1.0 + power))  # in this order, so that nothing overflows
