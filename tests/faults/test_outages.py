"""What is the database's own failure is not held against a message, a job or a row that was to be sent."""

import asyncio
import sqlite3
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError

from bot.channels.base import Delivered, SendError
from bot.metrics import Metrics
from bot.work.inbox import InboxWorker
from bot.work.jobs import JobsWorker
from bot.work.outcomes import Outcomes
from bot.work.pace import Pace
from bot.work.sender import Sender
from handlers.messages import Capabilities, Incoming
from storage.database import Database
from storage.outage import is_outage
from storage.queries import inbox, jobs, outbox
from storage.tables import inbox as inbox_table
from tests.storage.conftest import admin_url as admin_url
from tests.support.databases import make_url as make_url
from tests.support.messengers import ABLE, Province, make_handlers_world

NOW = datetime(2023, 10, 25, 9, 0, tzinfo=timezone(timedelta(hours=7)))


class Clock:
    def now(self) -> datetime:
        return NOW


class Channel:
    """Decodes to `kind`, after `ill()`; sends whatever it is given."""

    name = ABLE
    capabilities = Capabilities()
    rate = 1000.0
    gap = 0.0

    def __init__(self, ill: Callable[[], None] = lambda: None) -> None:
        self.ill = ill
        self.sent: list[int] = []

    def decode(self, row: inbox.Row) -> Incoming:
        self.ill()
        return Incoming(row.channel, row.address, "text", row.received_at, row.message_id, text="xin chào")

    async def deliver(self, row: outbox.Row, files: Any) -> Delivered:
        self.sent.append(row.id)
        return Delivered(f"m{len(self.sent)}")


def _sqlite(code: int) -> DBAPIError:
    raised = sqlite3.OperationalError("ill")
    raised.sqlite_errorcode = code
    return OperationalError("SELECT 1", {}, raised)


def _server(kind: type[psycopg.Error]) -> DBAPIError:
    return OperationalError("SELECT 1", {}, kind("ill"))


OUTAGES = [
    _sqlite(sqlite3.SQLITE_FULL),
    _sqlite(sqlite3.SQLITE_BUSY),
    _sqlite(sqlite3.SQLITE_IOERR_FSYNC),
    _server(psycopg.OperationalError),
    _server(psycopg.errors.AdminShutdown),
    _server(psycopg.errors.DiskFull),
    _server(psycopg.errors.DeadlockDetected),
]
"""What passes by itself."""

FAULTS = [
    _sqlite(sqlite3.SQLITE_ERROR),
    _server(psycopg.errors.ProgramLimitExceeded),
    IntegrityError("INSERT", {}, sqlite3.IntegrityError("ill")),
    ValueError("ill"),
]
"""What lies in the message, and would come again for ever."""


@pytest.fixture
def database(tmp_path: Path) -> Any:
    made = Database(f"sqlite:///{tmp_path}/outage.sqlite")
    made.upgrade()
    yield made
    made.dispose()


def test_which_failures_pass() -> None:
    assert [is_outage(error) for error in OUTAGES] == [True] * len(OUTAGES)
    assert [is_outage(error) for error in FAULTS] == [False] * len(FAULTS)


def _raise(error: Exception) -> None:
    raise error.with_traceback(None)


@pytest.mark.parametrize("error", OUTAGES)
def test_a_message_is_not_blamed_for_an_outage(database: Database, error: DBAPIError) -> None:
    """However often: nothing is counted, nothing parked; when it is over the message is handled."""
    channel = Channel(lambda: _raise(error))
    worker = InboxWorker(database, make_handlers_world(), {ABLE: channel}, Clock(), Metrics())
    _stored(database)
    for _ in range(5):
        with pytest.raises(DBAPIError):
            worker.run()
    assert _states(database) == [("new", 0)]
    channel.ill = lambda: None
    assert worker.run() == 1
    assert _states(database) == [("done", 0)]


@pytest.mark.parametrize("error", FAULTS)
def test_a_message_that_breaks_is_parked(database: Database, error: Exception) -> None:
    """Also with an error of the database that is the message's own; the one behind it is handled."""
    province = Province(database)
    channel = Channel(lambda: _raise(error))
    worker = InboxWorker(database, province.world, {ABLE: channel}, Clock(), Metrics())
    _stored(database)
    assert worker.run() == 3
    assert _states(database) == [("parked", 3)]
    assert [row.address for row in province.queued() if row.kind == "send"] == ["77"]


def test_two_workers_park_a_message_once(database: Database) -> None:
    """The other one failed with it as well, and comes to count when it is put aside already."""
    province = Province(database)
    channel = Channel(lambda: _raise(ValueError("ill")))
    worker = InboxWorker(database, province.world, {ABLE: channel}, Clock(), Metrics())
    _stored(database)
    with database.begin() as tx:
        (row,) = inbox.claim(tx, 1)
    worker.run()
    worker._failed(row, ValueError("ill"))
    assert _states(database) == [("parked", 3)]
    assert [row.address for row in province.queued() if row.kind == "send"] == ["77"]


def test_a_lock_held_by_somebody_else(database: Database, tmp_path: Path) -> None:
    """The error as SQLite itself raises it."""
    _stored(database)
    with database.begin() as tx:
        tx.execute(text("PRAGMA busy_timeout=1"))
    other = sqlite3.connect(tmp_path / "outage.sqlite", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    worker = InboxWorker(database, make_handlers_world(), {ABLE: Channel()}, Clock(), Metrics())
    with pytest.raises(DBAPIError) as raised:
        worker.run()
    other.close()
    assert is_outage(raised.value)
    assert worker.run() == 1


@pytest.mark.parametrize("kind", ["postgresql"])
def test_a_connection_that_the_server_ends(kind: str, make_url: Callable[[str], str]) -> None:
    """The error as PostgreSQL itself raises it."""
    database = Database(make_url(kind))
    with pytest.raises(DBAPIError) as raised, database.begin() as tx:
        tx.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))
    assert is_outage(raised.value)
    database.dispose()


def test_a_job_is_not_given_up_for_an_outage(database: Database) -> None:
    """It is tried again after a while, as often as it takes."""
    worker = JobsWorker(database, make_handlers_world(), Clock(), Metrics(), None)
    worker._doing["compose"] = lambda _: _raise(OUTAGES[0])  # type: ignore[assignment,func-returns-value]
    with database.begin() as tx:
        jobs.queue(tx, "compose", "compose/1", {"document": 1}, NOW)
    for _ in range(5):
        with database.begin() as tx:
            jobs.release(tx)
        assert worker.run() == 1
    with database.read() as tx:
        assert jobs.waiting(tx) == 1


def _stored(database: Database) -> None:
    with database.begin() as tx:
        inbox.store(tx, [inbox.RawUpdate(ABLE, "1", "77", "1", {})], NOW)


def _states(database: Database) -> list[tuple[str, int]]:
    with database.read() as tx:
        return [tuple(row) for row in tx.execute(select(inbox_table.c.state, inbox_table.c.attempts))]  # type: ignore[misc]


# --- sending ----------------------------------------------------------------------------------------------


def _sender(database: Database, channel: Channel, run: Any) -> Sender:
    async def leads() -> bool:
        return True

    outcomes = Outcomes(make_handlers_world(), Metrics(), lambda n: 0)
    pace = Pace(1000, 0, count().__next__)  # a second goes by whenever it is looked at
    return Sender(database, channel, outcomes, Clock(), run, pace, leads=leads, sleep=_at_once)  # type: ignore[arg-type]


async def _at_once(seconds: float) -> None:
    await asyncio.sleep(0)


def _queued(database: Database, documents: list[list[str]]) -> None:
    with database.begin() as tx:
        outbox.queue(tx, [outbox.Draft(ABLE, "77", None, "Chào đồng chí.", [], documents, NOW)], NOW)


async def test_what_is_marked_while_the_table_is_read_is_not_sent_again(database: Database) -> None:
    """The rows were read before the mark, and are looked at after it."""
    channel = Channel()

    async def run(work: Any, *given: Any) -> Any:
        result = work(*given)
        if work == sender._due and sender._ended:
            await sender._mark()  # between the reading and its return
        return result

    sender = _sender(database, channel, run)
    _queued(database, [])
    await sender._look()
    row = sender._next()
    assert row is not None
    await sender._let_go(row)
    await asyncio.wait(sender._tasks)
    sender._flying.clear()  # as it is for the reading that began before the message was on its way
    await sender._look()
    assert sender._next() is None
    await sender.drain()
    assert len(channel.sent) == 1


async def test_a_file_that_cannot_be_read_now_costs_no_attempt(database: Database) -> None:
    """The row stays as it is, however often, and goes out when the database is back."""
    channel = Channel()
    away = True

    async def run(work: Any, *given: Any) -> Any:
        if work == sender._content and away:
            raise OUTAGES[3]
        return work(*given)

    sender = _sender(database, channel, run)
    _queued(database, [["bao-cao.docx", "application/x", "0" * 64]])
    for _ in range(8):
        await sender._look()
        row = sender._next()
        assert row is not None
        await sender._let_go(row)
        await asyncio.wait(sender._tasks)
        await sender._mark()
    with database.read() as tx:
        kept = outbox.get(tx, 1)
    assert kept is not None and (kept.state, kept.attempts) == ("queued", 0)
    away = False
    await sender.drain()
    assert channel.sent == [1]


def test_a_wait_for_everybody_is_a_send_error() -> None:
    """What the sender puts back names a wait: else it would count as an attempt."""
    from bot.work.sender import _not_read, _put_back

    assert isinstance(_not_read(OUTAGES[0]), SendError) and _put_back(_not_read(OUTAGES[0]))
