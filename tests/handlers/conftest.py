"""What tests of real messengers share: a small province over an empty database."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.database import Database
from tests.support.messengers import Province


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("empty") / "baocao.sqlite"
    database = Database(f"sqlite:///{path}")
    database.upgrade()
    database.dispose()
    return path


@pytest.fixture
def province(empty_file: Path, tmp_path: Path) -> Iterator[Province]:
    path = tmp_path / "baocao.sqlite"
    shutil.copy(empty_file, path)
    database = Database(f"sqlite:///{path}")
    yield Province(database)
    database.dispose()
