"""The sample province, made once for all conversations."""

from pathlib import Path

import pytest

from tests.support.stage import fresh_sample


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fresh_sample(tmp_path_factory.mktemp("sample"))
