"""Filled databases of both kinds, copied for each test; the counts of all tests, printed at the end with -s."""

import secrets
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from tests.faults.audit import Counts, bad, table
from tests.faults.place import OPENED, REPORTED, Town, fill, town
from tests.storage.conftest import admin_url as admin_url

FEW = 8  # chairs
Kept = list[tuple[str, Counts]]


class Templates:
    """Databases that are filled once and copied."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files: dict[int, Path] = {}
        self.names: dict[int, str] = {}
        self.copies: list[str] = []
        self.admin = ""

    def file(self, chairs: int, to: Path) -> str:
        if chairs not in self.files:
            made = self.folder / f"filled-{chairs}.sqlite"
            fill(f"sqlite:///{made}", chairs)
            self.files[chairs] = made
        shutil.copy(self.files[chairs], to)
        return f"sqlite:///{to}"

    def server(self, chairs: int, admin: str) -> str:
        self.admin = admin
        base, _, query = admin.partition("?")
        end = f"?{query}" if query else ""
        place = base.rpartition("/")[0]
        with psycopg.connect(admin, autocommit=True) as session:
            if chairs not in self.names:
                name = f"baocao_test_{secrets.token_hex(6)}"
                session.execute(f'CREATE DATABASE "{name}"')
                self.names[chairs] = name
                fill(f"{place}/{name}{end}", chairs)
            copy = f"baocao_test_{secrets.token_hex(6)}"
            session.execute(f'CREATE DATABASE "{copy}" TEMPLATE "{self.names[chairs]}"')
        self.copies.append(copy)
        return f"{place}/{copy}{end}"

    def drop(self, names: list[str]) -> None:
        if names:
            with psycopg.connect(self.admin, autocommit=True) as session:
                for name in names:
                    session.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Templates]:
    made = Templates(tmp_path_factory.mktemp("filled"))
    yield made
    made.drop(list(made.names.values()))


@pytest.fixture
def make_town(
    request: pytest.FixtureRequest, templates: Templates, tmp_path: Path
) -> Iterator[Callable[..., Town]]:
    """make_town("sqlite" or "postgresql", chairs): a town with nothing running yet; 0 chairs: October, all sent."""
    opened = []

    def make(kind: str, chairs: int = FEW) -> Town:
        if kind == "sqlite":
            url = templates.file(chairs, tmp_path / f"{len(opened)}.sqlite")
        else:
            url = templates.server(chairs, request.getfixturevalue("admin_url"))
        manager = town(url, tmp_path, OPENED if chairs else REPORTED)
        opened.append(manager)
        return manager.__enter__()

    yield make
    for manager in opened:
        manager.__exit__(None, None, None)
    templates.drop(templates.copies)
    templates.copies.clear()


@pytest.fixture(scope="session")
def counted() -> Iterator[Kept]:
    rows: Kept = []
    yield rows
    if rows:
        print("\n" + table(rows))


@pytest.fixture
def count(request: pytest.FixtureRequest, counted: Kept) -> Callable[[Counts], dict[str, int]]:
    """Keeps a test's counts for the table; what must not be."""

    def keep(counts: Counts) -> dict[str, int]:
        counted.append((request.node.name.removeprefix("test_"), counts))
        return bad(counts)

    return keep
