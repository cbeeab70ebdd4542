"""The database: SQLite embedded, or PostgreSQL for several replicas. One transaction is one unit of work."""

import os
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from sqlalchemy import Connection, Engine, create_engine, event, inspect, select, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import NullPool

from reporting.errors import WrongUse
from storage.remembered import count_writes, forget
from storage.tables import units

if TYPE_CHECKING:
    from alembic.config import Config

Tx: TypeAlias = Connection

MIGRATIONS = Path(__file__).parent / "migrations"
BUSY_TIMEOUT = 10  # seconds
POOL_SIZE = 5
_PAUSE = 0.05  # seconds
UPGRADE_LOCK = 4_270_015  # advisory lock key on PostgreSQL: one replica migrates, the others wait


class _Backend(Protocol):
    def begin(self, *, synced: bool = True) -> Iterator[Tx]: ...

    def read(self) -> Iterator[Tx]: ...

    def sync(self) -> None: ...

    def dispose(self) -> None: ...


class Database:
    """Where everything is remembered. Safe to use from several threads; connects at the first transaction.

    `url` is `sqlite:///path` (a file; its folder is made) or `postgresql://…`. Raises WrongUse for any other.
    """

    def __init__(self, url: str) -> None:
        parsed = _parse(url)
        self.dialect = parsed.get_backend_name()
        self._backend: _Backend = _Sqlite(parsed) if self.dialect == "sqlite" else _Postgresql(parsed)
        self.begin = contextmanager(self._backend.begin)
        """A transaction that writes: committed at the end of the block, rolled back when it raises.

        On SQLite one writer at a time; a second one inside the first, in the same thread, is an error. With
        `synced=False` it outlives the process at once, but a failure of the machine only after the next `sync` or
        the next synced transaction: for work that is simply done again.
        """
        self.read = contextmanager(self._backend.read)
        """A transaction that only reads, all of it from one snapshot. Writing in it is an error."""

    def upgrade(self) -> None:
        """Bring the tables to the newest migration; replicas starting together wait for one another."""
        from alembic import command

        with self.begin() as tx:
            if self.dialect == "postgresql":
                tx.execute(text(f"SELECT pg_advisory_xact_lock({UPGRADE_LOCK})"))
            command.upgrade(migration_config(tx), "head")

    def at_head(self) -> bool:
        """Whether every migration has been applied."""
        from alembic.migration import MigrationContext
        from alembic.script import ScriptDirectory

        with self.read() as tx:
            applied = set(MigrationContext.configure(tx).get_current_heads())
            return applied == set(ScriptDirectory.from_config(migration_config(tx)).get_heads())

    def is_empty(self) -> bool:
        """Whether no unit is stored; true also before the first migration."""
        with self.read() as tx:
            return (
                not inspect(tx).has_table(units.name)
                or tx.execute(select(units.c.id).limit(1)).first() is None
            )

    def sync(self) -> None:
        """Everything committed before is on the disk when this returns."""
        self._backend.sync()

    def dispose(self) -> None:
        """Close all connections; the next transaction opens them again."""
        self._backend.dispose()


def migration_config(tx: Tx) -> "Config":
    """Alembic's configuration for our migrations, run over an open transaction."""
    from alembic.config import Config

    config = Config(stdout=sys.stdout)
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = tx
    return config


def _parse(url: str) -> URL:
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise WrongUse(
            "the database URL does not read; write sqlite:///PATH or postgresql://USER@HOST/NAME"
        ) from None
    match parsed.get_backend_name():
        case "postgresql" | "postgres":
            return parsed.set(drivername="postgresql+psycopg")
        case "sqlite" if parsed.database and parsed.database != ":memory:":
            return parsed.set(drivername="sqlite+pysqlite")
        case "sqlite":
            raise WrongUse("SQLite needs a file: sqlite:///PATH")
        case other:
            raise WrongUse(f"{other} databases are not supported; use sqlite:///PATH or postgresql://…")


class _Sqlite:
    """One connection that writes, kept open and lent to one thread at a time; a few that read."""

    def __init__(self, url: URL) -> None:
        self._file = Path(url.database or "")
        self._lock = RLock()
        self._kept: Connection | None = None
        self._synced = True  # what the connection does at a commit
        self._pending = False  # whether some commit was not synced
        self._writing = create_engine(url, poolclass=NullPool, connect_args=_connect_args())
        self._reading = create_engine(
            url, pool_size=POOL_SIZE, max_overflow=POOL_SIZE, connect_args=_connect_args()
        )
        event.listen(
            self._writing, "connect", _set_pragmas("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON")
        )
        event.listen(self._reading, "connect", _set_pragmas("query_only=ON"))

    def begin(self, *, synced: bool = True) -> Iterator[Tx]:
        with self._lock:
            connection = self._writer()
            raw: Any = connection.connection.dbapi_connection
            if synced != self._synced:
                _set_pragma(raw, f"PRAGMA synchronous={'FULL' if synced else 'NORMAL'}")
                self._synced = synced
            changes = raw.total_changes
            with connection.begin():
                connection.exec_driver_sql("BEGIN IMMEDIATE")
                forget(connection)
                yield connection
            if raw.total_changes != changes:
                self._pending = not synced  # a synced commit takes those before it along

    def sync(self) -> None:
        with self._lock:
            if self._pending:  # all of it is in the log, or was synced as it left the log
                with Path(f"{self._file}-wal").open("r+b") as log:
                    os.fsync(log.fileno())
                self._pending = False

    def read(self) -> Iterator[Tx]:
        if not self._file.exists():
            with self._lock:
                self._writer()
        with self._reading.begin() as connection:
            connection.exec_driver_sql("BEGIN")
            forget(connection)
            yield connection

    def _writer(self) -> Connection:
        if self._kept is None:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._kept = self._writing.connect()
        return self._kept

    def dispose(self) -> None:
        with self._lock:
            self.sync()
            if self._kept is not None:
                self._kept.close()
                self._kept = None
                self._synced = True
            self._writing.dispose()
            self._reading.dispose()


class _Postgresql:
    """A pool; rows are locked by the queries that need it."""

    def __init__(self, url: URL) -> None:
        self._engine: Engine = create_engine(
            url,
            pool_size=POOL_SIZE,
            max_overflow=POOL_SIZE,
            pool_pre_ping=True,
            connect_args={"connect_timeout": 10},
        )
        event.listen(self._engine, "before_cursor_execute", count_writes)
        self._reading = self._engine.execution_options(
            isolation_level="REPEATABLE READ", postgresql_readonly=True
        )

    def begin(self, *, synced: bool = True) -> Iterator[Tx]:
        with self._engine.begin() as connection:
            forget(connection)
            yield connection

    def read(self) -> Iterator[Tx]:
        with self._reading.begin() as connection:
            forget(connection)
            yield connection

    def sync(self) -> None:
        """Every transaction is synced as it commits."""

    def dispose(self) -> None:
        self._engine.dispose()


def _connect_args() -> dict[str, Any]:
    # isolation_level None: the driver begins nothing by itself, we do (a "begin" listener would slow every statement).
    return {"check_same_thread": False, "isolation_level": None, "timeout": BUSY_TIMEOUT}


def _set_pragmas(*pragmas: str) -> Callable[[sqlite3.Connection, Any], None]:
    def on_connect(raw: sqlite3.Connection, record: Any) -> None:
        for pragma in pragmas:
            _set_pragma(raw, f"PRAGMA {pragma}")

    return on_connect


def _set_pragma(raw: sqlite3.Connection, statement: str) -> None:
    """Two processes that make the same file at once: SQLite says "locked" to one of them without waiting."""
    for patience in reversed(range(int(BUSY_TIMEOUT / _PAUSE))):
        try:
            raw.execute(statement).close()
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or not patience:
                raise
            time.sleep(_PAUSE)
