"""What was read in a transaction, kept until something is written in it.

One message asks for the same report, campaign or roles many times over; between two writes of a transaction that
holds what it works on, the answer is the same. Whoever takes a lock forgets, since another may have written meanwhile.
"""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from sqlalchemy import Connection

T = TypeVar("T")

_KEPT = "remembered"
_WRITTEN = "written"


def remembered(tx: Connection, key: Hashable, read: Callable[[], T]) -> T:
    """What `read` gave for `key` before, if nothing was written since; else what it gives now. Do not change it."""
    written = _writes(tx)
    info = tx.info
    at, kept = info.get(_KEPT, (None, None))
    if at != written:
        kept = {}
        info[_KEPT] = (written, kept)
    if key not in kept:
        kept[key] = read()
    found: T = kept[key]
    return found


def forget(tx: Connection) -> None:
    """Read everything again from here: a transaction begins, or waited for a lock."""
    tx.info.pop(_KEPT, None)


def count_writes(connection: Any, cursor: Any, statement: str, *rest: Any) -> None:
    """For PostgreSQL, which does not count them itself: a listener of SQLAlchemy's `before_cursor_execute`."""
    if not statement.startswith("SELECT"):
        connection.info[_WRITTEN] = connection.info.get(_WRITTEN, 0) + 1


def _writes(tx: Connection) -> int:
    """How many rows were written so far (SQLite), or how many statements may have written any."""
    if tx.dialect.name == "sqlite":
        driver: Any = tx.connection.dbapi_connection
        written: int = driver.total_changes
        return written
    counted: int = tx.info.get(_WRITTEN, 0)
    return counted
