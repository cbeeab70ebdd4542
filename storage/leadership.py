"""Which one of several programs on a database leads: it alone ticks, polls and sends.

On PostgreSQL an advisory lock, held by a connection of its own: when the program dies, the server lets go of it. On
SQLite, where programs share a file, a lock on a file beside it.
"""

import fcntl
import os
from pathlib import Path
from typing import Protocol

import psycopg
from sqlalchemy.engine import make_url

_LOCK = 6_214_001  # any number that is not the migrations'
# A machine that vanished without a word is noticed by the server within seconds.
_ALIVE = "SET tcp_keepalives_idle = 3; SET tcp_keepalives_interval = 2; SET tcp_keepalives_count = 2"


class Lease(Protocol):
    """The right to lead."""

    def acquire(self) -> bool:
        """Try to get it; true when it is held, also when it was before. Raises OSError when nobody can be asked."""

    def held(self) -> bool:
        """Whether it is still ours: asks whoever gave it."""

    def release(self) -> None:
        """Let another lead."""


def lease_on(database_url: str) -> Lease:
    """The lease of the database at an address."""
    url = make_url(database_url)
    if url.get_backend_name() == "sqlite":
        return FileLease(Path(f"{url.database}.leads"))
    plain = url.set(drivername="postgresql").render_as_string(hide_password=False)
    return PostgresLease(plain)


class FileLease:
    """A lock on a file, which the machine takes back when the program ends."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._open: int | None = None

    def acquire(self) -> bool:
        if self._open is not None:
            return True
        descriptor = os.open(self._file, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(descriptor)
            return False
        self._open = descriptor
        return True

    def held(self) -> bool:
        return self._open is not None

    def release(self) -> None:
        if self._open is not None:
            os.close(self._open)
            self._open = None


class PostgresLease:
    """A session's advisory lock."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._session: psycopg.Connection | None = None

    def acquire(self) -> bool:
        if self.held():
            return True
        try:
            session = psycopg.connect(self._url, autocommit=True, connect_timeout=5, tcp_user_timeout=8000)
            with session.cursor() as cursor:
                cursor.execute(_ALIVE)
                cursor.execute("SELECT pg_try_advisory_lock(%s)", (_LOCK,))
                row = cursor.fetchone()
        except psycopg.Error as error:
            raise OSError(type(error).__name__) from error
        if row is None or not row[0]:
            session.close()
            return False
        self._session = session
        return True

    def held(self) -> bool:
        if self._session is None:
            return False
        try:
            self._session.execute("SELECT 1")
        except psycopg.Error:
            self.release()
            return False
        return True

    def release(self) -> None:
        if self._session is not None:
            self._session.close()
            self._session = None
