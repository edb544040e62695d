"""A drug that the body has to make first, from a parent compound, and can make only so fast.

References
----------
.. [1] Hill R, Kruegel AC, Javitch JA, Lane JR, Canals M (2022). The respiratory depressant effects
   of mitragynine are limited by its conversion to 7-OH mitragynine. Br J Pharmacol.
   doi:10.1111/bph.15832
"""

from numpy.typing import ArrayLike

from mureceptor.model.checks import Float, fitting, non_negative, positive


def saturable_formation(parent: ArrayLike, capacity: ArrayLike) -> Float:
    r"""Level of the formed drug at balance, when its formation saturates.

    Parameters
    ----------
    parent
        p, level of the parent, in units of the formed drug's K if all were formed [1].
    capacity
        c, the most that formation can keep up [1], more than 0.

    Returns
    -------
    Level of the formed drug [1], in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If a value is not finite or out of range, or the shapes do not go together.

    Notes
    -----
    Equal to the parent when there is little of it, and never more than the capacity.
    Rate-limited formation and first-order loss, at balance [1]_:

    .. math:: m = \frac{p}{1 + p / c}  \tag{1}
    """
    x = non_negative("parent", parent)
    limit = positive("capacity", capacity)
    fitting(parent=x, capacity=limit)
    return x / (1.0 + x / limit)
