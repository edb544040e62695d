r"""From receptors taken to effect: the operational model of agonism, for a single ligand.

Push (:math:`\tau`, the transducer ratio) is what a drug's hold on a receptor is worth in one
tissue. An antagonist has none. All functions take any number of settings at once.

References
----------
.. [1] Black JW, Leff P (1983). Operational models of pharmacological agonism. Proc R Soc B
   220(1219):141-162. doi:10.1098/rspb.1983.0093
.. [2] Leff P, Martin GR, Morse JM (1985). Application of the operational model of agonism to
   establish conditions when functional antagonism may be used to estimate agonist dissociation
   constants. Br J Pharmacol 85(3):655-663. doi:10.1111/j.1476-5381.1985.tb10561.x
"""

from numpy.typing import ArrayLike

from mureceptor.model.checks import (
    SMALLEST,
    Float,
    fitting,
    non_negative,
    positive,
    within,
)

SLOPES = (0.1, 10.0)  # how steep the transduction may be [1]


def transducer_ratio(
    intrinsic_efficacy: ArrayLike, amplification: ArrayLike, receptors_left: ArrayLike = 1.0
) -> Float:
    r"""Push of a ligand in a tissue: what the drug brings times what the tissue makes of it.

    Parameters
    ----------
    intrinsic_efficacy
        epsilon, push of the ligand itself [1], zero for an antagonist.
    amplification
        a, receptors times coupling of the tissue [1].
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
    Losing receptors scales the push and leaves the grip alone [1]_ [2]_:

    .. math:: \tau = q \, \epsilon \, a  \tag{1}
    """
    epsilon = non_negative("intrinsic_efficacy", intrinsic_efficacy)
    a = non_negative("amplification", amplification)
    q = within("receptors_left", receptors_left, SMALLEST, 1.0)
    fitting(intrinsic_efficacy=epsilon, amplification=a, receptors_left=q)
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
    n, most = within("slope", slope, *SLOPES), positive("maximum", maximum)
    fitting(concentration=c, dissociation_constant=k, efficacy=tau, slope=n, maximum=most)
    return _transduce(tau * c / (k + c), n, most)


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
    .. math:: E_{max} = E_m \frac{\tau^n}{1 + \tau^n}  \tag{3}
    """
    tau = non_negative("efficacy", efficacy)
    n, most = within("slope", slope, *SLOPES), positive("maximum", maximum)
    fitting(efficacy=tau, slope=n, maximum=most)
    return _transduce(tau, n, most)


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
    .. math:: EC_{50} = \frac{K}{(2 + \tau^n)^{1/n} - 1}  \tag{4}
    """
    k = positive("dissociation_constant", dissociation_constant)
    tau = positive("efficacy", efficacy)
    n = within("slope", slope, *SLOPES)
    fitting(dissociation_constant=k, efficacy=tau, slope=n)
    return k / ((2.0 + tau**n) ** (1.0 / n) - 1.0)


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
    .. math:: \frac{1 + \tau}{1 + q \tau}  \tag{5}
    """
    tau = non_negative("efficacy", efficacy)
    q = within("receptors_left", receptors_left, SMALLEST, 1.0)
    fitting(efficacy=tau, receptors_left=q)
    return (1.0 + tau) / (1.0 + q * tau)


def _transduce(stimulus: Float, n: Float, most: Float) -> Float:
    """Turn a stimulus r into effect, the right-hand side of equation 2."""
    power = stimulus**n
    return most * (power / (1.0 + power))  # in this order, so that nothing overflows
