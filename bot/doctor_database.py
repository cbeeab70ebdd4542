"""The doctor at the database: reachable, at which migration; on PostgreSQL the server's version and settings."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bot.doctor_check import Check, finding, ok
from bot.settings import Settings

if TYPE_CHECKING:
    from storage.database import Database

OLDEST_POSTGRESQL = 13
CONNECTIONS_WANTED = 30  # two replicas with full pools, and what an operator opens beside them
# What a server must not be told if nothing acknowledged may be lost: setting → the only value taken.
_DURABLE = {"fsync": "on", "full_page_writes": "on", "default_transaction_read_only": "off"}


def database(settings: Settings) -> Iterator[Check]:
    """Reachable, and at the newest migration. An embedded database that is not there is not made."""
    from sqlalchemy.exc import SQLAlchemyError

    from storage.database import Database

    file = settings.database_file
    if file is not None and not file.is_file():
        yield finding("database.absent", place=str(file.absolute()))
        return
    base = Database(settings.database_url)
    try:
        yield migrations(base)
        if base.dialect == "postgresql":
            yield from server(*_asked(base))
    except (SQLAlchemyError, OSError) as error:
        yield finding("database.closed", why=type(error).__name__)
    finally:
        base.dispose()


def migrations(base: "Database") -> Check:
    """At head, behind it, or made by a newer program."""
    from alembic.migration import MigrationContext
    from alembic.script import ScriptDirectory

    from storage.database import migration_config

    with base.read() as tx:
        applied = set(MigrationContext.configure(tx).get_current_heads())
        scripts = ScriptDirectory.from_config(migration_config(tx))
    if applied == set(scripts.get_heads()):
        return ok("database.ok", kind=base.dialect)
    known = {script.revision for script in scripts.walk_revisions()}
    return finding("database.behind" if applied <= known else "database.newer")


def _asked(base: "Database") -> tuple[int, dict[str, str]]:
    from sqlalchemy import text

    with base.read() as tx:
        version = int(tx.execute(text("SHOW server_version_num")).scalar_one())
        rows = tx.execute(text("SELECT name, setting FROM pg_settings"))
        return version, {row.name: row.setting for row in rows}


def server(version: int, told: dict[str, str]) -> Iterator[Check]:
    """A PostgreSQL server by its version number (150020) and its settings as pg_settings has them."""
    major = version // 10000
    found = []
    if major < OLDEST_POSTGRESQL:
        found.append(finding("postgresql.old", version=str(major), wanted=str(OLDEST_POSTGRESQL)))
    if told.get("server_encoding") != "UTF8":
        found.append(finding("postgresql.encoding", encoding=told.get("server_encoding", "?")))
    for name, value in _DURABLE.items():
        if told.get(name, value) != value:
            found.append(finding("postgresql.setting", name=name, value=told[name], wanted=value))
    if told.get("synchronous_commit") == "off":
        found.append(finding("postgresql.setting", name="synchronous_commit", value="off", wanted="on"))
    if int(told.get("max_connections", CONNECTIONS_WANTED)) < CONNECTIONS_WANTED:
        has = told["max_connections"]
        found.append(finding("postgresql.connections", count=has, wanted=str(CONNECTIONS_WANTED)))
    yield from found or [ok("postgresql.ok", version=str(major))]
