"""One suite over both databases: `database` is an empty migrated SQLite file, then a PostgreSQL database.

PostgreSQL is looked for at BAOCAO_TEST_POSTGRES (the URL of a database from which others may be created).
"""

import os
import secrets
import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import text

from storage import document_tables as document_tables  # its tables belong to the metadata too
from storage.database import Database
from storage.schema import metadata
from tests.storage.world import World, make_world

DEFAULT = "postgresql://postgres@127.0.0.1:5432/postgres"
HOW = "no PostgreSQL at {url}: `apt-get install postgresql && service postgresql start`, or set BAOCAO_TEST_POSTGRES"


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "baocao.db"
    database = Database(f"sqlite:///{path}")
    database.upgrade()
    database.dispose()
    return path


@pytest.fixture(scope="session")
def admin_url() -> str:
    url = os.environ.get("BAOCAO_TEST_POSTGRES") or DEFAULT
    try:
        psycopg.connect(url, connect_timeout=5).close()
    except psycopg.OperationalError:
        message = HOW.format(url=url.rpartition("@")[2])
        if os.environ.get("CI") == "true":
            pytest.fail(message, pytrace=False)
        pytest.skip(message)
    return url


@pytest.fixture(scope="session")
def postgresql_url(admin_url: str) -> Iterator[str]:
    """A database of this session only, still without tables."""
    name = f"baocao_test_{secrets.token_hex(6)}"
    with psycopg.connect(admin_url, autocommit=True) as admin:
        admin.execute(f'CREATE DATABASE "{name}"')
    base, _, query = admin_url.partition("?")
    yield f"{base.rpartition('/')[0]}/{name}" + (f"?{query}" if query else "")
    with psycopg.connect(admin_url, autocommit=True) as admin:
        admin.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture(scope="session")
def postgresql(postgresql_url: str) -> Iterator[Database]:
    database = Database(postgresql_url)
    database.upgrade()
    yield database
    database.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    if request.param == "postgresql":
        found: Database = request.getfixturevalue("postgresql")
        with found.begin() as tx:
            names = ", ".join(f'"{table.name}"' for table in metadata.sorted_tables)
            tx.execute(text(f"TRUNCATE {names} RESTART IDENTITY"))
        yield found
        return
    path = tmp_path / "baocao.db"
    shutil.copy(request.getfixturevalue("sqlite_template"), path)
    made = Database(f"sqlite:///{path}")
    yield made
    made.dispose()


@pytest.fixture
def world(database: Database) -> World:
    """A province, a unit with its chair, and a campaign in which both are asked."""
    return make_world(database)


@pytest.fixture
def now() -> datetime:
    return datetime(2023, 10, 25, 8, 0, tzinfo=timezone(timedelta(hours=7)))
