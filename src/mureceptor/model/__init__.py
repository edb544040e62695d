"""The receptor model: binding, activation, breathing, exposure, adaptation, binding over time.

Pure functions on scalars or arrays. Arguments broadcast; where there are several ligands, they
are the last axis. Scalars in, `numpy.float64` out. A concentration of zero gives zero; what
physics forbids raises `ValueError`. Imports numpy and nothing else.
"""
