"""Databases made for one test, of either kind, still without tables. The test's module imports `admin_url` too."""

import secrets
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from storage.database import Database

Make = Callable[[str], str]


@pytest.fixture
def make_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Make]:
    """Makes a database of a kind, "sqlite" or "postgresql", and gives its URL; they go with the test."""
    parameters = getattr(request.node, "callspec", None)
    kinds = parameters.params.values() if parameters is not None else ()
    # asked for at once: later the test may have cleared the environment
    admin_url: str = request.getfixturevalue("admin_url") if "postgresql" in kinds else ""
    made: list[str] = []

    def make(kind: str) -> str:
        name = f"baocao_test_{secrets.token_hex(6)}"
        if kind == "sqlite":
            return f"sqlite:///{tmp_path}/{name}.sqlite"
        with psycopg.connect(admin_url, autocommit=True) as admin:
            admin.execute(f'CREATE DATABASE "{name}"')
        made.append(name)
        base, _, query = admin_url.partition("?")
        return f"{base.rpartition('/')[0]}/{name}" + (f"?{query}" if query else "")

    yield make
    for name in made:
        with psycopg.connect(admin_url, autocommit=True) as admin:
            admin.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture
def make_database(make_url: Make) -> Iterator[Callable[[str], Database]]:
    """The same, opened."""
    opened: list[Database] = []

    def make(kind: str) -> Database:
        opened.append(Database(make_url(kind)))
        return opened[-1]

    yield make
    for database in opened:
        database.dispose()
