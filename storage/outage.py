"""Whether a failure is the database's own, and passes, or lies in what was asked of it."""

import sqlite3

import psycopg
from sqlalchemy.exc import DBAPIError

_SQLITE = frozenset(
    {
        sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_PROTOCOL,
    }
)  # fmt: skip
_POSTGRESQL = (
    "08",  # no connection
    "40",  # a deadlock, or somebody else was quicker
    "53",  # disk full, out of memory, too many connections
    "57P",  # shutting down, starting up
    "58",  # the machine below it
    "25006",  # only to be read for now
    "55P03",  # locked
)


def is_outage(error: BaseException) -> bool:
    """True when the same work may succeed later: the server is away, the disk is full, somebody holds a lock."""
    if not isinstance(error, DBAPIError):
        return False
    if error.connection_invalidated:
        return True
    match error.orig:
        case sqlite3.OperationalError() as raised:
            return getattr(raised, "sqlite_errorcode", 0) & 0xFF in _SQLITE
        case psycopg.OperationalError() | psycopg.InternalError() as raised:
            return raised.sqlstate is None or raised.sqlstate.startswith(_POSTGRESQL)
    return False
