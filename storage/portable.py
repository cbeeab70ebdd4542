"""Any table's rows as lines of JSON, the same on SQLite and PostgreSQL: what a backup is made of.

A line has its columns by name, sorted. Times are UTC in ISO form; a JSON column is its stored text, so that SQL's NULL
(null) and JSON's null ("null") stay two things. Lines come by primary key, texts in the order of their bytes. Of the
content store's rows the content stands apart: the line has its `size` and `digest` (SHA-256) instead.

Tables are taken as the database has them, not as this version of the program knows them: a backup may be of an
earlier revision.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    DateTime,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    bindparam,
    cast,
    collate,
    insert,
    select,
    text,
    update,
)
from sqlalchemy.sql import ColumnElement

from reporting.errors import Broken
from storage.database import Tx

FILES = "files"
CONTENT = "content"
REVISIONS = "alembic_version"
_AT_ONCE = 20  # rows fetched together
_BATCH_ROWS, _BATCH_BYTES = 500, 1 << 20  # rows stored together

Content = Callable[[str], bytes]


def tables(tx: Tx) -> dict[str, Table]:
    """The database's tables by name, those that others point to first."""
    found = MetaData()
    found.reflect(tx)
    return {table.name: table for table in found.sorted_tables if table.name != REVISIONS}


def lines(tx: Tx, table: Table) -> Iterator[tuple[bytes, bytes | None]]:
    """A table's rows as lines, each with its content where the table is the content store.

    Broken for a column of a kind that is not provided for. Memory: some rows, or one content.
    """
    columns = _columns(table)
    store = table.name == FILES
    chosen = [cast(c, Text).label(c.name) if isinstance(c.type, JSON) else c for c in columns]
    if store:
        chosen.append(table.c[CONTENT])
    statement = select(*chosen).order_by(*(_by_bytes(tx, c) for c in table.primary_key))
    options = {"yield_per": 1 if store else _AT_ONCE}
    with tx.execute(statement, execution_options=options) as rows:
        for row in rows:
            shown = {c.name: _shown(value) for c, value in zip(columns, row, strict=False)}
            content = bytes(row[-1]) if store else None
            if content is not None:
                shown |= {"size": len(content), "digest": hashlib.sha256(content).hexdigest()}
            yield _line(shown), content


def fill(tx: Tx, table: Table, given: Iterable[bytes], content: Content) -> None:
    """Store the rows of some lines in an empty table. `content` gives a content by its key.

    A row that points to a later one of its own table gets that when all are there. ValueError, KeyError or TypeError
    for what is no line of this table; errors of the database are SQLAlchemy's.
    """
    columns = _columns(table)
    statement = insert(table).values({c.name: _bound(tx, c) for c in columns})
    if table.name == FILES:
        statement = statement.values({CONTENT: bindparam(f"b_{CONTENT}", type_=LargeBinary())})
    own = [key.parent for key in table.foreign_keys if key.column.table is table]
    later: list[tuple[Column[Any], int, int]] = []
    batch: list[dict[str, Any]] = []
    weight = 0
    for line in given:
        row: dict[str, Any] = json.loads(line)
        stored = {f"b_{c.name}": _stored(c, row[c.name]) for c in columns}
        for column in own:
            target = row[column.name]
            if target is not None and target >= row["id"]:
                later.append((column, row["id"], target))
                stored[f"b_{column.name}"] = None
        if table.name == FILES:
            stored[f"b_{CONTENT}"] = content(row["sha256"])
            weight += len(stored[f"b_{CONTENT}"])
        batch.append(stored)
        weight += len(line)
        if len(batch) >= _BATCH_ROWS or weight >= _BATCH_BYTES:
            tx.execute(statement, batch)
            batch, weight = [], 0
    if batch:
        tx.execute(statement, batch)
    for column, key, target in later:
        tx.execute(update(table).where(table.c.id == key).values({column.name: target}))


def continue_ids(tx: Tx, table: Table) -> None:
    """Let the ids that PostgreSQL gives from now on follow those that are there; SQLite does so by itself."""
    if tx.dialect.name != "postgresql" or "id" not in table.primary_key.columns:
        return
    name = tx.dialect.identifier_preparer.quote(table.name)
    tx.execute(
        text(
            f"SELECT setval(pg_get_serial_sequence('{name}', 'id'), coalesce(max(id), 1), max(id) IS NOT NULL)"
            f" FROM {name}"
        )
    )


def _columns(table: Table) -> list[Column[Any]]:
    """In the order of a line. Broken for one that a line could not keep exactly."""
    columns = sorted(table.columns, key=lambda column: column.name)
    if table.name == FILES:
        columns.remove(table.c[CONTENT])
    for column in columns:
        if not isinstance(column.type, JSON | Boolean | DateTime | Integer | String):
            raise Broken(f"a backup does not provide for {table.name}.{column.name}: {column.type!r}")
    return columns


def _by_bytes(tx: Tx, column: Column[Any]) -> ColumnElement[Any]:
    """Sorted alike everywhere: PostgreSQL would go by its language."""
    by_language = tx.dialect.name == "postgresql" and isinstance(column.type, String)
    return collate(column, "C") if by_language else column


def _bound(tx: Tx, column: Column[Any]) -> ColumnElement[Any]:
    if not isinstance(column.type, JSON):
        return bindparam(f"b_{column.name}", type_=column.type)
    as_text = bindparam(f"b_{column.name}", type_=Text())
    return cast(as_text, JSON) if tx.dialect.name == "postgresql" else as_text


def _shown(value: Any) -> Any:
    return value.replace(tzinfo=UTC).isoformat() if isinstance(value, datetime) else value


def _stored(column: Column[Any], value: Any) -> Any:
    if value is None or not isinstance(column.type, DateTime):
        return value
    return datetime.fromisoformat(value).astimezone(UTC).replace(tzinfo=None)


def _line(row: dict[str, Any]) -> bytes:
    # ASCII only: half a surrogate pair is kept, and no letter can be taken for the end of a line.
    return json.dumps(row, separators=(",", ":"), sort_keys=True).encode("ascii") + b"\n"
