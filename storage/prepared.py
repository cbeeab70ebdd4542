"""Statements that run with every message, prepared once.

On SQLite they go straight to the driver: SQLAlchemy spends several times as long on the way to a statement as SQLite
does on carrying it out. It still writes the SQL and converts the values. On PostgreSQL, where the way to the server
costs more, they are ordinary statements.
"""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from storage.statements import PerDialect

Convert = Callable[[Any], Any]
Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Plan:
    """`arguments` are (name of the value, conversion, constant) in SQL's order; a constant has no name."""

    sql: str
    arguments: tuple[tuple[str, Convert | None, Any], ...]
    results: tuple[Convert | None, ...]
    converts: bool


class Prepared:
    """One statement. It takes its values by name, each a single one; rows come back as tuples.

    `columns`: those that an INSERT without VALUES is given. Errors are SQLAlchemy's.
    """

    def __init__(self, statement: Any, *columns: str) -> None:
        self._statement = statement
        self._columns = columns
        self._plan: _Plan | None = None

    def first(self, tx: Connection, values: Values) -> Any:
        """The first row, or None."""
        if tx.dialect.name != "sqlite":
            return tx.execute(self.on(tx), values).first()
        cursor = self._execute(tx, values)
        row = cursor.fetchone()
        cursor.close()
        return None if row is None else self._converted(row)

    def scalar(self, tx: Connection, values: Values) -> Any:
        """The first value of the first row, or None."""
        row = self.first(tx, values)
        return None if row is None else row[0]

    def all(self, tx: Connection, values: Values) -> Sequence[Any]:
        """Every row."""
        if tx.dialect.name != "sqlite":
            return tx.execute(self.on(tx), values).all()
        return [self._converted(row) for row in self._execute(tx, values).fetchall()]

    def run(self, tx: Connection, values: Values) -> None:
        """Carry it out, for what it changes."""
        if tx.dialect.name != "sqlite":
            tx.execute(self.on(tx), values)
        else:
            self._execute(tx, values).close()

    def new_id(self, tx: Connection, values: Values) -> int:
        """Insert one row of a table whose key is `id`, and say which it got."""
        if tx.dialect.name != "sqlite":
            key = tx.execute(self.on(tx), values).inserted_primary_key
            assert key is not None
            return int(key[0])
        return self._execute(tx, values).lastrowid or 0

    def on(self, tx: Connection) -> Any:
        """The statement as SQLAlchemy knows it."""
        return self._statement.on(tx) if isinstance(self._statement, PerDialect) else self._statement

    def _execute(self, tx: Connection, values: Values) -> sqlite3.Cursor:
        plan = self._plan or self._prepare(tx)
        arguments = [
            constant if not name else values[name] if convert is None else convert(values[name])
            for name, convert, constant in plan.arguments
        ]
        driver: Any = tx.connection.dbapi_connection
        try:
            cursor: sqlite3.Cursor = driver.execute(plan.sql, arguments)
        except sqlite3.Error as error:
            raise DBAPIError.instance(
                plan.sql, arguments, error, sqlite3.Error, dialect=tx.dialect
            ) from error
        return cursor

    def _converted(self, row: tuple[Any, ...]) -> tuple[Any, ...]:
        plan = self._plan
        assert plan is not None
        if not plan.converts:
            return row
        return tuple([v if read is None else read(v) for read, v in zip(plan.results, row, strict=True)])

    def _prepare(self, tx: Connection) -> _Plan:
        """Let SQLAlchemy write the SQL, and name the conversions. ValueError for a statement that takes lists."""
        statement, dialect = self.on(tx), tx.dialect
        compiled = statement.compile(dialect=dialect, column_keys=self._columns or None)
        sql = str(compiled)
        if "__[POSTCOMPILE" in sql:
            raise ValueError(f"a prepared statement takes single values: {sql}")
        arguments: list[tuple[str, Convert | None, Any]] = []
        for name in compiled.positiontup:
            bind = compiled.binds[name]
            convert = bind.type.dialect_impl(dialect).bind_processor(dialect)
            constant = None if bind.required else bind.value
            if not bind.required and convert is not None:
                constant = convert(constant)
            arguments.append((name if bind.required else "", convert, constant))
        results = tuple(
            column.type.dialect_impl(dialect).result_processor(dialect, None)
            for column in statement.exported_columns
        )
        self._plan = _Plan(sql, tuple(arguments), results, any(results))
        return self._plan
