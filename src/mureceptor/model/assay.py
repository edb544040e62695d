"""From a laboratory's top and half-effect amount back to push and grip.

References
----------
.. [1] Black JW, Leff P (1983). Operational models of pharmacological agonism. Proc R Soc B
   220(1219):141-162. doi:10.1098/rspb.1983.0093
"""

from numpy.typing import ArrayLike

from mureceptor.model.checks import Float, fitting, positive, within

LARGEST_TOP = 0.999  # of the test's full mark: at the mark itself the push has no bound


def push_and_grip(top: ArrayLike, half_effect: ArrayLike) -> tuple[Float, Float]:
    r"""Effective push in one test, and the grip that goes with it, for a slope of 1.

    Parameters
    ----------
    top
        f, largest effect as a share of the test's full mark [1], from 0 to 0.999.
    half_effect
        EC_50, the concentration that gives half of that top [nM].

    Returns
    -------
    (tau, K): transducer ratio [1] and the concentration that takes half of the receptors [nM].

    Raises
    ------
    ValueError
        If an argument is out of range or not finite, or the shapes do not fit.

    Notes
    -----
    The inverse of the top and the half-effect concentration of the operational model [1]_:

    .. math:: \tau = \frac{f}{1 - f}, \quad K = EC_{50} (1 + \tau)  \tag{1}

    One curve cannot tell how much the tissue could do at most. Where the full mark is a reference
    drug's own top, which may lie below that, tau and K come out too large: upper bounds. Where it
    is the whole range of what is read, which the tissue may not reach, they are lower bounds.
    """
    f = within("top", top, 0.0, LARGEST_TOP)
    ec50 = positive("half_effect", half_effect)
    fitting(top=f, half_effect=ec50)
    tau: Float = f / (1.0 - f)
    return tau, ec50 * (1.0 + tau)
