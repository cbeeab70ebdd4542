"""What is not a whole backup, or has nowhere to go, is refused; the database stays as it was."""

import hashlib
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import inspect

from storage.archive import BadBackup, check
from storage.backup import back_up
from storage.database import Database
from storage.queries import facts, files, units
from storage.restore import restore
from tests.storage.conftest import admin_url as admin_url
from tests.storage.odd_rows import moment
from tests.storage.world import make_world
from tests.support.databases import make_database as make_database
from tests.support.databases import make_url as make_url

New = Callable[[str], Database]
Members = dict[str, bytes]

both = pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
CONTENT = b"a photo " * 1000
KEY = hashlib.sha256(CONTENT).hexdigest()
MANIFEST = "manifest.json"


@pytest.fixture
def whole(make_database: New, tmp_path: Path) -> Path:
    """A backup of a small world with one file."""
    database = make_database("sqlite")
    database.upgrade()
    make_world(database)
    with database.begin() as tx:
        files.put(tx, CONTENT, "image/png")
    back_up(database, tmp_path / "whole.zip", at=moment(), program="0.1.0")
    return tmp_path / "whole.zip"


def members(file: Path) -> Members:
    with zipfile.ZipFile(file) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def pack(file: Path, found: Members) -> None:
    with zipfile.ZipFile(file, "w") as packed:
        for name, body in found.items():
            packed.writestr(name, body)


def say(found: Members, **changes: Any) -> None:
    found[MANIFEST] = json.dumps(json.loads(found[MANIFEST]) | changes).encode()


def replace(found: Members, name: str, old: bytes, new: bytes) -> None:
    assert old in found[name]
    found[name] = found[name].replace(old, new)


def agree(found: Members, table: str) -> None:
    """Let the manifest say what a table's member holds."""
    body = found[f"tables/{table}.jsonl"]
    extents = json.loads(found[MANIFEST])["tables"]
    extents[table] = {"rows": body.count(b"\n"), "sha256": hashlib.sha256(body).hexdigest()}
    say(found, tables=extents)


def untouched(database: Database) -> None:
    with database.read() as tx:
        assert inspect(tx).get_table_names() == []


def refused(database: Database, file: Path, reason: str) -> None:
    with pytest.raises(BadBackup) as caught:
        restore(database, file)
    assert caught.value.reason == reason


PACKED: list[tuple[str, str, Callable[[Members], Any]]] = [
    ("figure", "damaged", lambda m: replace(m, "tables/units.jsonl", b'"TU"', b'"TV"')),
    ("row-less", "damaged", lambda m: m.update({"tables/people.jsonl": b""})),
    ("file", "damaged", lambda m: replace(m, f"files/{KEY}", b"a photo", b"A photo")),
    ("file-gone", "damaged", lambda m: m.pop(f"files/{KEY}")),
    ("table-gone", "damaged", lambda m: m.pop("tables/units.jsonl")),
    ("member-more", "damaged", lambda m: m.update({"files/more": b"x"})),
    ("no-manifest", "not_backup", lambda m: m.pop(MANIFEST)),
    ("no-json", "not_backup", lambda m: m.update({MANIFEST: b"\xff{"})),
    ("another's", "not_backup", lambda m: say(m, what="something")),
    ("no-tables", "not_backup", lambda m: say(m, tables=None)),
    ("format", "newer_format", lambda m: say(m, format=2)),
]


@pytest.mark.parametrize(("reason", "change"), [row[1:] for row in PACKED], ids=[row[0] for row in PACKED])
@both
def test_a_changed_member_is_found(
    make_database: New, whole: Path, kind: str, reason: str, change: Callable[[Members], Any]
) -> None:
    found, database = members(whole), make_database(kind)
    change(found)
    pack(whole, found)
    with pytest.raises(BadBackup, match=reason):
        check(whole)
    refused(database, whole, reason)
    untouched(database)


BYTES: list[tuple[str, str, Callable[[bytes], bytes]]] = [
    ("cut", "damaged", lambda body: body[:-100]),
    ("half", "damaged", lambda body: body[: len(body) // 2]),
    ("flipped", "damaged", lambda body: body.replace(b"a photo a", b"a photo b", 1)),
    ("empty", "not_backup", lambda body: b""),
    ("text", "not_backup", lambda body: b"SQLite format 3\x00" * 100),
]


@pytest.mark.parametrize(("reason", "change"), [row[1:] for row in BYTES], ids=[row[0] for row in BYTES])
def test_a_damaged_file_is_found(
    make_database: New, whole: Path, reason: str, change: Callable[[bytes], bytes]
) -> None:
    body, database = whole.read_bytes(), make_database("sqlite")
    assert change(body) != body
    whole.write_bytes(change(body))
    refused(database, whole, reason)
    untouched(database)


def test_every_flipped_byte_is_found_or_without_meaning(whole: Path) -> None:
    """Wherever it lies; what passes reads the same, such as a member's date."""
    body, sound = whole.read_bytes(), check(whole).manifest
    found = 0
    for place in range(0, len(body), 97):
        whole.write_bytes(body[:place] + bytes([body[place] ^ 0x10]) + body[place + 1 :])
        try:
            assert check(whole).manifest == sound
        except BadBackup:
            found += 1
    assert found > len(body) // 97 // 2


def test_a_file_that_is_not_there(make_database: New, tmp_path: Path) -> None:
    refused(make_database("sqlite"), tmp_path / "none.zip", "unreadable")
    refused(make_database("sqlite"), tmp_path, "unreadable")


@both
def test_a_newer_programs_backup_is_whole_but_not_restored(
    make_database: New, whole: Path, kind: str
) -> None:
    found, database = members(whole), make_database(kind)
    say(found, revision="9999")
    pack(whole, found)
    assert check(whole).manifest.revision == "9999"
    refused(database, whole, "newer_revision")
    untouched(database)


@both
def test_what_fails_midway_leaves_an_empty_database(make_database: New, whole: Path, kind: str) -> None:
    """A backup in order with itself whose rows do not belong together."""
    found, database = members(whole), make_database(kind)
    replace(found, "tables/contacts.jsonl", b'"person_id":1', b'"person_id":99')
    agree(found, "contacts")
    pack(whole, found)
    assert check(whole).rotten == ()
    refused(database, whole, "does_not_fit")
    untouched(database)
    replace(found, "tables/contacts.jsonl", b'"person_id":99', b'"person":1')
    agree(found, "contacts")
    pack(whole, found)
    refused(database, whole, "damaged")
    untouched(database)


@pytest.mark.parametrize("kind", ["postgresql"])
def test_what_postgresql_cannot_hold_is_told(make_database: New, whole: Path, kind: str) -> None:
    found, database = members(whole), make_database(kind)
    replace(found, "tables/units.jsonl", b'"TU"', b'"T\\u0000"')
    agree(found, "units")
    pack(whole, found)
    refused(database, whole, "does_not_fit")
    untouched(database)


@both
def test_only_an_empty_database_is_filled(make_database: New, whole: Path, kind: str) -> None:
    with_units, with_a_fact = make_database(kind), make_database(kind)
    for database in (with_units, with_a_fact):
        database.upgrade()
    with with_units.begin() as tx:
        units.add(tx, code="OWN", name="Own", kind="province", parent_id=None)
    with with_a_fact.begin() as tx:
        facts.put(tx, "name", "value")
    refused(with_units, whole, "not_empty")
    refused(with_a_fact, whole, "not_empty")
    with with_units.read() as tx:
        assert [unit.code for unit in units.all_units(tx)] == ["OWN"]
    with with_a_fact.read() as tx:
        assert facts.get(tx, "name") == "value"


@both
def test_anothers_database_is_left_alone(make_database: New, whole: Path, kind: str) -> None:
    database = make_database(kind)
    with database.begin() as tx:
        tx.exec_driver_sql("CREATE TABLE theirs (id INTEGER PRIMARY KEY)")
    refused(database, whole, "not_empty")
    with database.read() as tx:
        assert inspect(tx).get_table_names() == ["theirs"]
