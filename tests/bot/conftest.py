"""What tests of the command line share: an installation of their own, and a way to call it."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot import settings
from bot.cli import app
from bot.cli_frame import run
from storage.database import Database


@dataclass(frozen=True, slots=True)
class Said:
    """What a command line gave back."""

    code: int
    out: str
    err: str


Call = Callable[..., Said]


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An environment without settings, in an empty folder. Gives the folder."""
    for name in [name for name in os.environ if name.startswith(settings.PREFIX) or name == "PORT"]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def call(bare: Path, capsys: pytest.CaptureFixture[str]) -> Call:
    """Runs one command line of `baocao` in this process."""

    def one(*arguments: str) -> Said:
        capsys.readouterr()
        code = run(app, arguments)
        return Said(code, *capsys.readouterr())

    return one


@pytest.fixture
def database(bare: Path) -> Iterator[Database]:
    """The installation's own database, at head, where commands look for it when nothing is set."""
    base = Database(settings.DEFAULT_DATABASE)
    base.upgrade()
    yield base
    base.dispose()
