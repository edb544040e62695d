"""Breathing against receptors occupied, in people: the published relation, as it stands.

The coefficients are arguments; their values, with what they rest on, are evidence.

References
----------
.. [1] Mann J, Samieegohar M, Chaturbedi A, Zirkle J, Han X, Ahmadi SF, et al. (2022).
   Development of a translational model to assess the impact of opioid overdose and naloxone
   dosing on respiratory depression and cardiac arrest. Clin Pharmacol Ther 112(5):1020-1032.
   doi:10.1002/cpt.2696
"""

from numpy.typing import ArrayLike

from mureceptor.model.checks import Float, fitting, positive, share


def linear_depression(occupancy: ArrayLike, slope: ArrayLike) -> Float:
    r"""Breathing left by a partial agonist, as a share of the person's own baseline.

    Parameters
    ----------
    occupancy
        rho, share of receptors occupied by the drug [1].
    slope
        alpha, share of breathing lost with every receptor occupied [1], from 0 to 1.

    Returns
    -------
    V / V0, minute ventilation as share of baseline [1].

    Raises
    ------
    ValueError
        If an argument is not between 0 and 1.

    Notes
    -----
    As fitted to people given buprenorphine [1]_:

    .. math:: V / V_0 = 1 - \alpha \rho  \tag{1}
    """
    rho = share("occupancy", occupancy)
    alpha = share("slope", slope)
    fitting(occupancy=rho, slope=alpha)
    return 1.0 - alpha * rho


def product_depression(
    occupancy: ArrayLike,
    apnoea_exponent: ArrayLike,
    depth: ArrayLike,
    depth_exponent: ArrayLike,
) -> Float:
    r"""Breathing left by a full agonist, as a share of the person's own baseline.

    Parameters
    ----------
    occupancy
        rho, share of receptors occupied by the drug [1].
    apnoea_exponent
        p_1, how late breathing runs to a stop [1].
    depth
        d, share of breathing lost before that [1], from 0 to 1.
    depth_exponent
        p_2, how late that loss comes [1].

    Returns
    -------
    V / V0, minute ventilation as share of baseline [1]; zero with every receptor occupied.

    Raises
    ------
    ValueError
        If `occupancy` or `depth` is not between 0 and 1, or an exponent is not positive.

    Notes
    -----
    As fitted to people given fentanyl [1]_; the fall to zero is built into the form:

    .. math:: V / V_0 = (1 - \rho^{p_1}) (1 - d \rho^{p_2})  \tag{2}
    """
    rho = share("occupancy", occupancy)
    p1 = positive("apnoea_exponent", apnoea_exponent)
    d = share("depth", depth)
    p2 = positive("depth_exponent", depth_exponent)
    fitting(occupancy=rho, apnoea_exponent=p1, depth=d, depth_exponent=p2)
    return (1.0 - rho**p1) * (1.0 - d * rho**p2)
