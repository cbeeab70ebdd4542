"""Rows of every table with the oddest values that it takes."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
    cast,
    insert,
    select,
)

from storage import channel_tables as channel_tables  # its tables belong to the metadata too
from storage import document_tables as document_tables
from storage.backup import back_up
from storage.database import Database, Tx
from storage.queries import files
from storage.schema import metadata

IDS = (1, 5, 2_000_000_000)
PLANES = "".join(chr(plane * 0x10000 + 0x41) for plane in range(17))
TEXTS = (
    "",
    "Ảnh — “cây” e\u0301 tách rời\u2028\u2029\x85\x01\x7f\ufeff\uffff" + PLANES,
    "null\r\n{}'\"\\;--%_\t🌾👩\u200d🌾",
)
JSONS: tuple[Any, ...] = (
    {"z": 1, "a": [None, True, "", "null", {}], "big": 10**40, "half": "\ud83c", "nul": "\x00"},
    [0.1, -1e300, 2**63, PLANES, "\u2028"],
    JSON.NULL,
)
NUMBERS = (2**31 - 1, -(2**31), 0)
TIMES = (
    datetime(1, 1, 1, tzinfo=UTC),
    datetime(2023, 10, 15, 23, 59, 59, 999_999, tzinfo=UTC),
    datetime(9999, 12, 31, tzinfo=UTC),
)
CONTENTS = (b"", bytes(range(256)) * 5, "Ảnh".encode() * 70_000)


def fill_oddly(tx: Tx) -> None:
    """Three rows in every table. References lead to the row with the largest id, from that one nowhere if they may."""
    for table in metadata.sorted_tables:
        if table.name == files.files.name:
            for content in CONTENTS:
                files.put(tx, content, "image/x-ảnh")
            continue
        # the last one first: the others of its table point to it
        for number in (2, 1, 0):
            tx.execute(insert(table), {c.name: _value(table, c, number) for c in table.columns})


def _value(table: Table, column: Column[Any], number: int) -> Any:
    last = number == len(IDS) - 1
    if column.foreign_keys:
        return None if column.nullable and last else IDS[number if _unique(table, column) else 2]
    if column.primary_key and isinstance(column.type, Integer):
        return IDS[number]
    if column.nullable and number == 0:
        return None
    if isinstance(column.type, JSON):
        return JSONS[number]
    if isinstance(column.type, Boolean):
        return number % 2 == 0
    if isinstance(column.type, Integer):
        return NUMBERS[number]
    if isinstance(column.type, String):
        return TEXTS[number][: getattr(column.type, "length", None)]
    if isinstance(column.type, LargeBinary):
        raise TypeError(f"{table.name}.{column.name}")
    return TIMES[number]


def _unique(table: Table, column: Column[Any]) -> bool:
    """Whether two rows may not both lead to the same one."""
    rules = [
        rule.columns
        for rule in table.constraints
        if isinstance(rule, UniqueConstraint | PrimaryKeyConstraint)
    ]
    return any(column.name in rule and all(other.foreign_keys for other in rule) for rule in rules)


def everything(tx: Tx) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table as a sorted list, JSON as its text. Written apart from what backups use."""
    found = {}
    for table in metadata.sorted_tables:
        columns = [cast(c, Text) if isinstance(c.type, JSON) else c for c in table.columns]
        rows = [tuple(row) for row in tx.execute(select(*columns))]
        found[table.name] = sorted(rows, key=lambda row: [repr(value) for value in row])
    return found


def moment() -> datetime:
    return datetime(2023, 10, 25, 1, 0, tzinfo=UTC) + timedelta(microseconds=1)


def filled(make: Callable[[str], Database], kind: str) -> Database:
    """A database with odd rows."""
    database = make(kind)
    database.upgrade()
    with database.begin() as tx:
        fill_oddly(tx)
    return database


def saved(database: Database, file: Path) -> Path:
    """Its backup."""
    back_up(database, file, at=moment(), program="0.1.0")
    return file


def rows(database: Database) -> dict[str, list[tuple[object, ...]]]:
    with database.read() as tx:
        return everything(tx)
