"""A backup of either database, restored into either: every value as it was, one moment, all or nothing."""

import os
import stat
import tracemalloc
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Condition

import pytest
from sqlalchemy import func, select

from storage import backup as writing
from storage import tables
from storage.archive import BadBackup, check
from storage.backup import back_up
from storage.database import Database
from storage.queries import answers, audit, facts, files, submissions, units
from storage.restore import restore
from tests.storage.conftest import admin_url as admin_url
from tests.storage.odd_rows import IDS, PLANES, filled, moment, rows, saved
from tests.storage.world import World, make_world
from tests.support.databases import make_database as make_database
from tests.support.databases import make_url as make_url

PATIENCE = 60  # seconds
MEGABYTE = 1 << 20

New = Callable[[str], Database]
both = pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
each_way = pytest.mark.parametrize("target", ["sqlite", "postgresql"])
from_each = pytest.mark.parametrize("source", ["sqlite", "postgresql"])


# --- what comes back ----------------------------------------------------------------------------------------


@each_way
@from_each
def test_every_value_of_every_table_comes_back(
    make_database: New, tmp_path: Path, source: str, target: str
) -> None:
    old, new = filled(make_database, source), make_database(target)
    checked = back_up(old, tmp_path / "a.zip", at=moment(), program="0.1.0")
    restore(new, tmp_path / "a.zip")
    assert new.at_head()
    assert rows(new) == rows(old)
    assert all(len(found) == len(IDS) for found in rows(new).values())
    assert any(PLANES in str(value) for row in rows(new)["answers"] for value in row)
    again = back_up(new, tmp_path / "b.zip", at=moment(), program="0.1.0")
    assert again.manifest.tables == checked.manifest.tables
    assert (checked.manifest.backend, again.manifest.backend) == (source, target)
    assert (checked.manifest.at, checked.manifest.program) == (moment(), "0.1.0")


@each_way
def test_new_rows_follow_the_restored_ones(make_database: New, tmp_path: Path, target: str) -> None:
    new = make_database(target)
    restore(new, saved(filled(make_database, "sqlite"), tmp_path / "a.zip"))
    with new.begin() as tx:
        assert units.add(tx, code="NEW", name="Mới", kind="grassroots", parent_id=IDS[2]) == IDS[2] + 1


@each_way
def test_an_empty_database_can_be_restored_too(make_database: New, tmp_path: Path, target: str) -> None:
    old, new = make_database("sqlite"), make_database(target)
    old.upgrade()
    new.upgrade()
    restore(new, saved(old, tmp_path / "a.zip"))
    assert new.is_empty()
    with new.begin() as tx:
        assert units.add(tx, code="A", name="A", kind="province", parent_id=None) == 1


@each_way
@from_each
def test_the_chain_of_the_audit_holds_and_a_broken_one_is_told(
    make_database: New, tmp_path: Path, source: str, target: str
) -> None:
    old = make_database(source)
    old.upgrade()
    for number in range(3):
        with old.begin() as tx:
            audit.write(tx, moment(), None, "a", "s", number, {"z": number, "a": "Ảnh"})
        with old.begin() as tx:
            audit.seal(tx, moment())
    new = make_database(target)
    assert restore(new, saved(old, tmp_path / "a.zip")).chain_broken_at is None
    with new.read() as tx:
        assert audit.verify(tx) is None
    with old.begin() as tx:
        tx.execute(tables.audit.update().where(tables.audit.c.id == 2).values(action="b"))
    assert restore(make_database(target), saved(old, tmp_path / "b.zip")).chain_broken_at == 2


@both
def test_a_content_that_was_damaged_in_the_database_is_kept_as_it_is_and_named(
    make_database: New, tmp_path: Path, kind: str
) -> None:
    old, new = make_database(kind), make_database("sqlite")
    old.upgrade()
    with old.begin() as tx:
        key = files.put(tx, b"good", "image/png")
        tx.execute(tables.files.update().values(content=b"rotten"))
    assert back_up(old, tmp_path / "a.zip", at=moment(), program="").rotten == (key,)
    assert restore(new, tmp_path / "a.zip").checked.rotten == (key,)
    with new.read() as tx:
        assert files.content(tx, key) == (b"rotten", "image/png")


# --- while others write -------------------------------------------------------------------------------------


class Writer:
    """Answers and reports written without pause; each transaction writes the same figure in two places."""

    def __init__(self, database: Database, world: World) -> None:
        self._database, self._world = database, world
        self._changed = Condition()
        self._written, self._stopping = 0, False

    def _work(self) -> None:
        while not self._stopping:
            number = self._written + 1
            with self._database.begin() as tx:
                w = self._world
                for question in ("first", "second"):
                    answers.write(
                        tx, w.assignment, question, number,
                        person_id=w.chair, at=moment(), origin="typed", inbox_id=None,
                    )  # fmt: skip
                submissions.add(tx, w.assignment, f"R-{number}", moment(), w.chair, {"first": number})
                files.put(tx, str(number).encode() * 1000, "text/plain")
                audit.write(tx, moment(), w.chair, "submit", "assignment", w.assignment, {})
            with self._changed:
                self._written = number
                self._changed.notify_all()

    def go_on(self, times: int) -> None:
        """Returns when it has written so many times more."""
        with self._changed:
            wanted = self._written + times
            assert self._changed.wait_for(lambda: self._written >= wanted, PATIENCE)

    @contextmanager
    def running(self) -> Iterator[None]:
        with ThreadPoolExecutor(1) as pool:
            work = pool.submit(self._work)
            try:
                yield
            finally:
                self._stopping = True
                work.result(PATIENCE)


def totals(database: Database) -> tuple[object, ...]:
    with database.read() as tx:
        sent = [report.figures["first"] for report in submissions.figures_of_periods(tx, ["2023-10"])]
        assignment = tx.execute(select(tables.submissions.c.assignment_id).limit(1)).scalar_one()
        newest = {question: found.value for question, found in answers.latest(tx, assignment).items()}
        return sent, newest, tx.execute(select(func.count()).select_from(tables.files)).scalar_one()


@each_way
@from_each
def test_a_backup_is_of_one_moment_while_others_write(
    make_database: New, tmp_path: Path, source: str, target: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = make_database(source), make_database(target)
    old.upgrade()
    writer = Writer(old, make_world(old))
    taken = writing.portable.tables
    listed: list[int] = []

    def busy(tx: object) -> object:
        found = taken(tx)  # type: ignore[arg-type]
        listed.append(tx.execute(select(func.count()).select_from(tables.answers)).scalar_one())  # type: ignore[attr-defined]
        writer.go_on(5)
        return found

    with writer.running():
        writer.go_on(3)
        with monkeypatch.context() as patch:
            patch.setattr(writing.portable, "tables", busy)
            saved(old, tmp_path / "a.zip")
        writer.go_on(1)
    restore(new, tmp_path / "a.zip")
    (at_the_moment,) = listed
    count = at_the_moment // 2
    assert count >= 3
    assert totals(new) == ([count], {"first": count, "second": count}, count)
    assert totals(old) > totals(new)
    assert check(saved(new, tmp_path / "b.zip")).manifest.tables == check(tmp_path / "a.zip").manifest.tables


@both
def test_a_gigabyte_would_not_be_held_at_once(make_database: New, tmp_path: Path, kind: str) -> None:
    old, new = make_database(kind), make_database(kind)
    old.upgrade()
    for number in range(30):
        with old.begin() as tx:
            files.put(tx, os.urandom(MEGABYTE) + bytes([number]), "image/png")
            for part in range(4):
                facts.put(tx, f"long-{number}-{part}", "x" * (MEGABYTE // 4))
    tracemalloc.start()
    saved(old, tmp_path / "a.zip")
    restore(new, tmp_path / "a.zip")
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    with new.read() as tx:
        assert tx.execute(select(func.count()).select_from(tables.files)).scalar_one() == 30
    assert most < 15 * MEGABYTE


# --- the file -----------------------------------------------------------------------------------------------


def test_only_its_owner_reads_it_and_nothing_is_left_beside(make_database: New, tmp_path: Path) -> None:
    database = filled(make_database, "sqlite")
    before = os.umask(0)
    try:
        file = saved(database, tmp_path / "new" / "a.zip")
    finally:
        os.umask(before)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(file.parent.iterdir()) == [file]


def test_no_file_is_overwritten_and_two_do_not_write_one(make_database: New, tmp_path: Path) -> None:
    database = filled(make_database, "sqlite")
    file = tmp_path / "a.zip"
    with writing._reserved(file), pytest.raises(BadBackup, match="busy"):
        saved(database, file)
    assert not file.exists()
    body = saved(database, file).read_bytes()
    with pytest.raises(BadBackup, match="there_already"):
        saved(database, file)
    assert file.read_bytes() == body


def test_where_nothing_can_be_written(make_database: New, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(BadBackup, match="unwritable"):
        saved(filled(make_database, "sqlite"), tmp_path / "file" / "a.zip")
    with pytest.raises(BadBackup, match="no_tables"):
        saved(make_database("sqlite"), tmp_path / "a.zip")
    assert not (tmp_path / "a.zip").exists() and not (tmp_path / "a.zip.part").exists()
