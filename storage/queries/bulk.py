"""Many rows of one table at once, with the ids they bring: for filling an empty database."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import func, insert, select, text

from storage import document_tables as document_tables  # its tables belong to the metadata too
from storage.database import Tx
from storage.schema import metadata

_NEXT_ID = text("SELECT setval(pg_get_serial_sequence(:name, 'id'), :last)")


def fill(tx: Tx, name: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows, all with the same columns, into the table of that name. Ids given later follow theirs.

    KeyError for an unknown table.
    """
    table = metadata.tables[name]
    if not rows:
        return
    tx.execute(insert(table), list(rows))
    if tx.dialect.name == "postgresql" and "id" in rows[0]:
        last = tx.execute(select(func.max(table.c.id))).scalar_one()
        tx.execute(_NEXT_ID, {"name": name, "last": last})
