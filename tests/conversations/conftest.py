"""The sample provinces, each made once for all conversations."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from tests.support.stage import fresh_sample


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The database file of a sample by its name."""
    folder = tmp_path_factory.mktemp("sample")
    return cache(lambda name: fresh_sample(folder, name))
