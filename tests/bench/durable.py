"""Messages a second through store → handle → sent on a SQLite file, and beside it what the disk and sqlite3 alone do.

A month of every chair: people answer turn by turn, in words and by taps, and now and then correct what they sent.
Updates are stored as concurrent webhooks would store them, up to forty in a transaction (as many connections as a
messenger opens by default); every message is then handled in a transaction of its own, and sending is marked in
batches, by the workers of the bot itself. What is stored and what is marked is synced to the disk at once, what was
handled before anything of it is sent. Bare sqlite3 syncs each of its commits.
"""

import os
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Any
from unittest.mock import patch

import psutil

from reporting.errors import Broken
from reporting.values import Value
from storage.database import Database, Tx
from storage.queries import assignments, campaigns, inbox, outbox
from storage.queries.inbox import RawUpdate
from tests.bench.figures import Figure
from tests.bench.mill import OPENED, Mill, grinding

UNITS = 500
TOGETHER = 40
CORRECTS_EVERY = 5
NEARLY_ALL = 0.95  # a few are asked back, and would still have to confirm
CALIBRATION = 100  # commits
PAGE = 4096

Said = tuple[str, str]  # kind, words


def measure(folder: Path) -> list[Figure]:
    """The bot, then bare sqlite3 with as many commits of as many bytes."""
    with grinding(folder, units_asked=UNITS, superiors=10, months=12) as mill:
        mill.clock.set(OPENED)
        mill.runtime.tick()
        mill.runtime.drain()
        updates = month_of_messages(mill)
        figures = sum(any(map(str.isdecimal, update.raw.get("text", ""))) for update in updates)
        with counted_commits(mill.runtime.database) as commits:
            cost = _measured(lambda: grind(mill, updates))
        _judge(mill)
    many = len(updates)
    size = cost.written / commits.count
    bare = _measured(lambda: bare_commits(folder, commits.count, _row_size(folder, size)))
    return [
        Figure("messages stored, handled and answered", many / cost.seconds, "/s", 500, "at least",
               note=f"{many} messages, {figures * 100 // many}% of them figures typed"),
        Figure("commits for a message", commits.count / many, "",
               note=f"the disk is waited for {commits.syncs / many:.2f} times a message"),
        Figure("written for a message", cost.written / many / 1024, "KiB"),
        Figure("processor time for a message", cost.processor / many * 1000, "ms"),
        Figure("bare sqlite3, as many commits, each synced", commits.count / bare.seconds, "/s",
               note=f"{bare.written / commits.count / 1024:.0f} KiB each, as against {size / 1024:.0f} KiB"),
        Figure("share of what bare sqlite3 does", bare.seconds / cost.seconds * 100, "%"),
    ]  # fmt: skip


def month_of_messages(mill: Mill) -> list[RawUpdate]:
    """Everybody's first message, then everybody's second, and so on."""
    plans = [
        [(address, *said) for said in plan(n, figures)] for n, (address, figures) in enumerate(mill.chairs)
    ]
    return [mill.update(*said) for turn in zip_longest(*plans) for said in turn if said is not None]


def plan(number: int, last: Mapping[str, Value]) -> Iterator[Said]:
    """What one chair does: last month's figures again, in several messages."""

    def typed(*codes: str) -> Said:
        return "text", ", ".join(_words(last[code]) for code in codes)

    yield "text", "bắt đầu"
    yield typed("members_admitted", "members_left")
    yield typed("members_women")
    yield typed("propaganda_events", "propaganda_turns", "dialogues", "tuldtt_new")
    yield typed("visits", "gifts", "gifts_vnd")
    yield typed("initiatives_recognised", "training_turns")
    yield "choice", "none"
    yield "text", "không có"
    yield "text", f"sửa 5 {_words(last['propaganda_turns'])}"
    yield "choice", "send"
    if number % CORRECTS_EVERY == 0:
        yield "text", f"sửa 1 {_words(last['members_admitted'])}"


def _words(value: Value) -> str:
    thousands = isinstance(value, int) and value >= 10_000
    return f"{value // 1000} nghìn" if thousands and isinstance(value, int) else str(value)


def grind(mill: Mill, updates: list[RawUpdate]) -> None:
    """Store, handle and send everything."""
    for start in range(0, len(updates), TOGETHER):
        with mill.runtime.database.begin() as tx:
            inbox.store(tx, updates[start : start + TOGETHER], mill.clock.now())
        mill.runtime.drain()


def _judge(mill: Mill) -> None:
    """Raises Broken unless the reports were sent and nothing waits."""
    with mill.runtime.database.read() as tx:
        campaign = campaigns.latest(tx)
        rows = assignments.of_campaign(tx, campaign.id) if campaign else []
        waiting = inbox.waiting(tx) + outbox.waiting(tx)
    sent = sum(row.state == "submitted" for row in rows)
    if sent < NEARLY_ALL * len(mill.chairs) or waiting:
        raise Broken(f"{sent} of {len(mill.chairs)} reports were sent, {waiting} rows wait")


# --- counting ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Cost:
    """`seconds` by the clock, `processor` seconds, bytes `written` by this process (log and checkpoints)."""

    seconds: float
    processor: float
    written: int


def _measured(work: Callable[[], object]) -> Cost:
    process = psutil.Process()
    written, began, processor = process.io_counters().write_chars, time.perf_counter(), time.process_time()
    work()
    return Cost(
        time.perf_counter() - began,
        time.process_time() - processor,
        process.io_counters().write_chars - written,
    )


class Commits:
    """Transactions that changed something; `syncs`: how often the disk was waited for."""

    def __init__(self) -> None:
        self.count = 0
        self.syncs = 0


@contextmanager
def counted_commits(database: Database) -> Iterator[Commits]:
    """Counts what a SQLite database commits and syncs while the block runs."""
    commits, begin, sync = Commits(), database.begin, os.fsync

    @contextmanager
    def counting(*, synced: bool = True) -> Iterator[Tx]:
        with begin(synced=synced) as tx:
            raw: Any = tx.connection.dbapi_connection
            before = raw.total_changes
            yield tx
            changed = raw.total_changes != before
        commits.count += changed
        commits.syncs += changed and synced

    def syncing(file: int) -> None:
        commits.syncs += 1
        sync(file)

    with patch.object(database, "begin", counting), patch.object(os, "fsync", syncing):
        yield commits


# --- sqlite3 alone ----------------------------------------------------------------------------------------


def bare_commits(folder: Path, many: int, size: int) -> None:
    """So many commits of one row of so many bytes, each synced, in a fresh file."""
    file = folder / "bare.sqlite"
    with closing(sqlite3.connect(file, isolation_level=None)) as bare:
        bare.execute("PRAGMA journal_mode=WAL")
        bare.execute("PRAGMA synchronous=FULL")
        bare.execute("CREATE TABLE rows (id INTEGER PRIMARY KEY, body BLOB)")
        body = b"x" * size
        for _ in range(many):
            bare.execute("BEGIN IMMEDIATE")
            bare.execute("INSERT INTO rows (body) VALUES (?)", (body,))
            bare.execute("COMMIT")
    for end in ("", "-wal", "-shm"):
        file.with_name(file.name + end).unlink(missing_ok=True)


def _row_size(folder: Path, wanted: float) -> int:
    """The size of a row whose commit writes about `wanted` bytes: tried, then mended by what the trial wrote."""
    size = max(PAGE, round(wanted / 2))
    tried = _measured(lambda: bare_commits(folder, CALIBRATION, size)).written / CALIBRATION
    return max(1, round(size * wanted / tried))
