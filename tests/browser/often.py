"""What each run opens, and what only a thorough one does: a run has to end within 25 minutes."""

import os

import pytest

THOROUGH = "EVERY" in os.environ


def unless_thorough(often: bool) -> pytest.MarkDecorator:
    """Return the mark of a case that each run tries if `often`, else only one with EVERY=yes."""
    return pytest.mark.skipif(not (often or THOROUGH), reason="EVERY=yes opens every chapter")
