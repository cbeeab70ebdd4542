"""What the queries share: ON CONFLICT, which SQLAlchemy spells per database, and the id of a new row."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Insert
from sqlalchemy.dialects import postgresql, sqlite


@dataclass(frozen=True, slots=True)
class PerDialect:
    """One statement, built once for each database: `tx.execute(statement.on(tx), …)`."""

    sqlite: Any
    postgresql: Any

    def on(self, tx: Connection) -> Any:
        return self.sqlite if tx.dialect.name == "sqlite" else self.postgresql


def per_dialect(build: Callable[[Callable[..., Any]], Insert]) -> PerDialect:
    """`build` gets the database's own `insert` and makes the statement with it."""
    return PerDialect(build(sqlite.insert), build(postgresql.insert))


def new_id(tx: Connection, statement: Insert, fields: dict[str, Any]) -> int:
    """Insert one row of a table whose key is `id`, and say which it got."""
    row = tx.execute(statement, fields).inserted_primary_key
    assert row is not None
    return int(row[0])
