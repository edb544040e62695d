"""Hypothesis without a deadline: a busy machine is not a wrong model."""

from hypothesis import settings

settings.register_profile("model", deadline=None)
settings.load_profile("model")
