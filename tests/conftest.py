"""What holds for every test."""

import os

import pytest
from hypothesis import settings

# A slow machine is no fault of the code. In CI each run tries the same examples, so that a red one can be repeated.
settings.register_profile("default", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "default")


def pytest_configure(config: pytest.Config) -> None:
    """The long tests run when they are asked for with `-m`."""
    if not config.option.markexpr:
        config.option.markexpr = "not long"
