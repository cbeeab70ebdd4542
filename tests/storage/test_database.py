"""Transactions: all or nothing, one writer at a time, times with a zone, Vietnamese kept as it is."""

import os
import re
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError, InvalidRequestError, StatementError

from reporting.errors import Broken, WrongUse
from reporting.values import Missing, Pair, Ratio, Value
from storage import document_tables as document_tables  # its tables belong to the metadata too
from storage.database import Database
from storage.queries import (
    answers,
    audit,
    campaigns,
    conversations,
    evidence,
    facts,
    inbox,
    invitations,
    outbox,
    people,
    slots,
    submissions,
    units,
)
from storage.queries.inbox import RawUpdate
from storage.queries.outbox import Draft
from storage.schema import metadata
from tests.storage.threads import together
from tests.storage.world import World


def test_a_failed_transaction_leaves_nothing(database: Database) -> None:
    with pytest.raises(Broken), database.begin() as tx:
        units.add(tx, code="A", name="A", kind="grassroots", parent_id=None)
        facts.put(tx, "name", "value")
        raise Broken("on purpose")
    with database.read() as tx:
        assert units.all_units(tx) == []
        assert facts.get(tx, "name") is None


def test_a_committed_transaction_is_there_for_another_process(database: Database, tmp_path: Path) -> None:
    with database.begin() as tx:
        facts.put(tx, "name", "một")
        facts.put(tx, "name", "hai")
    if database.dialect == "sqlite":
        database = Database(f"sqlite:///{tmp_path / 'baocao.db'}")
    with database.read() as tx:
        assert facts.get(tx, "name") == "hai"
    database.dispose()


def test_reading_cannot_write(database: Database) -> None:
    with pytest.raises(DBAPIError), database.read() as tx:
        facts.put(tx, "name", "value")


def test_reading_sees_one_moment(database: Database) -> None:
    with database.read() as reading:
        assert facts.get(reading, "name") is None
        with database.begin() as tx:
            facts.put(tx, "name", "value")
        assert facts.get(reading, "name") is None
    with database.read() as reading:
        assert facts.get(reading, "name") == "value"


def test_writers_do_not_lose_each_others_writes(database: Database, world: World) -> None:
    def count() -> None:
        for _ in range(20):
            with database.begin() as tx:
                people.lock(tx, world.chair)
                facts.put(tx, "count", str(int(facts.get(tx, "count") or 0) + 1))

    together(count, count)
    with database.read() as tx:
        assert facts.get(tx, "count") == "40"


def test_sqlite_is_set_to_lose_nothing(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/new/folder/baocao.db")
    with database.begin() as tx:
        found = {
            name: tx.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    with pytest.raises(InvalidRequestError), database.begin(), database.begin():
        pass
    with database.begin() as tx:
        assert tx.exec_driver_sql("SELECT 1").scalar() == 1
    database.dispose()
    full = 2
    assert found == {"journal_mode": "wal", "synchronous": full, "foreign_keys": 1, "busy_timeout": 10_000}


def test_what_was_committed_unsynced_is_synced_once_and_only_when_needed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", synced.append)
    database = Database(f"sqlite:///{tmp_path}/baocao.db")
    database.upgrade()

    def put(value: str, *, at_once: bool) -> int:
        with database.begin(synced=at_once) as tx:
            facts.put(tx, "one", value)
            level: int = tx.exec_driver_sql("PRAGMA synchronous").scalar_one()
            return level

    assert [put("1", at_once=True), put("2", at_once=False), put("3", at_once=False)] == [2, 1, 1]
    database.sync()
    database.sync()
    assert len(synced) == 1
    assert [put("4", at_once=False), put("5", at_once=True)] == [1, 2]
    database.sync()
    assert len(synced) == 1
    put("6", at_once=False)
    with database.begin():
        pass  # commits nothing, so syncs nothing
    database.dispose()
    assert len(synced) == 2
    with database.read() as tx:
        assert facts.get(tx, "one") == "6"
    database.dispose()


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("sqlite://", "a file"),
        ("sqlite:///:memory:", "a file"),
        ("mysql://root:secret@host/db", "mysql"),
        ("no url at all", "does not read"),
    ],
)
def test_other_databases_are_refused_without_showing_the_password(url: str, said: str) -> None:
    with pytest.raises(WrongUse, match=said) as refused:
        Database(url)
    assert "secret" not in str(refused.value)


def test_a_reference_to_nothing_is_refused(database: Database, now: datetime) -> None:
    with pytest.raises(DBAPIError), database.begin() as tx:
        people.add_membership(tx, 99, 99, "chair", now)


NAIVE = datetime(2023, 10, 25, 8, 0)  # noqa: DTZ001


def test_times_without_zone_are_refused_everywhere(database: Database, world: World) -> None:
    w = world
    writes = [
        lambda tx: people.add_membership(tx, w.chair, w.unit, "chair", NAIVE),
        lambda tx: people.memberships(tx, w.chair, NAIVE),
        lambda tx: people.link(tx, w.chair, "zalo", "1", NAIVE),
        lambda tx: people.touch(tx, "telegram", "7", NAIVE),
        lambda tx: invitations.add(tx, code="X", unit_id=w.unit, role="chair", expires_at=NAIVE),
        lambda tx: campaigns.add(tx, "2023-11", NAIVE, {}),
        lambda tx: campaigns.set_stages(tx, w.campaign, {"due": NAIVE}),
        lambda tx: answers.write(
            tx, w.assignment, "q", 1, person_id=w.chair, at=NAIVE, origin="typed", inbox_id=None
        ),
        lambda tx: submissions.add(tx, w.assignment, "X", NAIVE, w.chair, {}),
        lambda tx: conversations.save(tx, w.chair, {}, NAIVE),
        lambda tx: inbox.store(tx, [RawUpdate("telegram", "1", "7", "1", {})], NAIVE),
        lambda tx: outbox.queue(tx, [Draft("telegram", "7", None, "", [], [], NAIVE)], NAIVE),
        lambda tx: outbox.due(tx, NAIVE, 1),
        lambda tx: slots.record(tx, "key", NAIVE, "done", NAIVE),
        lambda tx: audit.write(tx, NAIVE, None, "a", "s", 1, {}),
    ]
    for write in writes:
        with pytest.raises((ValueError, StatementError), match="without zone"), database.begin() as tx:
            write(tx)


def test_times_come_back_aware_and_equal(database: Database, world: World, now: datetime) -> None:
    moment = now + timedelta(microseconds=123_456)
    with database.begin() as tx:
        audit.write(tx, moment, world.chair, "a", "s", 1, {})
        [entry] = audit.entries(tx, "s", 1)
    assert entry.at == moment
    assert entry.at.tzinfo is UTC


VALUES: list[Value] = [
    True,
    0,
    45_000_000_001,
    10**18,
    Decimal("98.50"),
    "Tổ chức 02 hội nghị; kết nạp đoàn viên ở Mường Tè\n“đợt 1” 🌾",
    date(2023, 10, 31),
    ("một", "hai"),
    Pair(3, 0),
    Ratio(7, 9),
    Missing("chưa có số liệu"),
]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_values_come_back_as_they_were(database: Database, world: World, now: datetime, value: Value) -> None:
    with database.begin() as tx:
        answers.write(
            tx,
            world.assignment,
            "q",
            value,
            person_id=world.chair,
            at=now,
            origin="typed",
            inbox_id=None,
            note="Đã đối chiếu",
        )
        submissions.add(tx, world.assignment, "R1", now, world.chair, {"q": value})
    with database.read() as tx:
        answer = answers.latest(tx, world.assignment)["q"]
        sent = submissions.latest(tx, world.assignment)
    assert (answer.value, type(answer.value), answer.note) == (value, type(value), "Đã đối chiếu")
    assert sent is not None
    assert sent.figures == {"q": value}


ODD = ["Nguyễn Thị Ảnh — Đội Ươm “cây”", "e\u0301 tách rời", "🌾👩\u200d🌾", "a'b\"c\\d;--%_", ""]


@pytest.mark.parametrize("text", ODD)
def test_text_comes_back_as_it_was(database: Database, world: World, now: datetime, text: str) -> None:
    with database.begin() as tx:
        name = people.add(tx, text)
        [queued] = outbox.queue(
            tx, [Draft("t", "7", None, text, [["a", text, [text]]], [[text, "b", "c"]], now)], now
        )
        conversations.save(tx, name, {"text": text}, now)
        evidence.add(
            tx,
            assignment_id=world.assignment,
            person_id=name,
            at=now,
            name=text,
            media_type="image/png",
            size=3,
            sha256="0",
        )
        [stored] = inbox.store(tx, [RawUpdate("t", "1", "7", "m", {"text": text})], now)
    with database.read() as tx:
        row = outbox.get(tx, queued)
        assert people.get(tx, name).name == text
        assert conversations.load(tx, name) == {"text": text}
        assert [e.name for e in evidence.of_assignment(tx, world.assignment)] == [text]
        assert [(r.id, r.raw) for r in inbox.by_message(tx, "t", "7", "m")] == [(stored, {"text": text})]
    assert row is not None
    assert (row.text, row.choices, row.documents) == (text, [["a", text, [text]]], [[text, "b", "c"]])


def test_a_broken_letter_in_an_update_can_be_stored(database: Database, now: datetime) -> None:
    raw = {"text": "half a pair: \ud83c, a zero: \x00"}
    with database.begin() as tx:
        inbox.store(tx, [RawUpdate("t", "1", "7", "m", raw)], now)
        assert inbox.claim(tx, 1)[0].raw == raw


def test_every_table_is_empty_at_first(database: Database) -> None:
    assert database.is_empty()
    with database.read() as tx:
        for table in metadata.sorted_tables:
            assert tx.execute(select(table).limit(1)).first() is None


def test_the_docs_of_the_conftest_name_a_way_to_get_postgresql() -> None:
    from tests.storage.conftest import HOW

    assert re.search(r"apt-get install postgresql", HOW)
