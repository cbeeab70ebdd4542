"""Filling a table brings its own ids, and what comes later gets others."""

import pytest

from storage.database import Database
from storage.queries import bulk, people, units


def test_rows_with_ids_and_then_one_without(database: Database) -> None:
    with database.begin() as tx:
        bulk.fill(tx, "people", [{"id": n, "name": f"Lò {n}"} for n in (1, 2, 7)])
        assert people.names(tx, [1, 2, 3, 7]) == {1: "Lò 1", 2: "Lò 2", 7: "Lò 7"}
        assert people.add(tx, "Vàng") == 8


def test_rows_that_bring_no_id(database: Database) -> None:
    row = {"name": "U", "kind": "grassroots", "parent_id": None}
    with database.begin() as tx:
        bulk.fill(tx, "units", [row | {"code": "A"}, row | {"code": "B"}])
        assert [unit.code for unit in units.all_units(tx)] == ["A", "B"]


def test_no_rows_are_no_rows(database: Database) -> None:
    with database.begin() as tx:
        bulk.fill(tx, "people", [])
        assert people.names(tx, [1]) == {}


def test_an_unknown_table(database: Database) -> None:
    with database.begin() as tx, pytest.raises(KeyError):
        bulk.fill(tx, "peple", [{"id": 1}])
