"""What tests of the browser's scripts share."""

import os
import shutil

import pytest


@pytest.fixture(scope="session")
def node() -> str:
    """The runtime that runs them without a browser."""
    found = shutil.which("node") or shutil.which("nodejs")
    if found is None:
        if "CI" in os.environ:
            pytest.fail("node is not on the path")
        pytest.skip("node is not on the path")
    return found
