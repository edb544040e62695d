"""How much of the receptor is taken: the law of mass action at one site."""

from numpy.typing import ArrayLike

from mureceptor.model.checks import Float, fitting, non_negative, per_ligand, positive


def occupancy(concentration: ArrayLike, dissociation_constant: ArrayLike) -> Float:
    r"""Share of receptors bound by a single ligand at balance.

    Parameters
    ----------
    concentration
        C, concentration of the ligand at the receptor [nM].
    dissociation_constant
        K, the concentration that takes half of the receptors [nM].

    Returns
    -------
    Share bound [1], from 0 to 1, in the broadcast shape of the arguments.

    Raises
    ------
    ValueError
        If a concentration is negative, a K is not positive, or either is not finite.

    Notes
    -----
    .. math:: \rho = \frac{C}{K + C}  \tag{1}
    """
    c = non_negative("concentration", concentration)
    k = positive("dissociation_constant", dissociation_constant)
    fitting(concentration=c, dissociation_constant=k)
    return c / (k + c)


def competitive_occupancy(concentrations: ArrayLike, dissociation_constants: ArrayLike) -> Float:
    r"""Share of receptors bound by each of several ligands that compete for one site.

    Parameters
    ----------
    concentrations
        C_i, concentration of each ligand at the receptor [nM]; last axis: ligand.
    dissociation_constants
        K_i, the concentration that takes half of the receptors, alone [nM]; last axis: ligand.

    Returns
    -------
    Share bound by each ligand [1]; last axis: ligand. What is missing to 1 is free.

    Raises
    ------
    ValueError
        If a concentration is negative, a K is not positive, either is not finite, or the last
        axes differ.

    Notes
    -----
    .. math:: \rho_i = \frac{x_i}{1 + \sum_j x_j}, \quad x_i = C_i / K_i  \tag{2}

    References
    ----------
    .. [1] Buchwald P (2017). A three-parameter two-state model of receptor function that
       incorporates affinity, efficacy, and signal amplification. Pharmacol Res Perspect
       5(3):e00311. doi:10.1002/prp2.311
    """
    c = non_negative("concentrations", concentrations)
    k = positive("dissociation_constants", dissociation_constants)
    per_ligand({}, concentrations=c, dissociation_constants=k)
    x = c / k
    taken: Float = x / (1.0 + x.sum(axis=-1, keepdims=True))
    return taken
