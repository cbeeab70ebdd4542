"""Memory over a year: thirty units report twelve months; what is held at the end is divided by the reports."""

import gc
import tracemalloc
from datetime import datetime, timedelta
from pathlib import Path

import psutil

from bot.clock import ZONE
from reporting.errors import Broken
from storage.queries import inbox
from storage.tables import submissions
from tests.bench.durable import TOGETHER, month_of_messages
from tests.bench.figures import Figure
from tests.bench.mill import Mill, grinding

UNITS = 30
MONTHS = 12
WARM = 2  # months before counting begins: what is read and kept once
FIRST = datetime(2023, 10, 12, 8, 0, tzinfo=ZONE)
MIB = 2**20


def measure(folder: Path, months: int = MONTHS) -> list[Figure]:
    """In process, on SQLite; `tracemalloc` counts Python's own memory, the other figure is the process as a whole."""
    with grinding(folder, units_asked=UNITS, superiors=2, months=2) as mill:
        for month in range(WARM):
            _month(mill, month)
        reports, resident = _reports(mill), _resident()
        tracemalloc.start()
        for month in range(WARM, months):
            _month(mill, month)
        gc.collect()
        held = tracemalloc.get_traced_memory()[0]
        tracemalloc.stop()
        reports, grown = _reports(mill) - reports, _resident() - resident
    if reports < UNITS * (months - WARM) * 0.9:
        raise Broken(f"only {reports} reports in {months - WARM} months")
    note = f"{held / MIB:.2f} MiB after {reports} reports of {months - WARM} months, the first {WARM} not counted"
    return [
        Figure("memory still held, for a report", held / reports / MIB, "MiB", 0.01, note=note),
        Figure("resident memory grown, for a report", grown / reports / MIB, "MiB",
               note=f"{grown / MIB:.1f} MiB in all"),
    ]  # fmt: skip


def _month(mill: Mill, number: int) -> None:
    """A month opens, everybody reports, it ends."""
    year, month = divmod(FIRST.month - 1 + number, 12)
    opens = FIRST.replace(year=FIRST.year + year, month=month + 1)
    mill.clock.set(opens)
    mill.runtime.tick()
    mill.runtime.drain()
    updates = month_of_messages(mill)
    for start in range(0, len(updates), TOGETHER):
        with mill.runtime.database.begin() as tx:
            inbox.store(tx, updates[start : start + TOGETHER], mill.clock.now())
        mill.runtime.drain()
    for days in range(1, 17):  # to the lock
        mill.clock.set(opens + timedelta(days=days))
        mill.runtime.tick()
        mill.runtime.drain()
    mill.channel.words.clear()


def _reports(mill: Mill) -> int:
    with mill.runtime.database.read() as tx:
        return len(
            set(tx.execute(submissions.select().with_only_columns(submissions.c.assignment_id)).scalars())
        )


def _resident() -> int:
    gc.collect()
    return int(psutil.Process().memory_info().rss)
